"""Exit this page: leaves at once, and leaves nothing typed behind Back or Forward, with or without a
back-forward cache.

The pages under test are the built site's own, with a form put into them and the exit pointed at a local page.
"""

from pathlib import Path

import pytest

from publish.chromium import CHROMIUM, FLAGS
from publish.serve import Handler, serving

MARKER = "Zebedee typed this"
FORM = f"""<form id="typed"><input name="name"><textarea name="worry"></textarea>
<label><input type="checkbox" name="agree"> agree</label>
<select name="level"><option>none</option><option>{MARKER} chosen</option></select>
<input type="hidden" name="kept"></form><p data-result id="result"></p><a id="more" href="#below">more</a>
<h2 id="below">below</h2>"""
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


class Pages(Handler):
    """/typed/ and /other/ are the home page with a form in it; /weather is where the exit leads."""

    referrers: list = []  # noqa: RUF012 - shared with the test on purpose

    def do_GET(self):  # noqa: N802 - the name that http.server calls
        if self.path.startswith("/weather"):
            self.referrers.append(self.headers["Referer"])
            self.send(b"<title>Weather</title>Sunny")
        elif self.path.startswith(("/typed/", "/other/")):
            self.send_page("families/index.html", FORM)
        elif self.path == "/forms/threshold/":
            self.send_page("forms/threshold/index.html")
        else:
            super().do_GET()

    def send_page(self, file, extra=""):
        weather = f"http://localhost:{self.server.server_port}/weather"
        page = (Path(self.directory) / file).read_text().replace("</h1>", f"</h1>{extra}")
        self.send(page.replace("https://www.bbc.co.uk/weather", weather).encode())

    def send(self, body):
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def served(site_folder):
    with serving(site_folder, handler=Pages) as url:
        yield url


@pytest.fixture(scope="module", params=["back-forward cache", "no back-forward cache"])
def chromium(request, playwright_driver):
    caches = request.param == "back-forward cache"
    # Playwright turns the cache off unless this one of its own flags is taken away.
    browser = playwright_driver.chromium.launch(
        executable_path=CHROMIUM,
        args=FLAGS if caches else [*FLAGS, "--disable-features=BackForwardCache"],
        ignore_default_args=["--disable-back-forward-cache"] if caches else [],
    )
    browser.caches = caches
    yield browser
    browser.close()


@pytest.fixture
def tab(chromium, served):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(served + "about/")
    yield page
    context.close()


def type_into(page, url):
    page.goto(url)
    page.fill("[name=name]", MARKER)
    page.fill("[name=worry]", MARKER)
    page.check("[name=agree]")
    page.select_option("[name=level]", index=1)
    page.evaluate(FILL)


def leave(page):
    page.click("[data-exit]")
    page.wait_for_url("**/weather")


def go(page, way, address):
    """history.back() and not Playwright's own, which waits for a load that the cache never makes."""
    page.evaluate(f"setTimeout(() => history.{way}()) && null")
    page.wait_for_url(f"**{address}", wait_until="commit")
    page.wait_for_selector("html:not(.eh-covered)", state="attached")


def clean(page):
    return (
        page.evaluate(TRACES, MARKER) == []
        and page.locator("article :checked:not(option)").count() == 0
        and page.locator("article select").evaluate_all("all => all.every((one) => one.selectedIndex === 0)")
    )


def test_without_an_exit_back_does_bring_the_answers_back(tab, served, chromium):
    """The control: these tests can fail, and the browser's cache is on and off as they say."""
    tab.add_init_script("window.addEventListener('pageshow', (e) => { window.fromCache = e.persisted })")
    type_into(tab, served + "typed/")
    tab.goto(served + "about/")
    go(tab, "back", "/typed/")
    assert tab.input_value("[name=name]") == MARKER
    assert tab.evaluate("window.fromCache") is chromium.caches


def test_the_page_that_was_left_is_not_behind_back(tab, served):
    type_into(tab, served + "typed/")
    leave(tab)
    go(tab, "back", "/about/")
    assert clean(tab)
    go(tab, "forward", "/weather")
    assert tab.evaluate(TRACES, MARKER) == []


def test_an_earlier_place_on_the_same_page_comes_back_empty(tab, served):
    type_into(tab, served + "typed/")
    tab.click("#more")
    leave(tab)
    go(tab, "back", "/typed/")
    assert clean(tab)


def test_an_earlier_form_of_the_tab_comes_back_empty(tab, served):
    type_into(tab, served + "typed/")
    type_into(tab, served + "other/")
    leave(tab)
    go(tab, "back", "/typed/")
    assert clean(tab)
    go(tab, "back", "/about/")
    go(tab, "forward", "/typed/")
    assert clean(tab)


def test_the_threshold_tool_comes_back_empty_and_can_be_used_again(tab, served):
    tab.goto(served + "forms/threshold/")
    words = tab.locator("form[data-form] :is(textarea, input[type=text]):visible")
    assert words.count() > 1
    for field in words.all():
        field.fill(MARKER)
    tab.evaluate("location.hash = 'help'")
    leave(tab)
    go(tab, "back", "/forms/threshold/")
    assert tab.evaluate(TRACES, MARKER) == []
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


def test_with_scripts_off_the_link_still_leaves_and_sends_no_referrer(chromium, served):
    context = chromium.new_context(java_script_enabled=False)
    Pages.referrers.clear()
    page = context.new_page()
    page.goto(served + "typed/")
    leave(page)
    assert Pages.referrers == [None]
    context.close()


def test_every_page_has_the_real_exit(site_folder, path):
    file = site_folder / (path if path.endswith(".html") else f"{path}index.html")
    assert 'href="https://www.bbc.co.uk/weather" rel="noreferrer noopener" data-exit' in file.read_text()
