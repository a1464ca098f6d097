"""Shared by the browser tests: one server of the built site, one Chromium a run, a clean page for each test.

`site_folder`  the built site: ./site, or the folder named by EH_SITE
`site_url`     where publish's own server serves it with every header, with the slash at its end
`browser`      one headless Chromium for the whole run; CHROMIUM names another executable
`new_page`     makes a page in a fresh context; takes the keywords of Playwright's `new_context`
`page`         one such page at desktop width
`path`         asked for by a test, runs it once for every page of the built site ("forms/threshold/")
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from publish.chromium import CHROMIUM, flags
from publish.release import assets_of
from publish.serve import Handler, serving

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("EH_SITE", ROOT / "site"))
DESKTOP = {"width": 1280, "height": 900}


class Served(Handler):
    """The built site, where a test may ask for a script by its plain name: its real address carries a hash."""

    def do_GET(self):  # noqa: N802 - http.server's name
        if not self.path.startswith("/assets/"):
            return super().do_GET()
        self.send_response(302)
        self.send_header("Location", f"/{assets_of(SITE).parent}{self.path}")
        self.send_header("Content-Length", "0")
        return self.end_headers()


# The answers on a form's page, as (name, value) pairs.
ENTRIES = """async () => {
  const { entries } = await import("/assets/javascript/answers.js");
  return entries(document.querySelector("form[data-form]"));
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
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()
