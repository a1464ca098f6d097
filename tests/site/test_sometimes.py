"""What is asked only sometimes is out of view until it is asked, and nothing that was typed in it is lost."""

import json

from playwright.sync_api import expect
from test_form_page import open_form, submit  # noqa: F401 - one is a fixture
from test_pages import faults_in_any_look
from test_sections import PHONE, open_part, state

PART = "A young person who decides"
KEPT = "1 answer is kept in a part that is not asked now."


def weighed(page):
    return page.locator("[name='competence.0.maturity']")


def test_competence_is_asked_when_a_young_person_may_decide_alone_and_what_was_typed_is_kept(kept_form):
    page = kept_form("consent", viewport=PHONE)
    expect(weighed(page)).to_be_hidden()
    assert state(page, PART).text_content() == "not asked"
    open_part(page, "What was decided")
    page.check("[name=decision][value=child]")
    expect(page.locator("[data-announce]")).to_contain_text("More is asked now")
    open_part(page, PART)
    weighed(page).fill("She is 15")
    open_part(page, "What was decided")
    page.check("[name=decision][value=both_parents]")
    open_part(page, PART)
    expect(weighed(page)).to_be_hidden()
    line = page.locator("[data-part]", has_text=PART).locator(".eh-when__line")
    expect(line).to_contain_text(KEPT)
    expect(page.locator("[data-announce]")).to_have_text(KEPT)
    with page.expect_download() as saved:
        page.locator("form [data-save-typed]").click()
    entries = json.loads(saved.value.path().read_text())["entries"]
    assert ["competence.0.maturity", "She is 15"] in entries
    line.get_by_role("button", name="Show these questions").press("Enter")
    expect(page.locator("[name='competence.0.name']")).to_be_focused()
    expect(weighed(page)).to_have_value("She is 15")


def test_what_has_to_be_mended_is_shown_although_its_part_is_not_asked(kept_form):
    page = kept_form("consent")
    page.check("[name=decision][value=child]")
    weighed(page).fill("She is 15")
    page.check("[name=decision][value=both_parents]")
    expect(weighed(page)).to_be_hidden()
    submit(page, "invalid")
    page.locator("[data-errors] a", has_text="Enter the young person’s name").click()
    expect(page.locator("[name='competence.0.name']")).to_be_focused()


def test_a_plan_asks_about_the_review_once_its_date_is_there_also_of_an_action_that_is_added(open_form):  # noqa: F811
    page = open_form("smart-plan", viewport=PHONE, reduced_motion="reduce", bypass_csp=True)
    expect(page.locator("[name='needs.0.actions.0.review.status']")).to_be_hidden()
    expect(page.locator("[name='review.changed']")).to_be_hidden()
    assert state(page, "The review").text_content() == "not asked"
    assert faults_in_any_look(page) == []
    page.set_viewport_size(PHONE)
    open_part(page, "The review")
    page.fill("[name='review.day']", "2026-10-20")
    expect(page.locator("[name='review.changed']")).to_be_visible()
    open_part(page, "What we want to change")
    page.locator("[data-repeat='needs.0.actions'] > [data-add]").click()
    expect(page.locator("[name='needs.0.actions.1.review.status']")).to_be_visible()


def test_paper_and_a_page_without_scripts_ask_everything_and_say_when_it_is_asked(open_form, new_page, site_url):  # noqa: F811
    page = open_form("consent")
    page.emulate_media(media="print")
    expect(weighed(page)).to_be_visible()
    expect(page.get_by_text("Only if a young person may decide alone.")).to_be_visible()
    plain = new_page(java_script_enabled=False)
    plain.goto(f"{site_url}forms/smart-plan/")
    expect(plain.locator("[name='needs.0.actions.0.review.status']")).to_be_visible()
    expect(plain.get_by_text("Only at a review: once its date is entered.").first).to_be_visible()
    expect(plain.get_by_role("button", name="Show these questions")).to_have_count(0)
