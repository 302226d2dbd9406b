"""SIGTERM finishes what is in flight: what was acknowledged is stored, and the exit code is 0."""

import http.client
import signal
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor

from browser import Browser
from centre import Centre
from imagination import Imagination
from trouble import locked
from visitor import Visitor

VISITORS = 24


class StopTest(unittest.TestCase):
    def visitors(self, centre, count):
        first = Visitor(centre, 'child', Imagination(8, {'person': ['not_known']}))
        first.walk_to_check()
        return [first] + [Visitor(centre, 'child').retrace(first.posts) for _ in range(count - 1)]

    def assert_each_stored_once(self, centre, acknowledged):
        centre.start()
        references = set()
        for visitor in acknowledged:
            visitor.browser.close()
            references.add(visitor.send().reference)
        self.assertEqual(len(references), len(acknowledged))
        stored = centre.references()
        self.assertTrue(references <= set(stored))
        self.assertEqual(len(stored), len(set(stored)))
        self.assertEqual(centre.verify_journal().returncode, 0)
        return stored

    def test_reports_that_wait_for_the_database_are_finished(self):
        with Centre('--threads', '1') as centre:
            visitors = self.visitors(centre, VISITORS)
            with locked(centre, 'safety-centre.db'):
                for visitor in visitors:
                    visitor.begin_send()
                # The only io thread has answered what came later, twice: it has read them all.
                health = Browser(lambda: centre.public)
                self.assertEqual([health.get('/health').html for _ in range(2)], ['ok\n'] * 2)
                self.assertEqual(centre.references(), [])
                centre.server.signal(signal.SIGTERM)
            answers = [visitor.browser.finish(visitor.check_address) for visitor in visitors]
            self.assertEqual([seen.location for seen in answers], ['/report/sent'] * VISITORS)
            self.assertEqual(centre.server.wait(), 0)
            self.assertIn('stopped: everything that was sent is stored', centre.server.output())
            self.assertEqual(len(centre.references()), VISITORS)
            self.assert_each_stored_once(centre, visitors)

    def test_stopped_in_the_middle_of_a_load(self):
        with Centre() as centre:
            visitors = self.visitors(centre, 120)
            waiting, acknowledged = list(visitors), []
            some = threading.Event()

            def load():
                while waiting:
                    visitor = waiting.pop()
                    try:
                        answered = visitor.press_send().location == '/report/sent'
                    except (OSError, http.client.HTTPException):
                        return  # the server has gone
                    if answered:
                        acknowledged.append(visitor)
                    if len(acknowledged) >= 20:
                        some.set()

            with ThreadPoolExecutor(4) as threads:
                for _ in range(4):
                    threads.submit(load)
                self.assertTrue(some.wait(30))
                self.assertEqual(centre.stop(), 0)
            self.assertGreaterEqual(len(acknowledged), 20)
            self.assert_each_stored_once(centre, acknowledged)


if __name__ == '__main__':
    unittest.main()
