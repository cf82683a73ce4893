# Programs from Debian's archive without installing anything: packages and all they need, down to the C library, are
# unpacked into a folder and run through that folder's own loader. So a server of another Debian release runs here.

# debian_unpack DIR SUITE PACKAGE...: afterwards DIR/run PROGRAM ARGUMENT... runs a program from DIR/root.
debian_unpack() {
  local dir=$1 suite=$2 deb
  shift 2
  mkdir -p "$dir/apt/state/lists/partial" "$dir/apt/cache/archives/partial" "$dir/root"
  apt_settings "$dir/apt" "$suite"
  insist apt-get -q -c "$dir/apt/apt.conf" update
  insist apt-get -q -c "$dir/apt/apt.conf" install -y --download-only --no-install-recommends "$@"
  for deb in "$dir"/apt/cache/archives/*.deb; do
    case ${deb##*/} in
      perl* | libperl* | libdb5* | libgdbm* | debconf_* | media-types_*) ;; # of no use to a server
      *) dpkg-deb -x "$deb" "$dir/root" ;;
    esac
  done
  rm -rf "$dir/apt" "$dir"/root/usr/share/{doc,man,locale,info}
  write_runner "$dir"
}

# Apt's state and sources of our own, so that neither missing lists nor third parties' archives matter; what the
# machine's settings say about proxies still holds, its hooks do not.
apt_settings() {
  local apt=$1 suite=$2 mirror
  mirror=$(debian_mirror)
  : >"$apt/status"
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$apt/sources.list"
  cat >"$apt/apt.conf" <<END
#clear APT::Update;
Dir::State "$apt/state";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Cache::archives "archives";
Dir::Log "$apt";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
APT::Update::Error-Mode "any";
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Retries "3";
Acquire::http::Timeout "30";
Acquire::https::Timeout "30";
END
}

# The mirror this machine takes its own packages from.
debian_mirror() {
  local mirror=${LIMBECK_TEST_DEBIAN_MIRROR:-}
  if [ -z "$mirror" ] && grep -q '^ID=debian' /etc/os-release; then
    mirror=$(
      { cat /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null || true; } |
        sed -nE 's/^(URIs:|deb( \[[^]]*\])?) +([^ ]*debian\/?)( .*)?$/\3/p' | sed -n 1p
    )
  fi
  if [ -z "$mirror" ]; then
    echo "no Debian mirror among the sources of apt: name one in LIMBECK_TEST_DEBIAN_MIRROR" >&2
    return 1
  fi
  echo "$mirror"
}

# Tries three times, with pauses.
insist() {
  local pause
  for pause in 5 15 0; do
    ! "$@" || return 0
    sleep "$pause"
  done
  return 1
}

write_runner() {
  local loader libraries
  loader=$(find "$1/root" -name 'ld-linux-*.so.*' -type f | sed -n 1p)
  libraries=$(find "$1/root" -maxdepth 3 -path '*/lib/*-linux-gnu' | paste -sd:)
  # The folder is moved to its final place once it is complete, hence relative to the runner itself.
  printf '#!/bin/sh\nd=${0%%/*}\nexec "$d/%s" --library-path "%s" "$@"\n' \
    "${loader#"$1/"}" "${libraries//"$1"/\$d}" >"$1/run"
  chmod +x "$1/run"
}
