#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# xml.sh SOURCE: every XML file of the source is well-formed.
set -euo pipefail
cd "$1"
mapfile -t files < <(find data src ui \( -name '*.ui' -o -name '*.xml' -o -name '*.xml.in' -o -name '*.svg' \))
[ ${#files[@]} -gt 0 ]
xmllint --noout --nonet "${files[@]}"
