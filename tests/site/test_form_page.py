"""How a form page behaves: by mouse, by keyboard, on a phone, and when things go wrong.

Here CPython answers behind the page's bridge (served.py), at once or as late as a test likes; test_story.py plays
the whole story with Python in the browser.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Annotated

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect
from test_pages import PHONE, faults_in_any_look

from macros.forms import draw
from pyforms.fields import Question, walk
from pyforms.form import Part


def unfold(page: Page) -> None:
    """Opens the line with files, draft and examples."""
    page.evaluate("document.querySelector('[data-keep]').open = true")


def open_items(page: Page) -> None:
    """Opens every item of a repeated group that is folded into its line."""
    page.evaluate("document.querySelectorAll('[data-folded] > .eh-item__head > [data-fold]').forEach((e) => e.click())")


@pytest.fixture
def open_form(new_tab, answered_url) -> Callable[..., Page]:
    """Opens a form's page; `slow` holds Python back until the test says window.letPythonBeReady().

    The line with files, draft and examples is opened, unless it is to be `folded` as a visitor finds it.
    """

    def opened(
        form: str = "threshold",
        *,
        slow: bool = False,
        query: str = "",
        html: str = "",
        folded: bool = False,
        **options,
    ) -> Page:
        page = new_tab(**options)
        if slow:
            page.add_init_script("window.isSlow = true")
        if html:
            page.route(f"**/forms/{form}/", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.goto(f"{answered_url}forms/{form}/{query}")
        page.wait_for_selector(f"html[data-python={'loading' if slow else 'ready'}]")
        if not folded:
            unfold(page)
        return page

    return opened


def submit(page, state):
    page.click("form[data-form] button[type=submit]")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", state)


def answer(page):
    """The least that the threshold tool takes, with one worry."""
    page.check("[name=danger][value=no]")
    page.fill("[name=child_age]", "7")
    page.evaluate("document.querySelectorAll('.eh-section').forEach((section) => { section.open = true })")
    page.locator(".eh-entry").first.get_by_role("radio").nth(2).check()


def answer_family(page, worry="school"):
    """The least that the family's form takes."""
    for name, value in (("safe", "yes"), ("worries", worry), ("how_much", "a_little")):
        page.check(f"[name={name}][value={value}]")


def focused(page, attribute):
    return page.evaluate(f"document.activeElement.getAttribute('{attribute}')")


# A page that many of these tests share


def test_a_kept_page_is_empty_again_for_the_next_test_and_another_one_where_it_cannot_be(kept_form):
    page = kept_form("what-help")
    answer_family(page)
    submit(page, "ready")
    page.select_option("[data-area-chooser]", "kent")
    assert kept_form("what-help") is page
    expect(page.locator("[name=safe]:checked")).to_have_count(0)
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "idle")
    assert "area=" not in page.url
    page.evaluate("document.querySelector('form[data-form] label').textContent = 'Another question'")
    assert kept_form("what-help") is not page


# While Python loads


def test_answers_given_while_python_loads_are_kept_and_answered(open_form):
    page = open_form(slow=True)
    answer(page)
    page.click("form[data-form] button[type=submit]")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "waiting")
    expect(page.locator("[data-result]")).to_contain_text("as soon as the tool has loaded")
    expect(page.locator("[data-announce]")).to_contain_text("as soon as the tool has loaded")
    page.fill("[name=support]", "Gran helps on Mondays")
    page.evaluate("window.letPythonBeReady()")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")
    expect(page.locator("[data-result]")).to_contain_text("Gran helps on Mondays")


def test_progress_is_told_in_bytes_to_eye_and_ear(open_form):
    page = open_form(slow=True)
    bar = page.get_by_role("progressbar")
    assert (bar.get_attribute("value"), bar.get_attribute("max")) == ("3000000", "9000000")
    expect(page.get_by_text("3.0 of 9.0 MB")).to_be_visible()
    page.evaluate("window.letPythonBeReady()")
    expect(page.locator("[data-announce]")).to_have_text("The tool is ready.")


