"""Nothing of a report, of its reporter or of their browser can be read in any file or in the
server's output: not while it is being written, not after Send, not after the server has stopped."""

import unittest

from advisor import Advisor
from centre import PASSPHRASES, Centre, eventually
from imagination import Imagination
from visitor import Visitor

ADDRESS = '127.0.0.77'  # any 127.x.x.x reaches the server, and shows it that address
USER_AGENT = 'Marker-Browser-4711'
SAID = {
    'what_happened': ['Marker-Story about a marker-lake'], 'child_name': ['Marker-Child Doe'],
    'child_also_known_as': ['Marker-Nickname'], 'child_school': ['Marker-School'],
    'child_postcode': ['MK47 1XX'], 'child_usernames': ['marker_kid_77'],
    'child_wishes': ['Marker-Wish'], 'know_person': ['yes'], 'person_name': ['Marker-Person Roe'],
    'person_also_known_as': ['Marker-Alias'], 'person_relationship': ['Marker-Uncle'],
    'person_usernames': ['marker_fox_99'], 'know_involved': ['yes'],
    'involved_name': ['Marker-Colleague'], 'involved_organisation': ['Marker-Agency'],
    'already_reported': ['yes'], 'reported_by': ['Marker-Constable'],
    'reported_reference': ['MARKERREF-1'], 'reporter_name': ['Marker-Reporter'],
    'reporter_organisation': ['Marker-Employer'], 'contact': ['email', 'phone'],
    'email': ['marker.reporter@example.org'], 'phone': ['07700 900477'],
    'contact_times': ['Marker-Hours'], 'contact_never': ['Marker-Never'],
}


class PrivacyTest(unittest.TestCase):
    def setUp(self):
        self.centre = self.enterContext(Centre())
        self.markers = {value for values in SAID.values() for value in values if len(value) > 5}
        self.markers |= {'marker-lake', ADDRESS, USER_AGENT}

    def drafts(self):
        return self.centre.query('SELECT count(*) FROM draft', file='drafts.db')[0][0]

    def assert_nothing_to_read(self, when):
        output = '\n'.join([self.centre.server.output(), *self.centre.outputs])
        places = {path.name: path.read_bytes().lower() for path in self.centre.folder.iterdir()}
        self.assertIn('safety-centre.db', places)
        places['the output'] = output.encode().lower()
        for marker in self.markers:
            plain = marker.encode()
            for spelled in (plain, plain.hex().encode(), marker.encode('utf-16-le')):
                for name, data in places.items():
                    self.assertNotIn(spelled.lower(), data, f'{marker} stands in {name} {when}')

    def test_a_whole_report_leaves_nothing_to_read(self):
        visitor = Visitor(self.centre, 'professional', Imagination(9, SAID), source=ADDRESS,
                          user_agent=USER_AGENT)
        check = visitor.walk_to_check()
        for marker in self.markers - {ADDRESS, USER_AGENT, 'yes'}:
            self.assertIn(marker, check.page.text())  # or the test would look for nothing
        self.markers |= {value for value in visitor.browser.cookies.values()} | {visitor.csrf}
        self.assertEqual(self.drafts(), 1)
        self.assert_nothing_to_read('while the report is a draft')

        sent = visitor.send()
        self.markers.add(sent.code)
        self.assert_nothing_to_read('after Send')
        self.assertEqual(self.drafts(), 0)

        advisor = Advisor(self.centre)
        code = advisor.code()
        self.assertEqual(advisor.sign_in(code=code).status, 303)
        opened = advisor.browser.get(f'/case/{sent.reference}')
        self.assertIn('marker-lake', opened.page.text())
        advisor.press(opened, f'/case/{sent.reference}/take')
        self.markers |= set(PASSPHRASES.values()) | set(advisor.browser.cookies.values())
        self.assert_nothing_to_read('while an advisor has it open')

        self.assertEqual(self.centre.stop(), 0)
        self.assert_nothing_to_read('after the server has stopped')

    def test_a_report_given_up_leaves_nothing_and_opens_for_nobody(self):
        visitor = Visitor(self.centre, 'parent', Imagination(9, SAID), source=ADDRESS)
        visitor.walk_to_check()
        key = dict(visitor.browser.cookies)
        left = visitor.browser.get('/exit')
        self.assertEqual(left.status, 303)
        self.assertIn('"cache"', left.headers['Clear-Site-Data'])
        self.assertEqual(visitor.browser.cookies, {})
        # Leaving waits for nothing, not even for the draft to be erased.
        self.assertTrue(eventually(lambda: self.drafts() == 0))
        visitor.browser.cookies = key
        self.assertEqual(visitor.browser.get(visitor.check_address).status, 410)
        self.assert_nothing_to_read('after leaving')
        self.assertEqual(self.centre.counts()['case_file'], 0)

    def test_pages_of_a_report_are_kept_by_no_browser_and_lead_nowhere_else(self):
        visitor = Visitor(self.centre, 'child', Imagination(9))
        seen = visitor.begin()
        while True:
            self.assertEqual(seen.headers['Cache-Control'], 'no-store', seen.address)
            self.assertEqual(seen.headers['Referrer-Policy'], 'no-referrer')
            self.assertIn("default-src 'none'", seen.headers['Content-Security-Policy'])
            for element in seen.page.root.walk():
                for attribute in ('src', 'href', 'action'):
                    value = element[attribute]
                    self.assertTrue(element.tag == 'a' or not value or value.startswith('/'), value)
            if seen.address == visitor.check_address:
                break
            seen = visitor.answer(seen)
        cookie = visitor.press_send().headers['Set-Cookie']
        for attribute in ('__Host-', 'Secure', 'HttpOnly', 'SameSite=Strict', 'Path=/'):
            self.assertIn(attribute, cookie)


if __name__ == '__main__':
    unittest.main()
