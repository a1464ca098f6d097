"""The family's story, form by form on pages of their own and in the family's folder, and what each of the two takes.

`PYTHONPATH=.:tests/site python tests/site/story_twice.py` counts both in the built site.
"""

import json
import re
from datetime import date
from itertools import groupby

from family_story import ADULTS, BORN, CHILDREN, SOLIHULL, TORBAY, story
from played import Count, Player
from playwright.sync_api import expect, sync_playwright
from served import SITE, Answered

from publish.chromium import CHROMIUM, flags
from publish.serve import serving

# What each item of a group says alike is said once, with the press that says it for the others too.
SAME = {"consent": ("people", ("how", "signature.how")), "smart-plan": ("needs", ("goal_by",))}


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


def people() -> list[str]:
    """A line for each."""
    children = [f"{name}, child, {date.fromisoformat(BORN[name]):%-d %B %Y}" for name in CHILDREN]
    adults = [f"{name}, parent, {kin}" for name, kin in ADULTS.items()]
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
            tell(player, meeting)
            check(player)
        with page.expect_download() as waiting:
            player.press(page.locator("[data-save]"))
        kept = waiting.value.path().read_bytes()
        total += player.count
        page.close()
    return total, {each["saved"]["form"]: each["saved"]["answers"] for each in json.loads(kept)["items"]}


def begin(player, meeting):
    """From the family, or straight from the form before; what the folder knows by now is in it."""
    page, title = player.page, TITLES[meeting.form]
    here = page.locator("[data-folder-home]")
    if page.locator("[data-close]").first.is_visible():
        here = page.get_by_role("navigation", name="Next for this family")
    name = re.compile(f"Go on today with {title}|{title}: go on today") if meeting.goes_on else title
    player.press(here.get_by_role("button", name=name))
    expect(page.locator("[data-open-title]")).to_have_text(title)
    expect(page.locator("[data-known]")).to_contain_text("in the form already")


WORKER = "Jo Lister"  # whoever records consent is in the folder from then on
TITLES = {"consent": "Consent record", "scaling": "Scaling", "smart-plan": "SMART plan"}


def tell(player, meeting):
    group, paths = SAME.get(meeting.form, ("", ()))
    alike = [path for path in meeting.said if path.startswith(f"{group}.") and path.split(".", 2)[2] in paths]
    if meeting.goes_on or not alike:
        return player.tell(meeting.said)
    last = max(int(path.split(".")[1]) for path in alike)
    assert all(meeting.said[path] == meeting.said[f"{group}.{last}.{path.split('.', 2)[2]}"] for path in alike)
    once = {path: words for path, words in meeting.said.items() if path not in alike or path.split(".")[1] == str(last)}
    player.tell(once)
    return player.press(player.page.locator(f"[data-repeat={group}] > [data-item='{last}'] > [data-same]"))


def add_people(player):
    """Each line is counted as one answer."""
    player.write(player.page.locator("#several"), people())
    player.press(player.page.get_by_role("button", name="Add them"))
    for line in people():
        expect(player.page.locator("[data-people]")).to_contain_text(line.split(",")[0])


def count() -> None:
    with sync_playwright() as driver, serving(SITE, handler=Answered) as url:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=flags())
        for area in (TORBAY, SOLIHULL):
            for play in (by_pages, in_the_folder):
                total, _ = play(browser.new_page, url, area)
                print(area.id, play.__name__, total.told())  # noqa: T201 - what this script is for


if __name__ == "__main__":
    count()