def test_when_python_cannot_load_the_page_says_why_and_offers_paper_and_keeps_what_was_typed(open_form):
    page = open_form(slow=True)
    answer(page)
    page.click("form[data-form] button[type=submit]")
    page.evaluate("window.letPythonFail('A file was blocked on the way.')")
    expect(page.locator("[data-python-failed]")).to_contain_text("A file was blocked on the way.")
    blank = page.locator("[data-python-failed]").get_by_role("link", name="blank form for paper")
    expect(blank).to_have_attribute("href", "../../forms/threshold/threshold-blank.pdf")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "failed")
    expect(page.locator("[name=child_age]")).to_have_value("7")
    page.evaluate("window.isSlow = false")
    page.locator("[data-result]").get_by_role("button", name="Try again").click()
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")


# Answers to mend


def test_what_to_mend_is_listed_once_and_beside_each_question(kept_form):
    page = kept_form()
    title = page.title()
    submit(page, "invalid")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("There is a problem")
    assert page.title() == f"Error: {title}"
    summary.get_by_role("link", name="Say whether anyone is in danger now").press("Enter")
    assert focused(page, "name") == "danger"
    danger = page.get_by_role("group", name="Is anyone in danger now?")
    expect(danger).to_have_accessible_description(re.compile("^Error: Say whether anyone is in danger now"))
    answer(page)
    submit(page, "ready")
    assert page.title() == title
    expect(page.locator("[data-errors], [data-error], [aria-invalid]")).to_have_count(0)


def test_a_box_with_an_error_says_so_itself(kept_form):
    page = kept_form()
    answer(page)
    page.fill("[name=child_age]", "seven")
    submit(page, "invalid")
    box = page.locator("[name=child_age]")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(re.compile("enter a number"))
    expect(box).to_have_value("seven")


def test_half_a_date_is_not_lost_but_asked_about(kept_form):
    page = kept_form()
    answer(page)
    page.fill("[name=child_age]", "")
    page.locator("[name=due_date]").focus()
    page.keyboard.type("12")
    submit(page, "invalid")
    expect(page.get_by_role("alert")).to_contain_text("real date")


def test_an_error_in_a_closed_section_opens_it(kept_form):
    page = kept_form()
    answer(page)
    page.evaluate("document.querySelector('[name$=\".notes\"]').value = 'x'.repeat(10_001)")
    page.evaluate("document.querySelectorAll('.eh-section').forEach((section) => { section.open = false })")
    submit(page, "invalid")
    page.get_by_role("alert").get_by_role("link").click()
    assert focused(page, "name").endswith(".notes")
    expect(page.locator(":focus")).to_be_visible()


# The catalogue


def test_further_questions_come_with_a_step_and_go_with_it(kept_form):
    page = kept_form()
    answer(page)
    entry = page.locator(".eh-entry").first
    notes = entry.locator("[name$='.notes']")
    notes.fill("Missed two clinics")
    expect(page.locator(".eh-section [data-count]").first).to_have_text("1 chosen")
    entry.get_by_role("radio").first.check()
    expect(notes).to_be_hidden()
    expect(page.locator(".eh-section [data-count]").first).to_be_empty()
    submit(page, "ready")
    expect(page.locator("[data-result]")).not_to_contain_text("Missed two clinics")
    entry.get_by_role("radio").nth(2).check()
    expect(notes).to_have_value("Missed two clinics")


def test_sections_open_and_close_together_by_keyboard(kept_form):
    page = kept_form()
    page.get_by_role("button", name="Open all sections").press("Enter")
    assert page.locator(".eh-section:not([open])").count() == 0
    page.get_by_role("button", name="Close all sections").press("Space")
    assert page.locator(".eh-section[open]").count() == 0


def test_the_finder_shows_where_to_look_and_chooses_nothing(kept_form):
    page = kept_form()
    page.fill("[type=search][id$=finder]", "won't get out of bed for school")
    page.keyboard.press("Enter")
    found = page.locator("[data-found] a")
    expect(found.first).to_be_visible()
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "idle")
    before = page.evaluate("document.querySelectorAll('.eh-entry :checked:not([value=\"\"])').length")
    found.first.press("Enter")
    expect(page.locator(":focus")).to_be_visible()
    assert page.evaluate("document.activeElement.closest('.eh-entry').id") == found.first.get_attribute("href")[1:]
    assert before == page.evaluate("document.querySelectorAll('.eh-entry :checked:not([value=\"\"])').length") == 0


# The result and its files


def test_the_result_takes_focus_and_is_announced(kept_form):
    page = kept_form()
    answer(page)
    submit(page, "ready")
    expect(page.locator("[data-result] h2").first).to_be_focused()
    expect(page.locator("[data-announce]")).to_have_text("Your result is ready.")
    assert page.url.endswith("/forms/threshold/")


