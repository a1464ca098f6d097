"""Every page of the built site, in every look, has nothing that axe finds fault with, and fits a small phone."""

import pytest

from conftest import DESKTOP, ROOT

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text()
PHONE = {"width": 320, "height": 640}
LOOKS = {
    "desktop light": {"viewport": DESKTOP, "color_scheme": "light"},
    "desktop dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "phone light": {"viewport": PHONE, "color_scheme": "light"},
    "phone dark": {"viewport": PHONE, "color_scheme": "dark"},
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ACCESSIBILITY_FAULTS = """async (tags) => (await axe.run(document, {runOnly: tags})).violations.map(
    (fault) => `${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.target.join(" ")).join(" | ")}`
)"""


def faults(page):
    page.evaluate(AXE)
    return page.evaluate(ACCESSIBILITY_FAULTS, TAGS)


@pytest.mark.parametrize("look", LOOKS)
def test_axe_finds_nothing(new_page, site_url, path, look):
    page = new_page(**LOOKS[look], reduced_motion="reduce")
    page.goto(site_url + path)
    assert faults(page) == []


def test_text_keeps_a_contrast_of_seven_to_one(new_page, site_url, path):
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme, reduced_motion="reduce")
        page.goto(site_url + path)
        page.evaluate(AXE)
        found = page.evaluate(ACCESSIBILITY_FAULTS, ["wcag2aaa"])
        assert [fault for fault in found if fault.startswith("color-contrast")] == [], scheme


def test_nothing_is_wider_than_a_small_phone(new_page, site_url, path):
    page = new_page(viewport=PHONE)
    page.goto(site_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_no_page_asks_another_origin_for_anything(new_page, site_url, path):
    page = new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site_url + path, wait_until="networkidle")
    assert [url for url in asked if not url.startswith((site_url, "data:", "blob:"))] == []
    assert page.context.cookies() == []
