#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# shot.sh [OPTIONS] OUT.png COMMAND…: starts a program, waits until its window stops changing, and saves the picture.
#   -s WxH      size of the window and of the screen (the size the window asks for, on 1280x900)
#   -l LOCALE   the language, such as nl_NL.UTF-8
#   -d          dark colours
#   -c          high contrast
#   -x SCALE    pixels to a point: 2 for a screen of double density
#   -e COMMAND  a shell command once the window stands still (xdotool key F10 …); waits again afterwards
# Runs in a private X server unless it already is in one (tests/tools/headless.sh).
set -u

here=$(dirname "$(readlink -f "$0")")
size= locale= dark= contrast= scale= steps=()
arguments=("$@")
while getopts s:l:dcx:e: option; do
  case $option in
    s) size=$OPTARG ;;
    l) locale=$OPTARG ;;
    d) dark=1 ;;
    c) contrast=1 ;;
    x) scale=$OPTARG ;;
    e) steps+=("$OPTARG") ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -ge 2 ] || { sed -n '3,11s/^# //p' "$0" >&2; exit 2; }

pixels=${size:-1280x900}
if [ -n "$scale" ]; then
  pixels=$((${pixels%x*} * scale))x$((${pixels#*x} * scale))
fi
if [ -z "${SHOT_INSIDE:-}" ]; then
  SHOT_INSIDE=1 exec "$here/headless.sh" -s "$pixels" "$0" "${arguments[@]}"
fi

out=$1
shift
[ -n "$locale" ] && export LC_ALL=$locale LANGUAGE=
[ -n "$dark" ] && export ADW_DEBUG_COLOR_SCHEME=prefer-dark
[ -n "$contrast" ] && export ADW_DEBUG_HIGH_CONTRAST=1
[ -n "$scale" ] && export GDK_SCALE=$scale

"$@" &
program=$!
trap 'kill $program 2>/dev/null' EXIT

# Still for half a second counts as ready: nothing loads that slowly without showing a spinner.
wait_until_still() {
  local last= now= still=0
  for _ in $(seq 200); do
    sleep 0.1
    kill -0 $program 2>/dev/null || { echo "shot.sh: the program ended before its picture was taken" >&2; exit 1; }
    [ -n "$(xdotool search --onlyvisible --pid $program 2>/dev/null)" ] || continue
    now=$(xwd -root -silent 2>/dev/null | md5sum)
    if [ "$now" = "$last" ]; then still=$((still + 1)); else still=0; fi
    last=$now
    [ $still -ge 5 ] && return
  done
  echo "shot.sh: the window never stands still" >&2
}

wait_until_still
window=$(xdotool search --onlyvisible --pid $program | head -n 1)
if [ -n "$size" ]; then
  xdotool windowsize --sync "$window" "${pixels%x*}" "${pixels#*x}" 2>/dev/null
  wait_until_still
fi
xdotool windowfocus "$window" 2>/dev/null
for step in ${steps[@]+"${steps[@]}"}; do
  bash -c "$step" || echo "shot.sh: this step failed: $step" >&2
  wait_until_still
done

if [ -z "$size" ]; then
  eval "$(xdotool getwindowgeometry --shell "$window" | grep -E '^(WIDTH|HEIGHT|X|Y)=')"
  xwd -root -silent | convert xwd:- -crop "${WIDTH}x${HEIGHT}+${X}+${Y}" +repage "$out"
else
  xwd -root -silent | convert xwd:- "$out"
fi
