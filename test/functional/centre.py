"""A centre of its own for each test: a folder that `init` made, and the real binary serving it.

Nothing here sleeps: a test waits for lines that the server prints and for processes that end, each
wait with a bound past which the test fails.
"""

import atexit
import contextlib
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds for anything that normally takes one

PASSPHRASES = {'administrator': 'seven tall herons stand in the rain',
               'duty-lead': 'a kettle sings beside the quiet window'}


def binary():
    given = os.environ.get('SAFETY_CENTRE')
    candidates = [Path(given)] if given else [
        ROOT / 'build' / preset / 'src/main/safety-centre' for preset in ('release', 'dev')]
    for candidate in candidates:
        if os.access(candidate, os.X_OK):
            return str(candidate)
    raise FileNotFoundError('there is no safety-centre to test: build it with script/server or '
                            '`cmake --build --preset release`, or name one in SAFETY_CENTRE')


def run(*arguments, stdin='', timeout=PATIENCE):
    """Runs a command of the binary to its end."""
    return subprocess.run([binary(), *map(str, arguments)], input=stdin, text=True,
                          capture_output=True, timeout=timeout, check=False)


def init(folder, passphrases=tuple(PASSPHRASES.values())):
    return run('init', '--data', folder, stdin=''.join(f'{line}\n' for line in passphrases))


def eventually(holds):
    """Whether it comes to hold, asked again and again within bounds."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        if time.monotonic() > deadline:
            return False
    return True


def new_folder():
    """A folder that goes when the tests end."""
    folder = Path(tempfile.mkdtemp(prefix='safety-centre-test-'))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


class _Founded:
    """What `init` made, once for all tests: its passphrases cost seconds of work each."""
    _made = None

    @classmethod
    def get(cls):
        if cls._made is None:
            folder = new_folder() / 'founded'
            made = init(folder)
            if made.returncode != 0:
                raise AssertionError(f'init failed: {made.stderr}')
            addresses = re.findall(r'otpauth://\S+', made.stdout)
            cls._made = folder, dict(zip(PASSPHRASES, addresses))
        return cls._made


class Server:
    """One run of `serve`."""

    def __init__(self, folder, *options, ignored_signals=()):
        def before_start():
            for number in ignored_signals:
                signal.signal(number, signal.SIG_IGN)

        self.lines = []
        self._told = threading.Condition()
        self._process = subprocess.Popen(
            [binary(), 'serve', '--data', str(folder), '--public', '127.0.0.1:0', '--workbench',
             '127.0.0.1:0', *options], text=True, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, preexec_fn=before_start if ignored_signals else None)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def pid(self):
        return self._process.pid

    def _read(self):
        for line in self._process.stdout:
            with self._told:
                self.lines.append(line.rstrip('\n'))
                self._told.notify_all()
        with self._told:
            self.lines.append(None)  # the end
            self._told.notify_all()

    def output(self):
        return '\n'.join(line for line in self.lines if line is not None)

    def address(self, what):
        """(host, port) of 'public site' or 'workbench', once the server has said so."""
        pattern = re.compile(re.escape(what) + r' on http://([\d.]+):(\d+)/')

        def find():
            return next(filter(None, (pattern.search(line) for line in self.lines if line)), None)

        with self._told:
            self._told.wait_for(lambda: find() or None in self.lines, PATIENCE)
            found = find()
        if not found:
            self.kill()
            raise AssertionError(f'the server does not serve the {what}:\n{self.output()}')
        return found[1], int(found[2])

    def signal(self, number):
        self._process.send_signal(number)

    def wait(self):
        """The exit code, once it has ended."""
        code = self._process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        self._process.stdout.close()
        return code

    def stop(self):
        self.signal(signal.SIGTERM)
        return self.wait()

    def kill(self):
        self.signal(signal.SIGKILL)
        return self.wait()

    def is_running(self):
        return self._process.poll() is None


class Centre:
    """A founded data folder and, between start() and stop() or kill(), the server on it."""

    def __init__(self, *options, ignored_signals=()):
        founded, self.second_factors = _Founded.get()
        self.folder = new_folder() / 'data'
        shutil.copytree(founded, self.folder)
        self._options = options
        self._ignored_signals = ignored_signals
        self.server = None
        self.public = self.workbench = None
        self.outputs = []

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        if self.server and self.server.is_running():
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self):
        self.server = Server(self.folder, *self._options, ignored_signals=self._ignored_signals)
        self.public = self.server.address('public site')
        self.workbench = self.server.address('workbench')
        return self

    def stop(self):
        code = self.server.stop()
        self.outputs.append(self.server.output())
        return code

    def kill(self):
        self.server.kill()
        self.outputs.append(self.server.output())

    def query(self, sql, *values, file='safety-centre.db'):
        """Rows of the database, read without touching it."""
        with contextlib.closing(sqlite3.connect(f'file:{self.folder / file}?mode=ro', uri=True,
                                                timeout=PATIENCE)) as database:
            return database.execute(sql, values).fetchall()

    def counts(self):
        """How much there is of everything that a report makes."""
        tables = ('case_file', 'journal', 'mailbox')
        return {table: self.query(f'SELECT count(*) FROM {table}')[0][0] for table in tables}

    def references(self):
        return [row[0] for row in self.query('SELECT reference FROM case_file')]

    def verify_journal(self):
        return run('journal', 'verify', '--data', self.folder)
