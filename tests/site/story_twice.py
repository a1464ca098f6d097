"""The family's story, form by form on pages of their own and in the family's folder, and what each of the two takes.

`PYTHONPATH=.:tests/site python tests/site/story_twice.py` counts both in the built site.
"""

import json
from itertools import groupby

from family_story import ADULTS, BORN, CHILDREN, SOLIHULL, TORBAY, Said, story
from played import Count, Player
from playwright.sync_api import expect, sync_playwright
from served import SITE, Answered

from publish.chromium import CHROMIUM, flags
from publish.serve import serving

PERSON = "[data-person-place] form"


def by_pages(new_page, answered_url, area):
    """Each meeting on a page of its own, with the file of the one before."""
    total, files = Count(), {}
    for meeting in story(area):
        page = new_page()
        page.clock.set_fixed_time(f"{meeting.day}T10:00:00")
        page.goto(f"{answered_url}forms/{meeting.form}/?area={area.id}")
        player = Player(page)
        if meeting.goes_on:
            player.unfold(page.locator("[data-open]"))
            player.choose_file(page.locator("[data-open]"), files[meeting.form], "saved.json")
            expect(page.locator("[data-open-said]")).to_contain_text("are back on this page")
        player.tell(meeting.said)
        check(player)
        with page.expect_download() as waiting:
            player.press(page.locator("[data-format=json]"))
        files[meeting.form] = waiting.value.path().read_bytes()
        total += player.count
        page.close()
    return total, {form: json.loads(file)["answers"] for form, file in files.items()}


def check(player):
    player.press(player.page.locator("form[data-form] button[type=submit]"))
    expect(player.page.locator("[data-result]")).to_have_attribute("data-state", "ready")


def people() -> list[Said]:
    children = [{"name": name, "who": "child", "born": BORN[name]} for name in CHILDREN]
    adults = [{"name": name, "who": "parent", "relation": kin} for name, kin in ADULTS.items()]
    return [*children, *adults]


def in_the_folder(new_page, answered_url, area):
    """All of it in one folder: a tab for each visit, which the next one continues from the file that was saved."""
    total, kept = Count(), b""
    for day, meetings in groupby(story(area), lambda meeting: meeting.day):
        page = new_page()
        page.add_init_script("delete window.showSaveFilePicker; delete window.showOpenFilePicker;")
        page.clock.set_fixed_time(f"{day}T10:00:00")
        page.goto(f"{answered_url}forms/family/?area={area.id}")
        page.wait_for_selector("html[data-python=ready]")
        player = Player(page)
        if kept:
            player.choose_file(page.locator("[data-folder-file]"), kept, "folder.json")
            expect(page.locator("[data-people] > li")).to_have_count(len([*people(), WORKER]))
        else:
            add_people(player)
        for meeting in meetings:
            begin(player, meeting)
            player.tell(meeting.said)
            check(player)
            player.press(page.locator("[data-close]"))
        with page.expect_download() as waiting:
            player.press(page.locator("[data-save]"))
        kept = waiting.value.path().read_bytes()
        total += player.count
        page.close()
    return total, {each["saved"]["form"]: each["saved"]["answers"] for each in json.loads(kept)["items"]}


def begin(player, meeting):
    """A form that goes on is opened, and what the folder knows by now is put into it; a new one begins with it."""
    page = player.page
    known = page.locator("[data-known]")
    if meeting.goes_on:
        row = page.locator("[data-items] > li", has_text=TITLES[meeting.form])
        player.press(row.get_by_role("button", name="Open"))
        player.press(known.get_by_role("button", name="Put what is known into the form"))
    else:
        player.press(page.locator(f"[data-begin={meeting.form}]"))
    expect(known).to_contain_text("in the form already")


WORKER = "Jo Lister"  # whoever records consent is in the folder from then on
TITLES = {"consent": "Consent record", "scaling": "Scaling", "smart-plan": "SMART plan"}


def add_people(player):
    player.form = PERSON
    player.press(player.page.locator("[data-person-add]"))
    *others, last = people()
    for person in others:
        player.tell(person)
        player.press(player.page.locator(f"{PERSON} [data-another]"))
        expect(player.page.locator("[data-people]")).to_contain_text(person["name"])
    player.tell(last)
    player.press(player.page.locator(f"{PERSON} [type=submit]:not([data-another])"))
    expect(player.page.locator("[data-people]")).to_contain_text(last["name"])
    player.form = "form[data-form]"


def count() -> None:
    with sync_playwright() as driver, serving(SITE, handler=Answered) as url:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=flags())
        for area in (TORBAY, SOLIHULL):
            for play in (by_pages, in_the_folder):
                total, _ = play(browser.new_page, url, area)
                print(area.id, play.__name__, total.told())  # noqa: T201 - what this script is for


if __name__ == "__main__":
    count()
