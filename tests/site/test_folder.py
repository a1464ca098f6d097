"""The family's folder: one page that holds a family, its forms and one file.

CPython answers behind the page's bridge (served.py); the last test has Python in the browser. No driver reaches the
browser's own windows of files: Save is a download here, or writes into the origin's private file system.
"""

import json
import re
from collections.abc import Callable
from datetime import date

import pytest
from playwright.sync_api import Page, expect
from test_pages import faults_in_any_look

import pyforms

PHONE = {"viewport": {"width": 360, "height": 640}}
NAME = re.compile(r"early-help-folder-\d{4}-\d\d-\d\d-\d{4}\.json")
DOWNLOADS = "delete window.showSaveFilePicker; delete window.showOpenFilePicker;"
# A file that the page may write to again, as the pickers of File System Access give one.
HANDLES = """
const file = async () => (await navigator.storage.getDirectory()).getFileHandle("family.json", { create: true });
window.showSaveFilePicker = file;
window.showOpenFilePicker = async () => [await file()];
"""
IN_FILE = """async () => {
  const root = await navigator.storage.getDirectory();
  return (await (await root.getFileHandle("family.json")).getFile()).text();
}"""
INTO_FILE = """async (text) => {
  const root = await navigator.storage.getDirectory();
  const into = await (await root.getFileHandle("family.json", { create: true })).createWritable();
  await into.write(text);
  await into.close();
}"""
ASKS = """() => {
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
}"""
HELD = """async () => {
  const script = document.querySelector("script[src$='/folder.js']").src;
  return (await import(new URL("held.js", script).href)).held();
}"""


@pytest.fixture
def open_folder(new_page, new_tab, answered_url) -> Callable[..., Page]:
    """Opens the folder's page; `slow` holds Python back until the test says window.letPythonBeReady().

    Where it can write to a file, that lies in the context's own file system: each test has its own.
    """

    def opened(*, slow: bool = False, script: str = DOWNLOADS, query: str = "", **options) -> Page:
        page = (new_page if script == HANDLES else new_tab)(**options)
        page.add_init_script(script + ("window.isSlow = true;" if slow else ""))
        page.goto(f"{answered_url}forms/family/{query}")
        page.wait_for_selector(f"html[data-python={'loading' if slow else 'ready'}]")
        return page

    return opened


def person(page, name, **answers):
    page.click("[data-person-add]")
    page.fill("[data-person-place] [name=name]", name)
    for key, value in answers.items():
        page.select_option(f"[data-person-place] [name={key}]", value)
    page.click("[data-person-place] [type=submit]")
    expect(page.locator("[data-people]")).to_contain_text(name)


def begin(page, form):
    page.click(f"[data-begin={form}]")
    expect(page.locator(f"form[data-form={form}]")).to_be_visible()


def back(page):
    page.click("[data-close] >> nth=0")
    expect(page.locator("[data-folder-home]")).to_be_visible()


def save(page):
    with page.expect_download() as waiting:
        page.click("[data-save]")
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def open_file(page, content, name="saved.json"):
    page.set_input_files("[data-folder-file]", {"name": name, "mimeType": "text/plain", "buffer": content})


def unsaved(page, many):
    words = "No unsaved changes" if not many else f"{many} unsaved change{'s' if many > 1 else ''}"
    expect(page.locator("[data-unsaved]")).to_have_text(words)


def scaling():
    """A finished form, as a file."""
    chosen = pyforms.examples("scaling")[0]
    return pyforms.export("scaling", chosen.answers, chosen.area, date(2026, 9, 8), "json")


# Saving from the first keystroke


def test_what_is_typed_before_python_has_come_is_counted_and_saved_and_opens_where_it_was(open_folder):
    page = open_folder(slow=True)
    unsaved(page, 0)
    assert not page.evaluate(ASKS)
    begin(page, "consent")
    page.fill("form[data-form] [name=purpose]", "Help with mornings")
    unsaved(page, 1)
    assert page.evaluate(ASKS), "leaving asks"
    name, content = save(page)
    assert NAME.fullmatch(name)
    (item,) = json.loads(content)["items"]
    assert (item["saved"]["state"], item["saved"]["form"]) == ("unfinished", "consent")
    assert ["purpose", "Help with mornings"] in item["saved"]["entries"]
    expect(page.locator("[data-unsaved]")).to_contain_text(f"Saved as “{name}”")
    assert not page.evaluate(ASKS), "what is saved may be left"
    again = open_folder()
    open_file(again, content)
    unsaved(again, 0)
    again.get_by_role("button", name="Open Consent record").click()
    expect(again.locator("form[data-form] [name=purpose]")).to_have_value("Help with mornings")
    unsaved(again, 0)


