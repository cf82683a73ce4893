#!/usr/bin/env bash
# Shares one database server of a kind between all test JVMs of this user on this machine.
#
#   server.sh lease ENGINE VERSION [PACKED]   starts the server when none runs, prints how to reach it, and then
#                                             holds a lease on it until standard input ends
#   server.sh keep  ENGINE VERSION [PACKED]   (started by lease) runs the server until nobody has had a lease for
#                                             LIMBECK_TEST_IDLE_SECONDS
#
# PACKED is a folder with the packed server, for engines that come that way. Everything lives under
# LIMBECK_TEST_CACHE. Leases and keepers are file locks: the system releases them however a process ends, so a killed
# JVM never leaves a server behind and a server never stops while a JVM uses it. The files in a server's folder:
#   lease  locked shared by every lease, exclusively (for a moment) by a keeper that wants to stop
#   start  locked by whoever starts or stops the server
#   alive  locked by the keeper
#   state  how to reach the server; there only while it accepts connections
set -Eeuo pipefail
umask 022

action=$1 engine=$2 version=$3 packed=${4:-}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=$LIMBECK_TEST_CACHE
idle_limit=${LIMBECK_TEST_IDLE_SECONDS:-90}

fail() {
  printf 'failed=%s\n' "$*"
  exit 1
}

# A server whose keeper is killed gets its stop signal from the system.
tied_to_keeper() {
  tied=()
  ! setpriv --pdeathsig "$stop_signal" true 2>/dev/null || tied=(setpriv --pdeathsig "$stop_signal")
}

# An engine sets `release` (what is installed), `stop_signal`, and defines
# unpack DIR, initialise DIR, serve DIR PORT (replaces the process) and serving DIR.
# shellcheck source=/dev/null
. "$here/$engine.sh"
tied_to_keeper

installed=$cache/install/$engine-$release
home=$cache/server/$engine-$version-${here##*-}

# Installs once for all; a half-done installation is never seen, and a failure is remembered for some minutes.
ensure_installed() {
  [ ! -d "$installed" ] || return 0
  mkdir -p "$cache/install"
  exec 6>>"$installed.lock"
  flock -w 1200 6 || fail "waited 20 minutes for another process to install $engine $release"
  if [ ! -d "$installed" ]; then
    if [ -z "${CI:-}" ] && [ -n "$(find "$installed.failed" -mmin -5 2>/dev/null)" ]; then
      fail "$(cat "$installed.failed") (tried less than five minutes ago)"
    fi
    rm -rf "$installed".tmp.*
    mkdir "$installed.tmp.$$"
    if ! (unpack "$installed.tmp.$$") >"$installed.log" 2>&1; then
      echo "cannot install $engine $release: $(last_line "$installed.log") (log: $installed.log)" >"$installed.failed"
      rm -rf "$installed.tmp.$$"
      fail "$(cat "$installed.failed")"
    fi
    mv "$installed.tmp.$$" "$installed"
  fi
  exec 6>&-
}

last_line() {
  grep -v '^[[:space:]]*$' "$1" | tail -n 1
}

# An initialised data folder, copied at every start of the server.
ensure_template() {
  [ ! -d "$home/template" ] || return 0
  rm -rf "$home/template.tmp"
  [ -s "$home/password" ] || (umask 077 && random_word >"$home/password")
  (initialise "$home/template.tmp") >"$home/initialise.log" 2>&1 ||
    fail "cannot initialise $engine $version: $(last_line "$home/initialise.log") (log: $home/initialise.log)"
  mv "$home/template.tmp" "$home/template"
}

random_word() {
  od -An -N12 -tx1 /dev/urandom | tr -d ' \n'
}

# Removes what a killed keeper left: the server itself, if it outlived its keeper, and its data.
clear_remains() {
  local pid
  pid=$(cat "$home/pid" 2>/dev/null || true)
  if [ -n "$pid" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$home/"; then
    kill -KILL "$pid" 2>/dev/null || true
  fi
  rm -rf "$home/state" "$home/pid" "$home/data"
}

lease() {
  mkdir -p "$home"
  exec 7>>"$home/lease" 8>>"$home/start" 2>>"$home/lease.log"
  flock -s 7
  flock -w 1500 8 || fail "waited 25 minutes for another process to start $engine $version"
  exec 9>>"$home/alive"
  if flock -n 9; then
    clear_remains
    ensure_installed
    ensure_template
    # The keeper inherits the lock on `alive`, and nothing else of ours.
    (setsid bash "${BASH_SOURCE[0]}" keep "$engine" "$version" "$packed" \
      </dev/null >"$home/keeper.log" 2>&1 7>&- 8>&- &)
  fi
  exec 9>&-
  until [ -e "$home/state" ]; do
    ! flock -n "$home/alive" true || fail "$engine $version does not start: $(last_line "$home/keeper.log")"
    sleep 0.05
  done
  exec 8>&-
  cat "$home/state"
  echo ready
  exec cat >/dev/null
}

keep() {
  local port pid attempt
  trap 'rm -rf "$home/state" "$home/pid" "$home/data"' EXIT
  for attempt in 1 2 3 4 5; do
    rm -rf "$home/data"
    cp -a --reflink=auto "$home/template" "$home/data"
    port=$(free_port)
    (serve "$home/data" "$port") </dev/null >"$home/server.log" 2>&1 9>&- &
    pid=$!
    echo "$pid" >"$home/pid"
    ! await_serving "$pid" || break
    end "$pid"
  done
  [ -d "/proc/$pid" ] || {
    echo "tried $attempt times; log: $home/server.log: $(last_line "$home/server.log")"
    exit 1
  }
  umask 077
  printf 'port=%s\nuser=limbeck\npassword=%s\npid=%s\n' "$port" "$(cat "$home/password")" "$pid" >"$home/state.new"
  mv "$home/state.new" "$home/state"
  await_idle "$pid"
}

# Ports below the range from which the system takes ports for outgoing connections.
free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

await_serving() {
  local tries
  for ((tries = 0; tries < 1200; tries++)); do
    kill -0 "$1" 2>/dev/null || return 1
    ! serving "$home/data" || return 0
    sleep 0.05
  done
  return 1
}

await_idle() {
  local idle=0 pause=$((idle_limit < 5 ? idle_limit : 5))
  while kill -0 "$1" 2>/dev/null; do
    sleep "$pause" 9>&-
    if flock -n "$home/lease" true; then idle=$((idle + pause)); else idle=0; fi
    [ "$idle" -lt "$idle_limit" ] || ! stop_unless_leased "$1" || return 0
  done
}

stop_unless_leased() {
  exec 8>>"$home/start"
  if flock -w 5 8 && flock -n "$home/lease" true; then
    rm -f "$home/state"
    end "$1"
    return 0
  fi
  exec 8>&-
  return 1
}

# Asks the server to stop, and ends it when it has not stopped within 20 seconds.
end() {
  local tries
  kill -s "$stop_signal" "$1" 2>/dev/null || return 0
  for ((tries = 0; tries < 200; tries++)); do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.1 9>&-
  done
  kill -KILL "$1" 2>/dev/null || true
}

trap 'echo "failed=line $LINENO of ${BASH_SOURCE[0]##*/}: $BASH_COMMAND"' ERR
"$action"
