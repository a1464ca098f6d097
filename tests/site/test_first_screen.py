"""A form begins with its first question: help in danger, the way in and the files take a line or two each."""

import pytest
from playwright.sync_api import expect
from test_form_page import open_form, submit  # noqa: F401 - one is a fixture
from test_pages import faults_in_any_look

import pyforms
from pyforms import areas

SCREENS = {"a phone": {"width": 360, "height": 640}, "a desk": {"width": 1280, "height": 800}}
SMALL = {"width": 320, "height": 640}
THUMB = 44  # px
AREAS = ("general", "doncaster", "kent", "solihull", "torbay")
# The first question and its first box are within the screen, above the bar that stays at its lower edge.
IN_VIEW = """() => {
  const page = document.querySelector("form[data-form]").closest(".eh-form-page");
  const boxes = [...page.querySelectorAll(".eh-builder input, form[data-form] :is(input, select, textarea)")];
  const first = boxes.find((box) => box.type !== "hidden" && box.checkVisibility());
  const words = first.labels[0] ?? first;
  const bar = page.querySelector(".eh-parts__open");
  const edge = bar?.checkVisibility() ? bar.getBoundingClientRect().top : innerHeight;
  const { top, bottom } = first.getBoundingClientRect();
  return [words.getBoundingClientRect().top, top, (top + bottom) / 2].every((each) => each > 0 && each < edge);
}"""


def panel(page):
    return page.locator(".eh-danger--short")


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_the_first_question_is_on_the_first_screen_of_every_form(open_form, size):  # noqa: F811
    seen = {}
    for form in pyforms.FORM_IDS:
        page = open_form(form, folded=True, viewport=size)
        for area in ("torbay", "kent"):
            page.select_option("[data-area-chooser]", area)
            page.evaluate("scrollTo(0, 0)")
            seen[form, area] = page.evaluate(IN_VIEW)
        page.close()
    assert seen == dict.fromkeys(seen, True)


def test_danger_takes_two_lines_on_a_phone_with_999_and_the_chosen_area_s_own_number(kept_form):
    page = kept_form("genogram", viewport=SCREENS["a phone"])
    for area in AREAS:
        page.select_option("[data-area-chooser]", area)
        shown = [link for link in panel(page).locator("> p a").all() if link.is_visible()]
        day = [contact for contact in (areas.get(area).contacts.get("safeguarding_day"),) if contact]
        expected = [f"tel:{day[0].tel}"] if day else [areas.contact(areas.get(area), "find_council").web]
        assert [link.get_attribute("href") for link in shown] == ["tel:999", *expected]
        assert all(link.bounding_box()["height"] >= THUMB for link in shown)
        assert panel(page).bounding_box()["height"] <= 3 * THUMB


def test_the_rest_about_danger_opens_by_keyboard_and_hides_nothing(open_form):  # noqa: F811
    page = open_form("consent", query="?area=torbay", viewport=SCREENS["a phone"])
    night = panel(page).get_by_role("link", name="0300 456 4876")
    expect(night).to_be_hidden()
    panel(page).locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(night).to_be_visible()
    expect(panel(page).get_by_text("Consent can wait.")).to_be_visible()


def test_what_is_folded_stands_open_on_paper(open_form):  # noqa: F811
    page = open_form("consent", query="?area=torbay")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(panel(page).get_by_role("link", name="0300 456 4876")).to_be_visible()
    expect(page.get_by_text("Do not promise it")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(panel(page).get_by_role("link", name="0300 456 4876")).to_be_hidden()


def test_in_a_result_that_tells_of_danger_all_about_danger_stands_open(open_form):  # noqa: F811
    page = open_form("threshold", query="?area=torbay")
    page.fill("[name=child_age]", "7")
    page.check("[name=danger][value=no]")
    submit(page, "ready")
    night = panel(page).get_by_role("link", name="0300 456 4876")
    expect(night).to_be_hidden()
    page.check("[name=danger][value=yes]")
    submit(page, "ready")
    expect(page.locator("[data-result] .eh-note--danger").first).to_be_visible()
    expect(night).to_be_visible()


def test_without_scripts_every_area_s_number_is_there_and_all_can_be_opened(new_page, site_url):
    page = new_page(java_script_enabled=False, viewport=SCREENS["a phone"])
    page.goto(f"{site_url}forms/scaling/")
    expect(panel(page).locator("> p", has_text="Torbay").get_by_role("link")).to_have_attribute(
        "href", "tel:01803208100"
    )
    expect(panel(page).locator("> p", has_text="Doncaster").get_by_role("link")).to_be_visible()
    panel(page).locator("summary").first.click()
    expect(panel(page).get_by_text("Consent can wait.")).to_be_visible()
    expect(page.get_by_role("link", name="Blank form for paper")).to_be_hidden()
    page.locator("[data-keep] > summary").click()
    expect(page.get_by_role("link", name="Blank form for paper")).to_be_visible()


def test_files_draft_and_examples_open_from_one_line_and_saving_stands_beside_the_check_too(open_form):  # noqa: F811
    page = open_form("scaling", folded=True, viewport=SMALL, reduced_motion="reduce", bypass_csp=True)
    for name in ("Load this example", "Clear this form"):
        expect(page.get_by_role("button", name=name)).to_be_hidden()
    page.fill("[name=family]", "Green")
    with page.expect_download():
        page.get_by_role("button", name="Save what I have so far").click()
    expect(page.locator("form [data-saved]")).to_contain_text("Saved as “early-help-scaling-")
    page.get_by_text("Open, save or try an example").press("Enter")
    expect(page.get_by_role("button", name="Load this example")).to_be_visible()
    expect(page.get_by_label("Open a saved file")).to_be_visible()
    panel(page).locator("summary").first.click()
    assert faults_in_any_look(page) == []
