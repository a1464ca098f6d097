"""Saved answers come back to the page: from each file, only when they are wanted, and never half.

CPython answers behind the page's bridge, as in test_form_page.py; the round trip by every file is played with
Python in the browser.
"""

import io
import json
import zipfile

import pytest
from conftest import ENTRIES
from playwright.sync_api import expect
from test_form_page import answer_family, open_form, plan, submit, unfold  # noqa: F401 - two are fixtures
from test_pages import faults_in_any_look

import pyforms

STORED = "JSON.stringify({ ...sessionStorage })"
FORMATS = ("json", "html", "pdf", "docx")
FORM = "what-help"  # the lightest page
ANSWERS = {"safe": "yes", "worries": ["school"], "how_much": "a_lot", "different": "Sleep"}


def envelope(form=FORM, **changes):
    kept = {"kind": "early-help-form", "form": form, "version": 1, "area": "general", "saved": "2026-11-23"}
    return json.dumps({**kept, "answers": ANSWERS, **changes}).encode()


OTHER_FORM = envelope("threshold", answers={"danger": "no", "child_age": 9})


def answer(page):
    """The least that the page takes, and some words."""
    answer_family(page)
    page.fill("[name=different]", "Mornings")


def bomb():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("customXml/item1.xml", b" " * 50_000_000)
    return packed.getvalue()


def choose(page, content, name="answers.json"):
    page.set_input_files("[data-open]", {"name": name, "mimeType": "application/octet-stream", "buffer": content})


def said(page):
    return page.locator("[data-open-said]")


def shown(page):
    return page.evaluate(ENTRIES)


def asked(page):
    return page.locator("[data-confirm]")


def reloaded(page):
    """The page after a reload, whatever it asks before it."""
    page.once("dialog", lambda dialog: dialog.accept())
    page.reload()
    page.wait_for_selector("html[data-python=ready]")
    unfold(page)
    return page


# Coming back


def test_every_file_brings_every_answer_back_with_python_in_the_browser(new_page, site_url):
    page = new_page(accept_downloads=True)
    page.goto(f"{site_url}forms/threshold/")
    unfold(page)
    example = pyforms.examples("threshold")[0]
    page.select_option("#example", example.name)
    page.get_by_role("button", name="Load this example").click()
    expect(page.locator("[name=training_example]")).to_have_value(example.title)
    submit(page, "ready")
    before = shown(page)
    files = {}
    for kind in FORMATS:
        with page.expect_download() as download:
            page.click(f"[data-format={kind}]")
        files[kind] = download.value.path().read_bytes()
    for kind in FORMATS:
        page.get_by_role("button", name="Clear this form").click()
        asked(page).get_by_role("button", name="Yes").click()
        assert shown(page) == []
        choose(page, files[kind], f"early-help.{kind}")
        expect(said(page)).to_contain_text("are back on this page")
        assert shown(page) == before, kind
        expect(page.locator("[data-training]")).to_contain_text(example.title)
        expect(page.locator("[data-area-chooser]")).to_have_value(example.area)


def test_what_came_back_is_announced_and_shown_in_open_sections(kept_form):
    page = kept_form("threshold")
    answers = {"danger": "no", "child_age": 9, "concerns": {"missing_school": {"step": "some_absence"}}}
    choose(page, envelope("threshold", answers=answers, area="torbay"))
    expect(said(page)).to_be_focused()
    expect(said(page)).to_contain_text("saved for Torbay, so the page now shows Torbay")
    expect(page.locator("[name='concerns.missing_school.step'][value=some_absence]")).to_be_visible()
    assert page.url.endswith("?area=torbay")


def test_the_page_says_which_files_can_be_opened_again(kept_form):
    page = kept_form(FORM)
    field = page.get_by_label("Open a saved file")
    for kind in ("PDF", "Word", "HTML", "JSON"):
        assert kind in page.locator("#saved-file-hint").inner_text()
    assert field.get_attribute("accept") == ".html,.json,.pdf,.docx"


def test_a_file_chosen_before_python_is_there_is_opened_when_it_is(open_form):  # noqa: F811
    page = open_form(FORM, slow=True)
    choose(page, envelope())
    expect(said(page)).to_have_text("Opening your file…")
    page.evaluate("window.letPythonBeReady()")
    expect(page.locator("[name=different]")).to_have_value("Sleep")


FILL = """async (pairs) => {
  const { entries, fill } = await import("/assets/javascript/answers.js");
  const form = document.querySelector("form[data-form]");
  fill(form, pairs);
  return entries(form);
}"""


