"""Whatever comes over the real socket gets the right status and a page in plain words; what was
answered before stays, and nothing is stored by halves."""

import contextlib
import re
import sqlite3
import unittest
from urllib.parse import urlencode

import wire
from browser import Browser
from centre import Centre
from imagination import Imagination
from page import Page
from visitor import Visitor

FORM = ('Content-Type', 'application/x-www-form-urlencoded')
PAGE = '/report/child/what-happened'
# What a frightened person must never read.
FORBIDDEN = re.compile(r'exception|traceback|stack trace|std::|boost|sqlite|errno|\.cc\b|null'
                       r'|0x[0-9a-f]{6}|\b(please|sorry|invalid|oops)\b', re.IGNORECASE)


class HostileInputTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = cls.enterClassContext(Centre())

    def setUp(self):
        self.visitor = Visitor(self.centre, 'child', Imagination(
            1, {'concerns': ['grooming'], 'what_happened': ['It began in a game']}))
        self.visitor.walk_to_check()
        self.before = self.stored()

    def stored(self):
        drafts = self.centre.query('SELECT hex(id), version, saved FROM draft ORDER BY id',
                                   file='drafts.db')
        return self.centre.counts(), drafts

    def headers(self, *more):
        cookie = [(name, value) for name, value in self.visitor.browser.headers().items()
                  if name == 'Cookie']
        return [*cookie, FORM, *more]

    def body(self, *fields, csrf=None):
        token = self.visitor.csrf if csrf is None else csrf
        return urlencode([*fields, ('csrf', token)]).encode()

    def exchange(self, data):
        return wire.exchange(self.centre.public, data)

    def post(self, body, *more_headers, target=PAGE):
        return self.exchange(wire.request('POST', target, self.headers(*more_headers), body))

    def assert_plain_page(self, answer, status):
        self.assertIsNotNone(answer, 'the server hung up without a word')
        self.assertEqual(answer.status, status, Page(answer.html).text())
        self.assertTrue(answer.headers['content-type'].startswith('text/html'))
        page = Page(answer.html)
        header = page.root.first('header')
        self.assertEqual(header.text(), 'Safety Centre')
        self.assertTrue(page.heading())
        self.assertNotRegex(page.text(), FORBIDDEN)
        self.assertIn('exit', page.root.first(css_class='govuk-exit-this-page').text().lower())
        return page

    def assert_nothing_changed(self):
        self.assertEqual(self.stored(), self.before)
        check = self.visitor.browser.get(self.visitor.check_address)
        self.assertIn('It began in a game', check.page.text())

    def test_fields_that_are_not_ours(self):
        story = ('what_happened', 'Another story')
        nul, bad_utf8 = b'what_happened=a%00b&csrf=', b'what_happened=%C3%28&csrf='
        token = self.visitor.csrf.encode()
        cases = {
            'unknown field': self.body(story, ('is_admin', '1')),
            'a field of another page': self.body(story, ('concerns', 'grooming')),
            'a hostile name': self.body(story, ('<script>alert(1)</script>', '1')),
            'a name without end': self.body(story, ('x' * 5_000, '1')),
            'more fields than any page has': self.body(*[('what_happened', 'x')] * 300),
            'NUL': nul + token,
            'NUL in a name': b'what%00happened=x&csrf=' + token,
            'bad UTF-8': bad_utf8 + token,
            'raw bytes': b'what_happened=\xff\xfe\x00&csrf=' + token,
            'a surrogate': b'what_happened=%ED%A0%80&csrf=' + token,
            'an overlong encoding': b'what_happened=%C0%AF&csrf=' + token,
            'half an escape': b'what_happened=%C&csrf=' + token,
            'a value past every limit': self.body(('what_happened', 'x' * 70_000)),
            'no name': b'=x&csrf=' + token,
        }
        for what, body in cases.items():
            with self.subTest(what):
                answer = self.post(body)
                self.assert_plain_page(answer, 400)
                self.assertNotIn('<script>alert', answer.html)
        self.assert_nothing_changed()

    def test_answers_that_do_not_fit_stay_on_the_page(self):
        too_long = 'y' * 5_001
        for what, fields, kept in (
                ('over-long', [('what_happened', too_long), ('wishes', '')], too_long),
                ('a control character', [('what_happened', 'a\x07b'), ('wishes', '')], None),
                ('given twice', [('what_happened', 'one'), ('what_happened', 'two')], 'one'),
                ('missing', [('wishes', 'That it stops')], 'That it stops')):
            with self.subTest(what):
                page = self.assert_plain_page(self.post(self.body(*fields)), 422)
                self.assertIn('what_happened', page.errors())
                self.assertTrue(page.title().startswith('Error: '))
                if kept:
                    given = [value for question in page.questions() for value in question.given]
                    self.assertIn(kept, given)
        for target, fields in (('/report/child/concerns', [('concerns', 'treason')]),
                               ('/report/child/danger', [('danger', 'yes'), ('danger', 'no')]),
                               ('/report/child/now', [('now', 'none'), ('now', 'meeting_soon')]),
                               ('/report/child/about-you', [('age', '99999999999999999999')]),
                               ('/report/child/about-you', [('age', '-3')]),
                               ('/report/child/about-you', [('age', 'twelve')])):
            with self.subTest(target, fields=fields):
                page = self.assert_plain_page(self.post(self.body(*fields), target=target), 422)
                self.assertIn(fields[0][0], page.errors())
        self.assert_nothing_changed()

    def test_bodies_of_the_wrong_kind_or_size(self):
        good = self.body(('what_happened', 'Another story'))
        cookie_only = [header for header in self.headers() if header != FORM]
        big = b'what_happened=' + b'z' * 10_000_000
        chunk = b'%x\r\n%s\r\n' % (len(big), big) + b'0\r\n\r\n'
        for what, status, data in (
                ('no content type', 400, wire.request('POST', PAGE, cookie_only, good)),
                ('JSON', 400, wire.request('POST', PAGE, [
                    *cookie_only, ('Content-Type', 'application/json')], b'{"what_happened": 1}')),
                ('multipart', 400, wire.request('POST', PAGE, [
                    *cookie_only, ('Content-Type', 'multipart/form-data; boundary=x')], good)),
                ('10 MB', 413, wire.request('POST', PAGE, self.headers(), big)),
                ('10 MB in one chunk', 413, wire.request('POST', PAGE, self.headers(
                    ('Transfer-Encoding', 'chunked')), chunk)),
                ('a length of its own making', 413, wire.request('POST', PAGE, self.headers(
                    ('Content-Length', str(2**64 - 2))), good)),
                ('a negative length', 400, wire.request('POST', PAGE, self.headers(
                    ('Content-Length', '-1')), good)),
                ('two lengths', 400, wire.request('POST', PAGE, self.headers(
                    ('Content-Length', str(len(good))), ('Content-Length', '3')), good)),
                ('a length and chunks', 400, wire.request('POST', PAGE, self.headers(
                    ('Content-Length', str(len(good))), ('Transfer-Encoding', 'chunked')), good)),
                ('no body', 403, wire.request('POST', PAGE, self.headers(
                    ('Content-Length', '0'))))):
            with self.subTest(what):
                self.assert_plain_page(self.exchange(data), status)
        self.assert_nothing_changed()

    def test_forms_that_did_not_come_from_our_page(self):
        other = Visitor(self.centre, 'child')
        other.begin()
        story = ('what_happened', 'Another story')
        own = self.body(story)
        for what, body, more in (
                ('no token', urlencode([story]).encode(), []),
                ('an empty token', self.body(story, csrf=''), []),
                ("another visitor's token", self.body(story, csrf=other.csrf), []),
                ('a token cut short', self.body(story, csrf=self.visitor.csrf[:-1]), []),
                ('another origin', own, [('Origin', 'https://evil.example')]),
                ('another port', own, [('Origin', 'http://localhost:1')]),
                ('cross-site', own, [('Sec-Fetch-Site', 'cross-site')]),
                ('a sister site', own, [('Sec-Fetch-Site', 'same-site')])):
            for target in (PAGE, self.visitor.check_address):
                with self.subTest(what, target=target):
                    if target != PAGE:  # a form that is only its button
                        body = body.replace(urlencode([story]).encode(), b'')
                    self.assert_plain_page(self.post(body, *more, target=target), 403)
        self.assert_nothing_changed()

    def test_cookies_that_are_none_of_ours(self):
        own = self.visitor.browser.headers()['Cookie']
        name, value = own.split('=', 1)
        body = self.body(('what_happened', 'Another story'))
        for what, cookie in (('none', None), ('empty', f'{name}='), ('cut short', own[:-1]),
                             ('too long', own + 'A'), ('not base64', f'{name}={"!" * len(value)}'),
                             ('given twice', f'{own}; {name}={"A" * len(value)}'),
                             ('binary', f'{name}=\udcff\udcfe'), ('unspoken', ';;;=;=')):
            headers = [FORM] + ([('Cookie', cookie)] if cookie is not None else [])
            with self.subTest(what):
                answer = self.exchange(wire.request('POST', PAGE, headers, body))
                self.assert_plain_page(answer, 403)
                # Without a cookie a page of the journey shows nothing and leads to the start.
                answer = self.exchange(wire.request('GET', PAGE, headers[1:]))
                self.assertEqual((answer.status, answer.headers['location']), (303, '/'))
        # A cookie of the right shape is somebody who has not begun.
        stranger = [FORM, ('Cookie', f'{name}={"A" * len(value)}')]
        self.assert_plain_page(self.exchange(wire.request('GET', PAGE, stranger)), 410)
        self.assert_nothing_changed()

    def test_addresses_and_methods_that_do_not_exist(self):
        def get(target):
            return wire.request('GET', target, self.headers())

        long_number = '9' * 400
        for what, status, data in (
                ('unknown page', 404, get('/nowhere')),
                ('unknown journey', 404, get('/report/teacher/danger')),
                ('unknown question', 404, get('/report/child/salary')),
                ('item 0', 404, get('/report/child/person-names/0')),
                ('item past any', 404, get(f'/report/child/person-names/{long_number}')),
                ('item of a page that has none', 404, get('/report/child/danger/1')),
                ('unknown help', 404, get('/help/money')),
                ('the way up', 400, get('/help/../../etc/passwd')),
                ('the way up, encoded', 400, get('/assets/..%2f..%2fkeys')),
                ('half an escape', 400, get('/report/child/%')),
                ('NUL in the address', 400, get('/report/child/a%00b')),
                ('bad UTF-8 in the address', 400, get('/report/%ff%fe/danger')),
                ('no such method here', 405, wire.request('PUT', PAGE, self.headers(), b'x')),
                ('POST to what is only read', 405, wire.request(
                    'POST', '/', self.headers(), b'x=1')),
                ('DELETE', 405, wire.request('DELETE', '/report/sent', self.headers())),
                ('TRACE', 405, wire.request('TRACE', '/', self.headers())),
                ('an invented method', 405, wire.request('STEAL', PAGE, self.headers())),
                ('no host', 400, f'GET {PAGE} HTTP/1.1\r\n\r\n'.encode()),
                ('HTTP/9.9', 400, f'GET {PAGE} HTTP/9.9\r\nHost: x\r\n\r\n'.encode()),
                ('not HTTP', 400, b'\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'),
                ('a NUL header', 400, b'GET / HTTP/1.1\r\nHost: x\r\nCookie: a\x00b\r\n\r\n'),
                ('100 kB of headers', 431, wire.request('GET', PAGE, [
                    *self.headers(), *(('X-Filler', 'f' * 1_000) for _ in range(100))])),
                ('one header of 100 kB', 431, wire.request('GET', PAGE, [
                    ('Cookie', 'f' * 100_000)])),
                ('an address of 100 kB', 431, get('/' + 'a' * 100_000))):
            with self.subTest(what):
                self.assert_plain_page(self.exchange(data), status)
        self.assert_nothing_changed()

    def test_a_way_that_was_not_walked_leads_to_where_the_answers_end(self):
        fresh = Visitor(self.centre, 'child')
        first = fresh.begin()
        fresh.answer(first)
        for seen in (fresh.browser.get('/report/child/check'), fresh.press_send()):
            self.assertEqual(seen.status, 303)
            self.assertNotEqual(seen.location, '/report/sent')
        self.assertEqual(self.centre.counts(), self.before[0])

    def test_an_expired_draft(self):
        self.centre.stop()
        make_drafts_older(self.centre, hours=2)
        self.centre.start()
        self.visitor.browser.close()
        for seen in (self.visitor.browser.get(PAGE), self.visitor.press_send(),
                     self.visitor.browser.post(PAGE, [('what_happened', 'More'),
                                                      ('csrf', self.visitor.csrf)])):
            self.assertEqual(seen.status, 410)
            self.assertIn('one hour', seen.page.text())
            self.assertNotRegex(seen.page.text(), FORBIDDEN)
        self.assertEqual(self.centre.counts(), self.before[0])
        self.assertEqual(self.centre.query('SELECT count(*) FROM draft', file='drafts.db'), [(0,)])
        self.visitor.report()  # the same browser can begin again


class HostileWorkbenchTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.centre = cls.enterClassContext(Centre())

    def test_pages_in_plain_words(self):
        workbench = Browser(lambda: self.centre.workbench)
        workbench.get('/sign-in')
        before = self.centre.counts()
        for what, status, data in (
                ('unknown page', 404, wire.request('GET', '/nowhere')),
                ('wrong method', 405, wire.request('POST', '/', [FORM], b'x=1')),
                ('no token', 403, wire.request('POST', '/sign-in', [FORM], b'name=duty-lead')),
                ('10 MB', 413, wire.request('POST', '/sign-in', [FORM], b'z' * 10_000_000)),
                ('NUL', 400, wire.request('POST', '/sign-in', [FORM], b'name=%00')),
                ('100 kB of headers', 431, wire.request('GET', '/', [('Cookie', 'f' * 100_000)])),
                ('not HTTP', 400, b'hello\r\n\r\n')):
            with self.subTest(what):
                answer = wire.exchange(self.centre.workbench, data)
                self.assertEqual(answer.status, status, Page(answer.html).text())
                page = Page(answer.html)
                self.assertIn('Safety Centre workbench', page.root.first('header').text())
                self.assertTrue(page.heading())
                self.assertNotRegex(page.text(), FORBIDDEN)
        for method, address in (('GET', '/'), ('GET', '/case/7KXQ4-MZTPB'), ('POST', '/sign-out'),
                                ('POST', '/case/7KXQ4-MZTPB/take')):
            answer = wire.exchange(self.centre.workbench, wire.request(method, address, [FORM]))
            self.assertEqual((answer.status, answer.headers['location']), (303, '/sign-in'))
        self.assertEqual(self.centre.counts(), before)


def make_drafts_older(centre, hours):
    with contextlib.closing(sqlite3.connect(centre.folder / 'drafts.db')) as drafts, drafts:
        drafts.execute('UPDATE draft SET saved = saved - ?', (hours * 3_600_000_000,))


if __name__ == '__main__':
    unittest.main()
