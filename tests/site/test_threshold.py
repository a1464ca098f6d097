"""The threshold tool’s page, for someone with two minutes, a phone and a sentence that may be about danger.

Python is CPython behind the page's own bridge, as in test_form_page.py.
"""

import pytest
from playwright.sync_api import expect
from test_form_page import open_form, submit  # noqa: F401 - one is a fixture

from pyforms import fields

PHONE = {"viewport": {"width": 360, "height": 640}}
FILL = """async (pairs) => {
  const { fill } = await import("/assets/javascript/answers.js");
  fill(document.querySelector("form[data-form]"), pairs);
}"""
TOO_LITTLE = {"danger": "no", "child_age": 9}
WORDS = {**TOO_LITTLE, "not_known": "He strangled her last night."}
BRUISE = {"danger": "no", "child_age": 0, "concerns": {"physical_abuse": {"step": "baby_bruise"}}}
RANGE = {"danger": "no", "child_age": 13, "concerns": {"neglect": {"step": "pattern", "how_long": "longer"}}}
MILD = {"danger": "no", "child_age": 13, "concerns": {"missing_school": {"step": "good"}}}


@pytest.fixture
def answered(kept_form):
    """The page with its result, after `answers` were filled in and sent."""

    def open_page(answers, **options):
        page = kept_form("threshold", **options)
        page.select_option("[data-area-chooser]", "torbay")
        page.evaluate(FILL, fields.flatten(answers))
        submit(page, "ready")
        return page

    return open_page


@pytest.mark.parametrize(
    "answers", [TOO_LITTLE, WORDS, BRUISE, RANGE, MILD], ids=["little", "words", "bruise", "range", "mild"]
)
def test_a_phones_first_screen_has_the_level_the_reason_what_to_do_and_the_number(answered, answers):
    page = answered(answers, **PHONE)
    note = page.locator(".eh-result .eh-note").first
    number = note.get_by_role("link", name="01803 208100")
    for each in (note.locator(".eh-note__title"), note.locator("p").nth(1), number):
        box = each.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640


def test_a_sentence_is_explained_with_a_button_and_the_keyboard(answered):
    page = answered(WORDS)
    page.get_by_role("link", name="Is anyone hurt or in danger?").press("Enter")
    expect(page.locator("[name=not_known]")).to_be_focused()
    page.get_by_role("button", name="Say why it is not about danger").press("Enter")
    expect(page.locator("[name='looked.0.words']")).to_have_value("He strangled her last night")
    expect(page.locator("[name='looked.0.why']")).to_be_focused()
    page.keyboard.type("I asked her: it was in a film.")
    submit(page, "ready")
    expect(page.locator("[data-result]")).to_contain_text("ask your safeguarding lead before you close this")
    page.locator("[name='looked.0.why']").focus()
    page.keyboard.press("Tab")
    page.keyboard.type("designated lead, 3 November")
    submit(page, "ready")
    expect(page.locator("[data-result]")).to_contain_text("Too little to tell")
    expect(page.locator("[data-result]")).to_contain_text("it was in a film")
    page.fill("[name=not_known]", "He strangled her again.")
    submit(page, "ready")
    expect(page.locator("[data-result]")).to_contain_text("He strangled her again.")
    expect(page.locator("[data-result]")).to_contain_text("Level 1 to 4")


def test_what_is_folded_is_open_on_paper_and_closed_again_on_the_screen(answered):
    page = answered(RANGE)
    folded = page.locator(".eh-result .eh-details")
    closed = folded.evaluate_all("(all) => all.every((each) => !each.open)")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    opened = folded.evaluate_all("(all) => all.every((each) => each.open)")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    again = folded.evaluate_all("(all) => all.every((each) => !each.open)")
    assert (closed, opened, again) == (True, True, True)


def test_without_scripts_the_place_to_explain_a_sentence_is_on_the_page(new_page, site_url):
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}forms/threshold/")
    page.get_by_text("Words that you looked at").click()
    expect(page.locator("[name='looked.0.words']")).to_be_visible()
    expect(page.locator("[name='looked.0.why']")).to_be_visible()


def test_clear_leaves_nothing_of_what_was_looked_for(open_form):  # noqa: F811
    page = open_form("threshold")
    page.fill("[data-finder] input", "bruises on a baby")
    page.click("[data-finder] button")
    expect(page.locator("[data-found]")).to_contain_text("bruises on a baby")
    page.click("[data-clear]")
    expect(page.locator("[data-found]")).to_be_empty()
    expect(page.locator("[data-finder] input")).to_have_value("")
