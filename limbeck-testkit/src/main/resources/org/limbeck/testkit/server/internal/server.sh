#!/usr/bin/env bash
# Shares one database server of a kind between all test JVMs of this user on this machine.
#
#   server.sh lease ENGINE VERSION [PACKED]   starts the server when none runs, prints how to reach it, and then
#                                             holds a lease on it until standard input ends
#   server.sh keep  ENGINE VERSION [PACKED]   (started by lease) runs the server until nobody has had a lease for
#                                             LIMBECK_TEST_IDLE_SECONDS
#   server.sh unpack|initialise ENGINE VERSION PACKED DIR   (started by lease) installs; makes a data folder
#
# PACKED is a folder with the packed server, for engines that come that way. Everything lives under
# LIMBECK_TEST_CACHE. Leases and keepers are file locks: the system releases them however a process ends, so a killed
# JVM never leaves a server behind and a server never stops while a JVM uses it. The files in a server's folder:
#   lease  locked shared by every lease, exclusively (for a moment) by a keeper that wants to stop
#   start  locked by whoever starts or stops the server
#   alive  locked by the keeper
#   state  how to reach the server; there only while it accepts connections
#   dir    where its data is
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

# An engine sets `release` (what is installed), `stop_signal`, `owner` when the server runs as another user, and defines
# unpack DIR, initialise DIR, serve DIR PORT (replaces the process), serving DIR, and, where a killed server leaves
# something outside DIR, after_death DIR.
owner=
after_death() { :; }
# shellcheck source=/dev/null
. "$here/$engine.sh"
tied_to_keeper

installed=$cache/install/$engine-$release
home=$cache/server/$engine-$version-${here##*-}${owner:+-$owner}

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
    if ! logged "$installed.log" unpack "$installed.tmp.$$"; then
      echo "cannot install $engine $release: $(last_lines "$installed.log") (log: $installed.log)" >"$installed.failed"
      rm -rf "$installed.tmp.$$"
      fail "$(cat "$installed.failed")"
    fi
    mv "$installed.tmp.$$" "$installed"
  fi
  exec 6>&-
}

# logged LOG ACTION DIR: runs an action in a shell of its own, where the first failure ends it; in anything that this
# shell calls, directly or not, from an `if` it would go on.
logged() {
  bash "${BASH_SOURCE[0]}" "$2" "$engine" "$version" "$packed" "$3" >"$1" 2>&1
}

last_lines() {
  grep -v '^[[:space:]]*$' "$1" | tail -n 2 | paste -sd' '
}

# An initialised data folder, copied at every start of the server.
ensure_template() {
  [ ! -d "$home/template" ] || return 0
  rm -rf "$home/template.tmp"
  [ -s "$home/password" ] || (umask 077 && random_word >"$home/password")
  logged "$home/initialise.log" initialise "$home/template.tmp" ||
    fail "cannot initialise $engine $version: $(last_lines "$home/initialise.log") (log: $home/initialise.log)"
  mv "$home/template.tmp" "$home/template"
}

random_word() {
  od -An -N12 -tx1 /dev/urandom | tr -d ' \n'
}

# Removes what a killed keeper left: the server itself, if it outlived its keeper, and its data.
clear_remains() {
  local pid dir
  pid=$(cat "$home/pid" 2>/dev/null || true)
  dir=$(cat "$home/dir" 2>/dev/null || true)
  if [ -n "$pid" ] && [ -n "$dir" ] && tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null | grep -qF "$dir/"; then
    kill -KILL "$pid" 2>/dev/null || true
  fi
  [ -z "$dir" ] || discard "$dir"
  rm -f "$home"/{state,pid,dir}
}

lease() {
  local started=
  mkdir -p "$home"
  exec 7>>"$home/lease" 8>>"$home/start" 2>>"$home/lease.log"
  flock -s 7
  flock -w 1500 8 || fail "waited 25 minutes for another process to start $engine $version"
  until is_up; do
    exec 9>>"$home/alive"
    if flock -n 9; then
      [ -z "$started" ] || fail "$engine $version does not start: $(last_lines "$home/keeper.log")"
      started=yes
      start_keeper
    fi
    exec 9>&-
    sleep 0.05
  done
  exec 8>&-
  cat "$home/state"
  echo ready
  exec cat >/dev/null
}