def test_a_form_that_was_checked_is_saved_as_finished_and_half_done_again_once_it_is_changed(open_folder):
    page = open_folder()
    open_file(page, scaling())
    page.locator("[data-items] button", has_text="Open").first.click()
    expect(page.locator("[data-open-said]")).to_be_visible()
    box = page.locator("form[data-form] :is(input[type=text], textarea):visible").first
    box.fill("Another word")
    page.click("form[data-form] button[type=submit]")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")
    assert "answers" in json.loads(save(page)[1])["items"][0]["saved"]
    box.fill("And another")
    assert json.loads(save(page)[1])["items"][0]["saved"]["state"] == "unfinished"


def test_what_is_said_about_a_form_changes_nothing_in_it(open_folder):
    page = open_folder()
    open_file(page, scaling())
    page.locator("[data-items] button", has_text="Open").first.click()
    expect(page.locator("[data-open-said]")).to_be_visible()
    page.get_by_text("Day, and who may have it").click()
    page.fill("#folder-by", "Jo Lister")
    page.select_option("#folder-for", "manager")
    (item,) = json.loads(save(page)[1])["items"]
    assert (item["by"], item["for_whom"], "answers" in item["saved"]) == ("Jo Lister", "manager", True)


def test_an_empty_folder_has_nothing_to_save(open_folder):
    page = open_folder()
    page.click("[data-save]")
    expect(page.locator("[data-saved-said]")).to_have_text("There is nothing to save yet.")


# A file that can be written to again


def test_save_writes_into_the_same_file_again_and_never_over_what_somebody_else_changed_there(open_folder):
    page = open_folder(script=HANDLES)
    person(page, "Ella")
    page.click("[data-save]")
    expect(page.locator("[data-unsaved]")).to_have_text("Saved in “family.json”.")
    person(page, "Mum")
    page.click("[data-save]")
    expect(page.locator("[data-unsaved]")).to_have_text("Saved in “family.json”.")
    written = json.loads(page.evaluate(IN_FILE))
    assert [each["name"] for each in written["people"]] == ["Ella", "Mum"]
    nan = {"id": "p-nan", "dot": ["r-other", 1], "name": "Nan"}
    theirs = json.dumps({**written, "seen": {**written["seen"], "r-other": 1}, "people": [*written["people"], nan]})
    page.evaluate(INTO_FILE, theirs)
    person(page, "Dad")
    page.click("[data-save]")
    expect(page.locator("[data-saved-said]")).to_contain_text("press Save once more")
    assert page.evaluate(IN_FILE) == theirs
    page.click("[data-save]")
    expect(page.locator("[data-unsaved]")).to_have_text("Saved in “family.json”.")
    assert sorted(each["name"] for each in json.loads(page.evaluate(IN_FILE))["people"]) == [
        "Dad",
        "Ella",
        "Mum",
        "Nan",
    ]


def test_a_file_that_was_opened_is_the_one_that_is_saved(open_folder):
    page = open_folder(script=HANDLES)
    person(page, "Ella")
    page.click("[data-save]")
    expect(page.locator("[data-unsaved]")).to_have_text("Saved in “family.json”.")
    page.reload()
    page.wait_for_selector("html[data-python=ready]")
    page.click("[data-folder-file] + label")
    expect(page.locator("[data-people]")).to_contain_text("Ella")
    unsaved(page, 0)
    person(page, "Mum")
    page.click("[data-save]")
    expect(page.locator("[data-unsaved]")).to_have_text("Saved in “family.json”.")
    assert [each["name"] for each in json.loads(page.evaluate(IN_FILE))["people"]] == ["Ella", "Mum"]


# Who is in the family


