"""Clients that take for ever are told so, and keep nobody else from reporting."""

import contextlib
import socket
import unittest

import wire
from centre import Centre
from imagination import Imagination
from page import Page
from visitor import Visitor

FORM = ('Content-Type', 'application/x-www-form-urlencoded')
IDLERS = 200


class SlowClientTest(unittest.TestCase):
    def test_slow_requests_end_with_a_page_while_others_are_served(self):
        with Centre() as centre, contextlib.ExitStack() as connections:
            def connect(data):
                connection = connections.enter_context(socket.create_connection(centre.public))
                connection.sendall(data)
                return connection

            before = centre.counts()
            slow = {
                'half a request line': connect(b'GET /repo'),
                'headers without end': connect(b'GET / HTTP/1.1\r\nHost: localhost\r\n'),
                'a body that does not come': connect(wire.request(
                    'POST', '/report/child/danger', [FORM, ('Content-Length', '1000')])
                    + b'danger='),
                'chunks that do not end': connect(wire.request(
                    'POST', '/report/child/danger', [FORM, ('Transfer-Encoding', 'chunked')])
                    + b'5\r\ndange\r\n')}
            for _ in range(IDLERS):
                connect(b'')

            # In the meantime somebody reports.
            Visitor(centre, 'child', Imagination(2)).report()
            self.assertEqual(centre.counts()['case_file'], before['case_file'] + 1)

            for what, connection in slow.items():
                with self.subTest(what):
                    answer = wire.read(connection)
                    self.assertIsNotNone(answer)
                    self.assertEqual(answer.status, 408)
                    self.assertIn('took too long', Page(answer.html).heading())
                    self.assertEqual(answer.headers['connection'], 'close')
            self.assertEqual(centre.counts()['case_file'], before['case_file'] + 1)
            self.assertEqual(centre.stop(), 0)


if __name__ == '__main__':
    unittest.main()
