"""“Exit this page” and “Get help now” are reached at the first touch, whatever is open: real taps and clicks."""

import re

import pytest
from leaving import Answered

from publish.serve import serving

SCREENS = {
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True},
    "phone held sideways": {"viewport": {"width": 740, "height": 360}, "has_touch": True},
    "desk": {"viewport": {"width": 1280, "height": 800}},
}
OPEN = {
    "search": "about/",
    "search with results": "about/",
    "menu": "about/",
    "question": "forms/scaling/",
    "signature pad": "forms/consent/",
}


@pytest.fixture(scope="module")
def served(site_folder):
    with serving(site_folder, handler=Answered) as url:
        yield url


def touch(page, what):
    return what.tap() if page.evaluate("navigator.maxTouchPoints") else what.click()


def scrolled(page):
    """Far down the page: what was at its top must still be there."""
    page.evaluate("scrollTo(0, 900)")
    page.wait_for_timeout(100)


def open_search(page, words=""):
    button = page.get_by_role("button", name="Search")
    touch(page, button if button.is_visible() else page.locator(".md-search__input"))
    page.locator(".md-search__input:focus").wait_for()
    page.keyboard.type(words)
    if words:
        page.locator(".md-search-result__item").first.wait_for()


def sign(page):
    page.locator("details:has([data-pad])").first.evaluate("(fold) => { fold.open = true }")
    page.locator("[name$='signature.how'][value=drawn]").first.check()
    pad = page.locator("[data-pad]").first
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + 90, box["y"] + 60, steps=5)
    page.mouse.up()


def bring_up(page, what):
    match what:
        case "search":
            open_search(page)
        case "search with results":
            open_search(page, "review")
        case "menu":
            touch(page, page.get_by_role("button", name="Menu"))
            page.locator(".md-nav--primary .md-nav__link").first.wait_for()
        case "question":
            page.locator("main form :is(textarea, input[type=text]):visible").first.fill("Zebedee")
            touch(page, page.locator("[data-keep] > summary"))
            touch(page, page.locator("[data-clear]"))
            page.locator("[data-confirm]:visible").wait_for()
        case _:
            sign(page)


@pytest.mark.parametrize("link", ["[data-exit]", ".eh-help"])
@pytest.mark.parametrize("what", OPEN)
@pytest.mark.parametrize("screen", SCREENS)
def test_help_and_exit_work_at_the_first_touch_whatever_is_open(new_page, served, screen, what, link):
    if (screen, what) == ("desk", "menu"):
        pytest.skip("on a desk the menu is part of the page")
    page = new_page(**SCREENS[screen], reduced_motion="reduce")
    page.goto(served + OPEN[what])
    bring_up(page, what)
    touch(page, page.locator(link))
    page.wait_for_url("**/weather" if link == "[data-exit]" else "**/families/get-help-now/")


@pytest.mark.parametrize("screen", SCREENS)
def test_help_and_exit_stay_when_the_page_is_scrolled(new_page, served, screen):
    page = new_page(**SCREENS[screen])
    page.goto(served + "about/privacy/")
    scrolled(page)
    touch(page, page.locator("[data-exit]"))
    page.wait_for_url("**/weather")


def test_one_panel_closes_the_other(new_page, served):
    page = new_page(**SCREENS["phone"])
    page.goto(served + "about/")
    open_search(page)
    bring_up(page, "menu")
    assert page.locator("[data-md-toggle]:checked").evaluate_all("all => all.map(({ id }) => id)") == ["__drawer"]


def test_nothing_of_ours_opens_in_the_browsers_top_layer(site_folder):
    """A modal dialog, or a question of the browser's own, would stand before the Exit."""
    words = re.compile(r"showModal|showPopover|[^.\w](alert|prompt|confirm)\(|<dialog|\bpopover=")
    files = [*(site_folder / "assets/javascript").glob("*.js"), *site_folder.rglob("*.html")]
    assert [file.name for file in files if words.search(file.read_text("utf-8"))] == []