def test_a_plan_of_two_hundred_actions_comes_back_in_its_order(plan):  # noqa: F811
    page = plan
    page.get_by_role("button", name="Add another action").click()
    pairs = [[f"actions.{place}.what", f"Action {place}"] for place in range(200)]
    assert page.evaluate(FILL, pairs) == pairs
    expect(page.get_by_role("group", name="Action 200")).to_be_visible()
    page.locator("[data-repeat=actions] > [data-item='1'] > .eh-item__head > [data-fold]").click()
    page.get_by_role("button", name="Remove action 2", exact=True).click()
    expect(page.locator("[name='actions.1.what']")).to_have_value("Action 2")
    expect(page.locator("[name='actions.198.what']")).to_have_value("Action 199")
    assert page.evaluate(FILL, pairs[:1]) == pairs[:1]
    expect(page.get_by_role("group", name="Action 2")).to_have_count(0)


def test_what_was_typed_outlives_the_python_that_answers(new_page, site_url):
    page = new_page()
    page.goto(f"{site_url}forms/{FORM}/")
    page.wait_for_selector("html[data-python=ready]")
    answer(page)
    page.workers[0].evaluate("() => { setTimeout(() => { throw new Error('crash') }) }")
    page.wait_for_selector("html[data-python=loading]")
    expect(page.locator("[name=different]")).to_have_value("Mornings")
    page.click("form[data-form] button[type=submit]")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")


# Asking first


def test_opening_a_file_asks_before_it_replaces_what_is_there(kept_form):
    page = kept_form(FORM)
    answer(page)
    choose(page, envelope())
    expect(asked(page).get_by_text("Replace what is on this page?")).to_be_focused()
    asked(page).get_by_role("button", name="No").press("Enter")
    expect(asked(page)).to_be_hidden()
    expect(page.locator("[name=different]")).to_have_value("Mornings")
    choose(page, envelope())
    asked(page).get_by_role("button", name="Yes").press("Enter")
    expect(page.locator("[name=different]")).to_have_value("Sleep")
    expect(said(page)).to_be_focused()


def test_clearing_asks_first_and_escape_keeps_everything(kept_form):
    page = kept_form(FORM)
    answer(page)
    clear = page.get_by_role("button", name="Clear this form")
    clear.click()
    expect(asked(page)).to_contain_text("Clear everything on this page?")
    page.keyboard.press("Escape")
    expect(asked(page)).to_be_hidden()
    expect(clear).to_be_focused()
    expect(page.locator("[name=different]")).to_have_value("Mornings")
    clear.click()
    asked(page).get_by_role("button", name="Yes").click()
    expect(page.locator("[name=different]")).to_have_value("")
    expect(clear).to_be_focused()


def test_the_exit_works_while_a_question_is_open(open_form):  # noqa: F811
    page = open_form(FORM)
    answer(page)
    page.get_by_role("button", name="Clear this form").click()
    expect(asked(page)).to_be_visible()
    page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Sunny"))
    page.click("[data-exit]")
    page.wait_for_url("https://www.bbc.co.uk/weather")


# Files that are not opened


