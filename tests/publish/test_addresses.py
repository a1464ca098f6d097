"""Addresses in HTML are written from the site's root, as `site:PATH`, and work below any sub-path and at 404."""

import re
from pathlib import Path

import pytest

from publish import CannotPublish, addresses

ROOT = Path(__file__).parents[2]
BY_HAND = re.compile(r"""\s(?:href|src)=["'](?!site:|[a-z]+:|#|\{)[^"']*["']""")
# Words in HTML that pages, macros and templates write; overrides/ has the generator's own `url` filter.
WRITTEN = sorted(
    page
    for folder in ("docs", "macros")
    for page in (ROOT / folder).rglob("*")
    if page.suffix in (".md", ".html", ".py")
)


@pytest.fixture
def site(tmp_path):
    """page(path, html) writes a page; the site has one stylesheet."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.css").write_text("")

    def page(path, html):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(html, "utf-8")
        return tmp_path / path

    return tmp_path, page


@pytest.mark.parametrize("source", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_address_in_html_is_written_by_hand(source):
    text = re.sub(r"```.*?```", "", source.read_text("utf-8"), flags=re.DOTALL)
    assert BY_HAND.findall(text) == [], "write it as site:PATH, from the site's root"


@pytest.mark.parametrize(
    ("path", "becomes"),
    [
        ("index.html", "assets/a.css"),
        ("about/index.html", "../assets/a.css"),
        ("forms/consent/index.html", "../../assets/a.css"),
        ("404.html", "/kit/assets/a.css"),
    ],
)
def test_an_address_leads_from_its_page_below_any_sub_path(site, monkeypatch, path, becomes):
    monkeypatch.setenv("SITE_URL", "https://example.org/kit/")
    folder, page = site
    written = page(path, '<link href="site:assets/a.css"> say site:assets here')
    addresses.write(folder)
    assert written.read_text("utf-8") == f'<link href="{becomes}"> say site:assets here'
    addresses.check(folder)


@pytest.mark.parametrize(
    "address", ["../assets/none.css", "nowhere/", "/assets/a.css", "../../assets/a.css", "assets/a.css"]
)
def test_an_address_that_leads_nowhere_stops_the_build(site, monkeypatch, address):
    monkeypatch.setenv("SITE_URL", "https://example.org/kit/")
    folder, page = site
    page("about/index.html", f'<a href="{address}">x</a>')
    with pytest.raises(CannotPublish, match=f"about/index.html: {re.escape(address)}"):
        addresses.check(folder)


@pytest.mark.parametrize(
    "address", ["https://example.org", "tel:999", "#top", "../about/", "?area=kent", "../assets/a.css?1#2", ""]
)
def test_what_leads_elsewhere_or_is_there_is_left_alone(site, address):
    folder, page = site
    page("about/index.html", f'<a href="{address}">x</a>')
    addresses.check(folder)
