#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py [--write] SOURCE: every string a person may see can be translated, and is.

Checks that po/POTFILES.in names exactly the files that hold translatable strings, and that each language of
po/LINGUAS is complete, without guesses, and fit for printf. Prints TAP. --write makes po/POTFILES.in right instead.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# As meson's i18n module with the preset "glib" calls xgettext.
XGETTEXT = """--from-code=UTF-8 --add-comments --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2
--keyword=g_dcgettext:2 --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 --flag=N_:1:pass-c-format
--flag=C_:2:pass-c-format --flag=NC_:2:pass-c-format --flag=g_dngettext:2:pass-c-format
--flag=g_strdup_printf:1:c-format --flag=g_string_printf:2:c-format --flag=g_string_append_printf:2:c-format
--flag=g_error_new:3:c-format --flag=g_set_error:4:c-format --flag=g_printerr:1:c-format --flag=g_print:1:c-format
--package-name=aanjager""".split()
PLACES = ["src/**/*.c", "src/**/*.h", "ui/**/*.ui", "data/*.desktop.in", "data/*.xml.in"]
SHOWN = 20
HEADER = "# The files that hold strings a person may see; tests/build/translations.py --write keeps this list.\n"


def extract(source, files, out):
    run = subprocess.run(
        ["xgettext", *XGETTEXT, "--output", str(out), *files],
        cwd=source, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"},
    )
    if run.returncode != 0:
        sys.exit(f"Bail out! xgettext: {run.stderr.strip()}")


def with_strings(source):
    """The files that hold at least one message, sorted."""
    files = sorted({str(p.relative_to(source)) for place in PLACES for p in source.glob(place)})
    found = []
    for name in files:
        # A word that may mean a message, so that xgettext is asked about few files.
        text = (source / name).read_text(encoding="utf-8")
        if name.endswith((".c", ".h")) and not re.search(r"\b(?:N?C?_|n?gettext|g_d\w*gettext2?) ?\(", text):
            continue
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "one.pot"
            extract(source, [name], out)
            if out.exists() and out.read_text(encoding="utf-8").count("\nmsgid ") > 1:
                found.append(name)
    return found


def listed(source):
    lines = (source / "po" / "POTFILES.in").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def linguas(source):
    lines = (source / "po" / "LINGUAS").read_text(encoding="utf-8").splitlines()
    return " ".join(line for line in lines if not line.startswith("#")).split()


def check_language(source, template, po):
    """What is wrong with a translation, as lines; empty when nothing is."""
    complaints = []
    for words in (["msgfmt", "--check", "--output-file=/dev/null"], ["msgcmp"]):
        files = [str(po)] if words[0] == "msgfmt" else [str(po), str(template)]
        run = subprocess.run([*words, *files], capture_output=True, text=True, check=False, cwd=source,
                             env={**os.environ, "LC_ALL": "C"})
        if run.returncode != 0:
            complaints += run.stderr.strip().splitlines()
    statistics = subprocess.run(["msgfmt", "--statistics", "--output-file=/dev/null", str(po)],
                                capture_output=True, text=True, check=False,
                                env={**os.environ, "LC_ALL": "C"}).stderr.strip()
    if "fuzzy" in statistics or "untranslated" in statistics:
        complaints.append(statistics)
    return complaints


def main():
    write = "--write" in sys.argv
    source = Path([a for a in sys.argv[1:] if a != "--write"][0]).resolve()
    found = with_strings(source)
    if write:
        (source / "po" / "POTFILES.in").write_text(HEADER + "\n".join(found) + "\n", encoding="utf-8")
        return 0

    cases = []
    there = listed(source)
    wrong = [f"missing: {name}" for name in found if name not in there]
    wrong += [f"without strings: {name}" for name in there if name not in found]
    if there != sorted(there):
        wrong.append("not sorted")
    cases.append(("po/POTFILES.in names every file with strings", wrong))
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "aanjager.pot"
        extract(source, found, template)
        for language in linguas(source):
            cases.append((f"{language} is complete", check_language(source, template, source / "po" / f"{language}.po")))

    print(f"1..{len(cases)}")
    for number, (name, wrong) in enumerate(cases, 1):
        print(f"{'not ok' if wrong else 'ok'} {number} {name}")
        for line in wrong[:SHOWN]:
            print("#", line)
        if len(wrong) > SHOWN:
            print(f"# and {len(wrong) - SHOWN} more")
    return 1 if any(wrong for _, wrong in cases) else 0


sys.exit(main())
