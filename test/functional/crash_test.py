"""kill -9 at any moment, hundreds of times, during a load of real submissions: no acknowledged
report is lost, none is stored twice, and the journal always verifies.

SAFETY_CRASHES sets how many kills (200 when not set), SAFETY_SEED the seed (printed otherwise).
"""

import contextlib
import http.client
import os
import random
import shutil
import sqlite3
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor

from centre import Centre, Server, run
from imagination import Imagination
from visitor import Visitor

CRASHES = int(os.environ.get('SAFETY_CRASHES', '200'))
SEED = int(os.environ.get('SAFETY_SEED', random.SystemRandom().randrange(10**6)))
THREADS = 4
VISITORS_EACH_CRASH = 6
LONGEST_LIFE = 0.06       # seconds that a server lives after it has said where it is
CRASHES_BETWEEN_CHECKS = 20
CUT_OFF = (OSError, http.client.HTTPException)


class Load:
    """Visitors with all their answers given, who press Send again until they see a confirmation."""

    def __init__(self, centre):
        self._centre = centre
        # A short way, learnt by reading its pages once and then walked for real by everybody.
        first = Visitor(centre, 'child', Imagination(SEED, {
            'concerns': ['grooming'], 'danger': ['no'], 'now': ['none'], 'pictures': ['none'],
            'person': ['not_known'], 'contact': []}))
        first.walk_to_check()
        self._posts = first.posts
        self.waiting = [first]
        self.acknowledged = {}  # visitor: reference, or None when the crash came before it was read
        self._lock = threading.Lock()

    def add(self, count):
        """More visitors, who answer every question of their own report."""
        with ThreadPoolExecutor(THREADS) as threads:
            def walk(_):
                visitor = Visitor(self._centre, 'child').retrace(self._posts)
                visitor.browser.close()
                return visitor
            self.waiting += threads.map(walk, range(count))

    def send_until_cut_off(self):
        """One thread's work during one life of the server."""
        while True:
            with self._lock:
                if not self.waiting:
                    return
                visitor = self.waiting.pop()
            try:
                answer = visitor.press_send()
            except CUT_OFF:
                with self._lock:
                    self.waiting.insert(0, visitor)
                return
            if answer.location != '/report/sent':
                raise AssertionError(f'Send was answered with {answer.status}: {answer.html}')
            with self._lock:
                self.acknowledged[visitor] = None
            try:
                reference = self.confirmed(visitor)
            except CUT_OFF:
                return
            with self._lock:
                self.acknowledged[visitor] = reference

    def confirmed(self, visitor):
        reference = visitor.send().reference  # for one whose report is sent: the confirmation again
        visitor.browser.close()
        return reference


