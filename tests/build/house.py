#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""house.py SOURCE: the rules of docs/contributing.md that a program can check. Prints TAP."""
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

LONGEST_FILE = 700
# Names, which have their capital anywhere.
NAMES = {"Aanjager", "Oost", "Nederland", "Outlook"}
# Of the templates: what is written as a sentence, and what as a title.
SENTENCE_PROPERTIES = {"tooltip-text", "dropdown-tooltip"}
SENTENCE_ROWS = {"AdwActionRow", "AdwComboRow", "AdwEntryRow", "AdwExpanderRow", "AjFieldRow"}
TITLED = {"GtkShortcutsWindow", "AdwStatusPage", "AdwPreferencesGroup", "AdwPreferencesPage", "GtkShortcutsGroup"}


def files(source, *patterns):
    skipped = {"node_modules", "__pycache__"}
    found = {p for pattern in patterns for p in source.glob(pattern) if p.is_file()}
    return sorted(p for p in found if not skipped & set(p.relative_to(source).parts))


def code_only(text):
    """C without comments and strings, lines kept."""
    def blank(match):
        return re.sub(r"[^\n]", " ", match[0])
    return re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])\'', blank, text, flags=re.DOTALL)


def lines_with(source, paths, pattern):
    for path in paths:
        for number, line in enumerate(code_only(path.read_text(encoding="utf-8")).splitlines(), 1):
            if re.search(pattern, line):
                yield f"{path.relative_to(source)}:{number}: {line.strip()}"


def guarded(source, path):
    header = path.read_text(encoding="utf-8")
    declares = path.relative_to(source).parts[0] == "src" and "(" in code_only(header)
    return "#pragma once" in header and (not declares or "G_BEGIN_DECLS" in header)


def words_after_first(text):
    return [word for word in re.findall(r"[\w’']+", text.replace("_", ""))[1:] if word not in NAMES]


def is_sentence(text):
    return not any(word[0].isupper() for word in words_after_first(text))


def is_title(text):
    """Every word of four letters and more begins with a capital."""
    return not any(len(word) > 3 and word[0].islower() for word in words_after_first(text))


def shown_texts(path):
    """Class, property and text of all that is translated in a template; a menu item has the class "item"."""
    root = ElementTree.parse(path).getroot()
    for holder in root.iter():
        for entry in holder:
            if entry.get("translatable") != "yes" or entry.tag not in ("property", "attribute"):
                continue
            yield ("item" if entry.tag == "attribute" else holder.get("class") or holder.tag,
                   entry.get("name"), entry.text or "")


def has_right_capitals(kind, name, text):
    if name in SENTENCE_PROPERTIES or (name == "title" and kind in SENTENCE_ROWS):
        return is_sentence(text)
    if kind == "item" or (name == "title" and kind in TITLED) or (name == "label" and kind == "GtkButton"):
        return is_title(text)
    return True


def check(source):
    c = files(source, "src/**/*.c", "tests/**/*.c")
    h = files(source, "src/**/*.h", "tests/**/*.h")
    scripts = files(source, "tests/**/*.py", "tests/**/*.sh", "run", "check", "bench", ".ci/run")
    xml = files(source, "ui/**/*.ui", "data/*.xml", "data/*.xml.in")
    text = c + h + scripts + xml + files(
        source, "src/**/*.sql", "ui/**/*.css", "meson.build", "src/**/meson.build", "tests/**/meson.build", "docs/*.md", "*.md")

    def names(paths):
        return [str(p.relative_to(source)) for p in paths]

    def head(path):
        return path.read_text(encoding="utf-8").splitlines()[:3]

    yield "names its licence at the top", names(
        p for p in c + h + scripts + xml if not any("SPDX-License-Identifier: " in line for line in head(p)))
    yield "no file is too long to take in", [
        f"{p.relative_to(source)}: {n} lines"
        for p in c + h if (n := p.read_text(encoding="utf-8").count("\n")) > LONGEST_FILE]
    # Those of src/walls stand in for headers that are not ours, and what is compiled before all else declares nothing.
    own = [p for p in h if not p.is_relative_to(source / "src" / "walls") and p.parent.name != "pch"]
    yield "headers are read once, and by C++ as C", names(p for p in own if not guarded(source, p))
    yield "no goto", list(lines_with(source, c, r"\bgoto\b"))
    yield "tests assert what also works without debugging (g_assert_*)", list(
        lines_with(source, files(source, "tests/**/*.c"), r"\bg_assert \("))
    yield "nothing is fetched from a global", list(
        lines_with(source, files(source, "src/**/*.c"), r"\bg_application_get_default\b"))
    # Whole or not at all, and never over a data file: aj-output-file.h has the one way. The store writes its own files.
    yield "files are written through AjOutputFile", list(lines_with(
        source, [p for p in files(source, "src/**/*.c") if p.parent.name != "store"],
        r"\bg_file_set_contents|\bg_file_(?:replace|create|append_to)|\bfopen\b|\bg_fopen\b|\bO_CREAT\b|\bg_mkstemp"
        r"|\bcairo_(?!recording_)\w+_surface_create\b(?! \(CAIRO_FORMAT)"))
    yield "each template has a widget of its name", [
        f"{p.relative_to(source)}: no src/app/{p.relative_to(source / 'ui').with_suffix('.c')}"
        for p in files(source, "ui/**/aj-*.ui")
        if not (source / "src" / "app" / p.relative_to(source / "ui").with_suffix(".c")).exists()]
    yield "titles and buttons have capitals, tooltips and rows do not", [
        f"{p.relative_to(source)}: {name} of {kind}: {text}"
        for p in files(source, "ui/**/*.ui") for kind, name, text in shown_texts(p)
        if not has_right_capitals(kind, name, text)]
    yield "no white space at the end of a line, and a line end at the end", [
        str(p.relative_to(source)) for p in text
        if re.search(r"[ \t]$", t := p.read_text(encoding="utf-8"), re.MULTILINE) or not t.endswith("\n")]
    yield "nothing is left for later", [
        f"{p.relative_to(source)}:{number}" for p in c + h + files(source, "ui/**/*.ui")
        for number, line in enumerate(p.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\b(?:TODO|FIXME|XXX)\b", line)]


def main():
    results = list(check(Path(sys.argv[1]).resolve()))
    print(f"1..{len(results)}")
    for number, (name, wrong) in enumerate(results, 1):
        print(f"{'not ok' if wrong else 'ok'} {number} {name}")
        for line in wrong[:30]:
            print("#", line)
    return 1 if any(wrong for _, wrong in results) else 0


sys.exit(main())