BAD = {
    "newer": (envelope(version=99), "newer version"),
    "edited": (envelope(answers={**ANSWERS, "safe": "perhaps"}), "changed after it was saved"),
    "cut short": (envelope()[:-20], "part of it is missing"),
    "__proto__": (envelope(answers={**ANSWERS, "__proto__": {"x": 1}}), "no such question"),
    "wrong types": (envelope(answers={**ANSWERS, "safe": ["yes"], "different": {}}), "changed after it was saved"),
    "nested": (b'{"kind": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", "not one that these forms saved"),
    "large": (b"{" + b" " * 50_000_000, "more than 5 MB"),
    "bomb": (bomb(), "more than 5 MB"),
    "empty": (b"", "not a kind of file"),
    "image": (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "not a kind of file"),
}


def test_a_file_that_cannot_be_opened_says_why_and_leaves_the_page_as_it_was(kept_form, tmp_path):
    page = kept_form(FORM)
    answer(page)
    before = shown(page)
    for bad, (content, reason) in BAD.items():
        file = tmp_path / f"{bad}.json"  # by its path: through the driver a large one takes a minute
        file.write_bytes(content)
        page.set_input_files("[data-open]", file)
        expect(said(page)).to_contain_text(reason)
        expect(said(page)).to_contain_text("What is on this page has not changed.")
        expect(said(page)).to_be_focused()
        expect(page.get_by_label("Open a saved file")).to_have_attribute("aria-invalid", "true")
        expect(asked(page)).to_be_hidden()
        assert shown(page) == before, bad
        choose(page, OTHER_FORM)  # another reason stands there before the next one
        expect(said(page)).to_contain_text("another form")


def test_a_file_of_another_form_leads_to_its_page(open_form):  # noqa: F811
    page = open_form(FORM, query="?area=kent")
    choose(page, OTHER_FORM)
    expect(said(page)).to_contain_text("another form")
    said(page).get_by_role("link", name="Threshold tool").click(no_wait_after=True)
    page.wait_for_url("**/forms/threshold/?area=kent")


# Leaving


def test_answers_that_came_from_a_file_may_be_left_until_they_change(open_form):  # noqa: F811
    page = open_form(FORM)
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    choose(page, envelope())
    expect(page.locator("[name=different]")).to_have_value("Sleep")
    reloaded(page)
    assert dialogs == []
    choose(page, envelope())
    expect(page.locator("[name=different]")).to_have_value("Sleep")
    page.locator("[name=going_well]").press_sequentially("Gran")
    page.reload()
    assert dialogs == ["beforeunload"]


def test_what_is_typed_while_a_file_is_being_made_is_not_taken_for_saved(open_form):  # noqa: F811
    page = open_form(FORM)
    answer(page)
    submit(page, "ready")
    with page.expect_download():
        page.evaluate("""() => {
          document.querySelector("[data-format=pdf]").click();
          document.querySelector("[name=going_well]").value = "Gran";
          document.querySelector("[name=going_well]").dispatchEvent(new Event("input", { bubbles: true }));
        }""")
    page.wait_for_timeout(300)
    page.locator("[name=child_says]").click()
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    page.reload()
    assert dialogs == ["beforeunload"]


# The draft


@pytest.fixture
def drafted(open_form):  # noqa: F811
    """A page that keeps a draft, with something typed."""
    page = open_form(FORM)
    page.get_by_label("This is my own device").check()
    answer(page)
    page.locator("[name=going_well]").press_sequentially("Gran")
    return page


def test_nothing_is_kept_unless_the_box_is_ticked(open_form):  # noqa: F811
    page = open_form(FORM)
    page.locator("[name=going_well]").press_sequentially("Gran")
    assert "Gran" not in page.evaluate(STORED)
    reloaded(page)
    assert shown(page) == []
    assert page.get_by_label("This is my own device").is_checked() is False


def test_a_draft_comes_back_after_a_reload_and_is_said_to(drafted):
    before = shown(drafted)
    page = reloaded(drafted)
    assert shown(page) == before
    expect(said(page)).to_have_text("Your draft is back on this page.")
    expect(page.get_by_label("This is my own device")).to_be_checked()


def test_a_draft_stays_in_its_tab(drafted):
    other = drafted.context.new_page()
    other.goto(drafted.url)
    assert other.evaluate(STORED) == "{}"
    assert "Gran" not in drafted.evaluate("JSON.stringify({ ...localStorage })")


def test_unticking_the_box_removes_the_draft(drafted):
    assert "Gran" in drafted.evaluate(STORED)
    drafted.get_by_label("This is my own device").uncheck()
    assert "Gran" not in drafted.evaluate(STORED)
    expect(drafted.locator("[name=going_well]")).to_have_value("Gran")


def test_clearing_the_form_removes_the_draft(drafted):
    drafted.get_by_role("button", name="Clear this form").click()
    asked(drafted).get_by_role("button", name="Yes").click()
    assert drafted.evaluate(STORED) == "{}"
    assert drafted.get_by_label("This is my own device").is_checked() is False
    assert shown(reloaded(drafted)) == []


def test_exit_removes_the_draft_and_does_not_ask(drafted):
    drafted.on("dialog", lambda dialog: pytest.fail(f"asked: {dialog.message}"))
    form_page = drafted.url
    drafted.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="Sunny"))
    drafted.click("[data-exit]")
    drafted.wait_for_url("https://www.bbc.co.uk/weather")
    drafted.goto(form_page)
    drafted.wait_for_selector("html[data-python=ready]")
    assert "Gran" not in drafted.evaluate(STORED)
    assert shown(drafted) == []


def test_a_browser_without_storage_says_so_and_keeps_what_was_typed(open_form):  # noqa: F811
    page = open_form(FORM)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('no room') } }")
    page.locator("[name=going_well]").press_sequentially("Gran")
    page.get_by_label("This is my own device").click()
    expect(said(page)).to_contain_text("does not let the page keep a draft")
    assert page.get_by_label("This is my own device").is_checked() is False
    expect(page.locator("[name=going_well]")).to_have_value("Gran")


# For everyone


def test_axe_finds_nothing_while_files_are_opened(open_form):  # noqa: F811
    page = open_form(FORM, reduced_motion="reduce", bypass_csp=True)
    choose(page, OTHER_FORM)
    expect(said(page)).to_contain_text("another form")
    assert faults_in_any_look(page) == []
    page.check("[name=safe][value=yes]")
    page.get_by_role("button", name="Clear this form").click()
    expect(asked(page)).to_be_visible()
    assert faults_in_any_look(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