def test_a_person_is_added_changed_and_taken_out_and_comes_back_by_undo(open_folder):
    page = open_folder()
    page.click("[data-person-add]")
    page.click("[data-person-place] [type=submit]")
    expect(page.get_by_role("alert")).to_contain_text("Enter the person’s name")
    page.fill("[data-person-place] [name=name]", "Ella")
    page.select_option("[data-person-place] [name=who]", "child")
    page.click("[data-person-place] [type=submit]")
    row = page.locator("[data-people] li")
    expect(row).to_contain_text("Child")
    unsaved(page, 2)  # a name, and who they are
    row.get_by_role("button", name="Change Ella").click()
    expect(page.locator("[data-person-place] [name=who]")).to_have_value("child")
    page.fill("[data-person-place] [name=name]", "Ella-Rose")
    page.click("[data-person-place] [type=submit]")
    expect(row).to_contain_text("Ella-Rose")
    row.get_by_role("button", name="Remove Ella-Rose").click()
    expect(row).to_have_count(0)
    expect(page.locator("[data-nobody]")).to_be_visible()
    page.get_by_role("button", name=re.compile("Undo.*Ella-Rose removed")).click()
    expect(row).to_contain_text("Ella-Rose")


def test_several_people_are_added_a_line_for_each_and_what_cannot_be_meant_stays_to_be_mended(open_folder):
    page = open_folder()
    page.get_by_role("textbox", name="Or add several people").fill(
        "Ella, child, 2 March 2017\nSam, 31/2/2020\nKim, mother"
    )
    page.get_by_role("button", name="Add them").press("Enter")
    expect(page.locator("[data-people] li")).to_have_count(2)
    expect(page.locator("[data-people]")).to_contain_text("Child, born 2 March 2017")
    expect(page.locator("[data-several-said]")).to_contain_text("New in this folder: Ella and Kim.")
    expect(page.locator("[data-several-said]")).to_contain_text("Not taken: Sam, 31/2/2020. “31/2/2020” is no date")
    expect(page.locator("#several")).to_be_focused()
    expect(page.locator("#several")).to_have_value("Sam, 31/2/2020")
    page.fill("#several", "Sam, 3/2/2020")
    page.get_by_role("button", name="Add them").click()
    expect(page.locator("[data-people] li")).to_have_count(3)
    expect(page.locator("#several")).to_have_value("")
    assert faults_in_any_look(page) == []


def test_a_second_person_of_one_name_is_asked_what_tells_them_apart(open_folder):
    page = open_folder()
    person(page, "Sam")
    page.click("[data-person-add]")
    page.fill("[data-person-place] [name=name]", "sam")
    page.click("[data-person-place] [type=submit]")
    expect(page.get_by_role("alert")).to_contain_text("has that name")
    expect(page.locator("[data-people] li")).to_have_count(1)


def test_whoever_a_form_names_is_in_the_family_and_stays_while_it_speaks_of_them(open_folder):
    page = open_folder()
    begin(page, "consent")
    page.fill("form[data-form] [name='children.0.name']", "Ella")
    back(page)
    expect(page.locator("[data-people] li")).to_contain_text("Ella")
    page.get_by_role("button", name="Remove Ella").click()
    expect(page.locator("[data-folder-said]")).to_contain_text("Ella stays")
    expect(page.locator("[data-people] li")).to_have_count(1)
    page.get_by_role("button", name=re.compile("Remove Consent record")).click()
    expect(page.locator("[data-items] li")).to_have_count(0)
    page.get_by_role("button", name=re.compile("Undo.*Consent record")).click()
    expect(page.locator("[data-items] li")).to_have_count(1)


# What is known already


def test_an_empty_form_begins_with_what_is_known_and_its_source_which_one_press_takes_out(open_folder):
    page = open_folder()
    person(page, "Ella", who="child")
    begin(page, "smart-plan")
    name = page.locator("form[data-form] [name='children.0.name']")
    expect(name).to_have_value("Ella")
    expect(page.locator(".eh-from").first).to_contain_text("From")
    page.locator("[data-known]").get_by_role("button", name="Undo").click()
    expect(name).to_have_value("")
    expect(page.locator(".eh-from")).to_have_count(0)
    page.get_by_role("button", name="Put what is known into the form").click()
    expect(name).to_have_value("Ella")
    back(page)
    expect(page.locator("[data-items] li")).to_have_count(1)


def test_a_form_in_which_nobody_typed_anything_is_not_kept(open_folder):
    page = open_folder()
    person(page, "Ella", who="child")
    begin(page, "smart-plan")
    expect(page.locator("form[data-form] [name='children.0.name']")).to_have_value("Ella")
    back(page)
    expect(page.locator("[data-items] li")).to_have_count(0)


