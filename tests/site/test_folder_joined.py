"""What the folder's page does for somebody who is quick, has several children, or prints: each needs its script.

What is joined to what is tested without a browser (tests/pyforms/folder/test_joining.py).
"""

import json
import re

from playwright.sync_api import expect
from test_folder import back, begin, open_file, open_folder, person, save, scaling, unsaved  # noqa: F401

import pyforms


def test_a_form_that_is_begun_at_once_knows_whoever_was_kept_just_before(open_folder):  # noqa: F811
    page = open_folder(slow=True)
    page.click("[data-person-add]")
    page.fill("[data-person-place] [name=name]", "Ella")
    page.select_option("[data-person-place] [name=who]", "child")
    page.click("[data-person-place] [type=submit]")
    begin(page, "smart-plan")
    page.evaluate("window.letPythonBeReady()")
    expect(page.locator("form[data-form] [name='children.0.name']")).to_have_value("Ella")
    expect(page.locator("[data-known]")).to_contain_text("in the form already")


def test_somebody_who_could_not_be_kept_is_said_even_once_a_form_is_open(open_folder):  # noqa: F811
    page = open_folder(slow=True)
    page.click("[data-person-add]")
    page.fill("[data-person-place] [name=name]", "Ella")
    page.click("[data-person-place] summary")
    page.fill("[data-person-place] [name=born_about]", "some time ago")
    page.click("[data-person-place] [type=submit]")
    begin(page, "smart-plan")
    page.evaluate("window.letPythonBeReady()")
    expect(page.locator("[data-saved-said]")).to_contain_text("Ella is not in the folder.")


def about(page):
    return page.get_by_label("Which child is it about?")


def test_a_threshold_check_asks_which_child_and_has_the_age_of_whoever_is_chosen(open_folder):  # noqa: F811
    page = open_folder()
    page.clock.set_fixed_time("2026-11-28T10:00:00")
    two = [("Ella", "2018-05-04"), ("Max", "2012-05-04")]
    people = [
        {"id": f"p-{at}", "dot": ["r-1", at], "name": name, "who": "child", "born": born}
        for at, (name, born) in enumerate(two, 1)
    ]
    held = {"kind": "early-help-folder", "version": 1, "id": "f-1", "area": "kent", "saved": "2026-09-08"}
    open_file(page, json.dumps({**held, "seen": {"r-1": 2}, "people": people, "items": []}).encode())
    expect(page.locator("[data-people] li")).to_have_count(2)
    begin(page, "threshold")
    age = page.locator("form[data-form] [name=child_age]")
    expect(about(page)).to_have_value("")
    expect(age).to_have_value("")
    about(page).select_option(label="Ella")
    expect(age).to_have_value("8")
    page.fill("form[data-form] [name=support]", "Nan helps")
    about(page).select_option(label="Max")
    expect(age).to_have_value("14")
    expect(page.locator("form[data-form] [name=support]")).to_have_value("Nan helps")
    back(page)
    expect(page.locator("[data-items] li")).to_contain_text("About Max")
    page.get_by_role("button", name=re.compile("^Open Threshold")).click()
    expect(about(page)).to_have_value("p-2")
    (item,) = json.loads(save(page)[1])["items"]
    assert item["people"] == {"Max": "p-2"}


def test_with_one_child_a_threshold_check_is_about_that_child(open_folder):  # noqa: F811
    page = open_folder()
    page.clock.set_fixed_time("2026-11-28T10:00:00")
    page.click("[data-person-add]")
    page.fill("[data-person-place] [name=name]", "Bump")
    page.select_option("[data-person-place] [name=who]", "child")
    due = page.locator("[data-person-place] [name=due]")
    expect(due).to_be_visible()
    due.fill("2027-01-05")
    page.click("[data-person-place] [type=submit]")
    expect(page.locator("[data-people]")).to_contain_text("Bump")
    begin(page, "threshold")
    expect(page.locator("form[data-form] [name=due_date]")).to_have_value("2027-01-05")
    expect(about(page)).to_have_value(re.compile("^p-"))


