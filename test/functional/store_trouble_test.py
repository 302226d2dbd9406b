"""Disk full or database locked: 503 with what to do instead, never a false "sent", and the same
visitor can send once the trouble is over."""

import signal
import unittest

from advisor import Advisor
from centre import Centre
from imagination import Imagination
from trouble import full_disk, locked
from visitor import Visitor


class StoreTroubleTest(unittest.TestCase):
    def setUp(self):
        # As on a full disk, a write that does not fit fails, and the process goes on.
        self.centre = self.enterContext(Centre(ignored_signals=[signal.SIGXFSZ]))
        self.visitor = Visitor(self.centre, 'parent', Imagination(6))
        self.visitor.walk_to_check()

    def troubles(self):
        return {'disk full': lambda: full_disk(self.centre),
                'database locked': lambda: locked(self.centre, 'safety-centre.db')}

    def assert_not_now(self, seen, heading):
        self.assertEqual(seen.status, 503)
        self.assertIn(heading, seen.page.text())
        self.assertIn('101', seen.page.text())
        self.assertIn('999', seen.page.text())
        self.assertTrue(int(seen.headers['Retry-After']) > 0)
        self.assertIsNone(seen.page.root.first(css_class='govuk-panel'))
        self.assertNotIn('/report/sent', seen.location)

    def test_a_report_is_not_sent_until_it_is_stored(self):
        for what, trouble in self.troubles().items():
            with self.subTest(what):
                visitor = Visitor(self.centre, 'parent', Imagination(6))
                visitor.walk_to_check()
                before = self.centre.counts()
                with trouble():
                    for _ in range(2):
                        refused = visitor.press_send()
                        self.assert_not_now(refused, 'Your report has not been sent yet')
                        self.assertIn('Your answers are still here', refused.page.text())
                    # There is nothing to confirm.
                    sent = visitor.browser.get('/report/sent')
                    self.assertIsNone(sent.page.root.first(css_class='govuk-panel')
                                      if sent.html else None)
                    self.assertEqual(self.centre.counts(), before)
                # The button on the very page that said so.
                form = refused.page.form()
                self.assertEqual(form['action'], visitor.check_address)
                reference = visitor.send().reference
                self.assertEqual(self.centre.references().count(reference), 1)
                self.assertEqual(self.centre.counts(),
                                 {table: count + 1 for table, count in before.items()})
        self.assertEqual(self.centre.verify_journal().returncode, 0)

    def test_an_answer_that_cannot_be_saved_stays_on_the_page(self):
        story = 'Only here\nso far'
        troubles = self.troubles() | {
            'database locked': lambda: locked(self.centre, 'drafts.db')}
        for what, trouble in troubles.items():
            with self.subTest(what):
                target = '/report/parent/what-happened'
                with trouble():
                    seen = self.visitor.browser.post(
                        target, [('what_happened', story), ('csrf', self.visitor.csrf)])
                    self.assert_not_now(seen, 'We have not saved this answer yet')
                    self.assertEqual(seen.page.questions()[0].given, [story])
                seen = self.visitor.browser.post(
                    target, [('what_happened', story), ('csrf', self.visitor.csrf)])
                self.assertEqual(seen.status, 303)
                check = self.visitor.browser.get(self.visitor.check_address)
                self.assertIn(story, check.page.text())

    def test_nobody_signs_in_or_reads_what_cannot_be_written_to_the_journal(self):
        reference = self.visitor.send().reference
        advisor = Advisor(self.centre)
        self.assertEqual(advisor.sign_in().status, 303)
        for what, trouble in self.troubles().items():
            with self.subTest(what), trouble():
                opened = advisor.browser.get(f'/case/{reference}')
                self.assertEqual(opened.status, 503)
                self.assertNotIn('What the reporter told us', opened.page.text())
                self.assertEqual(Advisor(self.centre).sign_in(code='000000').status, 503)
        opened = advisor.browser.get(f'/case/{reference}')
        self.assertIn('What the reporter told us', opened.page.text())

    def test_the_way_out_works_in_any_trouble(self):
        for what, trouble in self.troubles().items():
            with self.subTest(what), trouble():
                seen = self.visitor.browser.get('/exit')
                self.assertEqual(seen.status, 303)
                self.assertTrue(seen.location.startswith('https://'))
                self.assertEqual(self.visitor.browser.cookies, {})
                self.assertEqual(self.visitor.browser.get(self.visitor.check_address).location, '/')


if __name__ == '__main__':
    unittest.main()
