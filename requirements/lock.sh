#!/bin/sh
# Writes the locks again from pyproject.toml's groups: exact versions and hashes, and no registry's name.
set -eu
cd "$(dirname "$0")/.."
uv pip compile --quiet --no-header --generate-hashes --universal --python-version 3.12 --group dev --output-file requirements/dev.txt
# The wheels for the browser are chosen by pip's --platform when they are fetched, so every platform's hash is kept.
uv pip compile --quiet --no-header --generate-hashes --python-version 3.14 --python-platform wasm32-pyodide2025 --group browser --output-file requirements/browser.txt
