"""Leaving leaves nothing in other browsers too, as far as they are installed: `make test-browsers`.

Playwright cannot drive a distribution's own Firefox, so a small script in Node does, over WebDriver BiDi.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import SITE, pages
from leaving import Pages

from publish.serve import serving

BROWSERS = {"firefox": os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")}
PAGES = [path for path in pages() if path.endswith("/")]
PLAIN = "families/worried/"  # the other pages hold nothing but the search, which is the same on each
FILLED = [path for path in PAGES if "<form data-form=" in (SITE / path / "index.html").read_text("utf-8")] + [PLAIN]


@pytest.fixture(scope="module", params=BROWSERS)
def left(request):
    """For each page what it held, and what of that is behind Back after an exit."""
    executable = BROWSERS[request.param]
    if not executable:
        pytest.skip(f"{request.param} is not installed here, or is not where FIREFOX says")
    script = Path(__file__).with_name("leaving.mjs")
    with serving(SITE, handler=Pages) as url:
        command = ["node", script, request.param, executable, url, *FILLED]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("path", FILLED)
def test_a_page_that_was_left_is_empty_behind_back_after_an_exit(left, path):
    assert left[path]["before"]
    assert left[path]["left"] == []