def test_a_form_that_is_opened_again_is_offered_what_is_known_by_now_and_nothing_in_it_is_overwritten(open_folder):
    page = open_folder()
    begin(page, "smart-plan")
    page.fill("form[data-form] [name='children.0.name']", "Ella")
    page.fill("form[data-form] [name='children.0.says']", "Nan walks fast.")
    back(page)
    person(page, "Sam", who="child")
    page.get_by_role("button", name=re.compile("Open SMART plan")).click()
    expect(page.locator("[data-known]")).to_contain_text("Sam")
    page.get_by_role("button", name="Put what is known into the form").click()
    expect(page.locator("[data-known]")).to_contain_text("Each answer can be changed")
    expect(page.locator("form[data-form] [name='children.0.says']")).to_have_value("Nan walks fast.")
    expect(page.locator(".eh-from").first).to_contain_text("From")
    page.locator("[data-known]").get_by_role("button", name="Undo").click()
    expect(page.locator(".eh-from")).to_have_count(0)
    expect(page.locator("form[data-form] [name='children.0.says']")).to_have_value("Nan walks fast.")


def test_a_single_saved_form_begins_a_folder_and_another_goes_into_it(open_folder):
    page = open_folder()
    open_file(page, scaling())
    expect(page.locator("[data-items] li")).to_have_count(1)
    assert page.evaluate(ASKS), "this folder is in no file yet"
    chosen = pyforms.examples("consent")[0]
    open_file(page, pyforms.export("consent", chosen.answers, chosen.area, date(2026, 9, 8), "html"), "consent.html")
    expect(page.locator("[data-items] li")).to_have_count(2)
    expect(page.locator("[data-due-part]")).to_be_visible()


def test_another_family_s_folder_takes_the_place_of_one_with_unsaved_changes_only_after_a_question(open_folder):
    page = open_folder()
    person(page, "Ella")
    other = {"kind": "early-help-folder", "version": 1, "id": "f-other", "area": "kent", "saved": "2026-09-08"}
    nan = {"id": "p-nan", "dot": ["r-other", 1], "name": "Nan"}
    content = json.dumps({**other, "seen": {"r-other": 1}, "people": [nan], "items": []}).encode()
    for answer in ("No, keep what is here", "Yes, open it"):
        open_file(page, content)
        choices = page.locator("[data-choices-part]")
        expect(choices).to_contain_text("Whose is it?")
        choices.get_by_label("Another family’s").check()
        page.get_by_role("button", name="Go on").click()
        expect(page.locator("[data-people] li")).to_contain_text("Ella")
        page.get_by_role("button", name=answer).click()
    expect(page.locator("[data-people] li")).to_contain_text("Nan")
    expect(page.locator("[data-area-chooser]")).to_have_value("kent")
    unsaved(page, 0)


def test_what_is_no_folder_is_refused_with_a_reason_and_nothing_changes(open_folder):
    page = open_folder()
    person(page, "Ella")
    open_file(page, b"\x89PNG not ours", "picture.png")
    expect(page.locator("[data-folder-said]")).to_contain_text("The file was not opened.")
    expect(page.locator("[data-folder-said]")).to_contain_text("has not changed")
    expect(page.locator("[data-people] li")).to_contain_text("Ella")


# A form within the page


def test_a_form_that_was_closed_leaves_nothing_on_the_page_and_the_next_one_answers(open_folder):
    page = open_folder()
    before = page.evaluate(HELD)
    title = page.title()
    for form in pyforms.FORM_IDS:
        begin(page, form)
        page.click("form[data-form] button[type=submit]")
        expect(page.locator("[data-result]")).to_have_attribute("data-state", re.compile("ready|invalid"))
        back(page)
        assert (form, page.evaluate(HELD)) == (form, before)
        assert page.locator("[data-form-place] *").count() == 0
        assert page.title() == title
    unsaved(page, 0)


def test_a_form_whose_page_does_not_come_or_is_another_s_or_newer_is_not_opened_and_says_why(open_folder):
    page = open_folder()
    address = "**/forms/scaling/"
    real = page.request.get(page.url.replace("family", "scaling")).text()
    answers = {
        "Check the connection": lambda route: route.abort(),
        "perhaps a filter": lambda route: route.fulfill(body="<h1>Blocked</h1>", content_type="text/html"),
        "was updated after": lambda route: route.fulfill(
            body=re.sub(r"kept/[0-9a-f]{12}/", "kept/0123456789ab/", real), content_type="text/html"
        ),
    }
    for words, answer in answers.items():
        page.route(address, answer)
        page.click("[data-begin=scaling]")
        expect(page.locator("[data-folder-said]")).to_contain_text(words)
        page.unroute(address)
    begin(page, "scaling")


