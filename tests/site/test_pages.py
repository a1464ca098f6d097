"""Every page of the built site, by one visit each: what it asks for, what it weighs, how it looks in every state.

A form's page is visited with CPython behind its bridge; test_form_parts.py visits each with its own Python.

axe looks for faults of structure once, and for those that a look can bring (contrast, the size of targets) in light and
dark, on a desk and on a small phone. Contrast comes of the style of a text: axe measures a look again only where it has
a style that has passed nowhere yet. What may lie over a text besides is the header and its like, the same on each page:
on a page of each section axe measures every text in every look.
"""

import re
from urllib.parse import urljoin

import pytest
from conftest import DESKTOP, ROOT, pages
from playwright.sync_api import expect

# Beyond level AA is our own promise of 7:1 for text (4.5:1 for large). axe's rule for it leaves what is below AA's
# limit to AA's own rule; without that gap each text is measured once.
AXE = (
    (ROOT / "node_modules/axe-core/axe.min.js").read_text()
    + """;
axe.configure({ checks: [{ id: "color-contrast-enhanced", options: {
  ignoreUnicode: true, ignoreLength: false, ignorePseudo: false, pseudoSizeThreshold: 0.25,
  boldValue: 700, boldTextPt: 14, largeTextPt: 18, shadowOutlineEmMax: 0.1, textStrokeEmMin: 0.03,
  contrastRatio: { normal: { expected: 7 }, large: { expected: 4.5 } },
} }] });"""
)
PHONE = {"width": 320, "height": 640}
OF_COLOUR = ("color-contrast-enhanced", "link-in-text-block")
OF_SIZE = ("target-size", "scrollable-region-focusable")
STANDARD = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Everything once; then what a wider screen may bring, and what other colours may.
LOOKS = [
    (PHONE, "light", STANDARD),
    (PHONE, "dark", OF_COLOUR),
    (DESKTOP, "light", (*OF_COLOUR, *OF_SIZE)),
    (DESKTOP, "dark", OF_COLOUR),
]
# What the contrast of a text comes of, for each that the page shows: its own colour and size, its line's colour, and
# every ground that shines through behind it.
STYLES = """() => {
  const behind = new Map();
  const ground = (element) => {
    if (!element) return "";
    if (!behind.has(element)) {
      const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
      const isOpaque = /^rgb\\(/.test(backgroundColor) && opacity === "1";
      const own = [backgroundColor, backgroundImage, opacity, filter].join(" ");
      behind.set(element, isOpaque ? own : `${own} on ${ground(element.parentElement)}`);
    }
    return behind.get(element);
  };
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true });
  const saysSomething = (element) => element.matches("input, textarea, select")
    || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const style = (element) => {
    const { color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(element);
    const around = getComputedStyle(element.parentElement);
    const kind = element.matches("a, input, textarea, select") ? element.localName : "";
    const own = [kind, color, fontSize, fontWeight, textDecorationLine, textShadow];
    return [...own, around.color, ground(element)].join("; ");
  };
  const told = [...document.body.querySelectorAll("*")].filter((element) => saysSomething(element) && isShown(element));
  return [...new Set(told.map(style))];
}"""
# What stays at the edge of a window covers a part of whatever is to be pressed there until somebody scrolls.
NOTHING_COVERED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".eh-parts, .eh-folder__save { position: static !important }");
  document.adoptedStyleSheets.push(sheet);
}"""
CLEAN = set()  # the styles in which axe has found nothing, on whatever page
FAULTS = """async (options) => (await axe.run(document, options)).violations.map(
    (fault) => `${fault.id}: ${fault.help}: ${fault.nodes.map((node) => node.target.join(" ")).join(" | ")}`
)"""
HELP = re.compile(r'<a class="eh-help[^"]*" href="(?P<leads>[^"]*)"[^>]*>\s*Get help now')
SECTIONS = ("./", "families/your-plan/", "guidance/the-process/", "forms/what-help/", "about/privacy/", "404.html")
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


def options(rules, *, colours):
    """What axe is asked: some rules or whole standards, with colours or without."""
    enabled = {"color-contrast-enhanced": colours, "link-in-text-block": colours, "color-contrast": False}
    found = {"resultTypes": ["violations"], "preload": False}
    if rules == STANDARD:
        return {"runOnly": rules, "rules": {rule: {"enabled": isOn} for rule, isOn in enabled.items()}, **found}
    return {"runOnly": [rule for rule in rules if enabled.get(rule, True)], **found}


def faults_in_any_look(page, *, every_text=False):
    """What axe finds in light and dark, on a desk and on a small phone; the page keeps the last of these looks.

    Contrast is measured where the page shows a text in a style that has not passed yet, or for every text.
    """
    page.evaluate(AXE)
    page.evaluate(NOTHING_COVERED)
    found = []
    for size, scheme, rules in LOOKS:
        page.set_viewport_size(size)
        wear(page, scheme)
        page.evaluate("scrollTo(0, 0)")  # from under the header; a window of another size goes where the focus is
        styles = {*page.evaluate(STYLES)}
        asked = options(rules, colours=every_text or not styles <= CLEAN)
        faults = page.evaluate(FAULTS, asked) if asked["runOnly"] else []
        CLEAN.update([] if faults else styles)
        found += [f"{scheme}, {size['width']} wide: {fault}" for fault in faults]
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


def has_nothing_that_axe_finds_in_any_look(visit, _site_url, path):
    return faults_in_any_look(visit.page, every_text=path in SECTIONS)


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


PALE = """([colour, dark]) => {
  const words = document.createElement("p");
  words.textContent = "Some words";
  words.className = "pale";
  document.querySelector("article").append(words);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${dark ? "[data-md-color-scheme=slate] " : ""}.pale { color: ${colour} }`);
  document.adoptedStyleSheets = [sheet];
}"""


@pytest.mark.parametrize("dark", [False, True], ids=["everywhere", "in the dark"])
@pytest.mark.parametrize("colour", ["rgb(120, 120, 120)", "rgb(140, 140, 140)"])
def test_a_pale_text_is_found_in_each_look_that_has_it_though_all_others_have_passed(page, site_url, colour, dark):
    """The control: 4.0:1 and 5.3:1 on the dark page, on either side of level AA's limit."""
    page.goto(site_url + "404.html")
    assert faults_in_any_look(page) == []
    page.evaluate(PALE, [colour, dark])
    found = faults_in_any_look(page)
    assert [fault.split(":")[0] for fault in found] == [
        f"{scheme}, {size['width']} wide" for size, scheme, _ in LOOKS if scheme == "dark" or not dark
    ]
    assert all("color-contrast-enhanced" in fault for fault in found)


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
