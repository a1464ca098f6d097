#!/bin/sh
# Writes the locks again from pyproject.toml's groups: exact versions and hashes, and no registry's name.
#   sh requirements/lock.sh                         what pyproject.toml asks for; whatever still fits it stays as it is
#   sh requirements/lock.sh --upgrade               the newest of everything that fits
#   sh requirements/lock.sh --upgrade-package NAME  the newest of one
set -eu
cd "$(dirname "$0")/.."
uv=.venv/bin/uv
if [ ! -x "$uv" ]; then # a fresh clone, or a lock that no longer installs
  uv=build/uv/bin/uv
  [ -x "$uv" ] || { "${PYTHON:-python3}" -m venv build/uv && build/uv/bin/pip install --quiet uv; }
fi
compile() { "$uv" pip compile --quiet --no-header --generate-hashes "$@"; }
compile --universal --python-version 3.12 --group dev --output-file requirements/dev.txt "$@"
# The wheels for the browser are chosen by pip's --platform when they are fetched, so every platform's hash is kept.
compile --python-version 3.14 --python-platform wasm32-pyodide2025 --group browser --output-file requirements/browser.txt "$@"
