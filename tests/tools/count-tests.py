#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count-tests.py TESTLOG.json: how many cases passed, failed and were skipped in the last run of `meson test`.

A test that speaks TAP counts as its cases, any other as one. One that ends badly counts as failed even when each of
its cases passed: it may have crashed, leaked or run out of time after them. Prints "PASSED FAILED SKIPPED" on standard
output, and on standard error what failed, with the end of its log, and what was skipped.
"""
import json
import re
import sys

CASE = re.compile(r"^\s*(not )?ok\b\s*\d*\s*(?:- )?(.*?)(?:\s*#\s*(SKIP|TODO)\b\s*(.*))?$", re.IGNORECASE)
SHOWN = 60


def count(test):
    """Passed, failed and skipped cases of one test, and the names of the two last."""
    good, bad, left = 0, [], []
    for line in (test.get("stdout") or "").splitlines() if is_tap(test) else []:
        case = CASE.match(line)
        if case is None:
            continue
        refused, name, directive, reason = case.groups()
        if directive and directive.upper() == "SKIP":
            left.append(f"{name} ({reason})" if reason else name)
        elif refused and not directive:
            bad.append(name)
        else:
            good += 1
    if test["result"] in ("OK", "EXPECTEDFAIL"):
        if good + len(left) == 0:
            good = 1
    elif test["result"] == "SKIP":
        left = left or [f"exit status {test.get('returncode')}"]
    elif not bad:
        bad.append(f"ended with {test['result']}, exit status {test.get('returncode')}")
    return good, bad, left


def is_tap(test):
    return re.search(r"^1\.\.\d+", test.get("stdout") or "", re.MULTILINE) is not None


def show(test, bad):
    print(f"{test['name']}:", file=sys.stderr)
    for name in bad:
        print(f"  failed: {name}", file=sys.stderr)
    log = (test.get("stdout") or "").splitlines() if not is_tap(test) else [
        line for line in (test.get("stdout") or "").splitlines() if not line.startswith("ok ")
    ]
    log += (test.get("stderr") or "").splitlines()
    for line in log[-SHOWN:]:
        print(f"    {line}", file=sys.stderr)


def main():
    passed = failed = skipped = 0
    with open(sys.argv[1], encoding="utf-8") as log:
        for line in log:
            test = json.loads(line)
            good, bad, left = count(test)
            passed += good
            failed += len(bad)
            skipped += len(left)
            if bad:
                show(test, bad)
            for name in left:
                print(f"{test['name']}: skipped: {name}", file=sys.stderr)
    print(passed, failed, skipped)


main()
