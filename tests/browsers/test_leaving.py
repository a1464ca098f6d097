"""Leaving leaves nothing in other browsers too, as far as they are installed: `make test-browsers`."""

import re

import pytest
from conftest import SITE, pages
from leaving import Pages

from publish.serve import serving

PAGES = [path for path in pages() if path.endswith("/")]
PLAIN = "families/worried/"  # the other pages hold nothing but the search, which is the same on each
TO_FILL = re.compile("<form data-form=| data-folder")
FILLED = [path for path in PAGES if TO_FILL.search((SITE / path / "index.html").read_text("utf-8"))] + [PLAIN]


@pytest.fixture(scope="module")
def left(told):
    """For each page what it held, and what of that is behind Back after an exit."""
    if told.browser == "webkit":
        pytest.skip("webkit’s driver (2.50) answers no more once a page has come back, so nobody can look at it")
    with serving(SITE, handler=Pages) as url:
        return told("leaving.mjs", url, *FILLED)


@pytest.mark.parametrize("path", FILLED)
def test_a_page_that_was_left_is_empty_behind_back_after_an_exit(left, path):
    assert left[path]["before"]
    assert left[path]["left"] == []
