"""Every page of the built site, by one visit each: what it asks for, what it weighs, how it looks in every state.

A form's page is visited with CPython behind its bridge; test_form_parts.py visits each with its own Python.

axe looks for faults of structure once, and for those that a look can bring (contrast, the size of targets) in light and
dark, on a desk and on a small phone.
"""

import re
from urllib.parse import urljoin

from conftest import DESKTOP, ROOT, pages
from playwright.sync_api import expect

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text()
PHONE = {"width": 320, "height": 640}
# Beyond level AA: our own promise of 7:1 for text. It takes in level AA's 4.5:1, so each text is measured once.
FINDINGS = {"resultTypes": ["violations"], "preload": False}
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "color-contrast": {"enabled": False}},
    **FINDINGS,
}
OF_COLOUR = ["color-contrast-enhanced", "link-in-text-block"]
OF_SIZE = ["target-size", "scrollable-region-focusable"]
# Everything once; then what a wider screen may bring, and what other colours may.
LOOKS = [
    (PHONE, "light", OPTIONS),
    (PHONE, "dark", {"runOnly": OF_COLOUR, **FINDINGS}),
    (DESKTOP, "light", {"runOnly": [*OF_COLOUR, *OF_SIZE], **FINDINGS}),
    (DESKTOP, "dark", {"runOnly": OF_COLOUR, **FINDINGS}),
]
FAULTS = """async (options) => (await axe.run(document, options)).violations.map(
    (fault) => `${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.target.join(" ")).join(" | ")}`
)"""
HELP = re.compile(r'<a class="eh-help[^"]*" href="(?P<leads>[^"]*)"[^>]*>\s*Get help now')
SECTIONS = ("./", "families/your-plan/", "guidance/the-process/", "forms/threshold/", "about/privacy/", "404.html")
LIGHTEST = ("families/", "guidance/")  # read on a phone that has never been here
LIMIT = 150_000  # bytes over the wire, on a first visit
SHIFTS = """() => new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 300);
})"""


def wear(page, scheme):
    """The colours of a device that is set to light or dark; a script of the page follows the device a moment later."""
    page.emulate_media(color_scheme=scheme)
    page.wait_for_selector(f"body[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]")


def faults_in_any_look(page):
    """What axe finds in light and dark, on a desk and on a small phone; the page keeps the last of these looks."""
    page.evaluate(AXE)
    page.evaluate("scrollTo(0, 0)")  # or the header that stays above may cover a part of what is to be pressed
    found = []
    for size, scheme, options in LOOKS:
        page.set_viewport_size(size)
        wear(page, scheme)
        found += [f"{scheme}, {size['width']} wide: {fault}" for fault in page.evaluate(FAULTS, options)]
    return found


class Visit:
    """A first visit to a page on a small phone, and everything that was asked for, sent and said on the way."""

    def __init__(self, page, address):
        self.page, self.asked, self.complaints, self.sizes = page, [], [], []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.complaints.append(message.text))
        network = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda event: self.sizes.append(event["encodedDataLength"]))
        page.goto(address, wait_until="networkidle")
        self.weight = sum(self.sizes)
        self.is_form = page.locator("form[data-form], [data-folder]").count() > 0
        if self.is_form:
            page.wait_for_selector("html[data-python=ready]")


def asks_only_this_site(visit, site_url, _path):
    others = [url for url in visit.asked if not url.startswith((site_url, "data:", f"blob:{site_url}"))]
    loads_python = any(url.endswith("/python.js") for url in visit.asked)
    return [
        *others,
        *(["Python where there is no form, or none where there is"] if loads_python != visit.is_form else []),
    ]


def keeps_the_policy_and_sets_no_cookie(visit, _site_url, _path):
    broken = [text for text in visit.complaints if "Content Security Policy" in text]
    return [*broken, *map(str, visit.page.context.cookies())]


def is_light_and_stands_still(visit, _site_url, path):
    if not path.startswith(LIGHTEST):
        return []
    moved = visit.page.evaluate(SHIFTS)
    heavy = [f"{visit.weight} bytes"] if visit.weight > LIMIT else []
    return [*heavy, *([f"moves by {moved}"] if moved >= 0.01 else [])]


def is_no_wider_than_a_small_phone(visit, _site_url, _path):
    width = visit.page.evaluate("document.documentElement.scrollWidth")
    return [f"{width} wide"] if width > PHONE["width"] else []


def has_nothing_that_axe_finds_in_any_look(visit, _site_url, _path):
    return faults_in_any_look(visit.page)


CHECKS = (
    asks_only_this_site,
    keeps_the_policy_and_sets_no_cookie,
    is_light_and_stands_still,
    is_no_wider_than_a_small_phone,
    has_nothing_that_axe_finds_in_any_look,
)


def test_a_page_keeps_every_promise_of_the_site(new_page, answered_url, path):
    visit = Visit(new_page(viewport=PHONE, reduced_motion="reduce"), answered_url + path)
    kept = {check.__name__: check(visit, answered_url, path) for check in CHECKS}
    assert kept == {check.__name__: [] for check in CHECKS}


def test_help_is_one_link_away_on_every_page_without_scripts(site_folder, new_page, site_url):
    """The same row of links on every page, by its HTML; on a page of each section it is used."""
    leads = {}
    for path in pages():
        file = site_folder / path if path.endswith(".html") else site_folder / path / "index.html"
        row = HELP.search(file.read_text("utf-8"))
        leads[path] = urljoin(site_url + path, row["leads"]) if row else "no link"
    assert set(leads.values()) == {f"{site_url}families/get-help-now/"}
    page = new_page(java_script_enabled=False, viewport=PHONE)
    for path in SECTIONS:
        page.goto(site_url + path)
        page.get_by_role("link", name="Get help now").first.click()
        expect(page.locator("main a[href='tel:999']").first).to_be_visible()
