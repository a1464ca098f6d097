"""Leaving leaves nothing, on every page: whatever can be filled is filled, the page is left by a link, the next one by
Exit, and Back brings the first one back empty, with no panel open.

With the browser's back-forward cache a page comes back alive. It is then loaded anew; but without a connection it
cannot be, and what held.js knows of has to be enough: so that is tried. Without the cache the browser loads the page
again, and would refill it.

Every form is played. The other pages run the same scripts and have the same things to fill, which is tested; so what
holds for a few of them holds for each.
"""

import re

import pytest
from conftest import SITE, pages
from leaving import IN_PAGE, Answered, Pages, context_of, go, launch, leave

from publish.serve import serving

NAME = "Zebedee"
PAGES = [path for path in pages() if path.endswith("/")]
FORMS = [
    path
    for path in PAGES
    if re.search("<form data-form=| data-folder", (SITE / path / "index.html").read_text("utf-8"))
]
WITH_PYTHON = "forms/genogram/"  # in the browser; it holds the most: a picture, Undo, a list of people
OTHERS = [
    "./",
    "about/",
    "families/get-help-now/",
    "forms/",
    "guidance/levels-of-need/",
]  # as many as are kept alive at once
WAYS = ["kept alive", "loaded again"]
# Chromium drops what it keeps alive when an exit calls out; where it cannot hear, it keeps it.
UNHEARD = "delete window.BroadcastChannel"
TELL = "window.addEventListener('pageshow', ({ persisted }) => persisted && console.info('alive'))"
SCRIPT = re.compile(r'<script[^>]* src="[^"]*?([^/"]+)"')
TO_FILL = re.compile(r"<(?:input|textarea|select|canvas|audio|video|iframe|form)\b[^>]*>|contenteditable")


@pytest.fixture(scope="module")
def served(site_folder):
    with serving(site_folder, handler=Answered) as url:
        yield url


@pytest.fixture(scope="module")
def served_with_python(site_folder):
    with serving(site_folder, handler=Pages) as url:
        yield url


@pytest.fixture(scope="module", params=WAYS)
def way(request):
    return request.param


@pytest.fixture(scope="module")
def chromium(way, playwright_driver):
    browser = launch(playwright_driver, caches=way != "loaded again")
    yield browser
    browser.close()


@pytest.fixture
def tab(chromium):
    yield from opened(chromium, UNHEARD, TELL)


@pytest.fixture
def hearing_tab(chromium):
    yield from opened(chromium, TELL)


def opened(chromium, *scripts):
    context = context_of(chromium)
    for script in scripts:
        context.add_init_script(script)
    page = context.new_page()
    page.alive = 0
    page.on("console", lambda said: setattr(page, "alive", page.alive + (said.text == "alive")))
    yield page
    context.close()


def fill(page, url):
    page.goto(url)
    page.evaluate(f"(name) => {IN_PAGE}.fill(name)", NAME)


def traces(page):
    return page.evaluate(f"(name) => {IN_PAGE}.traces(name)", NAME)


def follow(page):
    page.evaluate("document.querySelector('.eh-footer a:last-of-type').click()")
    page.wait_for_url("**/about/")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_was_left_by_a_link_is_empty_behind_back_after_an_exit(tab, served, served_with_python, form, way):
    fill(tab, (served_with_python if form == WITH_PYTHON else served) + form)
    assert traces(tab)
    follow(tab)
    leave(tab)
    tab.context.set_offline(way == "kept alive")
    go(tab, "back", f"/{form}")
    assert traces(tab) == []
    assert bool(tab.alive) is (way == "kept alive")


def test_a_page_that_comes_back_alive_after_an_exit_is_loaded_anew(tab, served, way):
    tab.goto(f"{served}forms/scaling/")
    tab.evaluate("window.nobodyRegisteredThis = 'Zebedee'")
    follow(tab)
    leave(tab)
    go(tab, "back", "/forms/scaling/")
    tab.wait_for_function("!window.nobodyRegisteredThis")
    assert bool(tab.alive) is (way == "kept alive")


def test_a_page_that_hears_of_the_exit_is_not_kept_alive(hearing_tab, served):
    hearing_tab.goto(f"{served}forms/scaling/")
    hearing_tab.evaluate("window.nobodyRegisteredThis = 'Zebedee'")
    follow(hearing_tab)
    leave(hearing_tab)
    go(hearing_tab, "back", "/forms/scaling/")
    assert not hearing_tab.evaluate("window.nobodyRegisteredThis")
    assert not hearing_tab.alive


def test_other_pages_are_empty_behind_back_after_an_exit(tab, served, way):
    for path in OTHERS:
        fill(tab, served + path)
        assert traces(tab)
    follow(tab)
    leave(tab)
    tab.context.set_offline(way == "kept alive")
    for path in reversed(OTHERS):
        go(tab, "back", f"/{path.removeprefix('./')}")
        assert (path, traces(tab)) == (path, [])
    assert tab.alive == (len(OTHERS) if way == "kept alive" else 0)


def what_may_hold(path):
    """The scripts that a page runs, and everything on it that can be filled."""
    html = (SITE / path / "index.html").read_text("utf-8")
    return {*SCRIPT.findall(html)}, {*TO_FILL.findall(html)}


def test_a_page_without_a_form_can_hold_nothing_but_what_those_hold_that_are_played():
    without = [path for path in PAGES if path not in FORMS]
    assert {*OTHERS} < {*without}
    assert [path for path in without if what_may_hold(path) != what_may_hold(OTHERS[0])] == []
