"""An advisor at the workbench, with an authenticator app."""

import base64
import hashlib
import hmac
import struct
import time
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from browser import Browser
from centre import PASSPHRASES
from page import hidden_fields

STEP = 30  # seconds that a code lasts


def code_at(address, moment):
    """RFC 6238, as an authenticator app does it from an otpauth:// address."""
    secret = parse_qs(urlsplit(address).query)['secret'][0]
    key = base64.b32decode(secret + '=' * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack('>Q', int(moment // STEP)), hashlib.sha1)
    at = digest[-1] & 15
    number = struct.unpack('>I', digest[at:at + 4])[0] & 0x7fffffff
    return f'{number % 10**6:06}'


@dataclass
class QueueRow:
    reference: str
    text: str  # all that the row says


class Advisor:
    def __init__(self, centre, name='duty-lead'):
        self.name = name
        self.second_factor = centre.second_factors[name]
        self.browser = Browser(lambda: centre.workbench)

    def code(self, steps_ahead=0):
        """This moment's code, or one that is accepted a little early."""
        return code_at(self.second_factor, time.time() + steps_ahead * STEP)

    def sign_in(self, passphrase=None, code=None, name=None):
        form = self.browser.visit('/sign-in').page.form()
        return self.browser.post('/sign-in', hidden_fields(form) + [
            ('name', name or self.name), ('passphrase', passphrase or PASSPHRASES[self.name]),
            ('code', code or self.code())])

    def queue(self):
        """The first page's rows."""
        table = self.browser.get('/').page.main().first('table', 'app-queue')
        return [QueueRow(row.first('a')['href'].removeprefix('/case/'), row.text())
                for row in table.first('tbody').all('tr')] if table else []

    def press(self, seen, action):
        """Submits the form of a page that posts to `action`, as its button would."""
        form = seen.page.root.first('form', action=action)
        if form is None:
            raise AssertionError(f'{seen.address} has no form for {action}')
        return self.browser.submit(action, hidden_fields(form))
