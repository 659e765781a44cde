#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""layers.py BUILD SOURCE: a room includes only what its place in the house allows (docs/architecture.md).

Asks the compiler, with each room's own flags from compile_commands.json: what is forbidden must not compile, what is
allowed must. Prints TAP.
"""
import json
import shlex
import subprocess
import sys
from pathlib import Path

# From the ground up: each may include those before it.
ROOMS = ["base", "model", "planning", "store", "calendar", "exchange", "report", "jobs", "cli", "app"]
# What only some rooms may include.
OWNED = {
    "gtk/gtk.h": {"app"},
    "adwaita.h": {"app"},
    "sqlite3.h": {"store"},
    "libical/ical.h": {"calendar"},
    "gmime/gmime.h": {"exchange"},
    "archive.h": {"exchange"},
    "libxml/parser.h": {"exchange"},
    "xlsxwriter.h": {"exchange"},
}
# A header of each room, as others include it.
DOOR = {
    "base": "aj-date.h",
    "model": "aj-record.h",
    "planning": "aj-cycle-plan.h",
    "store": "aj-store.h",
    "calendar": None,
    "exchange": None,
    "report": None,
    "jobs": None,
    "cli": None,
}


def door(source, room):
    """The header by which a room is entered; any public one when none is named."""
    if DOOR.get(room):
        return DOOR[room]
    headers = sorted((source / "src" / room).glob("aj-*.h"))
    public = [h.name for h in headers if not h.stem.endswith("-private")]
    return public[0] if public else None


def commands(build, source):
    """One compile command for each room that is built, without its output and source."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = (Path(entry["directory"]) / entry["file"]).resolve()
        parts = path.relative_to(source).parts if path.is_relative_to(source) else ()
        if len(parts) > 2 and parts[0] == "src" and parts[1] in ROOMS:
            words = shlex.split(entry["command"])
            kept = []
            skip = False
            for word in words:
                if skip or word in ("-c", "-MD", entry["file"]):
                    skip = False
                elif word in ("-o", "-MQ", "-MF"):
                    skip = True
                else:
                    kept.append(word)
            found.setdefault(parts[1], (kept, entry["directory"]))
    return found


def compiles(command, header):
    words, directory = command
    text = f"#include <glib.h>\n#include <{header}>\nvoid aj_probe (void);\nvoid\naj_probe (void)\n{{\n}}\n"
    run = subprocess.run(
        [*words, "-fsyntax-only", "-x", "c", "-"],
        input=text, cwd=directory, text=True, capture_output=True, check=False,
    )
    return run.returncode == 0, run.stderr


def main():
    build, source = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    rooms = commands(build, source)
    cases = []
    for room in ROOMS:
        if room not in rooms:
            cases.append((False, f"{room} is built", "no compile command found"))
            continue
        wanted = {"glib.h": True}
        wanted.update({header: room in owners for header, owners in OWNED.items()})
        for other in ROOMS:
            header = door(source, other)
            if header and other != "app":
                wanted[header] = ROOMS.index(other) <= ROOMS.index(room)
        # The programs stand beside each other, not on each other.
        if room == "app" and (header := door(source, "cli")):
            wanted[header] = False
        for header, allowed in wanted.items():
            done, message = compiles(rooms[room], header)
            verb = "may" if allowed else "may not"
            cases.append((done == allowed, f"{room} {verb} include {header}", message if allowed else ""))
    print(f"1..{len(cases)}")
    for number, (good, name, message) in enumerate(cases, 1):
        print(f"{'ok' if good else 'not ok'} {number} {name}")
        for line in message.splitlines()[:6] if not good else []:
            print("#", line)
    return 0 if all(good for good, _, _ in cases) else 1


sys.exit(main())
