# MariaDB, from the Debian release that has this version.
# shellcheck source=/dev/null
. "$here/debian.sh"
# shellcheck source=/dev/null
. "$here/mysqld.sh"
release=$version-1
program=usr/sbin/mariadbd
messages=usr/share/mysql

unpack() {
  debian_unpack "$1" bookworm mariadb-server-core
  require_version "$1" "$version."
}

# What mariadb-install-db does; that script runs the programs directly and not through the unpacked loader.
initialise() {
  local sql=$installed/root/usr/share/mysql
  mkdir "$1"
  {
    printf 'create database if not exists mysql;\nuse mysql;\n'
    printf 'SET @auth_root_socket=NULL;\nset @skip_auth_anonymous=1;\n'
    cat "$sql"/{mysql_system_tables,mysql_performance_tables,mysql_system_tables_data}.sql \
      "$sql"/{maria_add_gis_sp_bootstrap,mysql_sys_schema}.sql
  } | (become_server --bootstrap --innodb-log-file-size=16M "--datadir=$1")
  write_users "$1"
}

serve() {
  serve_loopback "$@" --innodb-log-file-size=16M
}
