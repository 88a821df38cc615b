#!/bin/sh
# Writes the hashed lock files from pyproject.toml: no index address and no path of the machine gets into them.
set -eu
cd "$(dirname "$0")/.."
python=$(sh scripts/find_python.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m venv "$work/venv"
"$work/venv/bin/python" -m pip --quiet --disable-pip-version-check install 'uv>=0.9'

compile() {
  "$work/venv/bin/uv" pip compile --quiet --universal --python-version 3.12 --generate-hashes --no-header --no-annotate \
    --no-emit-index-url --no-emit-find-links --no-config "$@"
}
compile pyproject.toml --extra dev requirements/build.in -o requirements-dev.lock
compile pyproject.toml -c requirements-dev.lock -o requirements.lock
compile requirements/build.in -c requirements-dev.lock -o requirements-build.lock

if grep -nE '://|file:|/home/|/root/|^--(index|extra|find)' requirements*.lock; then
  echo "lock: an address or a path of this machine got into a lock file (above)." >&2
  exit 1
fi
