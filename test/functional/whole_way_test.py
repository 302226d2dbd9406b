"""From the start page to the advisor's screen, for every audience, through the real binary."""

import datetime
import re
import unittest
from zoneinfo import ZoneInfo

from advisor import Advisor
from browser import Browser
from centre import Centre
from imagination import Imagination
from visitor import Visitor

AUDIENCES = {'child': 'Child or young person', 'parent': 'Parent or carer',
             'professional': 'Professional', 'concerned_adult': 'Worried adult'}
REFERENCE = re.compile(r'[2-9A-Z]{5}-[2-9A-Z]{5}')


def london(microseconds):
    moment = datetime.datetime.fromtimestamp(microseconds / 1e6, datetime.timezone.utc)
    return moment.astimezone(ZoneInfo('Europe/London'))


def say_day(moment):
    """The end of "5pm on Tuesday 5 January", "5pm tomorrow", "5pm today"."""
    days = (moment.date() - london(datetime.datetime.now().timestamp() * 1e6).date()).days
    return {0: 'today', 1: 'tomorrow'}.get(
        days, f'on {moment:%A} {moment.day} {moment:%B}')


class WholeWayTest(unittest.TestCase):
    def setUp(self):
        self.centre = self.enterContext(Centre())

    def entries(self, reference, action):
        return self.centre.query(
            'SELECT actor FROM journal JOIN case_file ON case_number = number '
            'WHERE reference = ? AND action = ?', reference, action)

    def report(self, audience, seed=7, **said):
        visitor = Visitor(self.centre, audience, Imagination(seed, said))
        return visitor, visitor.report()

    def test_every_audience_gets_a_reference_a_return_code_and_a_date(self):
        for audience in AUDIENCES:
            with self.subTest(audience):
                visitor, sent = self.report(audience)
                self.assertRegex(sent.reference, REFERENCE)
                self.assertEqual(len(sent.code.split()), 7, sent.code)
                (stored_audience, status, answer_by), = self.centre.query(
                    'SELECT audience, status, answer_by FROM case_file WHERE reference = ?',
                    sent.reference)
                self.assertEqual((stored_audience, status), (audience, 'new'))
                self.assertRegex(sent.text, r'(\d(am|pm)|midday) ' + say_day(london(answer_by)))
                self.assertEqual(len(self.entries(sent.reference, 'report_received')), 1)
                # The same cookie shows the same confirmation again; nobody else's shows anything.
                again = visitor.browser.visit(visitor.check_address)
                self.assertIn(sent.reference, again.page.text())
                stranger = Browser(lambda: self.centre.public).visit('/report/sent')
                self.assertEqual(stranger.status, 410)
                self.assertNotIn(sent.reference, stranger.html)
        self.assertEqual(self.centre.verify_journal().returncode, 0)

    def test_check_your_answers_shows_what_was_given_and_changes_it(self):
        visitor = Visitor(self.centre, 'parent', Imagination(3))
        check = visitor.walk_to_check()
        self.assertEqual(rows(check), visitor.given())
        change = next(link['href'] for link in check.page.main().all('a')
                      if 'what-happened' in link['href'])
        visitor.imagination = Imagination(4, {'what_happened': ['Told\nin other words']})
        check = visitor.answer(visitor.browser.get(change))
        self.assertEqual(check.address, visitor.check_address)
        self.assertIn('Told\nin other words', [answer for _, answer in rows(check)])
        self.assertEqual(rows(check), visitor.given())

    def test_an_advisor_sees_it_opens_it_reads_it_and_takes_it_on(self):
        # The first is the least urgent: the queue must turn the order around.
        calm = {'danger': ['no'], 'right_now': ['none'], 'pictures': ['none'],
                'person_facts': ['none'], 'child_facts': ['none'], 'concerns': ['grooming'],
                'child_age': ['15'], 'child_date_of_birth': [], 'contact_risk': ['no'],
                'what_happened': ['A "friend" from a game <asks> & asks']}
        _, standard = self.report('parent', **calm)
        urgent_visitor, urgent = self.report('child', danger=['yes'])

        advisor = Advisor(self.centre)
        self.assertEqual(advisor.sign_in().location, '/')
        queue = advisor.queue()
        self.assertEqual([row.reference for row in queue], [urgent.reference, standard.reference])
        for words in ('P1 Immediate', 'Due in ', AUDIENCES['child'], 'New', 'Nobody'):
            self.assertIn(words, queue[0].text)
        for words in ('P3 Standard', 'Due in ', AUDIENCES['parent'], calm['what_happened'][0]):
            self.assertIn(words, queue[1].text)

        address = f'/case/{urgent.reference}'
        self.assertEqual(self.entries(urgent.reference, 'viewed'), [])
        opened = advisor.browser.get(address)
        (viewer,), = self.entries(urgent.reference, 'viewed')
        self.assertRegex(viewer, r'account:[0-9a-f]{32}')
        self.assertIn('threat-to-life', opened.page.text())
        given = urgent_visitor.given()
        self.assertEqual(rows(opened)[-len(given):], [
            (question, answer or 'No answer') for question, answer in given])

        taken = advisor.press(opened, f'{address}/take')
        self.assertIn('This case is now yours', taken.page.text())
        mine, other = advisor.queue()
        self.assertIn('Allocated', mine.text)
        self.assertIn(advisor.name, mine.text)
        self.assertIn('Nobody', other.text)
        self.assertEqual(self.entries(urgent.reference, 'taken'), [(viewer,)])

        session = dict(advisor.browser.cookies)
        self.assertEqual(advisor.press(taken, '/sign-out').address, '/sign-in?signed-out=1')
        self.assertNotEqual(advisor.browser.cookies, session)
        advisor.browser.cookies = session  # somebody kept it
        for address in ('/', address):
            seen = advisor.browser.get(address)
            self.assertEqual((seen.status, seen.location), (303, '/sign-in?ended=1'))
        self.assertEqual(self.centre.verify_journal().returncode, 0)
        self.assertEqual(self.centre.stop(), 0)