@pytest.mark.parametrize(("format_", "begins"), [("html", b"<!doctype html>"), ("pdf", b"%PDF-"), ("json", b"{")])
def test_a_file_says_what_it_is_and_when(kept_form, format_, begins):
    page = kept_form()
    answer(page)
    submit(page, "ready")
    with page.expect_download() as download:
        page.click(f"[data-format={format_}]")
    assert download.value.suggested_filename == f"early-help-threshold-{date.today():%Y-%m-%d}.{format_}"  # noqa: DTZ011 - the visitor's own day
    assert download.value.path().read_bytes().startswith(begins)


@pytest.mark.parametrize("change", ["an answer", "the area"])
def test_a_result_that_no_longer_fits_says_so_and_cannot_be_saved(kept_form, change):
    page = kept_form()
    answer(page)
    submit(page, "ready")
    if change == "an answer":
        page.fill("[name=support]", "Gran")
    else:
        page.select_option("[data-area-chooser]", "kent")
    expect(page.locator("[data-result]")).to_contain_text("Your answers have changed")
    expect(page.locator("[data-files]")).to_have_count(0)
    page.get_by_role("button", name="Check again").click()
    expect(page.locator("[data-files]")).to_be_visible()


def test_paper_gets_the_result_alone(open_form):
    page = open_form()
    answer(page)
    submit(page, "ready")
    page.evaluate("window.print = () => { window.printed = document.documentElement.dataset.print }")
    page.get_by_role("button", name="Print this").click()
    assert page.evaluate("window.printed") == "result"
    page.emulate_media(media="print")
    expect(page.locator("[data-result] h2").first).to_be_visible()
    expect(page.locator("form[data-form]")).to_be_hidden()
    expect(page.locator("h1")).to_be_hidden()


def test_an_empty_form_prints_every_question_and_a_filled_one_what_was_chosen(open_form):
    page = open_form()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".eh-entry").last).to_be_visible()
    page.emulate_media(media="screen")
    answer(page)
    page.emulate_media(media="print")
    expect(page.locator(".eh-entry").first).to_be_visible()
    expect(page.locator(".eh-entry").last).to_be_hidden()


# Examples, clearing, leaving


def test_a_training_example_is_loaded_with_its_area_and_marked_until_it_is_cleared(kept_form):
    page = kept_form()
    title = page.locator("[data-example] option").nth(2).inner_text()
    page.select_option("[data-example]", index=2)
    page.get_by_role("button", name="Load this example").click()
    expect(page.locator("[data-training]")).to_contain_text(title)
    submit(page, "ready")
    expect(page.locator("[data-result]")).to_contain_text(f"Training example: {title}")
    page.get_by_role("button", name="Clear this form").click()
    page.get_by_role("button", name="Yes, clear it").click()
    expect(page.locator("[data-training]")).to_be_hidden()
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "idle")
    assert page.evaluate("document.querySelectorAll('form[data-form] :checked:not([value=\"\"])').length") == 0


def leave(page):
    """Whether leaving was asked about."""
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.reload()
    return asked == ["beforeunload"]


def test_leaving_asks_while_something_typed_is_not_in_a_file(open_form):
    page = open_form()
    page.locator("[name=support]").press_sequentially("Gran")
    assert leave(page)


def test_leaving_does_not_ask_once_it_is(open_form):
    page = open_form()
    answer(page)
    submit(page, "ready")
    with page.expect_download():
        page.click("[data-format=json]")
    assert not leave(page)


def test_exit_drops_everything_and_ends_python(open_form):
    page = open_form()
    answer(page)
    page.locator("[name=support]").press_sequentially("Gran")
    submit(page, "ready")
    page.evaluate("document.dispatchEvent(new CustomEvent('exit:clear'))")
    expect(page.locator("[name=support]")).to_have_value("")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "idle")
    assert page.evaluate("window.pythonStopped")
    assert not leave(page)


def test_nothing_is_stored(kept_form):
    page = kept_form()
    stored = "JSON.stringify([localStorage, sessionStorage, document.cookie])"
    before = page.evaluate(stored)
    answer(page)
    submit(page, "ready")
    assert page.evaluate(stored) == before


# Dates, and a plan's place in a calendar


