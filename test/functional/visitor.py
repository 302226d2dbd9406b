"""A visitor with a browser that keeps cookies, reads each page's form and answers it.

The visitor knows no journey: whatever the page asks is answered, from what the test wants said and
otherwise from a seeded imagination, and the way leads where the site leads.
"""

import contextlib
import http.client
import random
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from page import Page, hidden_fields

PATIENCE = 30  # seconds for one answer


@dataclass
class Seen:
    status: int
    headers: http.client.HTTPMessage
    html: str
    address: str

    @property
    def page(self):
        return Page(self.html)

    @property
    def location(self):
        return self.headers.get('Location', '')


class Browser:
    """Cookies, redirects and a kept connection. `listener` gives (host, port) whenever it connects,
    so that a browser finds a server that has been started again."""

    def __init__(self, listener, source='127.0.0.1', user_agent='functional tests'):
        self._listener = listener
        self._source = source
        self._user_agent = user_agent
        self._connection = None
        self.cookies = {}

    def __del__(self):
        self.close()

    def close(self):
        if self._connection:
            self._connection.close()
            self._connection = None

    def headers(self):
        headers = {'User-Agent': self._user_agent, 'Sec-Fetch-Site': 'same-origin'}
        if self.cookies:
            headers['Cookie'] = '; '.join(f'{name}={value}' for name, value in self.cookies.items())
        return headers

    def request(self, method, address, body=None, headers=None):
        """One request, no redirect followed. Fails with OSError or HTTPException when cut off."""
        self.begin(method, address, body, headers)
        return self.finish(address)

    def begin(self, method, address, body=None, headers=None):
        """Hands the whole request to the network, and does not wait for the answer."""
        all_headers = self.headers() | (headers or {})
        if self._connection is None:
            host, port = self._listener()
            self._connection = http.client.HTTPConnection(
                host, port, timeout=PATIENCE, source_address=(self._source, 0))
        with self._closed_on_failure():
            self._connection.request(method, address, body, all_headers)

    def finish(self, address):
        """The answer to what was begun."""
        with self._closed_on_failure():
            response = self._connection.getresponse()
            html = response.read().decode()
        for cookie in response.headers.get_all('Set-Cookie', []):
            self._take(cookie)
        return Seen(response.status, response.headers, html, address)

    @contextlib.contextmanager
    def _closed_on_failure(self):
        try:
            yield
        except BaseException:
            self.close()
            raise

    def _take(self, cookie):
        pair, *attributes = cookie.split('; ')
        name, value = pair.split('=', 1)
        if 'Max-Age=0' in attributes:
            self.cookies.pop(name, None)
        else:
            self.cookies[name] = value

    def get(self, address):
        return self.request('GET', address)

    def post(self, address, fields, headers=None):
        self.begin_post(address, fields, headers)
        return self.finish(address)

    def begin_post(self, address, fields, headers=None):
        form = {'Content-Type': 'application/x-www-form-urlencoded'}
        self.begin('POST', address, urlencode(fields), form | (headers or {}))

    def follow(self, seen):
        for _ in range(5):
            if seen.status != 303 or urlsplit(seen.location).netloc:
                break
            seen = self.get(urljoin(seen.address, seen.location))
        return seen

    def visit(self, address):
        return self.follow(self.get(address))

    def submit(self, address, fields):
        return self.follow(self.post(address, fields))


class Imagination:
    """Answers for whatever is asked. The same seed gives the same answers to the same questions."""

    TEXTS = ('Sam & "Jo" O\u2019Neill', '<b>not bold</b>', 'Zo\u00eb \u0141uczak', '\u674e\u5c0f\u9f99 \U0001f98a',
             '100% & more; {item}', "d'Arcy \\ back/slash", '\u0641\u0627\u0637\u0645\u0629')

    def __init__(self, seed, said=None, most_items=2):
        self._random = random.Random(seed)
        self._said = said or {}
        self._most_items = most_items
        self._asked = {}

    def answer(self, question):
        """The values that this visitor gives, [] for none."""
        self._asked[question.name] = self._asked.get(question.name, 0) + 1
        if question.name in self._said:
            return list(self._said[question.name])
        return getattr(self, '_' + question.kind)(question)

    def _single(self, question):
        if question.name.startswith('another_'):
            return ['yes' if self._asked[question.name] < self._most_items else 'no']
        if question.name == 'tell_us':
            return ['yes']  # "no" ends the way
        return [self._random.choice(list(question.options))]

    def _many(self, question):
        several = [option for option in question.options if option not in question.exclusive]
        return [option for option in several if self._random.random() < 0.5] or several[:1]

    def _text(self, question):
        return [f'{self._random.choice(self.TEXTS)} {self._random.randrange(10**6)}']

    def _long(self, question):
        lines = (f'{self._text(question)[0]}' for _ in range(self._random.randrange(1, 4)))
        return ['\n'.join(lines)]

    def _email(self, _):
        return [f'someone.{self._random.randrange(10**6)}@example.org']

    def _tel(self, _):
        return [f'07700 900{self._random.randrange(1000):03}']

    def _age(self, _):
        return [str(self._random.randrange(4, 18))]

    def _date(self, _):
        return [str(self._random.randrange(1, 29)), str(self._random.randrange(1, 13)),
                str(self._random.randrange(2009, 2020))]