def test_a_form_of_another_day_is_gone_on_with_in_one_press_and_undo_takes_out_what_is_known(open_folder):
    page = open_folder()
    open_file(page, scaling())
    page.get_by_role("button", name="Go on today with Scaling").click()
    expect(page.locator("[data-known]")).to_contain_text("in the form already")
    expect(page.locator("[name='meetings.1.day']")).to_have_value(date.today().isoformat())  # noqa: DTZ011 - the page's own day
    assert page.evaluate(ASKS)
    page.locator("[data-known] button", has_text="Undo").click()
    expect(page.locator("[name='meetings.1.day']")).to_have_count(0)


def test_whoever_is_named_in_a_form_brings_along_what_the_folder_knows_and_nobody_is_put_down_unasked(open_folder):
    page = open_folder()
    page.fill("#several", "Ella, child, 2 March 2017\nKim, mother")
    page.get_by_role("button", name="Add them").click()
    expect(page.locator("[data-people] li")).to_have_count(2)
    begin(page, "consent")
    expect(page.locator("[name='people.0.name']")).to_have_value("Kim")
    expect(page.locator("[name='people.1.name']")).to_have_count(0)
    page.locator("[data-repeat=people] > [data-add]").click()
    page.fill("[name='people.1.name']", "Ella")
    page.locator("[name='people.1.name']").blur()
    expect(page.locator("[name='people.1.role']")).to_have_value("child")
    expect(page.locator("[name='people.1.age']")).not_to_have_value("")
    expect(page.locator("[name='people.1.answer']")).to_have_value("")
    expect(page.locator("[data-item='1'] .eh-from").first).to_have_text("From the folder’s people")


def test_one_form_leads_to_the_next_in_one_press(open_folder):
    page = open_folder()
    open_file(page, scaling())
    begin(page, "consent")
    page.fill("form[data-form] [name=purpose]", "Help with mornings")
    page.get_by_role("navigation", name="Next for this family").get_by_role(
        "button", name="Scaling: go on today"
    ).click()
    expect(page.locator("[data-open-title]")).to_have_text("Scaling")
    expect(page.locator("[name='meetings.1.day']")).not_to_have_value("")
    assert page.evaluate(ASKS)


# The browser's Back


def test_back_closes_the_form_into_the_folder_and_keeps_what_was_typed(open_folder):
    page = open_folder(query="?area=torbay")
    address = page.url
    for times in (1, 2):
        begin(page, "consent") if times == 1 else page.get_by_role("button", name="Open Consent record").click()
        page.fill("form[data-form] [name=purpose]", f"Help {times}")
        page.go_back()
        expect(page.locator("[data-folder-home]")).to_be_visible()
        expect(page.get_by_role("button", name="Open Consent record")).to_be_focused()
        assert page.url == address
    assert page.evaluate(ASKS)
    (item,) = json.loads(save(page)[1])["items"]
    assert ["purpose", "Help 2"] in item["saved"]["entries"]


def test_back_from_the_family_goes_to_the_page_before_and_the_history_names_no_folder_after_an_exit(
    open_folder, answered_url
):
    page = open_folder()
    page.goto(f"{answered_url}about/")
    page.goto(f"{answered_url}forms/family/")
    page.wait_for_selector("html[data-python=ready]")
    begin(page, "scaling")
    assert page.evaluate("history.state") == "front"
    back(page)
    page.go_back()
    page.wait_for_url("**/about/")
    page.goto(f"{answered_url}forms/family/")
    page.wait_for_selector("html[data-python=ready]")
    begin(page, "scaling")
    page.route("**/weather**", lambda route: route.fulfill(body="Weather", content_type="text/html"))
    page.evaluate("document.querySelector('[data-exit]').href = '/weather'")
    page.click("[data-exit]")
    page.wait_for_url("**/weather")
    page.go_back()
    assert page.url == answered_url
    page.go_back()
    page.wait_for_url("**/about/")


