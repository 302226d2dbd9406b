"""Reads a page as a person would: its heading, its questions with their answers to choose from, its
lists and tables. Knows GOV.UK's components by their official markup, and nothing of any journey.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {'area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'}


class Element:
    """One element of a page. Its children are elements and texts."""

    def __init__(self, tag, attributes=(), parent=None):
        self.tag = tag
        self.attributes = dict(attributes)
        self.parent = parent
        self.children = []

    def __getitem__(self, attribute):
        return self.attributes.get(attribute) or ''

    def classes(self):
        return self['class'].split()

    def walk(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def all(self, tag=None, css_class=None, **attributes):
        return [element for element in self.walk()
                if (tag is None or element.tag == tag)
                and (css_class is None or css_class in element.classes())
                and all(element[name] == value for name, value in attributes.items())]

    def first(self, tag=None, css_class=None, **attributes):
        found = self.all(tag, css_class, **attributes)
        return found[0] if found else None

    def above(self, tag=None, css_class=None):
        element = self.parent
        while element is not None and not (
                (tag is None or element.tag == tag)
                and (css_class is None or css_class in element.classes())):
            element = element.parent
        return element

    def raw_text(self):
        if self.tag == 'br':
            return '\n'
        return ''.join(child.raw_text() if isinstance(child, Element) else child
                       for child in self.children)

    def text(self):
        """What is read, without the white space that markup has around lines."""
        return '\n'.join(line.strip() for line in self.raw_text().strip().split('\n'))


class _TreeBuilder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self._at = Element('document')

    def handle_starttag(self, tag, attrs):
        element = Element(tag, attrs, self._at)
        self._at.children.append(element)
        if tag not in VOID:
            self._at = element

    def handle_endtag(self, tag):
        at = self._at
        while at is not None and at.tag != tag:
            at = at.parent
        if at is None or at.parent is None:
            raise ValueError(f'the page ends <{tag}>, which it has not begun')
        self._at = at.parent

    def handle_data(self, data):
        self._at.children.append(data)


@dataclass
class Question:
    """One question of a form: 'text', 'long', 'email', 'tel', 'age', 'date', 'single' or 'many'."""
    name: str
    label: str
    kind: str
    options: dict = field(default_factory=dict)  # value: label, in the order of the page
    exclusive: set = field(default_factory=set)
    given: list = field(default_factory=list)    # what the page says the answer is so far
    error: str = ''


class Page:
    def __init__(self, html):
        builder = _TreeBuilder()
        builder.feed(html)
        builder.close()
        self.root = builder.root

    def heading(self):
        heading = self.root.first('h1')
        return heading.text() if heading else ''

    def title(self):
        title = self.root.first('title')
        return title.text() if title else ''

    def main(self):
        return self.root.first('main')

    def text(self):
        return self.main().text()

    def forms(self):
        return self.main().all('form')

    def form(self):
        """The form with the page's questions; on a page of buttons, the last one."""
        forms = self.forms()
        with_fields = [form for form in forms if questions_of(form)]
        return (with_fields or forms or [None])[-1]

    def questions(self):
        form = self.form()
        return questions_of(form) if form else []

    def errors(self):
        """What the error summary says, by the id it leads to."""
        summary = self.root.first(css_class='govuk-error-summary__list')
        links = summary.all('a') if summary else []
        return {link['href'].lstrip('#'): link.text() for link in links}

    def summary_rows(self):
        """Every (key, value) of the summary lists in <main>, in order."""
        return [(row.first('dt').text(), row.first('dd').text())
                for row in self.main().all(css_class='govuk-summary-list__row')]


def hidden_fields(form):
    return [(field['name'], field['value']) for field in form.all('input', type='hidden')]


def questions_of(form):
    labels = {label['for']: label.text() for label in form.all('label')}
    questions = {}
    for control in form.walk():
        if control.tag not in ('input', 'textarea') or control['type'] == 'hidden':
            continue
        kind = _kind_of(control)
        name = control['name'].rsplit('-', 1)[0] if kind == 'date' else control['name']
        question = questions.get(name)
        if question is None:
            label = labels.get(control['id'], '')
            if kind in ('single', 'many', 'date'):
                label = control.above('fieldset').first('legend').text()
            question = questions[name] = Question(name, label, kind)
            group = control.above('div', 'govuk-form-group--error')
            error = group.first(css_class='govuk-error-message') if group else None
            question.error = error.text() if error else ''
        if kind in ('single', 'many'):
            question.options[control['value']] = labels[control['id']]
            if control['data-behaviour'] == 'exclusive':
                question.exclusive.add(control['value'])
            if 'checked' in control.attributes:
                question.given.append(control['value'])
        else:
            question.given.append(control.raw_text().removeprefix('\n')
                                  if control.tag == 'textarea' else control['value'])
    return list(questions.values())


def _kind_of(control):
    if control.tag == 'textarea':
        return 'long'
    if control['type'] in ('radio', 'checkbox'):
        return 'single' if control['type'] == 'radio' else 'many'
    if control.above('div', 'govuk-date-input'):
        return 'date'
    if control['type'] in ('email', 'tel'):
        return control['type']
    return 'age' if control['inputmode'] == 'numeric' else 'text'
