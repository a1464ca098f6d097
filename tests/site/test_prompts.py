"""Questions beside single answers: at their own field, reached by keyboard, and gone when the answers are."""

from playwright.sync_api import expect
from test_form_page import answer_family, open_form, submit  # noqa: F401 - one is a fixture
from test_pages import PHONE, faults_in_any_look

STATED = "My partner strangled me last night"


def answered(page, words, screen=None):
    answer_family(page, worry="other")
    page.fill("[name=different]", words)
    if screen:
        page.set_viewport_size(screen)
    submit(page, "ready")


def test_a_family_is_asked_beside_the_box_and_the_link_leads_there(open_form):  # noqa: F811
    page = open_form("what-help", reduced_motion="reduce", bypass_csp=True)
    answered(page, STATED)
    asked = page.locator(".eh-field:has([name=different]) [data-prompt]")
    expect(asked).to_contain_text("Is someone hurting you, or scaring you or your child?")
    expect(asked).to_contain_text(STATED)
    described = page.get_attribute("[name=different]", "aria-describedby")
    assert page.locator(f"#{described.split()[0]}").inner_text() == asked.inner_text()
    page.locator("[data-prompts] a").press("Enter")
    expect(page.locator("[name=different]")).to_be_focused()
    assert faults_in_any_look(page) == []


def test_what_a_family_wrote_leads_the_result_and_the_number_is_on_the_first_screen(open_form):  # noqa: F811
    page = open_form("what-help")
    answered(page, STATED, PHONE)
    note = page.locator("[data-result] .eh-note").first
    expect(note).to_contain_text("Get help now")
    expect(note).to_contain_text(STATED)
    expect(note.locator("a[href='tel:999']").first).to_be_in_viewport()


def test_no_question_is_left_when_the_answers_change_to_harmless_ones(open_form):  # noqa: F811
    page = open_form("what-help")
    answered(page, STATED)
    answered(page, "More sleep")
    expect(page.locator("[data-prompt], [data-prompts]")).to_have_count(0)
