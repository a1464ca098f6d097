"""A folder outlives the crash of its tab, goes on in a second browser, and comes back with what each of the two did.

The story is that of family_story.py. The file is one of the origin's private file system: no driver reaches the
browser's own windows of files. A second browser here is a context that shares nothing with the first.
"""

import json

from family_story import TORBAY, story
from played import Player
from playwright.sync_api import Error, expect
from story_twice import add_people, begin, check, tell
from test_folder import DOWNLOADS, HANDLES, IN_FILE, open_file, person, save

FIRST_DAY = story(TORBAY)[:3]


def opened(context, answered_url, script):
    page = context.new_page()
    page.add_init_script(script)
    page.clock.set_fixed_time(f"{FIRST_DAY[0].day}T10:00:00")
    page.goto(f"{answered_url}forms/family/?area=torbay")
    page.wait_for_selector("html[data-python=ready]")
    return page


def saved(page):
    page.click("[data-save]")
    expect(page.locator("[data-unsaved]")).to_have_text("Saved in “family.json”.")
    return json.loads(page.evaluate(IN_FILE))


def crashed(page):
    """The tab is gone, with all that it held."""
    with page.expect_event("crash"):
        try:
            page.goto("chrome://crash")
        except Error as fault:
            assert "crash" in str(fault).lower()  # noqa: PT017 - the crash is what is wanted
    page.close()


def after_a_crash(page, answered_url):
    context = page.context
    crashed(page)
    page = opened(context, answered_url, HANDLES)
    page.click("[data-folder-file] + label")
    expect(page.locator("[data-unsaved]")).to_have_text("No unsaved changes")
    return page


def go_on(page, title):
    page.locator("[data-items] > li", has_text=title).get_by_role("button", name="Open").click()
    expect(page.locator("[data-open-title]")).to_have_text(title)


def test_a_folder_outlives_a_crash_goes_on_in_a_second_browser_and_comes_back(new_page, answered_url):
    consent, scaling, plan = FIRST_DAY
    page = opened(new_page().context, answered_url, HANDLES)
    add_people(Player(page))
    after_people = saved(page)

    page = after_a_crash(page, answered_url)
    for each in after_people["people"]:
        expect(page.locator("[data-people]")).to_contain_text(each["name"])
    halves = list(consent.said.items())
    player = Player(page)
    begin(player, consent)
    player.tell(dict(halves[: len(halves) // 2]))
    half_done = saved(page)["items"]
    assert [each["saved"]["state"] for each in half_done] == ["unfinished"]

    page = after_a_crash(page, answered_url)
    go_on(page, "Consent record")
    for path, words in halves[: len(halves) // 2]:
        control = page.locator(f"form[data-form] [name='{path}']")
        if control.first.get_attribute("type") in {"radio", "checkbox"}:
            expect(page.locator(f"form[data-form] [name='{path}'][value='{words}']")).to_be_checked()
        else:
            expect(control).to_have_value(words)
    player = Player(page)
    player.tell(consent.said)
    check(player)
    here = saved(page)

    there = opened(new_page().context, answered_url, DOWNLOADS)
    open_file(there, json.dumps(here).encode())
    expect(there.locator("[data-items] > li")).to_have_count(1)
    other = Player(there)
    for meeting in (scaling, plan):
        begin(other, meeting)
        tell(other, meeting)
        check(other)
    _, handed_back = save(there)

    page.click("[data-close] >> nth=0")
    person(page, "Aunt Jo")
    open_file(page, handed_back)
    expect(page.locator("[data-items] > li")).to_have_count(3)
    at_the_end = saved(page)
    assert {each["saved"]["form"] for each in at_the_end["items"]} == {"consent", "scaling", "smart-plan"}
    assert all("answers" in each["saved"] for each in at_the_end["items"])
    assert {each["name"] for each in at_the_end["people"]} == {
        "Aunt Jo",
        *(each["name"] for each in json.loads(handed_back)["people"]),
    }
    page = after_a_crash(page, answered_url)
    assert json.loads(page.evaluate(IN_FILE)) == at_the_end
