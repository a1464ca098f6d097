"""Exit this page: leaves at once, and leaves nothing typed behind Back or Forward, with or without a
back-forward cache.

The pages under test are the built site's own, with a form put into them and the exit pointed at a local page.
"""

import pytest
from leaving import MARKER, Answered, Pages, context_of, go, launch, leave

from publish.serve import serving

FILL = f"""
document.querySelector("[name=kept]").value = "{MARKER}";
document.querySelector("[data-result]").textContent = "{MARKER}";
sessionStorage.setItem("eh-draft", "{MARKER}");
localStorage.setItem("eh-draft", "{MARKER}");
"""
TRACES = """(marker) => [
    ...[...document.querySelectorAll("main :is(input, textarea, select)")].map((field) => field.value),
    document.querySelector("main")?.textContent.replaceAll(`${marker} chosen`, "") ?? "",
    JSON.stringify(history.state), JSON.stringify({...sessionStorage}), JSON.stringify({...localStorage}),
].filter((text) => text.includes(marker))"""


@pytest.fixture(scope="module")
def served(site_folder):
    with serving(site_folder, handler=Answered) as url:
        yield url


@pytest.fixture(scope="module", params=["back-forward cache", "no back-forward cache"])
def chromium(request, playwright_driver):
    browser = launch(playwright_driver, caches=request.param == "back-forward cache")
    yield browser
    browser.close()


@pytest.fixture
def either(chromium, served):
    """A tab that goes Back, in a browser with its cache and in one without."""
    context = context_of(chromium)
    page = context.new_page()
    page.goto(served + "about/")
    yield page
    context.close()


@pytest.fixture
def tab(page):
    """A tab in which nobody goes Back: neither the browser's cache nor what was before makes a difference."""
    return page


def type_into(page, url):
    page.goto(url)
    page.fill("[name=name]", MARKER)
    page.fill("[name=worry]", MARKER)
    page.check("[name=agree]")
    page.select_option("[name=level]", index=1)
    page.evaluate(FILL)


def clean(page):
    return (
        page.evaluate(TRACES, MARKER) == []
        and page.locator("article :checked:not(option)").count() == 0
        and page.locator("article select").evaluate_all("all => all.every((one) => one.selectedIndex === 0)")
    )


def test_without_an_exit_back_does_bring_the_answers_back(either, served, chromium):
    """The control: these tests can fail, and the browser's cache is on and off as they say."""
    either.add_init_script("window.addEventListener('pageshow', (e) => { window.fromCache = e.persisted })")
    type_into(either, served + "typed/")
    either.goto(served + "about/")
    go(either, "back", "/typed/")
    assert either.input_value("[name=name]") == MARKER
    assert either.evaluate("window.fromCache") is chromium.caches


def test_the_page_that_was_left_is_not_behind_back(either, served):
    type_into(either, served + "typed/")
    leave(either)
    go(either, "back", "/about/")
    assert clean(either)
    go(either, "forward", "/weather")
    assert either.evaluate(TRACES, MARKER) == []


def test_an_earlier_place_on_the_same_page_comes_back_empty(either, served):
    type_into(either, served + "typed/")
    either.click("#more")
    leave(either)
    go(either, "back", "/typed/")
    assert clean(either)


def test_an_earlier_form_of_the_tab_comes_back_empty(either, served):
    type_into(either, served + "typed/")
    type_into(either, served + "other/")
    leave(either)
    go(either, "back", "/typed/")
    assert clean(either)
    go(either, "back", "/about/")
    go(either, "forward", "/typed/")
    assert clean(either)


def test_the_threshold_tool_comes_back_empty_and_can_be_used_again(either, served):
    either.goto(served + "forms/threshold/")
    words = either.locator("form[data-form] :is(textarea, input[type=text]):visible")
    assert words.count() > 1
    for field in words.all():
        field.fill(MARKER)
    either.evaluate("location.hash = 'help'")
    leave(either)
    go(either, "back", "/forms/threshold/")
    assert either.evaluate(TRACES, MARKER) == []
    words.first.fill("new")
    assert words.first.input_value() == "new"


def test_a_form_begun_after_an_exit_can_be_used(tab, served):
    type_into(tab, served + "typed/")
    leave(tab)
    type_into(tab, served + "typed/")
    tab.click("#more")
    assert tab.input_value("[name=name]") == MARKER


def test_nothing_says_where_the_visitor_came_from(tab, served):
    Pages.referrers.clear()
    type_into(tab, served + "typed/")
    leave(tab)
    assert Pages.referrers == [None]


def test_scripts_are_told_to_drop_what_they_hold(tab, served):
    told = []
    tab.expose_function("tell", lambda: told.append("clear"))
    type_into(tab, served + "typed/")
    tab.evaluate("document.addEventListener('exit:clear', () => tell())")
    leave(tab)
    assert told == ["clear"]


def test_no_question_about_unsaved_answers_stands_in_the_way(tab, served):
    type_into(tab, served + "typed/")
    tab.evaluate("window.addEventListener('beforeunload', (event) => event.preventDefault())")
    tab.on("dialog", lambda dialog: pytest.fail(f"asked: {dialog.message}"))
    leave(tab)


