"""What keeps the server from starting is said in words, with the file, line and key at fault."""

import os
import re
import shutil
import socket
import unittest

from centre import ROOT, Centre, Server, new_folder, run


def serve(folder, *options, public='127.0.0.1:0'):
    return run('serve', '--data', folder, '--public', public, '--workbench', '127.0.0.1:0',
               *options)


class StartTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = Centre()
        cls.addClassCleanup(cls.centre.__exit__)

    def assert_refused(self, ended, *words):
        said = ended.stdout + ended.stderr
        self.assertEqual(ended.returncode, 1, said)
        for word in words:
            self.assertIn(word, said)
        self.assertNotIn(' on http://', said)
        self.assertNotRegex(said, r'terminate called|exception|std::|Check failed')

    def test_bad_policy_and_content(self):
        share = new_folder() / 'share'
        share.mkdir()
        cases = (
            ('policy/risk.toml', r'^floor = "P1"$', 'flour = "P1"', 'rule[1]'),
            ('policy/risk.toml', r'"threat_to_life"', '"thread_to_life"', 'thread_to_life'),
            ('policy/service-levels.toml', r'^\[', '[[', ''),
            ('policy/remit.toml', r'^\[concern.grooming\]$', '[concern.gardening]',
             'concern.grooming'),
            ('policy/bank-holidays.toml', r'\d{4}-\d\d-\d\d', '2027-02-30', ''),
            ('content/journeys/child.toml', r'^next = "concerns"$', 'next = "concern"', 'next'),
            ('content/journeys/parent.toml', r'^type = "single"$', 'type = "simple"', 'type'),
            ('content/journeys/professional.toml', r'^fills = "concerns"$', 'fills = "wishes"',
             'fills'),
            ('content/en/journeys/child.toml', r'^label = .*$', 'lable = "x"', 'lable'),
            ('content/en/site.toml', r'^service = .*$', 'servise = "x"', 'serv'),
            ('content/en/workbench.toml', r'^sign_out = .*$', '', 'sign_out'),
        )
        for file, pattern, replacement, key in cases:
            with self.subTest(file, to=replacement):
                for part in ('policy', 'content'):
                    shutil.rmtree(share / part, ignore_errors=True)
                    shutil.copytree(ROOT / part, share / part)
                text = (share / file).read_text()
                broken, count = re.subn(pattern, replacement, text, count=1, flags=re.MULTILINE)
                self.assertEqual(count, 1, f'{file} has no {pattern} to break')
                (share / file).write_text(broken)
                ended = serve(self.centre.folder, '--share', share)
                self.assert_refused(ended, file, key)
                self.assertRegex(ended.stdout + ended.stderr, re.escape(file) + r':\d+: ')

    def test_missing_and_damaged_files(self):
        share = new_folder() / 'share'
        for part in ('policy', 'content'):
            shutil.copytree(ROOT / part, share / part)
        for file, damage in (('policy/remit.toml', None), ('content/en/site.toml', None),
                             ('content/return-code-words.txt', b'one\ntwo\n'),
                             ('content/en/pages/privacy.md', None),
                             ('content/journeys/child.toml', b'id = "\xff\xfe"\n')):
            with self.subTest(file):
                good = (share / file).read_bytes()
                if damage is None:
                    (share / file).unlink()
                else:
                    (share / file).write_bytes(damage)
                self.assert_refused(serve(self.centre.folder, '--share', share),
                                    file if 'privacy' not in file else 'privacy')
                (share / file).write_bytes(good)
        self.assert_refused(serve(self.centre.folder, '--web', share), str(share))

    def test_folders_that_are_no_centre(self):
        empty = new_folder()
        self.assert_refused(serve(empty), str(empty), 'init')
        self.assert_refused(serve(empty / 'missing'), 'missing', 'init')
        keys = self.centre.folder / 'keys'
        os.chmod(keys, 0o640)
        self.assert_refused(serve(self.centre.folder), str(keys), 'others may read it', 'chmod 600')
        os.chmod(keys, 0o600)
        good = keys.read_bytes()
        keys.write_bytes(good[:-7])
        self.assert_refused(serve(self.centre.folder), str(keys))
        keys.write_bytes(good)

    def test_a_damaged_database_is_refused(self):
        damaged = Centre()
        self.addCleanup(damaged.__exit__)
        database = damaged.folder / 'safety-centre.db'
        database.write_bytes(b'This is no database. ' * 1000)
        self.assert_refused(serve(damaged.folder), str(database), 'restore it from a backup')

    def test_a_second_process_on_the_same_folder(self):
        with Centre() as centre:
            self.assert_refused(serve(centre.folder), str(centre.folder),
                                f'in use by process {centre.server.pid}')
            self.assertTrue(centre.server.is_running())
            self.assertEqual(centre.stop(), 0)

    def test_a_port_in_use(self):
        with socket.create_server(('127.0.0.1', 0)) as taken:
            address = f'127.0.0.1:{taken.getsockname()[1]}'
            self.assert_refused(serve(self.centre.folder, public=address), address, 'in use')
        for bad in ('127.0.0.1', 'localhost:80', '127.0.0.1:99999', ':::', ''):
            with self.subTest(bad):
                ended = serve(self.centre.folder, public=bad)
                self.assertNotEqual(ended.returncode, 0)
                self.assertIn(bad, ended.stdout + ended.stderr)

    def test_only_one_of_the_two_sites(self):
        for only, other in (('public', 'workbench on'), ('workbench', 'public site on')):
            with self.subTest(only):
                server = Server(self.centre.folder, '--only', only)
                self.addCleanup(lambda one=server: one.is_running() and one.kill())
                server.address('public site' if only == 'public' else 'workbench')
                self.assertEqual(server.stop(), 0)
                self.assertNotIn(other, server.output())


if __name__ == '__main__':
    unittest.main()
