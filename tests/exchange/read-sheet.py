#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""read-sheet.py FILE.xlsx: what is in the file itself, a name and a number a line, for test-form-sheet.c."""
import sys
import zipfile
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
KINDS = ["list", "date", "time", "whole", "textLength"]


def main():
    with zipfile.ZipFile(sys.argv[1]) as book:
        names = book.namelist()
        sheets = [ElementTree.fromstring(book.read(f"xl/worksheets/sheet{n}.xml")) for n in (1, 2, 3)]
        styles = ElementTree.fromstring(book.read("xl/styles.xml"))
        workbook = ElementTree.fromstring(book.read("xl/workbook.xml"))
    checks = [v.get("type") for s in sheets for v in s.iter(MAIN + "dataValidation")]
    formats = list(styles.find(MAIN + "cellXfs"))

    def is_locked(cell):
        protection = formats[int(cell.get("s", "0"))].find(MAIN + "protection")
        return protection is None or protection.get("locked") != "0"

    rows = {row.get("r"): list(row.iter(MAIN + "c")) for row in sheets[1].iter(MAIN + "row")}
    print("formulas", sum(len(list(s.iter(MAIN + "f"))) for s in sheets))
    print("links", sum(len(list(s.iter(MAIN + "hyperlink"))) for s in sheets))
    print("macros", sum("vba" in name.lower() for name in names))
    print("protected", sum(s.find(MAIN + "sheetProtection") is not None for s in sheets))
    print("hidden", *[s.get("name") for s in workbook.iter(MAIN + "sheet") if s.get("state") == "hidden"])
    # How wide and high each is printed, in pages; without a height it goes on.
    pages = [s.find(MAIN + "pageSetup") for s in sheets[:2]]
    print("pages", *[f'{p.get("fitToWidth", "1")}x{p.get("fitToHeight", "1")}' for p in pages],
          sum(s.find(f"{MAIN}sheetPr/{MAIN}pageSetUpPr") is not None for s in sheets))
    for kind in KINDS:
        print(kind, checks.count(kind))
    print("locked-headings", int(all(map(is_locked, rows["2"]))))
    # All but the hidden columns at the end.
    print("unlocked-cells", int(not any(map(is_locked, rows["3"][:-4])) and all(map(is_locked, rows["3"][-4:]))))


main()
