#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""manifest.py MANIFEST APP-ID: the flatpak manifest can be read, and says what we promise.

flatpak-builder itself only reads the syntax without a network, so the words in it are checked here. Prints TAP.
"""
import json
import re
import subprocess
import sys

BUILD_SYSTEMS = {"meson", "cmake", "cmake-ninja", "autotools", "simple", "qmake"}


def main():
    path, app_id = sys.argv[1:3]
    run = subprocess.run(["flatpak-builder", "--show-manifest", path], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        print(f"Bail out! {run.stderr.strip()}")
        return 1
    manifest = json.loads(run.stdout)
    modules = manifest["modules"]
    sources = [source for module in modules for source in module.get("sources", [])]
    cases = {
        "is for this program": manifest.get("id", manifest.get("app-id")) == app_id,
        "stands on GNOME 49 or newer": manifest["runtime"] == "org.gnome.Platform"
        and int(manifest["runtime-version"]) >= 49,
        "asks for no network and no files": not [
            a for a in manifest["finish-args"] if a.startswith(("--share=network", "--filesystem"))
        ],
        "builds each module by a known system": all(m.get("buildsystem") in BUILD_SYSTEMS for m in modules),
        "pins what it downloads": all(
            re.fullmatch("[0-9a-f]{64}", s.get("sha256", "")) for s in sources if s["type"] == "archive"
        ),
        "builds the program last": modules[-1]["name"] == "aanjager",
    }
    print(f"1..{len(cases)}")
    for number, (name, good) in enumerate(cases.items(), 1):
        print(f"{'ok' if good else 'not ok'} {number} {name}")
    return 0 if all(cases.values()) else 1


sys.exit(main())
