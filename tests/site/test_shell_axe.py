"""Every page of the built site, in every look, has nothing that axe finds fault with, and fits a small phone."""

import pytest
from conftest import DESKTOP, ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text()
PHONE = {"width": 320, "height": 640}
# Beyond level AA: our own promise of 7:1 for text.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
}
FAULTS = """async (options) => (await axe.run(document, options)).violations.map(
    (fault) => `${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.target.join(" ")).join(" | ")}`
)"""


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_light_or_dark(new_page, site_url, path, size):
    page = new_page(viewport=size, reduced_motion="reduce", bypass_csp=True)
    page.goto(site_url + path)
    page.evaluate(AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate(FAULTS, OPTIONS) == [], scheme


def test_nothing_is_wider_than_a_small_phone(new_page, site_url, path):
    page = new_page(viewport=PHONE)
    page.goto(site_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_page_asks_another_origin_for_anything(new_page, site_url, path):
    page = new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + path)
    page.wait_for_timeout(500)
    assert [url for url in asked if not url.startswith((site_url, "data:", "blob:"))] == []
    assert page.context.cookies() == []
