#!/usr/bin/env python3
"""Holds the house to its arrows: which room may include which, and which outside library is whose.

The arrows below are the ones that docs/architecture.md draws. The test reads every include under
src/, compares the rooms' CMake links with the same table, and first proves on made-up sources that
it notices what it should.
"""

import re
import sys
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent
SRC = SOURCE / "src"

ARROWS = {
    "base": set(),
    "datafile": {"base"},
    "vault": {"base"},
    "journey": {"base", "datafile"},
    "safeguarding": {"base", "datafile"},
    "casework": {"base", "datafile", "journey", "safeguarding", "vault"},
    # Of casework, the store may see its ports only: see PORTS_ONLY.
    "store": {"base", "casework", "safeguarding", "vault"},
    "http": {"base"},
    "html": {"base"},
    "site": {"base", "casework", "datafile", "html", "http", "journey", "safeguarding"},
    "workbench": {"base", "casework", "datafile", "html", "http", "journey", "safeguarding"},
    "main": {"base", "casework", "datafile", "html", "http", "journey", "safeguarding", "site",
             "store", "vault", "workbench"},
}
# Of another room, these may include nothing but the headers named.
PORTS_ONLY = {("store", "casework"): {"casework/store.h"}}

# Which rooms may include an outside library, by the beginning of the header's name. A test may also
# include GoogleTest and RapidCheck. What is not named here is for nobody.
OUTSIDE = {
    "boost/beast": {"http"},
    "boost/asio": {"http"},
    "boost/system": {"http"},
    "boost/url": {"http"},
    "boost/json": {"safeguarding", "casework", "http"},
    "brotli/": {"http"},
    "zlib.h": {"http"},
    "sodium.h": {"vault"},
    "sqlite3.h": {"store"},
    "liboath/": {"casework"},
    "toml++/": {"datafile"},
    "date/": {"safeguarding"},
    "cmark.h": {"html"},
    "spdlog/": {"main"},
    "CLI/": {"main"},
}
IN_TESTS = {"gtest/": None, "gmock/": None, "rapidcheck": None, "boost/json": None}
# Headers of the language and of the operating system: free for all, with these exceptions. The pure
# rooms know no files, sockets or processes.
PURE = {"journey", "safeguarding"}
NOT_FOR_PURE = {"filesystem", "fstream", "sys/socket.h", "sys/stat.h", "fcntl.h", "unistd.h",
                "thread", "mutex"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def is_test(name):
    return name.endswith(("_test.cc", "_test.h", "_for_tests.cc", "_for_tests.h"))


def faults_of(room, name, text):
    """What is wrong with the includes of one file of `room`."""
    faults = []
    for kind, header in INCLUDE.findall(text):
        if kind == '"':
            target = header.split("/")[0]
            if "/" not in header or target not in ARROWS:
                faults.append(f"{name}: \"{header}\" is not room/file.h")
            elif target != room and target not in ARROWS[room]:
                faults.append(f"{name}: {room} may not include {target} ({header})")
            elif (header not in PORTS_ONLY.get((room, target), {header})
                  and not is_test(name)):
                faults.append(f"{name}: of {target}, {room} may include its ports only ({header})")
            continue
        if is_test(name) and any(header.startswith(start) for start in IN_TESTS):
            continue
        outside = [start for start in OUTSIDE if header.startswith(start)]
        if outside:
            if not any(room in OUTSIDE[start] for start in outside):
                faults.append(f"{name}: {room} may not know {header}")
        elif "/" in header and not header.startswith(("sys/", "netinet/", "arpa/")):
            faults.append(f"{name}: nobody may know {header} (name it in test/layers_test.py)")
        elif room in PURE and header in NOT_FOR_PURE and not is_test(name):
            faults.append(f"{name}: {room} is pure and may not know {header}")
    return faults


def links_of(cmake):
    """The rooms that a room's CMakeLists.txt links."""
    match = re.search(r"safety_room\(\w+\s*(?:ROOMS([\sa-z]*))?", cmake)
    return set((match.group(1) or "").split()) if match else set()


class TheTestItself(unittest.TestCase):
    def test_it_notices_forbidden_includes(self):
        for room, line in [
            ("journey", '#include "http/message.h"'),
            ("base", '#include "vault/keys.h"'),
            ("site", '#include "store/sqlite_store.h"'),
            ("site", '#include "vault/keys.h"'),
            ("store", '#include "casework/submit_report.h"'),
            ("site", "#include <boost/beast.hpp>"),
            ("casework", "#include <sodium.h>"),
            ("safeguarding", "#include <fstream>"),
            ("html", "#include <some/library.h>"),
            ("html", '#include "html.h"'),
        ]:
            self.assertEqual(len(faults_of(room, "x.cc", line)), 1, f"{room}: {line}")

    def test_it_lets_the_drawn_arrows_through(self):
        for room, line in [
            ("site", '#include "casework/drafts.h"'),
            ("store", '#include "casework/store.h"'),
            ("http", "#include <boost/beast.hpp>"),
            ("vault", "#include <sodium.h>"),
            ("main", "#include <fstream>"),
        ]:
            self.assertEqual(faults_of(room, "x.cc", line), [])

    def test_the_arrows_have_no_circle(self):
        done = set()
        while len(done) < len(ARROWS):
            free = {room for room, to in ARROWS.items() if room not in done and to <= done}
            self.assertTrue(free, f"a circle among {set(ARROWS) - done}")
            done |= free


class TheHouse(unittest.TestCase):
    def test_every_room_is_drawn(self):
        rooms = {path.name for path in SRC.iterdir() if path.is_dir()}
        self.assertEqual(rooms, set(ARROWS))

    def test_includes_follow_the_arrows(self):
        files = [path for path in SRC.rglob("*") if path.suffix in (".h", ".cc")]
        self.assertGreater(len(files), 50)
        faults = []
        for path in files:
            name = path.relative_to(SRC).as_posix()
            faults += faults_of(name.split("/")[0], name, path.read_text(encoding="utf-8"))
        self.assertEqual(faults, [], "\n" + "\n".join(faults))

    def test_links_follow_the_arrows(self):
        for room, arrows in ARROWS.items():
            links = links_of((SRC / room / "CMakeLists.txt").read_text(encoding="utf-8"))
            self.assertLessEqual(links, arrows, f"src/{room}/CMakeLists.txt")


if __name__ == "__main__":
    sys.exit(unittest.main())