class SignInTest(unittest.TestCase):
    def setUp(self):
        self.centre = self.enterContext(Centre())

    def refusals(self):
        return [row[0] for row in self.centre.query(
            "SELECT header FROM journal WHERE action = 'sign_in_refused' ORDER BY seq")]

    def assert_refused(self, seen, word):
        self.assertEqual(seen.status, 403)
        self.assertIn(word, ' '.join(seen.page.errors().values()))
        self.assertNotIn('passphrase" type="password" value', seen.html)

    def test_a_code_works_once(self):
        first, second = Advisor(self.centre), Advisor(self.centre)
        code = first.code(1)  # still accepted if the step ends while this runs
        self.assertEqual(first.sign_in(code=code).status, 303)
        self.assert_refused(second.sign_in(code=code), 'has been used')
        self.assertEqual(second.browser.get('/').location, '/sign-in?ended=1')
        self.assertEqual(first.browser.get('/').status, 200)
        self.assertEqual(self.refusals(), ['{"reason":"code_used"}'])

    def test_wrong_passphrase_code_or_name_is_refused_alike(self):
        tries = {'passphrase': {'passphrase': 'seven tall herons stand in the sun'},
                 'code': {'code': '000000'}, 'unknown_name': {'name': 'nobody'}}
        words = set()
        for reason, wrong in tries.items():
            with self.subTest(reason):
                advisor = Advisor(self.centre)
                if reason == 'code' and '000000' in (advisor.code(step) for step in (-1, 0, 1)):
                    wrong = {'code': '111111'}
                seen = advisor.sign_in(**wrong)
                self.assert_refused(seen, 'wrong')
                words.add(seen.page.errors()['name'])
                self.assertEqual(advisor.browser.get('/').status, 303)
        self.assertEqual(len(words), 1)
        self.assertEqual(self.refusals(), [f'{{"reason":"{reason}"}}' for reason in tries])

    def test_the_administrator_reads_no_report(self):
        reference = Visitor(self.centre, 'child').report().reference
        administrator = Advisor(self.centre, 'administrator')
        self.assertEqual(administrator.sign_in().status, 303)
        self.assertEqual(administrator.queue(), [])
        seen = administrator.browser.get(f'/case/{reference}')
        self.assertEqual(seen.status, 403)
        refused = self.centre.query("SELECT count(*) FROM journal WHERE action = 'refused'")
        self.assertEqual(refused, [(1,)])


def rows(seen):
    return seen.page.summary_rows()


if __name__ == '__main__':
    unittest.main()
