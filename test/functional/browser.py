"""A browser without a screen: it keeps cookies, follows redirects and says where it comes from."""

import contextlib
import http.client
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from page import Page

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
