"""The command line, which scripts and operators depend on: init, assess, demo, --help."""

import json
import re
import stat
import unittest

from advisor import Advisor
from browser import Browser
from centre import PASSPHRASES, Centre, init, new_folder, run

COMMANDS = (['init'], ['serve'], ['demo'], ['assess'], ['journal'], ['journal', 'verify'])


class HelpTest(unittest.TestCase):
    def test_every_command_explains_itself(self):
        overview = run('--help')
        self.assertEqual(overview.returncode, 0)
        for command in COMMANDS:
            with self.subTest(command):
                self.assertIn(command[0], overview.stdout)
                helped = run(*command, '--help')
                self.assertEqual((helped.returncode, helped.stderr), (0, ''))
                self.assertIn('Usage: safety-centre ' + ' '.join(command), helped.stdout)

    def test_mistakes_get_words_and_an_exit_code(self):
        for arguments in ([], ['fly'], ['serve'], ['init', '--data'], ['assess'], ['journal'],
                          ['serve', '--data', '/tmp', '--sideways'],
                          ['serve', '--data', '/tmp', '--only', 'nothing'],
                          ['serve', '--data', '/tmp', '--threads', 'many']):
            with self.subTest(arguments):
                refused = run(*arguments)
                self.assertNotEqual(refused.returncode, 0)
                self.assertTrue(refused.stderr.strip() + refused.stdout.strip())
                self.assertNotRegex(refused.stderr, 'terminate called|std::')


class InitTest(unittest.TestCase):
    def test_a_new_centre(self):
        folder = new_folder() / 'deep' / 'centre'
        made = init(folder)
        self.assertEqual(made.returncode, 0, made.stderr)
        for name in PASSPHRASES:
            self.assertRegex(made.stdout,
                             rf'otpauth://totp/Safety%20Centre:{name}\?secret=[A-Z2-7]{{32,}}&')
        recovery_keys = re.findall(r'^ +((?:[0-9a-f]{4} ){15}[0-9a-f]{4})$', made.stdout,
                                   re.MULTILINE)
        self.assertEqual(len(recovery_keys), 1)
        files = {path.name: path for path in folder.rglob('*')}
        self.assertIn('keys', files)
        for path in files.values():
            self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600, path)
            data = path.read_bytes()
            for secret in (*PASSPHRASES.values(), *recovery_keys,
                           recovery_keys[0].replace(' ', ''),
                           *re.findall(r'secret=([A-Z2-7]+)', made.stdout)):
                self.assertNotIn(secret.encode(), data, path)
            self.assertNotIn(bytes.fromhex(recovery_keys[0].replace(' ', '')), data, path)
        self.assertEqual(stat.S_IMODE(folder.stat().st_mode), 0o700)
        self.assertEqual(run('journal', 'verify', '--data', folder).returncode, 0)

        # Nothing is ever overwritten.
        def contents():
            return {path.name: path.read_bytes() for path in folder.iterdir()
                    if path.suffix in ('', '.db')}

        before = contents()
        again = init(folder)
        self.assertEqual(again.returncode, 1)
        self.assertIn('not empty', again.stderr)
        self.assertEqual(run('demo', '--data', folder).returncode, 1)
        self.assertTrue(contents() == before)

    def test_passphrases_come_from_people(self):
        for what, passphrases, word in (
                ('short', ('short', 'short'), '15 characters'),
                ('none', (), 'nothing was given'),
                ('one', (PASSPHRASES['administrator'],), 'nothing was given'),
                ('empty', ('', ''), 'nothing was given'),
                ('endless', ('x' * 2000,) * 2, '1,000 bytes')):
            with self.subTest(what):
                folder = new_folder() / 'centre'
                refused = init(folder, passphrases)
                self.assertEqual(refused.returncode, 1)
                self.assertIn(word, refused.stderr)
                self.assertNotIn('otpauth', refused.stdout)
                self.assertFalse((folder / 'keys').exists())
                self.assertEqual(run('serve', '--data', folder).returncode, 1)

    def test_names_are_given_or_default(self):
        folder = new_folder() / 'centre'
        made = run('init', '--data', folder, '--administrator', 'ann.other', '--duty-lead', 'b b',
                   stdin='\n'.join([*PASSPHRASES.values(), '']))
        self.assertEqual(made.returncode, 1)
        self.assertIn('b b', made.stderr)

    def test_files_stay_private_while_serving(self):
        with Centre() as centre:
            Browser(lambda: centre.public).visit('/report/child')
            for path in (centre.folder, *centre.folder.rglob('*')):
                mode = 0o700 if path.is_dir() else 0o600
                self.assertEqual(stat.S_IMODE(path.stat().st_mode), mode, path)


