# Sourced by the other scripts: one calm line a step, and the log of a step that failed.
# shellcheck shell=bash

# step LABEL COMMAND...: runs the command silently; on failure prints what it said.
step() {
  local label=$1 log status=0 started=$SECONDS
  shift
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if [ "$status" -eq 0 ]; then
    printf '%s: done (%d s)\n' "$label" "$((SECONDS - started))"
  else
    printf '%s: FAILED (exit code %d); it said:\n' "$label" "$status" >&2
    sed 's/^/    /' "$log" >&2
  fi
  rm -f "$log"
  return "$status"
}

# True where missing system packages can be installed: Debian or a system made after it, as root.
debian_as_root() {
  [ -e /etc/debian_version ] && [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null
}

# install_packages LABEL PACKAGE...: from the distribution, without recommended ones.
install_packages() {
  local label=$1
  shift
  step "$label" sh -c 'apt-get update && DEBIAN_FRONTEND=noninteractive exec apt-get install -y --no-install-recommends "$@"' \
    install "$@"
}