@pytest.mark.parametrize(("typed", "told"), [("01122026", ""), ("011226", "2026, not 26")])
def test_a_year_of_two_figures_is_asked_about(kept_form, typed, told):
    """Chrome takes a typed 01/12/26 as the year 26."""
    page = kept_form("consent")
    page.locator("[name=day]").focus()
    page.keyboard.type(typed)
    submit(page, "invalid")
    summary = page.get_by_role("alert")
    if told:
        expect(summary).to_contain_text(told)
        expect(page.locator("[id='day-error']")).to_contain_text(told)
    else:
        expect(summary).not_to_contain_text("four figures")


def test_a_year_has_no_more_than_four_figures(kept_form):
    page = kept_form("consent")
    page.locator("[name=day]").focus()
    page.keyboard.type("0112202699")
    assert len(page.locator("[name=day]").input_value()) == len("2026-12-01")


def in_days(days):
    """Counted from today, for a day long past or far ahead is asked about."""
    return (date.today() + timedelta(days=days)).isoformat()  # noqa: DTZ011 - the page asks the browser for today


def small_plan(page, child):
    answers = {"plan_day": in_days(0), "review_day": in_days(42), "children.0.name": child}
    need = {"change": "Mornings", "whose": child, "actions.0.what": "Nan walks", "actions.0.by": in_days(14)}
    for name, value in (answers | {f"needs.0.{key}": value for key, value in need.items()}).items():
        page.fill(f"[name='{name}']", value)
    submit(page, "ready")


def calendar(page):
    with page.expect_download() as waiting:
        page.click("[data-format='plan.ics']")
    events = Calendar.from_ical(waiting.value.path().read_bytes()).walk("VEVENT")
    return {str(event["UID"]): event for event in events}


def test_two_families_dates_have_nothing_in_common_in_a_calendar(kept_form):
    page = kept_form("smart-plan")
    small_plan(page, "Ella")
    ella = calendar(page)
    page.click("[data-clear]")
    page.get_by_role("button", name="Yes, clear it").click()
    small_plan(page, "Kai")
    assert ella
    assert not ella.keys() & calendar(page).keys()


def test_a_moved_date_keeps_its_id_with_a_higher_sequence_though_the_plan_was_saved_and_opened(open_form):
    page = open_form("smart-plan")
    small_plan(page, "Ella")
    first = calendar(page)
    with page.expect_download() as waiting:
        page.click("[data-format=json]")
    saved = waiting.value.path().read_bytes()
    again = open_form("smart-plan")
    again.set_input_files("[data-open]", {"name": "plan.json", "mimeType": "application/json", "buffer": saved})
    expect(again.locator("[data-open-said]")).to_contain_text("are back on this page")
    again.fill("[name=review_day]", in_days(49))
    again.fill("[name='needs.0.actions.0.by']", in_days(21))
    submit(again, "ready")
    moved = calendar(again)
    assert moved.keys() == first.keys()
    assert all(moved[uid]["SEQUENCE"] > first[uid]["SEQUENCE"] for uid in moved)
    days = {event["DTSTART"].dt.isoformat() for event in moved.values()}
    assert {in_days(49), in_days(21)} <= days


def test_an_action_that_is_removed_is_cancelled_in_the_calendar_that_has_it(kept_form):
    page = kept_form("smart-plan")
    small_plan(page, "Ella")
    first = calendar(page)
    (walk,) = (uid for uid in first if "-action-" in uid)
    page.fill("[name='needs.0.actions.0.by']", "")
    submit(page, "ready")
    gone = calendar(page)[walk]
    assert str(gone["STATUS"]) == "CANCELLED"
    assert gone["SEQUENCE"] > first[walk]["SEQUENCE"]
    assert gone["DTSTART"] == first[walk]["DTSTART"]
    assert "STATUS" not in first[walk]


def test_a_saved_plan_that_is_used_for_another_family_takes_nothing_s_place_in_a_calendar(kept_form):
    page = kept_form("smart-plan")
    small_plan(page, "Ella")
    ella = calendar(page)
    small_plan(page, "Kai")
    assert ella
    assert not ella.keys() & calendar(page).keys()


def test_an_item_left_empty_does_not_become_an_answer_by_its_id(kept_form):
    page = kept_form("smart-plan")
    page.locator("[data-repeat='needs.0.actions'] > [data-add]").click()
    small_plan(page, "Ella")
    assert page.locator("[name='needs.0.actions.0.id']").input_value()
    assert page.locator("[name='needs.0.actions.1.id']").input_value() == ""