def test_shift_three_times_leaves_and_says_how_many_are_left(tab, served):
    type_into(tab, served + "typed/")
    tab.keyboard.press("Shift")
    assert "2 more times" in tab.inner_text("[data-exit-count]")
    tab.keyboard.press("Shift")
    assert "1 more time " in tab.inner_text("[data-exit-count]")
    tab.keyboard.press("Shift")
    tab.wait_for_url("**/weather")


def test_capital_letters_do_not_leave(tab, served):
    type_into(tab, served + "typed/")
    tab.focus("[name=name]")
    for letter in "ABCDE":
        tab.keyboard.press(f"Shift+{letter}")
    tab.keyboard.press("Shift")
    tab.keyboard.press("a")
    tab.keyboard.press("Shift")
    tab.keyboard.press("Shift")
    tab.wait_for_timeout(200)
    assert tab.url.endswith("/typed/")


@pytest.mark.parametrize("field", [None, "[name=worry]"])
def test_shift_three_times_leaves_from_anywhere_also_from_a_text_field(tab, served, field):
    type_into(tab, served + "typed/")
    if field:
        tab.focus(field)
    for _ in range(3):
        tab.keyboard.press("Shift")
    tab.wait_for_url("**/weather")


def test_lone_presses_that_are_not_all_within_two_seconds_do_not_leave(tab, served):
    tab.clock.install()
    type_into(tab, served + "typed/")
    for _ in range(4):
        tab.clock.run_for(1100)
        tab.keyboard.press("Shift")
    tab.wait_for_timeout(200)
    assert tab.url.endswith("/typed/")
    assert tab.input_value("[name=name]") == MARKER
    tab.clock.run_for(100)
    for _ in range(2):
        tab.keyboard.press("Shift")
    tab.wait_for_url("**/weather")


@pytest.mark.parametrize("between", ["a letter", "a press of the mouse", "pasted words"])
def test_presses_with_something_between_do_not_leave(tab, served, between):
    type_into(tab, served + "typed/")
    tab.focus("[name=name]")
    for _ in range(4):
        tab.keyboard.press("Shift")
        match between:
            case "a letter":
                tab.keyboard.press("a")
            case "a press of the mouse":
                tab.mouse.click(5, 400)
            case _:
                tab.keyboard.insert_text("pasted")
    tab.wait_for_timeout(400)
    assert tab.url.endswith("/typed/")


def neutral(page):
    """The window shows our neutral page and nothing else."""
    return (
        page.title() == "Weather"
        and page.inner_text("body").startswith("Weather")
        and page.locator("html:not(.eh-covered)").count() == 1
        and page.evaluate(TRACES, MARKER) == []
        and page.locator("main, form, header, [data-form]").count() == 0
    )


def test_without_a_signal_a_neutral_page_of_our_own_stays_until_there_is_one(tab, served):
    type_into(tab, served + "typed/")
    tab.context.set_offline(True)
    tab.click("[data-exit]")
    tab.get_by_text("No connection.").wait_for()
    tab.wait_for_timeout(500)
    assert neutral(tab)
    tab.context.set_offline(False)
    tab.wait_for_url("**/weather")


def test_where_the_browser_is_wrong_about_the_signal_the_neutral_page_stays_too(tab, served):
    type_into(tab, served + "typed/")
    tab.route("**/*", lambda route: route.abort())
    assert tab.evaluate("navigator.onLine")
    tab.click("[data-exit]")
    tab.get_by_text("No connection.").wait_for()
    tab.wait_for_timeout(500)
    assert neutral(tab)
    tab.unroute("**/*")
    tab.click("text=Try again")
    tab.wait_for_url("**/weather")


def test_the_neutral_page_is_there_at_once_however_slow_the_weather_is(tab, served):
    """Read in the very task of the click: while a page is on its way, a driver may wait for that."""
    type_into(tab, served + "typed/")
    title, words, parts = tab.evaluate("""() => {
      document.querySelector("[data-exit]").click();
      const parts = document.querySelectorAll("main, form, header, .eh-covered");
      return [document.title, document.body.innerText, parts.length];
    }""")
    assert (title, words.split()[0], parts) == ("Weather", "Weather", 0)
    assert MARKER not in words
    tab.wait_for_url("**/weather")


def test_a_site_that_does_not_answer_does_not_hold_the_exit_up(tab, served):
    type_into(tab, served + "typed/")
    tab.route(served, lambda _route: None)
    leave(tab)


def test_exit_stops_speech_and_leaves_full_screen(tab, served):
    type_into(tab, served + "typed/")
    tab.evaluate("speechSynthesis.cancel = () => { window.isQuiet = true }")
    tab.click("[name=worry]")
    tab.evaluate("document.documentElement.requestFullscreen()")
    tab.context.set_offline(True)
    tab.click("[data-exit]")
    tab.wait_for_function("!document.fullscreenElement")
    assert tab.evaluate("window.isQuiet")


def test_with_scripts_off_the_link_still_leaves_and_sends_no_referrer(new_page, served):
    Pages.referrers.clear()
    page = new_page(java_script_enabled=False)
    page.goto(served + "typed/")
    leave(page)
    assert Pages.referrers == [None]


def test_every_page_has_the_real_exit(site_folder):
    link = 'href="https://www.bbc.co.uk/weather" rel="noreferrer noopener" data-exit'
    assert [file for file in site_folder.rglob("*.html") if link not in file.read_text("utf-8")] == []
