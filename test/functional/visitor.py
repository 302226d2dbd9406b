"""A visitor who reads each page's form and answers it.

The visitor knows no journey: whatever the page asks is answered, from what the test wants said and
otherwise from a seeded imagination, and the way leads where the site leads.
"""

from dataclasses import dataclass

from browser import Browser
from imagination import Imagination
from page import hidden_fields


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
            raise AssertionError(
                f'{seen.status} at {seen.address} asks nothing:\n{seen.page.text()}')
        fields, lines = [], []
        for question in seen.page.questions():
            values = self.imagination.answer(question)
            fields += fields_of(question, values)
            lines.append((question.label, shown(question, values)))
        address = form['action']
        after = self._read(self.browser.submit(address, fields + [('csrf', self.csrf)]))
        if after.status != 200:
            raise AssertionError(
                f'{after.status} after {fields} at {address}:\n{after.page.text()}')
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
