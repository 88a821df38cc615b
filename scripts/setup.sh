#!/bin/sh
# Makes .venv in the project's root and installs into it, once: setup.sh run|dev.
# Everything comes from a hashed lock file; the project itself is installed on top, built by a hashed builder.
# A stamp remembers what was installed from; nothing is done while that has not changed.
set -eu
cd "$(dirname "$0")/.."
kind=${1:-run}
case $kind in
  run) lock=requirements.lock ;;
  dev) lock=requirements-dev.lock ;;
  *) echo "usage: setup.sh run|dev" >&2; exit 2 ;;
esac

state() { # what an installation rests on: its recipe, and where it stands (a moved folder breaks its scripts)
  { pwd; cat pyproject.toml requirements-build.lock "$1"; } | cksum
}
fresh() { # the stamp of a kind is there, is of this state, and what it vouches for still runs
  [ -f ".venv/.stamp-$1" ] && [ "$(cat ".venv/.stamp-$1")" = "$(state "$2")" ] && [ -x .venv/bin/trucewatch ] &&
    .venv/bin/python -c '' 2>/dev/null
}

if fresh dev requirements-dev.lock; then exit 0; fi # it holds all that the other has
if [ "$kind" = run ] && fresh run requirements.lock; then exit 0; fi

python=$(sh scripts/find_python.sh) # ends here with a message when there is none
if ! .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
  echo "setup: making .venv with $("$python" --version)" >&2
  rm -rf .venv
  "$python" -m venv .venv
fi
rm -f .venv/.stamp-*
pip() { .venv/bin/python -m pip --quiet --quiet --disable-pip-version-check "$@"; }
echo "setup: installing from $lock (a few minutes the first time)" >&2
pip install --require-hashes -r "$lock"
pip install --require-hashes -r requirements-build.lock
pip install --no-deps --no-build-isolation --editable .
.venv/bin/python -m compileall -q src # as an installation would: every start would compile it anew where nothing may be written
state "$lock" >".venv/.stamp-$kind"
