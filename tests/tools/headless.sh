#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# headless.sh [-s WxH] [-w WM] COMMAND…: runs a command in an X server, session bus and home folder of its own.
# The server, the bus and everything the command left running are gone when it ends; its exit status is kept.
#   -s WxH  size of the screen (1280x900)
#   -w WM   a window manager to run beside it (openbox); without one, windows stand at 0,0 at the size they ask for
# HEADLESS_ANIMATIONS=1 keeps animations; HEADLESS_HOME=DIR keeps the home folder there, for programs that start again.
set -u

size=1280x900
manager=
while getopts s:w: option; do
  case $option in
    s) size=$OPTARG ;;
    w) manager=$OPTARG ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { echo "headless.sh: no command given" >&2; exit 2; }

dir=$(mktemp -d "${TMPDIR:-/tmp}/headless.XXXXXX") || exit 3
home=${HEADLESS_HOME:-$dir/home}
jobs=()

# Every job is a process group (set -m): what it started in its turn ends with it. Last started, first ended.
clean_up() {
  local i
  trap - EXIT
  for ((i = ${#jobs[@]} - 1; i >= 0; i--)); do
    kill -- "-${jobs[i]}" 2>/dev/null
  done
  for _ in $(seq 100); do
    [ -n "$(jobs -pr)" ] || break
    sleep 0.02
  done
  for ((i = ${#jobs[@]} - 1; i >= 0; i--)); do
    kill -KILL -- "-${jobs[i]}" 2>/dev/null
  done
  rm -rf "$dir"
}
trap clean_up EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

mkdir -p "$dir/run" "$home"/{config/gtk-4.0,data,cache,state}
chmod 700 "$dir" "$dir/run"

# wait_for FILE PID NAME: until a server has written where it can be found.
wait_for() {
  for _ in $(seq 500); do
    [ -s "$1" ] && return
    kill -0 "$2" 2>/dev/null || break
    sleep 0.02
  done
  echo "headless.sh: the $3 does not start" >&2
  cat "$dir/$3.log" >&2
  exit 3
}

set -m
# -displayfd picks a free display itself: two of these at a time never take the same one.
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset +extension GLX \
  3>"$dir/display" >"$dir/Xvfb.log" 2>&1 &
server=$!
jobs+=("$server")
wait_for "$dir/display" "$server" Xvfb
DISPLAY=:$(cat "$dir/display")
export DISPLAY HOME=$home XDG_RUNTIME_DIR=$dir/run XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data
export XDG_CACHE_HOME=$home/cache XDG_STATE_HOME=$home/state
# cairo is the fastest renderer without a graphics card, and the same on every machine. GTK would still load Mesa to see
# what it could do, which takes its time and never gives back all its memory.
export GDK_BACKEND=x11 GDK_DEBUG=${GDK_DEBUG-gl-disable} GSK_RENDERER=${GSK_RENDERER-cairo}
export GTK_USE_PORTAL=0 GSETTINGS_BACKEND=${GSETTINGS_BACKEND-memory}
# An empty AT_SPI_BUS_ADDRESS would keep a program off the accessibility bus, so it must not be there at all.
unset WAYLAND_DISPLAY AT_SPI_BUS_ADDRESS

# No settings daemon runs here, and GTK would take another font than GNOME's.
cat >"$home/config/gtk-4.0/settings.ini" <<INI
[Settings]
gtk-font-name=Cantarell 11
gtk-icon-theme-name=Adwaita
gtk-enable-animations=${HEADLESS_ANIMATIONS:-0}
gtk-cursor-blink=0
INI

# dbus-run-session would mix what the services it starts say with what the command says.
dbus-daemon --session --nofork --print-address=3 3>"$dir/bus" >"$dir/dbus-daemon.log" 2>&1 &
bus=$!
jobs+=("$bus")
wait_for "$dir/bus" "$bus" dbus-daemon
DBUS_SESSION_BUS_ADDRESS=$(head -n 1 "$dir/bus")
export DBUS_SESSION_BUS_ADDRESS

if [ -n "$manager" ]; then
  "$manager" >"$dir/manager.log" 2>&1 &
  jobs+=("$!")
  for _ in $(seq 250); do
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id" && break
    sleep 0.02
  done
fi

# Waited for in the background, so that a signal to this script ends everything at once.
"$@" <&0 &
jobs+=("$!")
wait "$!"
status=$?
exit $status