# A server that has just died is not up, though its keeper has not noticed yet.
is_up() {
  [ -e "$home/state" ] && kill -0 "$(cat "$home/pid")" 2>/dev/null
}

# The keeper inherits the lock on `alive`, and nothing else of ours.
start_keeper() {
  clear_remains
  ensure_installed
  ensure_template
  (setsid bash "${BASH_SOURCE[0]}" keep "$engine" "$version" "$packed" \
    </dev/null >"$home/keeper.log" 2>&1 7>&- 8>&- &)
}

keep() {
  local port attempt
  dir=$(mktemp -d "$(roomy_folder)/limbeck-test.XXXXXXXX")
  pid=
  trap leave_nothing EXIT
  chmod 755 "$dir"
  echo "$dir" >"$home/dir"
  for attempt in 1 2 3 4 5; do
    rm -rf "$dir/data"
    cp -a --reflink=auto "$home/template" "$dir/data"
    port=$(free_port)
    (serve "$dir/data" "$port") </dev/null >"$home/server.log" 2>&1 9>&- &
    pid=$!
    echo "$pid" >"$home/pid"
    ! await_serving || break
    end
  done
  [ -d "/proc/$pid" ] || {
    echo "tried $attempt times; log: $home/server.log: $(last_lines "$home/server.log")"
    exit 1
  }
  umask 077
  printf 'port=%s\nuser=limbeck\npassword=%s\npid=%s\n' "$port" "$(cat "$home/password")" "$pid" >"$home/state.new"
  mv "$home/state.new" "$home/state"
  await_idle
}

# Memory where there is plenty of it, for a new database is hundreds of small files; else beside the template.
roomy_folder() {
  local room memory
  room=$(df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 { print $4 }')
  memory=$(awk '/^MemAvailable/ { print $2 }' /proc/meminfo)
  if [ -w /dev/shm ] && [ "${room:-0}" -ge 4000000 ] && [ "${memory:-0}" -ge 6000000 ]; then
    echo /dev/shm
  else
    echo "$home"
  fi
}

# Whether the server's folder still tells of this server; somebody may have removed the whole cache.
is_ours() {
  [ "$(cat "$home/dir" 2>/dev/null)" = "$dir" ]
}

discard() {
  after_death "$1/data"
  rm -rf "$1"
}

leave_nothing() {
  discard "$dir"
  ! is_ours || rm -f "$home"/{state,pid,dir}
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
    kill -0 "$pid" 2>/dev/null || return 1
    ! serving "$dir/data" || return 0
    sleep 0.05
  done
  return 1
}

await_idle() {
  local idle=0 pause=$((idle_limit < 5 ? idle_limit : 5))
  while kill -0 "$pid" 2>/dev/null; do
    sleep "$pause" 9>&-
    if ! is_ours; then
      end
    elif flock -n "$home/lease" true; then
      idle=$((idle + pause))
      [ "$idle" -lt "$idle_limit" ] || stop_unless_leased
    else
      idle=0
    fi
  done
}

stop_unless_leased() {
  exec 8>>"$home/start"
  if flock -w 5 8 && flock -n "$home/lease" true; then
    rm -f "$home/state"
    end
    exit 0 # which removes the data and frees both locks
  fi
  exec 8>&-
}

# Asks the server to stop, and ends it when it has not stopped within 20 seconds.
end() {
  local tries
  kill -s "$stop_signal" "$pid" 2>/dev/null || return 0
  for ((tries = 0; tries < 200; tries++)); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.1 9>&-
  done
  kill -KILL "$pid" 2>/dev/null || true
}

if [ "$action" = lease ]; then
  trap 'echo "failed=line $LINENO of ${BASH_SOURCE[0]##*/}: $BASH_COMMAND"' ERR
fi
"$action" "${@:5}"
