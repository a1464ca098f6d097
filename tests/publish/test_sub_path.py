"""Below an address's root, the "page not found" page is sent for addresses of any depth, and keeps its looks."""

import re

from publish import __main__ as steps
from publish import release

OURS = re.compile(r"""(?:href|src|data-home)=["'](?!https?:|tel:|mailto:|#|data:)([^"'#?]*)""")


def test_the_not_found_page_of_a_site_below_a_root_asks_for_nothing_outside_and_for_what_is_there(
    tmp_path, monkeypatch
):
    monkeypatch.setenv("SITE_URL", "https://example.org/kit/")
    site = tmp_path / "site"
    steps.pages(site)
    release.write(site)
    addresses = set(OURS.findall((site / "404.html").read_text("utf-8")))
    assert any("/stylesheets/" in address for address in addresses)
    assert any("/javascript/" in address for address in addresses)
    assert {address for address in addresses if not address.startswith("/kit/")} == set()
    missing = {address for address in addresses if not (site / address.removeprefix("/kit/")).exists()}
    assert missing == set()
