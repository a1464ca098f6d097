"""The genogram's page: built by mouse, by keyboard and on a phone; text, picture and list always agree.

CPython answers behind the page's bridge; what is saved and opened again is played with Python in the browser.
"""

import json
import re

import pytest
from playwright.sync_api import expect
from test_form_page import open_form, unfold  # noqa: F401 - one is a fixture
from test_pages import DESKTOP, PHONE

TOLD = "Ella: female, this child\nKasia: female\nTom: male\nKasia = Ella\n"
READ = "# From GEDCOM. The picture cannot show: 1 of OCCU\nJean Smith [I7]: female"
GED = b"0 HEAD\n1 GEDC\n2 VERS 5.5.1\n0 @I7@ INDI\n1 NAME Jean /Smith/\n1 SEX F\n1 OCCU Nurse\n0 TRLR\n"


def people(page):
    return page.locator("[data-picture] [data-person]")


def add(page, do, name, sex):
    page.fill("[data-name]", name)
    page.select_option("[data-sex]", sex)
    count = people(page).count()
    page.click(f"[data-do={do}]")
    expect(people(page)).to_have_count(count + 1)


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_family_is_built_step_by_step_and_its_text_picture_and_list_agree(open_form, size):  # noqa: F811
    page = open_form("genogram", viewport=size)
    add(page, "person", "Ella", "female")
    add(page, "parent", "Kasia", "female")
    add(page, "partner", "Tom", "male")
    page.select_option("[data-who]", label="Kasia")
    page.click("[data-do=separated]")
    expect(page.locator("[name=text]")).to_have_value(f"{TOLD}Kasia / Tom\n")
    page.locator("[data-picture] [data-person]", has_text="Ella").click()
    expect(page.locator("[data-who] option:checked")).to_have_text("Ella")
    page.click("[data-undo]")
    expect(page.locator("[name=text]")).to_have_value(f"{TOLD}Kasia + Tom\n")
    page.click("[data-redo]")
    expect(page.locator("[name=text]")).to_have_value(f"{TOLD}Kasia / Tom\n")
    page.fill("[name=text]", "Zoe: girl\nBad: purple")
    expect(people(page)).to_have_count(2)
    expect(page.locator("[data-faults]")).to_contain_text("Line 2:")
    page.click("form[data-form] button[type=submit]")
    result = page.locator("[data-result]")
    expect(result).to_have_attribute("data-state", "ready")
    expect(result).to_contain_text("Zoe: female")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Genogram (SVG)").click()
    assert b"data-person" in waiting.value.path().read_bytes()


def test_the_keyboard_alone_builds_a_family(open_form):  # noqa: F811
    page = open_form("genogram")
    page.locator("[data-name]").focus()
    page.keyboard.type("Ella")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("May 2018")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(people(page)).to_have_count(1)
    page.locator("[data-do=child]").focus()
    page.keyboard.press("Space")
    expect(people(page)).to_have_count(2)


def test_a_gedcom_file_opens_and_says_what_the_picture_cannot_show(open_form):  # noqa: F811
    page = open_form("genogram")
    page.set_input_files("[data-open]", {"name": "tree.ged", "mimeType": "text/plain", "buffer": GED})
    expect(page.locator("[name=text]")).to_have_value(READ)
    expect(page.locator("[data-picture] [data-person=I7]")).to_be_visible()


def test_what_is_saved_opens_again(tab, site_url):
    page = tab
    page.goto(f"{site_url}forms/genogram/")
    unfold(page)
    page.fill("[name=text]", "Ma + Pa = Ella, Sam")
    page.click("form[data-form] button[type=submit]")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")
    for kind in ("html", "pdf", "docx", "json"):
        with page.expect_download() as waiting:
            page.click(f"[data-format={kind}]")
        data = waiting.value.path().read_bytes()
        page.click("[data-clear]")
        page.get_by_role("button", name="Yes, clear it").click()
        page.set_input_files("[data-open]", {"name": f"a.{kind}", "mimeType": "text/plain", "buffer": data})
        expect(page.locator("[name=text]")).to_have_value("Ma + Pa = Ella, Sam")
        page.click("form[data-form] button[type=submit]")
        expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")
    assert json.loads(data)["form"] == "genogram"


HOLD_THE_PICTURE = """() => {
  const held = new Promise((go) => { window.letItBeDrawn = go; });
  window.cpython = async (message) => {
    const answer = await fetch("/cpython", { method: "POST", body: message });
    if (message.includes('"show"')) await held;
    return { text: await answer.text() };
  };
}"""


def test_whoever_is_chosen_while_a_picture_is_being_drawn_stays_chosen(open_form):  # noqa: F811
    page = open_form("genogram")
    add(page, "person", "Ella", "female")
    add(page, "parent", "Kasia", "female")
    page.select_option("[data-who]", label="Kasia")
    page.evaluate(HOLD_THE_PICTURE)
    page.fill("[data-name]", "Tom")
    page.click("[data-do=partner]")
    expect(page.locator("[name=text]")).to_have_value(re.compile("Tom"))
    page.select_option("[data-who]", label="Ella")
    page.evaluate("window.letItBeDrawn()")
    expect(people(page)).to_have_count(3)
    expect(page.locator("[data-announce]")).to_contain_text("done")
    expect(page.locator("[data-who] option:checked")).to_have_text("Ella")


def test_clear_leaves_no_picture_and_no_text_behind_undo(open_form):  # noqa: F811
    page = open_form("genogram")
    add(page, "person", "Ella", "female")
    add(page, "parent", "Zofia", "female")
    page.click("[data-clear]")
    page.get_by_role("button", name="Yes, clear it").click()
    expect(people(page)).to_have_count(0)
    expect(page.locator("[data-undo]")).to_be_disabled()
    expect(page.locator("[data-redo]")).to_be_disabled()
    assert "Zofia" not in page.locator("main").inner_html()
