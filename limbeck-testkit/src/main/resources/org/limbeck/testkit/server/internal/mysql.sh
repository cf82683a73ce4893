# MySQL, from the one Debian suite that has it; the release moves with that suite.
# shellcheck source=/dev/null
. "$here/debian.sh"
# shellcheck source=/dev/null
. "$here/mysqld.sh"
release=$version-1
program=usr/sbin/mysqld
messages=usr/share/mysql

unpack() {
  debian_unpack "$1" sid mysql-server-core
  rm -rf "$1/root/usr/bin"
  require_version "$1" "${version%%.*}."
}

initialise() {
  (become_server --initialize-insecure --secure-file-priv=NULL --innodb-redo-log-capacity=8M "--datadir=$1")
  write_users "$1"
}

serve() {
  serve_loopback "$@" --secure-file-priv=NULL --mysqlx=OFF --skip-log-bin --innodb-redo-log-capacity=64M
}
