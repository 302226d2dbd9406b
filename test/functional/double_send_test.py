"""Send pressed twice, or the network gone before its answer: one report, one reference."""

import socket
import struct
import unittest
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlencode

from browser import Browser
from centre import Centre
from imagination import Imagination
from visitor import Visitor, read_sent

PRESSES = 8


class DoubleSendTest(unittest.TestCase):
    def setUp(self):
        self.centre = self.enterContext(Centre())
        self.visitor = Visitor(self.centre, 'concerned_adult', Imagination(5))
        self.visitor.walk_to_check()
        self.before = self.centre.counts()

    def tearDown(self):
        self.assertEqual(self.centre.verify_journal().returncode, 0)

    def assert_one_report(self, references):
        self.assertEqual(len(references), 1, references)
        self.assertEqual(self.centre.references(), list(references))
        self.assertEqual(self.centre.counts(),
                         {table: count + 1 for table, count in self.before.items()})

    def another_tab(self):
        """The same browser's cookies on a connection of its own."""
        tab = Browser(lambda: self.centre.public)
        tab.cookies = dict(self.visitor.browser.cookies)
        return tab

    def test_one_after_the_other(self):
        first = self.visitor.press_send()
        second = self.visitor.press_send()
        self.assertEqual([first.location, second.location], ['/report/sent'] * 2)
        self.assert_one_report({read_sent(self.visitor.browser.follow(seen)).reference
                                for seen in (first, second)})

    def test_at_the_same_time(self):
        tabs = [self.another_tab() for _ in range(PRESSES)]

        def press(tab):
            return read_sent(tab.submit(self.visitor.check_address, [('csrf', self.visitor.csrf)]))

        with ThreadPoolExecutor(PRESSES) as threads:
            sent = list(threads.map(press, tabs))
        self.assert_one_report({one.reference for one in sent})
        self.assertEqual(len({one.code for one in sent}), 1)

    def test_the_connection_goes_right_after_the_request(self):
        for how in ('closed', 'reset'):
            with self.subTest(how):
                self.send_and_hang_up(reset=how == 'reset')
        self.assert_one_report({self.visitor.send().reference})

    def send_and_hang_up(self, reset):
        body = urlencode([('csrf', self.visitor.csrf)])
        headers = self.visitor.browser.headers() | {
            'Host': 'localhost', 'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': str(len(body))}
        lines = [f'POST {self.visitor.check_address} HTTP/1.1',
                 *(f'{name}: {value}' for name, value in headers.items()), '', body]
        with socket.create_connection(self.centre.public) as connection:
            connection.sendall('\r\n'.join(lines).encode())
            if reset:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))

    def test_the_server_is_started_again_in_between(self):
        first = self.visitor.press_send()
        self.assertEqual(first.status, 303)
        self.centre.kill()
        self.centre.start()
        self.visitor.browser.close()
        self.assert_one_report({self.visitor.send().reference})


if __name__ == '__main__':
    unittest.main()
