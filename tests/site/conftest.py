"""Shared by the browser tests: one server of the built site, one Chromium a run, a clean page for each test.

`site_folder`  the built site: ./site, or the folder named by EH_SITE
`site_url`     where publish's own server serves it with every header, with the slash at its end
`answered_url` the same with CPython behind the bridge of its pages (served.py)
`browser`      one headless Chromium for the whole run; CHROMIUM names another executable
`new_page`     makes a page in a fresh context; takes the keywords of Playwright's `new_context`
`page`         one such page at desktop width
`new_tab`      makes a page in a context that other tests have used, so that the site's scripts are cached
`tab`          one such page at desktop width
`kept_form`    gives a form's page that other tests have used, cleared: for a test that neither listens to the page nor
               changes its window
`path`         asked for by a test, runs it once for every page of the built site ("forms/threshold/")
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from served import ROOT, SITE, Answered, Served

from publish.chromium import CHROMIUM, flags
from publish.serve import serving

__all__ = ["DESKTOP", "ENTRIES", "ROOT", "SITE", "pages"]

DESKTOP = {"width": 1280, "height": 900}
# ms until what does not come counts as not coming. What comes is seen at once, so a slow machine waits longer and a
# fast one loses nothing: no test needs a patience of its own.
PATIENCE = 90_000
expect.set_options(timeout=PATIENCE)

# The answers on a form's page, as (name, value) pairs.
ENTRIES = """async () => {
  const { entries } = await import("/assets/javascript/answers.js");
  return entries(document.querySelector("form[data-form]"));
}"""

# Its own “Clear this form”, and what that has no reason to touch: the area, the example that is chosen, what stands
# open, how far down one is and where one was.
CLEAR = """async () => {
  const find = (selector) => document.querySelector(selector);
  find("[data-clear]")?.click();
  find("[data-confirm]:not([hidden]) button")?.click();
  const area = find("[data-area-chooser]");
  area.value = find("script[data-first]").dataset.first;
  area.dispatchEvent(new Event("change", { bubbles: true }));
  find("select[data-example], [data-example] select").selectedIndex = 0;
  for (const each of document.querySelectorAll("form[data-form] details[open]")) each.open = false;
  await new Promise((resolve) => setTimeout(resolve));
  document.activeElement?.blur();
  scrollTo(0, 0);
}"""
# All that one test could leave on a form's page for the next, but what it announced, the names that it offers (each
# time anew), what links to an error lead to, and gaps.
AS_FOUND = """() => {
  const { title, documentElement: root } = document;
  const shown = document.querySelector(".eh-form-page").cloneNode(true);
  for (const each of shown.querySelectorAll("[data-announce], [data-names]")) each.textContent = "";
  for (const each of shown.querySelectorAll("[type=radio], [type=checkbox]")) each.removeAttribute("id");
  for (const each of shown.querySelectorAll("[class='']")) each.removeAttribute("class");
  const held = [...document.querySelectorAll("main :is(input, select, textarea)")]
    .map(({ name, value, checked }) => [name, value, checked]);
  const { area, python } = root.dataset;
  const around = [title, location.href, area, python, innerWidth, matchMedia("print").matches];
  const html = shown.outerHTML.replace(/\\s+/g, " ").replaceAll(' "', '"').replaceAll("> <", "><");
  return JSON.stringify([html, held, around, { ...sessionStorage }, { ...localStorage }]);
}"""


def pages() -> list[str]:
    """The address of every page of the built site, relative to its root; the home page is "./"."""
    folders = sorted(file.parent.relative_to(SITE).as_posix() + "/" for file in SITE.rglob("index.html"))
    return [*folders, "404.html"]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", pages())


@pytest.fixture(scope="session")
def site_folder() -> Path:
    if not (SITE / "index.html").exists():
        pytest.fail(f"{SITE} holds no built site: run `make site` first")
    return SITE


@pytest.fixture(scope="session")
def site_url(site_folder: Path) -> Iterator[str]:
    with serving(site_folder, handler=Served) as url:
        yield url


@pytest.fixture(scope="session")
def answered_url(site_folder: Path) -> Iterator[str]:
    with serving(site_folder, handler=Answered) as url:
        yield url


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright) -> Iterator[Browser]:
    chromium = playwright_driver.chromium.launch(executable_path=CHROMIUM, args=flags())
    yield chromium
    chromium.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    contexts = []

    def open_page(**options) -> Page:
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture(scope="session")
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """contexts(**options): the one context of the run with these options."""
    opened: dict[str, BrowserContext] = {}

    def context(**options) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in opened:
            opened[key] = browser.new_context(**options)
            opened[key].set_default_timeout(PATIENCE)
        return opened[key]

    yield context
    for each in opened.values():
        each.close()


@pytest.fixture
def new_tab(contexts: Callable[..., BrowserContext]) -> Iterator[Callable[..., Page]]:
    used = []

    def open_tab(**options) -> Page:
        used.append(contexts(**{"viewport": DESKTOP, **options}))
        return used[-1].new_page()

    yield open_tab
    for context in used:
        for page in context.pages:
            page.close()
        assert context.cookies() == []


@pytest.fixture
def tab(new_tab: Callable[..., Page]) -> Page:
    return new_tab()


@pytest.fixture(scope="session")
def kept_form(browser: Browser, answered_url: str) -> Iterator[Callable[..., Page]]:
    """kept_form(form, **options): opening a page is more than half of what most tests of a form take; these share it.

    Where it is not as it was found though it was cleared, it is closed and another opened.
    """
    contexts: dict[str, BrowserContext] = {}
    kept: dict[tuple[str, str], tuple[Page, str]] = {}

    def cleared(form: str = "threshold", **options) -> Page:
        options = {"viewport": DESKTOP, **options}
        key = form, repr(options)
        if key in kept:
            page, as_found = kept.pop(key)
            page.evaluate(CLEAR)
            if page.evaluate(AS_FOUND) == as_found:
                kept[key] = page, as_found
                return page
            page.close()
        if key[1] not in contexts:
            contexts[key[1]] = browser.new_context(**options)
            contexts[key[1]].set_default_timeout(PATIENCE)
        page = contexts[key[1]].new_page()
        page.goto(f"{answered_url}forms/{form}/")
        page.wait_for_selector("html[data-python=ready]")
        page.evaluate("document.querySelector('[data-keep]').open = true")
        kept[key] = page, page.evaluate(AS_FOUND)
        return page

    yield cleared
    for context in contexts.values():
        context.close()
