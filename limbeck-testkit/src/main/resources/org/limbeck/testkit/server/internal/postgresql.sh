# PostgreSQL: the system's own installation of the major version where there is one, else the packed one.
stop_signal=INT
system=/usr/lib/postgresql/$version
if [ -x "$system/bin/postgres" ] && [ -x "$system/bin/initdb" ]; then
  release=$version-system
elif [ -n "$packed" ]; then
  release=${packed##*-}
else
  fail "PostgreSQL $version is neither installed in $system nor packed beside the testkit"
fi

unpack() {
  local xz=xz
  if [ "$release" != "$version-system" ]; then
    if ! command -v xz; then
      # shellcheck source=/dev/null
      . "$here/debian.sh"
      debian_unpack "$1/xz" bookworm xz-utils
      xz="$1/xz/run $1/xz/root/usr/bin/xz"
    fi
    mkdir "$1/server"
    tar -I "$xz" -xf "$packed"/*.txz -C "$1/server"
  fi
}

binaries() {
  if [ "$release" = "$version-system" ]; then echo "$system/bin"; else echo "$installed/server/bin"; fi
}

# PostgreSQL refuses to run as root: root becomes nobody in a user namespace of its own, or, where the system allows
# none, the user postgres or nobody.
as=()
if [ "$(id -u)" = 0 ]; then
  if unshare -U true 2>/dev/null; then
    as=(unshare -U)
  else
    owner=$(id -un postgres 2>/dev/null || echo nobody)
    as=(setpriv "--reuid=$owner" "--regid=$(id -g "$owner")" --clear-groups)
    mkdir -p "$cache"
    if ! "${as[@]}" test -x "$cache"; then
      cache=/var/cache/limbeck-testkit # for root's home is closed to others
    fi
  fi
fi

initialise() {
  cp "$home/password" "$1.password"
  if [ -n "$owner" ]; then
    mkdir "$1"
    chown "$owner" "$1" "$1.password"
  fi
  "${as[@]}" "$(binaries)/initdb" -D "$1" -U limbeck -A password --pwfile="$1.password" \
    -E UTF8 --no-locale -N
  rm "$1.password"
}

# Test data need not outlive a power cut, so nothing waits for the disk.
serve() {
  exec "${as[@]}" "${tied[@]}" "$(binaries)/postgres" -D "$1" -p "$2" -c listen_addresses=127.0.0.1 \
    -c unix_socket_directories= -c max_connections=300 -c fsync=off -c synchronous_commit=off \
    -c full_page_writes=off -c dynamic_shared_memory_type=mmap
}

serving() {
  grep -q '^ready' "$1/postmaster.pid" 2>/dev/null
}

# The segment of shared memory by which a server finds out whether another one uses its data.
after_death() {
  local segment
  segment=$(awk 'NR == 7 { print $2 }' "$1/postmaster.pid" 2>/dev/null || true)
  [ -z "$segment" ] || ipcrm -m "$segment" 2>/dev/null || true
}
