"""What an invented visitor answers to whatever a page asks."""

import random


class Imagination:
    """Answers for whatever is asked. The same seed gives the same answers to the same questions."""

    TEXTS = ('Sam & "Jo" O\u2019Neill', '<b>not bold</b>', '100% & more; {item}', 'Zoë Łuczak',
             "d'Arcy \\ back/slash", '李小龙 \U0001f98a', '\u0641\u0627\u0637\u0645\u0629')

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