def test_unsaved_answers_are_counted_one_by_one_until_they_are_saved(open_folder):  # noqa: F811
    page = open_folder()
    person(page, "Ella", who="child")
    unsaved(page, 2)
    begin(page, "scaling")
    page.fill("form[data-form] [name=family]", "Elm")
    expect(page.locator("[data-unsaved]")).to_have_text(re.compile(r"^\d+ unsaved changes$"))
    typed = page.evaluate("document.querySelector('[data-unsaved]').textContent")
    page.fill("form[data-form] [name='questions.0.question']", "How are mornings?")
    unsaved(page, int(typed.split()[0]) + 1)
    save(page)
    expect(page.locator("[data-unsaved]")).to_contain_text("Saved as")
    page.fill("form[data-form] [name=family]", "Oak")
    unsaved(page, 1)


def test_a_result_in_the_folder_says_how_its_files_open_there(open_folder):  # noqa: F811
    page = open_folder()
    open_file(page, scaling())
    page.locator("[data-items] button", has_text="Open").first.click()
    expect(page.locator("[data-open-said]")).to_be_visible()
    page.click("form[data-form] button[type=submit]")
    files = page.locator("[data-result] [data-files]")
    expect(files).to_contain_text("can all be opened here again by “Open a folder or a saved form”.")
    expect(page.get_by_text("Open a folder or a saved form", exact=True)).to_have_count(1)
    expect(files).not_to_contain_text("near the top of this page")


def test_a_second_file_waits_until_the_first_is_open_and_says_so(open_folder):  # noqa: F811
    page = open_folder(slow=True)
    open_file(page, scaling(), "first.json")
    expect(page.locator("[data-folder-said]")).to_contain_text("Opening “first.json”")
    open_file(page, scaling(), "second.json")
    expect(page.locator("[data-folder-said]")).to_contain_text("Another file is being opened")
    page.evaluate("window.letPythonBeReady()")
    expect(page.locator("[data-items] li")).to_have_count(1)
    expect(page.locator("[data-folder-said]")).to_contain_text("A new folder begins")


def test_nothing_is_said_to_be_opening_while_two_copies_wait_for_a_choice(open_folder):  # noqa: F811
    page = open_folder()
    open_file(page, scaling())
    expect(page.locator("[data-items] li")).to_have_count(1)
    other = {"kind": "early-help-folder", "version": 1, "id": "f-other", "area": "kent", "saved": "2026-09-08"}
    nan = {"id": "p-nan", "dot": ["r-other", 1], "name": "Nan"}
    open_file(page, json.dumps({**other, "seen": {"r-other": 1}, "people": [nan], "items": []}).encode())
    expect(page.locator("[data-choices-part]")).to_be_visible()
    expect(page.locator("[data-folder-said]")).to_be_hidden()


def test_on_paper_a_folder_is_the_family_without_what_only_the_screen_says(open_folder):  # noqa: F811
    page = open_folder()
    chosen = pyforms.examples("smart-plan")[0]
    answers = {name: value for name, value in chosen.answers.items() if name != "training_example"}
    open_file(page, pyforms.export("smart-plan", answers, chosen.area, chosen.today, "json"))
    expect(page.locator("[data-due-part]")).to_be_visible()
    page.emulate_media(media="print")
    words = page.locator(".md-content__inner").inner_text()
    assert words.startswith("The family’s folder")
    shown = [line for line in words.splitlines() if line.strip()]
    assert shown[1] == "Who is in the family"
    for each in ("999", "It is not sent", "A new folder begins", "passphrase", "How the folder works", "Hand over"):
        assert each not in words
    assert "What has been done" in words
    assert "What comes next" in words


def test_the_page_says_how_a_locked_file_is_called(open_folder):  # noqa: F811
    page = open_folder()
    expect(page.locator("[data-lock-part]")).to_contain_text("ends in “.age”")
