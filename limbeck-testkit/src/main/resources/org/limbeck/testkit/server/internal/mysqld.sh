# What MySQL and MariaDB have in common. Expects `program` and `messages`, relative to the unpacked folder.
stop_signal=TERM

# Runs the server program through the unpacked loader, in place of this shell.
become_server() {
  local root=$installed/root
  local options=(--no-defaults "--basedir=$root/usr" "--lc-messages-dir=$root/$messages")
  if [ "$(id -u)" = 0 ]; then options+=(--user=root); fi
  exec "${prefix[@]}" "$installed/run" "$root/$program" "${options[@]}" "$@"
}

# serve DIR PORT OPTION...: a server on the loopback interface that does not wait for the disk.
serve_loopback() {
  local dir=$1 port=$2
  shift 2
  prefix=("${tied[@]}")
  become_server "--datadir=$dir" "--port=$port" --bind-address=127.0.0.1 --skip-name-resolve --socket=s.sock \
    "--pid-file=$dir/server.pid" "--init-file=$dir/users.sql" "--plugin-dir=$installed/root/usr/lib/mysql/plugin" \
    --max-connections=300 --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync \
    --innodb-doublewrite=OFF "$@"
}

# The users are made whenever the server starts, before it accepts anybody.
write_users() {
  local password
  password=$(cat "$home/password")
  (
    umask 077
    cat >"$1/users.sql" <<END
CREATE USER IF NOT EXISTS limbeck@'127.0.0.1' IDENTIFIED BY '$password';
GRANT ALL ON *.* TO limbeck@'127.0.0.1' WITH GRANT OPTION;
ALTER USER root@localhost IDENTIFIED BY '$password';
END
  )
}

require_version() {
  local told
  told=$("$1/run" "$1/root/$program" --no-defaults --version)
  case $told in
    *"Ver $2"*) ;;
    *)
      echo "the archive has another version: $told"
      return 1
      ;;
  esac
}

serving() {
  [ -e "$1/server.pid" ]
}
prefix=()