@dataclass
class Sent:
    """What the confirmation page says."""
    reference: str
    code: str
    text: str


def read_sent(seen):
    page = seen.page
    panel = page.root.first(css_class='govuk-panel')
    code = page.root.first(id='return-code')
    if seen.status != 200 or panel is None or code is None:
        raise AssertionError(f'no confirmation but {seen.status} at {seen.address}: {page.text()}')
    return Sent(panel.first('strong').text(), code.text(), page.text())


class Visitor:
    """Somebody who makes a report."""

    def __init__(self, centre, audience, imagination=None, **browser):
        self.audience = audience
        self.browser = Browser(lambda: centre.public, **browser)
        self.imagination = imagination or Imagination(0)
        self.posts = []  # (address, fields without the token) of each answer that was taken
        self.csrf = ''
        self._given = {}

    @property
    def check_address(self):
        return f'/report/{self.audience}/check'

    def given(self):
        """(question, answer as it is shown) in the order of the way."""
        return [line for lines in self._given.values() for line in lines]

    def begin(self):
        """From the start page through this audience's door to the first question."""
        start = self.browser.get('/')
        address = f'/report/{self.audience}'
        if not any(link['href'] == address for link in start.page.root.all('a')):
            raise AssertionError(f'the start page has no door to {address}')
        return self._read(self.browser.visit(address))

    def _read(self, seen):
        form = seen.page.form()
        self.csrf = dict(hidden_fields(form)).get('csrf', self.csrf) if form else self.csrf
        return seen

    def answer(self, seen):
        """Fills the page's form and goes where that leads."""
        form = seen.page.form()
        if seen.status != 200 or form is None:
            raise AssertionError(f'{seen.status} at {seen.address} asks nothing: {seen.page.text()}')
        fields, lines = [], []
        for question in seen.page.questions():
            values = self.imagination.answer(question)
            fields += fields_of(question, values)
            lines.append((question.label, shown(question, values)))
        address = form['action']
        after = self._read(self.browser.submit(address, fields + [('csrf', self.csrf)]))
        if after.status != 200:
            raise AssertionError(f'{address} took {fields} with {after.status}: {after.page.text()}')
        self.posts.append((address, fields))
        place, _, changed = address.partition('?')
        if not changed:
            self._given.pop(place, None)  # a page that is met again comes later on the way
        self._given[place] = lines
        return after

    def walk_to_check(self):
        """Answers page after page until check-your-answers."""
        seen = self.begin()
        for _ in range(120):
            if seen.address == self.check_address:
                return seen
            seen = self.answer(seen)
        raise AssertionError(f'the way never ends: it is at {seen.address}')

    def retrace(self, posts):
        """The same answers as another visitor's, without reading the pages in between."""
        self.begin()
        for address, fields in posts:
            seen = self.browser.post(address, fields + [('csrf', self.csrf)])
            if seen.status != 303:
                raise AssertionError(f'{address} took {fields} with {seen.status}')
        return self

    def press_send(self):
        """The POST behind "Send your report", and nothing more."""
        self.begin_send()
        return self.browser.finish(self.check_address)

    def begin_send(self):
        self.browser.begin_post(self.check_address, [('csrf', self.csrf)])

    def send(self):
        return read_sent(self.browser.follow(self.press_send()))

    def report(self):
        self.walk_to_check()
        return self.send()


def fields_of(question, values):
    """The form fields that a browser makes of an answer."""
    if question.kind == 'date':
        return [(f'{question.name}-{part}', value)
                for part, value in zip(('day', 'month', 'year'), values or ('', '', ''))]
    if question.kind in ('single', 'many'):
        return [(question.name, value) for value in values]
    return [(question.name, value.replace('\n', '\r\n')) for value in values or ['']]


def shown(question, values):
    """How an answer is read back to people."""
    if question.kind in ('single', 'many'):
        return '\n'.join(label for value, label in question.options.items() if value in values)
    return '/'.join(values) if question.kind == 'date' else '\n'.join(values)