# Groups that repeat


class Action(Part):
    what: Annotated[str, Question("What")]
    sure: Annotated[int | None, Question("How sure", unit="out of 10")] = None


class Plan(Part):
    actions: Annotated[list[Action], Question("Actions", title="Action")]


@pytest.fixture
def plan(open_form, site_folder) -> Page:
    """The page of a form with a repeated group."""
    html = (site_folder / "forms/what-help/index.html").read_text()
    start = re.search(r"<form data-form[^>]*>", html).end()
    fields = "".join(draw(field) for field in walk(Plan))
    submit_row = html.index("<datalist", start)
    return open_form("what-help", html=html[:start] + fields + html[submit_row:])


def test_another_is_added_by_keyboard_and_takes_focus(plan):
    plan.fill("[name='actions.0.what']", "Ring the school")
    plan.get_by_role("button", name="Add another action").press("Enter")
    assert focused(plan, "name") == "actions.1.what"
    expect(plan.get_by_role("group", name="Action 2")).to_be_visible()
    expect(plan.locator("[name='actions.0.what']")).to_have_value("Ring the school")


def test_what_is_removed_closes_the_gap_and_is_announced(plan):
    for _ in range(2):
        plan.get_by_role("button", name="Add another action").click()
    for place, what in enumerate(("First", "Second", "Third")):
        plan.fill(f"[name='actions.{place}.what']", what)
    plan.get_by_role("button", name="Remove action 2").press("Enter")
    expect(plan.locator("[name='actions.1.what']")).to_have_value("Third")
    expect(plan.locator("label[for='actions.1.what']")).to_be_visible()
    expect(plan.get_by_role("button", name="Undo")).to_be_focused()
    expect(plan.locator("[data-announce]")).to_have_text("Action 2 removed. Undo brings it back.")


def test_an_error_is_shown_at_its_item_though_an_empty_one_stands_before_it(plan):
    plan.get_by_role("button", name="Add another action").click()
    plan.fill("[name='actions.1.sure']", "5")
    plan.evaluate("""async () => {
      const errors = await import("/assets/javascript/errors.js");
      errors.show(document.querySelector("form[data-form]"), [["actions.0.what", "Say what will be done"]]);
    }""")
    expect(plan.locator("[name='actions.1.what']")).to_have_accessible_description("Error: Say what will be done")


def test_the_only_item_cannot_be_removed(plan):
    expect(plan.locator("[data-remove]")).to_be_hidden()


# What nobody foresaw


def test_what_python_did_not_foresee_is_told_in_our_own_words(open_form):
    page = open_form()
    answer(page)
    page.evaluate("""() => { window.cpython = async () => ({ text: JSON.stringify(
      { error: { kind: "fault", message: "", cause: "KeyError: 'secret'", errors: [] } }) }); }""")
    submit(page, "failed")
    told = page.locator("[data-result]").inner_text()
    assert "Error" not in told
    assert "secret" not in told
    assert "What you typed is still here." in told


def test_half_a_letter_is_taken_as_a_sign_that_it_was_cut(kept_form):
    page = kept_form()
    answer(page)
    page.evaluate("document.querySelector('[name=support]').value = 'Anna \\ud83d helps'")
    submit(page, "ready")
    expect(page.locator("[data-result]")).to_contain_text("Anna \ufffd helps")


def test_a_browser_without_newer_ways_to_group_still_fills_a_form(open_form):
    page = open_form()
    page.evaluate("delete Map.groupBy")
    page.get_by_role("button", name="Load this example").click()
    expect(page.locator("[data-training]")).to_be_visible()
    assert page.locator("[name=danger]:checked").count() == 1


def test_the_plan_s_questions_stand_beside_their_answers_and_each_has_a_link_to_it(kept_form):
    page = kept_form("smart-plan")
    page.select_option("[data-example]", label="A vague plan to mend")
    page.get_by_role("button", name="Load this example").click()
    expect(page.locator("[name='needs.0.goal']")).to_have_value("Improve attendance.")
    page.get_by_role("button", name="Check the plan").click()
    asked = page.locator("[data-prompt]")
    expect(asked.first).to_contain_text("What exactly would we see?")
    who = page.locator("[name='needs.0.actions.0.who']")
    expect(who).to_have_accessible_description(re.compile("Name the person at School"))
    page.locator("[data-prompts]").get_by_role("link", name="1.1 Who will do it?").click()
    expect(who).to_be_focused()