class CrashTest(unittest.TestCase):
    def test_nothing_acknowledged_is_lost_and_nothing_is_stored_twice(self):
        print(f'seed {SEED}, {CRASHES} crashes', flush=True)
        chance = random.Random(SEED)
        with Centre() as centre:
            load = Load(centre)
            for crash in range(CRASHES):
                if len(load.waiting) < VISITORS_EACH_CRASH * 2:
                    load.add(VISITORS_EACH_CRASH * CRASHES_BETWEEN_CHECKS)
                self.crash_under(load, centre, chance)
                if chance.random() < 0.1:
                    self.crash_while_starting(centre, chance)
                if crash % CRASHES_BETWEEN_CHECKS == 0:
                    self.check(load, centre)
                centre.start()
            sent_in_the_load = len(load.acknowledged)
            while load.waiting:
                load.send_until_cut_off()
            self.check_in_full(load, centre)
            print(f'{sent_in_the_load} reports were acknowledged between crashes', flush=True)
            self.assertGreater(sent_in_the_load, CRASHES)

    def crash_under(self, load, centre, chance):
        """Sends with several threads; kills the server at some moment."""
        with ThreadPoolExecutor(THREADS) as threads:
            working = [threads.submit(load.send_until_cut_off) for _ in range(THREADS)]
            threading.Event().wait(chance.random() * LONGEST_LIFE)
            centre.kill()
        for work in working:
            work.result()

    def crash_while_starting(self, centre, chance):
        server = Server(centre.folder)
        threading.Event().wait(chance.random() * LONGEST_LIFE)
        server.kill()

    def check(self, load, centre):
        verified = centre.verify_journal()
        self.assertEqual(verified.returncode, 0, verified.stderr)
        stored = centre.references()
        self.assertEqual(len(stored), len(set(stored)))
        known = {reference for reference in load.acknowledged.values() if reference}
        self.assertEqual(known - set(stored), set(), 'acknowledged and lost')
        self.assertGreaterEqual(len(stored), len(load.acknowledged))

    def check_in_full(self, load, centre):
        """Every visitor's confirmation still shows the reference that it has shown before, and the
        database holds exactly these."""
        self.check(load, centre)
        references = []
        for visitor, reference in load.acknowledged.items():
            references.append(load.confirmed(visitor))
            self.assertIn(reference, (None, references[-1]))
        self.assertEqual(sorted(references), sorted(centre.references()))
        self.assertEqual(centre.query('SELECT count(*) FROM journal WHERE action = ?',
                                      'report_received'), [(len(references),)])
        self.assertEqual(centre.query('SELECT count(*) FROM mailbox'), [(len(references),)])
        self.assertEqual(centre.stop(), 0)
        self.assertEqual(centre.verify_journal().returncode, 0)


class TornJournalTest(unittest.TestCase):
    """What somebody has changed, taken out or torn is noticed, and named."""

    def setUp(self):
        self.centre = self.enterContext(Centre())
        for audience in ('child', 'parent', 'professional'):
            Visitor(self.centre, audience).report()
        self.centre.stop()
        verified = self.centre.verify_journal()
        self.assertEqual(verified.returncode, 0, verified.stderr)
        self.entries = self.centre.query('SELECT count(*) FROM journal')[0][0]
        self.assertIn(f'{self.entries} entries', verified.stdout)

    def verify_after(self, statement, *values):
        copy = self.centre.folder.with_name('copy')
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.centre.folder, copy)
        with contextlib.closing(sqlite3.connect(copy / 'safety-centre.db')) as database, database:
            self.assertGreater(database.execute(statement, values).rowcount, 0)
        return run('journal', 'verify', '--data', copy)

    def flipped(self, column, sequence):
        value, = self.centre.query(f'SELECT {column} FROM journal WHERE seq = ?', sequence)[0]
        if isinstance(value, int):
            return value ^ 1
        if isinstance(value, str):
            return value[:-1] + chr(ord(value[-1]) ^ 1)
        return value[:-1] + bytes([value[-1] ^ 1])

    def test_a_flipped_bit_in_any_column_of_any_kind_of_entry(self):
        last = self.entries
        for column in ('id', 'at', 'actor', 'action', 'subject', 'header', 'sealed_hash', 'digest',
                       'sealed'):
            for sequence in ((last,) if column == 'sealed' else (1, last - 1, last)):
                with self.subTest(column, sequence=sequence):
                    torn = self.verify_after(f'UPDATE journal SET {column} = ? WHERE seq = ?',
                                             self.flipped(column, sequence), sequence)
                    self.assertEqual(torn.returncode, 1, torn.stdout)
                    self.assertIn(f'entry {sequence}: ', torn.stderr)

    def test_an_entry_taken_out(self):
        torn = self.verify_after('DELETE FROM journal WHERE seq = 2')
        self.assertEqual(torn.returncode, 1)
        self.assertRegex(torn.stderr, 'entry [23]: .*missing')

    def test_an_erased_payload_still_verifies(self):
        erased = self.verify_after('UPDATE journal SET sealed = NULL WHERE seq = ?', self.entries)
        self.assertEqual(erased.returncode, 0, erased.stderr)


if __name__ == '__main__':
    unittest.main()
