# SPDX-License-Identifier: GPL-3.0-or-later
# What run, check and bench share: installing what is missing, and saying what is being done. Sourced by bash.

# To build and run the program on Debian 12.
run_packages=(
  gcc libc6-dev meson ninja-build pkg-config gettext
  libglib2.0-dev libgtk-4-dev libadwaita-1-dev libsqlite3-dev libical-dev libjson-glib-dev libcsv-dev
  libgmime-3.0-dev libarchive-dev libxml2-dev libxlsxwriter-dev
  libgtk-4-bin desktop-file-utils shared-mime-info adwaita-icon-theme librsvg2-common fonts-cantarell tzdata locales
)
# To look it over: a second compiler, validators, and a screen of its own to open windows on.
check_packages=(
  git clang clang-format desktop-file-utils appstream libxml2-utils flatpak-builder
  xvfb dbus at-spi2-core openbox xdotool x11-utils x11-apps imagemagick
  libxtst-dev libxdamage-dev python3 python3-gi gir1.2-atspi-2.0 python3-icalendar poppler-utils
  libreoffice-calc-nogui
)
bench_packages=(xvfb dbus at-spi2-core libxdamage-dev python3)

# speaks_dutch: whether the programs that are run speak Dutch, by the same rules as theirs.
speaks_dutch() {
  local locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}
  case $locale in C | POSIX) return 1 ;; esac
  case ${LANGUAGE:-$locale} in nl*) return 0 ;; *) return 1 ;; esac
}

# tell ENGLISH DUTCH: says it in the language of the programs.
tell() {
  if speaks_dutch; then echo "$2"; else echo "$1"; fi
}

# say_step SECONDS STATE TEXT: one line for one step.
say_step() {
  printf '%7.1f s  %-4s  %s\n' "$1" "$2" "$3"
}

now() {
  # EPOCHREALTIME has a comma where the language has one.
  echo "${EPOCHREALTIME/,/.}"
}

# seconds_since START
seconds_since() {
  awk -v start="$1" -v end="$(now)" 'BEGIN { printf "%.1f", end - start }'
}

# as_root COMMAND…: runs it as the superuser.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    tell "This needs the superuser, and sudo is not installed: $*" \
      "Hiervoor is de beheerder (root) nodig, en sudo is er niet: $*" >&2
    return 1
  fi
}

# missing_packages NAME…: those that are not installed, one a line.
missing_packages() {
  LC_ALL=C comm -23 <(printf '%s\n' "$@" | LC_ALL=C sort -u) \
    <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p' | LC_ALL=C sort -u)
}

# need_packages NAME…: installs exactly what is missing; asks the network nothing when nothing is.
need_packages() {
  local missing
  if ! command -v dpkg-query >/dev/null; then
    tell "This is not Debian, so nothing is installed. Needed, by Debian's names: $*" \
      "Dit is geen Debian, dus er wordt niets geïnstalleerd. Nodig, met de namen van Debian: $*" >&2
    return 0
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0
  tell "Installing ${missing[*]}" "Wordt geïnstalleerd: ${missing[*]}"
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}")
  # A list of packages that is there may serve; when it is stale or missing, it is fetched and tried once more.
  as_root "${install[@]}" && return 0
  as_root apt-get update -q && as_root "${install[@]}"
}

# has_dutch: whether the Dutch of the C library is there. All of the list is read, for locale fails when it is not.
has_dutch() {
  locale -a 2>/dev/null | grep -iE '^nl_NL\.utf-?8$' >/dev/null
}

# need_locale: the Dutch of the C library, for dates and for tests in Dutch.
need_locale() {
  has_dutch && return 0
  command -v locale-gen >/dev/null || return 0
  as_root sed -i 's/^# *\(nl_NL.UTF-8 UTF-8\)/\1/' /etc/locale.gen
  as_root locale-gen nl_NL.UTF-8
}

# need_node_modules DIR: ical.js as DIR/package-lock.json fixes it, with the node there is or else Debian's.
need_node_modules() {
  local stamp=$1/node_modules/.installed
  cmp -s "$1/package-lock.json" "$stamp" && command -v node >/dev/null && return 0
  command -v node >/dev/null || need_packages nodejs || return 1
  command -v npm >/dev/null || need_packages npm || return 1
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) && cp "$1/package-lock.json" "$stamp"
}

# configure DIR OPTION…: sets up a build folder, or brings an older one to these options (those of meson setup).
configure() {
  local dir=$1 options
  shift
  options=$(printf '%s\n' "$@" "CC=${CC:-} ${CC_LD:-}")
  if [ -f "$dir/build.ninja" ]; then
    [ "$(cat "$dir/.options" 2>/dev/null)" = "$options" ] && return 0
    meson setup --wipe "$dir" "$@" || return 1
  else
    meson setup "$dir" "$@" || return 1
  fi
  echo "$options" >"$dir/.options"
}