def test_an_example_asks_before_it_replaces_what_was_typed(kept_form):
    page = kept_form()
    page.locator("[name=support]").press_sequentially("Gran")
    page.get_by_role("button", name="Load this example").click()
    page.locator("[data-confirm]").get_by_role("button", name="No").click()
    expect(page.locator("[name=support]")).to_have_value("Gran")
    page.get_by_role("button", name="Load this example").click()
    page.locator("[data-confirm]").get_by_role("button", name="Yes").click()
    expect(page.locator("[data-training]")).to_be_visible()


# For everyone


def test_axe_finds_nothing_in_any_state_of_the_page(open_form):
    page = open_form("what-help", reduced_motion="reduce", bypass_csp=True)
    submit(page, "invalid")
    assert faults_in_any_look(page) == []
    answer_family(page)
    submit(page, "ready")
    assert faults_in_any_look(page) == []
    page.fill("[name=different]", "Sleep")
    assert faults_in_any_look(page) == []


def test_axe_finds_nothing_in_an_open_catalogue_and_its_result(open_form):
    page = open_form(reduced_motion="reduce", bypass_csp=True)
    page.get_by_role("button", name="Open all sections").click()
    answer(page)
    submit(page, "ready")
    assert faults_in_any_look(page) == []
    page.set_viewport_size(PHONE)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


PRESSED = ".eh-options > label, button, summary, select, textarea, input:not([type=radio], [type=checkbox])"
HEIGHTS = """(pressed) => [...document.querySelectorAll("form[data-form]")].flatMap(
    (form) => [...form.querySelectorAll(pressed)]
  ).filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().height)"""


def test_everything_to_press_is_big_enough_for_a_thumb(open_form):
    page = open_form(viewport=PHONE)
    page.get_by_role("button", name="Next: Worries").click()
    page.get_by_role("button", name="Open all sections").click()
    heights = page.evaluate(HEIGHTS, PRESSED)
    assert len(heights) > 100
    assert min(heights) >= 44


def test_without_javascript_the_form_is_there_to_read_and_print(new_page, site_url):
    page = new_page(java_script_enabled=False)
    page.goto(f"{site_url}forms/threshold/")
    expect(page.get_by_text("You can read it here, print it, or use the blank form")).to_be_visible()
    expect(page.locator("[name=danger]").first).to_be_visible()
    expect(page.get_by_role("button", name="Load this example")).to_be_hidden()
    page.locator(".eh-section > summary").first.click()
    entry = page.locator(".eh-entry").first
    expect(entry.locator("select").first).to_be_hidden()
    entry.get_by_role("radio").nth(1).check()
    expect(entry.locator("select").first).to_be_visible()


@pytest.mark.parametrize("policy", ["form-action 'none'", "form-action *"])
def test_without_javascript_the_policy_keeps_answers_from_being_sent(new_page, site_url, site_folder, policy):
    """The second policy shows that the test would see them go."""
    html = (site_folder / "forms/threshold/index.html").read_text().replace("form-action 'none'", policy)
    sent = []
    page = new_page(java_script_enabled=False)
    page.route("**/forms/threshold/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.on("request", lambda request: sent.append(request.post_data) if request.method == "POST" else None)
    page.goto(f"{site_url}forms/threshold/")
    page.fill("[name=support]", "Gran")
    page.click("form[data-form] button[type=submit]", no_wait_after=True)
    page.wait_for_timeout(500)
    assert any("support=Gran" in answers for answers in sent) == (policy == "form-action *")
    assert page.url == f"{site_url}forms/threshold/"


def test_the_whole_form_can_be_answered_by_keyboard(kept_form):
    page = kept_form()
    press = page.keyboard.press
    page.locator("[name=danger]").first.focus()
    press("Space")
    for _ in range(2):
        press("Tab")
    page.keyboard.type("7")
    page.locator(".eh-section > summary").first.focus()
    press("Enter")
    press("Tab")
    press("ArrowDown")
    assert page.locator(".eh-section [data-count]").first.inner_text() == "1 chosen"
    press("Tab")
    assert focused(page, "name").endswith(".how_long")
    page.locator("[name=not_known]").focus()
    for _ in range(2):  # past “Words that you looked at”, which is folded
        press("Tab")
    press("Enter")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")
    press("Tab")
    expect(page.locator("[data-result] :focus")).to_have_count(1)