def test_the_whole_page_works_by_keyboard_and_focus_goes_where_the_work_is(open_folder):
    page = open_folder()
    page.focus("[data-begin=scaling]")
    page.keyboard.press("Enter")
    expect(page.locator("[data-open-title]")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator("[data-close]").first).to_be_focused()
    page.fill("form[data-form] :is(input[type=text], textarea):visible >> nth=0", "x")
    page.focus("[data-close] >> nth=0")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("Open Scaling"))).to_be_focused()


def test_the_family_is_on_a_phone_s_first_screen_and_so_is_save(open_folder):
    page = open_folder(**PHONE)
    for part in ("#folder-people-title", "[data-person-add]", "[data-folder-file] + label", "[data-save]"):
        box = page.locator(part).bounding_box()
        assert (part, box["y"] + box["height"] <= 640) == (part, True)
    assert page.evaluate("document.documentElement.scrollWidth <= 360")


def test_on_a_phone_save_stands_above_the_bar_of_an_open_form_s_parts(open_folder):
    page = open_folder(**PHONE)
    begin(page, "consent")
    save, parts = (page.locator(each).bounding_box() for each in ("[data-save]", ".eh-parts__open"))
    assert save["y"] + save["height"] <= parts["y"]
    page.fill("form[data-form] [name=purpose]", "Help with mornings.")
    with page.expect_download():
        page.click("[data-save]")


def test_axe_finds_nothing_in_a_family_and_in_a_form_that_is_open(open_folder):
    page = open_folder()
    open_file(page, scaling())
    expect(page.locator("[data-due-part]")).to_be_visible()
    page.click("[data-person-add]")
    assert faults_in_any_look(page) == []
    begin(page, "smart-plan")
    expect(page.locator("[data-known]")).to_be_visible()
    page.fill("form[data-form] :is(input[type=text], textarea):visible >> nth=0", "x")
    assert faults_in_any_look(page) == []


# With Python in the browser


def test_one_python_answers_for_the_whole_folder(new_page, site_url):
    page = new_page(**PHONE)
    page.add_init_script(DOWNLOADS)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}forms/family/?area=torbay")
    page.wait_for_selector("html[data-python=ready]")
    person(page, "Ella", who="child")
    for form in ("scaling", "smart-plan"):
        begin(page, form)
        expect(page.locator("[data-known]")).to_contain_text("in the form already")
        page.fill("form[data-form] :is(input[type=text], textarea):visible >> nth=0", "x")
        page.click("form[data-form] button[type=submit]")
        expect(page.locator("[data-result]")).to_have_attribute("data-state", re.compile("ready|invalid"))
        back(page)
    assert len([url for url in asked if "manifest" in url]) == 1
    content = save(page)[1]
    assert len(json.loads(content)["items"]) == 2


# With a passphrase

PHRASE = "walnut lantern ferry moss"


def lock(page, phrase=PHRASE, again=PHRASE, *, known=True):
    page.fill("#lock-phrase", phrase)
    page.fill("#lock-again", again)
    page.set_checked("[data-lock-known]", known)
    page.click("[data-lock-on]")


def test_a_folder_is_locked_only_by_one_who_knows_that_a_lost_passphrase_cannot_be_got_back(open_folder):
    page = open_folder()
    page.get_by_text("Lock the file with a passphrase").click()
    expect(page.locator("[data-lock-part]")).to_contain_text("A lost passphrase cannot be got back")
    said = page.locator("[data-lock-said]")
    for given, words in {
        ("short", "short", True): "at least 12 letters",
        (PHRASE, "walnut lantern ferry mess", True): "not the same",
        (PHRASE, PHRASE, False): "Tick that you know",
    }.items():
        lock(page, *given[:2], known=given[2])
        expect(said).to_contain_text(words)
    lock(page)
    expect(said).to_contain_text("locked with this passphrase from the next Save on")
    expect(page.locator("#lock-phrase")).to_have_value("")


