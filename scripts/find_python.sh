#!/bin/sh
# Prints the path of a Python that the project can use: 3.12 or later, with venv and pip. A name on the PATH may be a shim
# that fails when run, so every candidate is run. PYTHON names one to take instead.
set -u

usable() {
  [ -n "$1" ] && "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1
}

if [ -n "${PYTHON:-}" ]; then
  if usable "$PYTHON"; then command -v "$PYTHON"; exit 0; fi
  echo "PYTHON=$PYTHON is no Python 3.12 or later with the modules venv and ensurepip." >&2
  exit 1
fi

# The versions that the lock files were tested with come first.
for version in 3.12 3.13 3.14 3.15; do
  for candidate in \
    "$(command -v "python$version" 2>/dev/null)" \
    "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version"*/bin/python \
    "$HOME"/.pyenv/versions/"$version"*/bin/python \
    "$HOME"/.local/share/uv/python/cpython-"$version"*/bin/python3 \
    "$HOME"/.local/bin/"python$version" \
    /usr/local/bin/"python$version" /usr/bin/"python$version" /opt/python/"$version"*/bin/python3 \
    /opt/homebrew/bin/"python$version" /Library/Frameworks/Python.framework/Versions/"$version"/bin/python3; do
    if usable "$candidate"; then echo "$candidate"; exit 0; fi
  done
done
for candidate in "$(command -v python3 2>/dev/null)" "$(command -v python 2>/dev/null)"; do
  if usable "$candidate"; then echo "$candidate"; exit 0; fi
done

cat >&2 <<'MESSAGE'
No Python 3.12 or later was found (one with the modules venv and ensurepip is needed).
Install one (Debian and Ubuntu: apt-get install python3.12-venv, where the release has it; pyenv install 3.12),
or name one: make demo PYTHON=/path/to/python3.12
MESSAGE
exit 1
