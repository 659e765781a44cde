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
server=
bus=

clean_up() {
  trap - EXIT
  # The whole group: the bus daemon and what it started do not end with dbus-run-session.
  [ -n "$bus" ] && kill -- "-$bus" 2>/dev/null
  [ -n "$server" ] && kill "$server" 2>/dev/null && wait "$server" 2>/dev/null
  rm -rf "$dir"
}
trap clean_up EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

mkdir -p "$dir/run" "$home"/{config/gtk-4.0,data,cache,state}
chmod 700 "$dir" "$dir/run"

# -displayfd picks a free display itself: two of these at a time never take the same one.
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset +extension GLX \
  3>"$dir/display" >"$dir/server.log" 2>&1 &
server=$!
for _ in $(seq 500); do
  [ -s "$dir/display" ] && break
  kill -0 "$server" 2>/dev/null || { cat "$dir/server.log" >&2; exit 3; }
  sleep 0.02
done
[ -s "$dir/display" ] || { echo "headless.sh: the X server does not answer" >&2; exit 3; }

export DISPLAY=:$(cat "$dir/display")
export HOME=$home XDG_RUNTIME_DIR=$dir/run XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data
export XDG_CACHE_HOME=$home/cache XDG_STATE_HOME=$home/state
# cairo is the fastest renderer without a graphics card, and the same on every machine.
export GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER-cairo} GTK_USE_PORTAL=0 GSETTINGS_BACKEND=${GSETTINGS_BACKEND-memory}
# An empty AT_SPI_BUS_ADDRESS would keep a program off the accessibility bus, so these must not be there at all.
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS

# No settings daemon runs here, and GTK would take another font than GNOME's.
cat >"$home/config/gtk-4.0/settings.ini" <<INI
[Settings]
gtk-font-name=Cantarell 11
gtk-icon-theme-name=Adwaita
gtk-enable-animations=${HEADLESS_ANIMATIONS:-0}
INI

# In the background and waited for, so that a signal to this script ends it at once instead of after the command; as a
# job (set -m), so that it is a process group.
set -m
HEADLESS_MANAGER=$manager dbus-run-session -- bash -c '
  manager=
  if [ -n "$HEADLESS_MANAGER" ]; then
    $HEADLESS_MANAGER >/dev/null 2>&1 &
    manager=$!
    for _ in $(seq 250); do
      xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q "window id" && break
      sleep 0.02
    done
  fi
  "$@" <&0 &
  command=$!
  trap "kill $command \$manager 2>/dev/null; exit 143" TERM
  wait $command
  status=$?
  [ -n "$manager" ] && kill $manager 2>/dev/null
  exit $status' headless "$@" \
  <&0 2> >(grep -v --line-buffered -e "Failed to set fd limit" -e "^SpiRegistry daemon" -e "^dbus-daemon\[" >&2) &
bus=$!
wait "$bus"
status=$?
exit $status