def test_a_locked_folder_opens_with_its_passphrase_and_says_what_else_is_wrong(open_folder):
    page = open_folder(
        script=DOWNLOADS + "delete SubtleCrypto.prototype.deriveBits; delete SubtleCrypto.prototype.encrypt;"
    )
    person(page, "Ella")
    page.get_by_text("Lock the file with a passphrase").click()
    lock(page)
    name, content = save(page)
    assert re.fullmatch(r"early-help-folder-[\d-]+\.age", name)
    assert content.startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert b"Ella" not in content
    again = open_folder()
    refused = again.locator("[data-unlock-said]")
    changed_byte = content[:-1] + bytes([content[-1] ^ 1])
    for damaged, phrase, words in (
        (content, "walnut lantern ferry mess", "does not fit this file"),
        (changed_byte, PHRASE, "cut off or was changed"),
        (content[:-40], PHRASE, "cut off or was changed"),
    ):
        open_file(again, damaged, name)
        again.fill("#unlock-phrase", phrase)
        again.get_by_role("button", name="Open it").click()
        expect(refused).to_contain_text(words)
        again.locator("[data-unlock-not]").click()
        expect(again.locator("[data-unlock-part]")).to_be_hidden()
    open_file(again, content, name)
    again.fill("#unlock-phrase", PHRASE)
    again.keyboard.press("Enter")
    expect(again.locator("[data-people] li")).to_contain_text("Ella")
    person(again, "Mum")
    assert save(again)[0].endswith(".age"), "what was locked stays locked"


def test_over_plain_http_the_page_says_what_its_browser_does_not_do(open_folder):
    page = open_folder(script="Object.defineProperty(window, 'isSecureContext', { value: false });")
    expect(page.locator("[data-insecure]")).to_contain_text("not encrypted (http)")
    expect(open_folder().locator("[data-insecure]")).to_be_hidden()


# Another copy, and a copy for somebody


def changed(content, **more):
    """The folder of a file as a colleague's copy has it, with more in it."""
    folder = json.loads(content)
    return json.dumps({**folder, "seen": {**folder["seen"], "r-other": 1}, **more}).encode()


def test_two_copies_that_differ_are_shown_side_by_side_and_settled_by_a_choice_for_each(open_folder):
    page = open_folder()
    person(page, "Ella", who="child")
    content = save(page)[1]
    (ella,) = json.loads(content)["people"]
    nan = {**ella, "id": "p-nan", "dot": ["r-other", 1], "name": "Nan", "who": "family"}
    theirs = changed(content, people=[{**ella, "dot": ["r-other", 1], "who": "young-person"}, nan])
    page.get_by_role("button", name="Change Ella").click()
    page.select_option("[data-person-place] [name=who]", "friend")
    page.click("[data-person-place] [type=submit]")
    expect(page.locator("[data-people]")).to_contain_text("Friend")
    open_file(page, theirs)
    choices = page.locator("[data-choices-part]")
    expect(choices).to_contain_text("Ella")
    expect(choices.get_by_label("Here: Friend or neighbour")).to_be_visible()
    page.get_by_role("button", name="Go on").click()
    expect(choices).to_contain_text("Choose one for each first.")
    choices.get_by_label("The other copy: Young person").check()
    page.get_by_role("button", name="Go on").click()
    expect(choices).to_be_hidden()
    expect(page.locator("[data-people] li")).to_have_count(2)
    expect(page.locator("[data-people]")).to_contain_text("Young person")
    open_file(page, theirs)
    expect(page.locator("[data-folder-said]")).to_contain_text("Nothing has changed")


def test_a_folder_that_a_colleague_began_is_brought_in_once_somebody_has_said_who_is_who(open_folder):
    page = open_folder()
    person(page, "Ella", who="child")
    begun = {"kind": "early-help-folder", "version": 1, "id": "f-other", "area": "torbay", "saved": "2026-09-08"}
    people = [
        {"id": "o-ella", "dot": ["r-o", 1], "name": "Ella", "who": "child", "language": "Polish"},
        {"id": "o-nan", "dot": ["r-o", 2], "name": "Nan", "who": "family"},
    ]
    theirs = json.dumps({**begun, "seen": {"r-o": 2}, "people": people, "items": []}).encode()
    open_file(page, theirs)
    choices = page.locator("[data-choices-part]")
    together = page.get_by_role("button", name="Go on")
    choices.get_by_label("The same family’s").check()
    together.click()
    expect(choices).to_contain_text("Is Ella in the file the same person as Ella here?")
    together.click()
    expect(choices).to_contain_text("Choose one for each first.")
    choices.get_by_label("The same person").check()
    together.click()
    expect(page.locator("[data-people] li")).to_have_count(2)
    assert json.loads(save(page)[1])["people"][0]["language"] == "Polish", "only one of the two says it"
    open_file(page, theirs)
    choices.get_by_label("The same family’s").check()
    together.click()
    expect(page.locator("[data-folder-said]")).to_contain_text("Nothing has changed")


