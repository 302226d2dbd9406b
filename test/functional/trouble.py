"""Trouble for a running server that ends as suddenly as it came."""

import contextlib
import resource
import sqlite3


@contextlib.contextmanager
def full_disk(centre):
    """No file may grow or be written to: what a full disk is to a program."""
    soft, hard = resource.prlimit(centre.server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(centre.server.pid, resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.prlimit(centre.server.pid, resource.RLIMIT_FSIZE, (soft, hard))


@contextlib.contextmanager
def locked(centre, *files):
    """Another program holds the write locks."""
    with contextlib.ExitStack() as stack:
        for file in files:
            database = stack.enter_context(contextlib.closing(
                sqlite3.connect(centre.folder / file, isolation_level=None)))
            database.execute('BEGIN IMMEDIATE')
        yield
