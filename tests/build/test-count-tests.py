#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ./check says it counted is what happened. Prints TAP."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

TOOL = Path(__file__).resolve().parent.parent / "tools" / "count-tests.py"

# name, result and output of one test as meson logs it; passed, failed, skipped
CASES = [
    ("all cases pass", "OK", "1..2\nok 1 /a\n# Start of b tests\nok 2 /b\n", (2, 0, 0)),
    ("one case fails", "FAIL", "1..2\nok 1 /a\nnot ok 2 /b - ERROR:x.c:1: no\n", (1, 1, 0)),
    ("a crash after its cases", "ERROR", "1..1\nok 1 /a\n", (1, 1, 0)),
    ("a crash within a case", "ERROR", "1..3\nok 1 /a\nBail out! ERROR\n", (1, 1, 0)),
    ("out of time", "TIMEOUT", "1..3\nok 1 /a\n", (1, 1, 0)),
    ("a skipped case", "OK", "1..2\nok 1 /a\nok 2 /b # SKIP no tool\n", (1, 0, 1)),
    ("a case known to fail", "OK", "1..1\nnot ok 1 /a # TODO later\n", (1, 0, 0)),
    ("no TAP, passed", "OK", "ok, that went well\n", (1, 0, 0)),
    ("no TAP, failed", "FAIL", None, (0, 1, 0)),
    ("no TAP, skipped", "SKIP", "", (0, 0, 1)),
]


def counted(tests):
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for name, result, output, _ in tests:
            log.write(json.dumps({"name": name, "result": result, "stdout": output, "returncode": 1}) + "\n")
        log.flush()
        out = subprocess.run([sys.executable, TOOL, log.name], capture_output=True, text=True, check=True).stdout
    return tuple(int(word) for word in out.split())


def main():
    results = [(case[0], counted([case]) == case[3]) for case in CASES]
    total = tuple(sum(column) for column in zip(*(case[3] for case in CASES)))
    results.append(("all together", counted(CASES) == total))
    results.append(("nothing ran", counted([]) == (0, 0, 0)))
    print(f"1..{len(results)}")
    for number, (name, good) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} {name}")
    return 0 if all(good for _, good in results) else 1


sys.exit(main())