def test_a_person_who_was_removed_in_the_other_copy_is_a_choice_and_nothing_changes_without_one(open_folder):
    page = open_folder()
    person(page, "Ella")
    theirs = changed(save(page)[1], people=[])
    open_file(page, theirs)
    expect(page.locator("[data-choices-part]")).to_contain_text("It was removed in the other copy")
    page.get_by_role("button", name="Not now").click()
    expect(page.locator("[data-people] li")).to_have_count(1)
    open_file(page, theirs)
    page.get_by_role("button", name="Take all from the other copy").click()
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("[data-people] li")).to_have_count(0)


def test_a_copy_for_somebody_says_what_they_get_and_what_is_left_out_and_opens_again(open_folder):
    page = open_folder()
    open_file(page, scaling())
    expect(page.locator("[data-due-part]")).to_be_visible()
    page.click("[data-hand]")
    expect(page.locator("#hand-to")).to_be_focused()
    expect(page.locator("[data-hand-left]")).to_contain_text("for the people who work with the family")
    page.select_option("#hand-to", "team")
    box = page.locator("[data-hand-items] input")
    expect(box).to_be_checked()
    made = {}
    for ending in ("json", "html", "pdf", "docx"):
        with page.expect_download() as waiting:
            page.click(f"[data-hand-format={ending}]")
        made[ending] = waiting.value.path().read_bytes()
        assert re.fullmatch(rf"early-help-copy-\d{{4}}-\d\d-\d\d-\d{{4}}\.{ending}", waiting.value.suggested_filename)
    assert json.loads(made["json"])["seen"] == {}
    assert made["pdf"].startswith(b"%PDF")
    assert made["docx"].startswith(b"PK")
    again = open_folder()
    open_file(again, made["html"], "copy.html")
    expect(again.locator("[data-items] li")).to_have_count(1)
    box.uncheck()
    with page.expect_download() as waiting:
        page.click("[data-hand-format=json]")
    assert json.loads(waiting.value.path().read_bytes())["items"] == []


@pytest.mark.parametrize("look", [{}, PHONE], ids=["desk", "phone"])
def test_a_home_kept_from_a_father_is_in_no_copy_though_the_child_lives_there_too(open_folder, look):
    who = {"dot": ["r-1", 1], "who": "parent"}
    people = [
        {**who, "id": "p-1", "name": "Dana", "home": "14 Secret Street, Deal", "private": ["home"]},
        {**who, "id": "p-2", "name": "Ella", "who": "child", "home": "14 secret st"},
        {**who, "id": "p-3", "name": "Carl"},
        {**who, "id": "p-4", "name": "Priya", "who": "worker"},
    ]
    about = {"kind": "early-help-folder", "version": 1, "id": "f-1", "area": "kent", "saved": "2026-09-08"}
    page = open_folder(**look)
    open_file(page, json.dumps({**about, "seen": {"r-1": 1}, "people": people, "items": []}).encode())
    page.click("[data-hand]")
    for recipient in ("p-3", "family", "p-4", "service:", "team", "manager"):
        page.select_option("#hand-to", recipient)
        expect(page.locator("[data-hand-none]")).to_be_visible()
        expect(page.locator("[data-hand-left]")).to_have_attribute("aria-busy", "false")
        for ending in ("json", "html"):
            with page.expect_download() as waiting:
                page.click(f"[data-hand-format={ending}]")
            assert "secret" not in waiting.value.path().read_text().lower()
    expect(page.locator("[data-hand-left]")).to_contain_text("Of Ella (where they live): it tells where Dana lives")
    page.select_option("#hand-to", "service:")
    expect(page.locator("[data-hand-about]")).to_contain_text("Ask the family")


def test_the_folder_prints_as_a_bundle_and_nothing_else_of_the_page(open_folder):
    page = open_folder()
    page.evaluate("window.print = () => { window.hasPrinted = true }")
    open_file(page, scaling())
    expect(page.locator("[data-due-part]")).to_be_visible()
    page.click("[data-hand]")
    page.select_option("#hand-to", "team")
    page.click("[data-hand-print]")
    page.wait_for_function("window.hasPrinted")
    page.emulate_media(media="print")
    expect(page.locator("[data-bundle]")).to_be_visible()
    expect(page.locator("[data-people]")).to_be_hidden()
    expect(page.locator("[data-bundle] h2").first).to_be_visible()