class AssessTest(unittest.TestCase):
    REPORT = {'audience': 'parent', 'nation': 'england', 'concerns': ['grooming'],
              'children': [{'age': 12}]}
    AT = ('--received-at', '2027-01-04T10:00:00Z')

    def test_from_a_file_and_from_standard_input(self):
        file = new_folder() / 'report.json'
        file.write_text(json.dumps(self.REPORT))
        from_file = run('assess', file, *self.AT)
        from_stdin = run('assess', '-', *self.AT, stdin=json.dumps(self.REPORT))
        self.assertEqual(from_file.returncode, 0, from_file.stderr)
        self.assertEqual(from_file.stdout, from_stdin.stdout)
        assessed = json.loads(from_file.stdout)
        self.assertEqual(set(assessed), {'remit', 'priority', 'answer_by', 'reasons'})
        self.assertEqual((assessed['remit'], assessed['priority']), ('in', 'P2'))
        self.assertEqual(assessed['answer_by'], '2027-01-05T10:00:00Z')
        self.assertTrue(all(set(reason) == {'rule', 'effect', 'because'}
                            for reason in assessed['reasons']))

    def test_a_professional_is_answered_within_five_working_days(self):
        report = self.REPORT | {'audience': 'professional', 'concerns': ['cyberbullying'],
                                'children': [], 'tell_us_anyway': True}
        assessed = json.loads(run('assess', '-', *self.AT, stdin=json.dumps(report)).stdout)
        self.assertEqual((assessed['remit'], assessed['priority'], assessed['answer_by']),
                         ('unclear', 'P4', '2027-01-11T17:00:00Z'))

    def test_what_is_refused_names_the_field(self):
        child = {'name': 'x' * 100_000}
        for pointer, change in (
                ('/audience', {'audience': 'teacher'}),
                ('/concerns/1', {'concerns': ['grooming', 'x']}),
                ('/circumstances/0', {'circumstances': ['thread_to_life']}),
                ('/children/0/age', {'children': [{'age': '12'}]}),
                ('/children/0/name', {'children': [child]}),
                ('/children/1/colour', {'children': [{}, {'colour': 'red'}]}),
                ('/surname', {'surname': 'Smith'}), ('/concerns', {'concerns': 'grooming'}),
                ('/summary', {'summary': 5}), ('/nation', {'nation': 'france'}),
                ('/reporter/safe_contact/methods',
                 {'reporter': {'safe_contact': {'methods': 'phone'}}})):
            with self.subTest(pointer):
                refused = run('assess', '-', stdin=json.dumps(self.REPORT | change))
                self.assertEqual((refused.returncode, refused.stdout), (2, ''))
                self.assertRegex(refused.stderr, rf'^{re.escape(pointer)}: \S')

    def test_what_is_no_report_is_refused(self):
        for text in ('', '[]', 'null', '{', '{"audience":"child"}', '{"audience":"child",' * 50_000,
                     '[' * 100_000, json.dumps(self.REPORT)[:-1], '\x00',
                     '{"\\ud800":1}'):
            with self.subTest(text[:30]):
                refused = run('assess', '-', stdin=text)
                self.assertEqual(refused.returncode, 2, refused.stdout)
                self.assertTrue(refused.stderr)
        self.assertEqual(run('assess', '/nowhere/report.json').returncode, 2)
        self.assertEqual(run('assess', '-', '--received-at', 'yesterday',
                             stdin=json.dumps(self.REPORT)).returncode, 2)


class DemoTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = new_folder() / 'demo'
        cls.made = run('demo', '--data', cls.folder, timeout=120)

    def test_a_centre_to_look_around_in(self):
        self.assertEqual(self.made.returncode, 0, self.made.stderr)
        centre = Centre()
        self.addCleanup(centre.__exit__)
        centre.folder = self.folder
        cases, = centre.query('SELECT count(*) FROM case_file')[0]
        self.assertTrue(50 <= cases <= 70, cases)
        self.assertIn(f'{cases} invented cases', self.made.stdout)
        seen = {column: {row[0] for row in centre.query(f'SELECT DISTINCT {column} FROM case_file')}
                for column in ('audience', 'priority', 'status')}
        self.assertEqual(seen['audience'], {'child', 'parent', 'professional', 'concerned_adult'})
        self.assertEqual(seen['priority'], {'P1', 'P2', 'P3', 'P4'})
        self.assertTrue({'new', 'allocated', 'assessing', 'active', 'awaiting_others',
                         'closure_requested', 'closed'} <= seen['status'], seen['status'])
        self.assertEqual(centre.verify_journal().returncode, 0)

        passphrase = re.search(r'Passphrase: (.*)', self.made.stdout)[1]
        centre.start()
        advisor = Advisor(centre)
        code = run('demo', '--data', self.folder, '--code', 'amira').stdout.strip()
        self.assertRegex(code, r'^\d{6}$')
        signed_in = advisor.sign_in(passphrase=passphrase, code=code, name='amira')
        self.assertEqual(signed_in.location, '/')
        queue = advisor.queue()
        expected = centre.query(
            'SELECT reference FROM case_file '
            "WHERE status NOT IN ('closed', 'merged', 'transferred') "
            'ORDER BY priority, answer_by, reference')
        self.assertEqual([row.reference for row in queue],
                         [reference for reference, in expected][:len(queue)])
        self.assertTrue(queue)
        self.assertTrue(all('[Synthetic] ' in row.text for row in queue), queue)
        start = advisor.browser.get('/')
        self.assertIn('invented', start.page.root.text())
        self.assertEqual(centre.stop(), 0)
        self.assertNotIn(passphrase, centre.outputs[-1])

    def test_codes_are_for_demo_accounts_in_demo_folders(self):
        for folder, name in ((self.folder, 'nobody'), (self.folder, 'amir'),
                             (new_folder(), 'amira')):
            refused = run('demo', '--data', folder, '--code', name)
            self.assertEqual((refused.returncode, refused.stdout), (1, ''))
            self.assertTrue(refused.stderr)

    def test_the_demo_passphrase_opens_nothing_elsewhere(self):
        passphrase = re.search(r'Passphrase: (.*)', self.made.stdout)[1]
        with Centre() as centre:
            self.assertFalse((centre.folder / 'demo').exists())
            names = [row[0] for row in centre.query('SELECT name FROM account ORDER BY name')]
            self.assertEqual(names, sorted(PASSPHRASES))
            for name in names:
                seen = Advisor(centre, name).sign_in(passphrase=passphrase)
                self.assertEqual(seen.status, 403)
            self.assertNotIn('invented', Advisor(centre).browser.get('/sign-in').html)


if __name__ == '__main__':
    unittest.main()
