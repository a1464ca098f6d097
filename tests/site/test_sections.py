"""The parts of a form stay in view, say in words how far each is, and lead there; nothing is ever under the bar."""

from playwright.sync_api import expect
from test_form_page import open_form, submit  # noqa: F401 - one is a fixture
from test_pages import faults_in_any_look

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}


def state(page, name):
    return page.locator("[data-parts] li", has_text=name).locator("[data-state]")


def test_a_part_is_to_do_begun_done_or_asked_for_in_words(open_form):  # noqa: F811
    page = open_form("consent", viewport=DESK)
    expect(state(page, "This record")).to_have_text("to do")
    expect(state(page, "Only if needed")).to_have_text("if needed")
    page.fill("[name=purpose]", "Mornings")
    expect(state(page, "This record")).to_have_text("begun")
    page.fill("[name=day]", "2026-11-03")
    page.fill("[name='worker.name']", "Jo")
    expect(state(page, "This record")).to_have_text("done")
    submit(page, "invalid")
    expect(state(page, "Children")).to_have_text("1 to mend")


def test_the_list_leads_to_a_part_and_stays_in_view_on_a_desk(open_form):  # noqa: F811
    page = open_form("consent", viewport=DESK)
    link = page.locator("[data-parts]").get_by_role("link", name="Privacy")
    link.press("Enter")
    title = page.get_by_role("heading", name="Privacy")
    expect(title).to_be_focused()
    expect(title).to_be_in_viewport()
    expect(link).to_be_in_viewport()


def test_on_a_phone_the_bar_opens_and_closes_by_keyboard_and_covers_nothing_that_has_focus(open_form):  # noqa: F811
    page = open_form("smart-plan", viewport=PHONE)
    bar = page.get_by_role("button", name="Parts of this form")
    link = page.locator("[data-parts]").get_by_role("link", name="Views and copies")
    expect(link).to_be_hidden()
    bar.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(bar).to_be_focused()
    bar.press("Enter")
    link.press("Enter")
    expect(link).to_be_hidden()
    expect(page.get_by_role("heading", name="Views and copies")).to_be_focused()
    hidden = []
    for _ in range(12):
        page.keyboard.press("Tab")
        low = page.evaluate("document.activeElement.getBoundingClientRect().top")
        if low > bar.bounding_box()["y"]:
            hidden.append(page.evaluate("document.activeElement.outerHTML"))
    assert hidden == []


def test_axe_finds_nothing_with_the_list_open(open_form):  # noqa: F811
    page = open_form("consent", viewport={"width": 320, "height": 640}, reduced_motion="reduce", bypass_csp=True)
    page.get_by_role("button", name="Parts of this form").click()
    assert faults_in_any_look(page) == []
