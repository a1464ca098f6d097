"""The parts of a form stay in view, say in words how far each is, and lead there; nothing is ever under the bar.

On a phone one part is open at a time, and whatever leads into a closed one opens it.
"""

from playwright.sync_api import expect
from test_form_page import open_form, submit  # noqa: F401 - one is a fixture
from test_pages import faults_in_any_look

PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}


def state(page, name):
    return page.locator("[data-parts] li", has_text=name).locator("[data-state]")


def toggle(page, name):
    """The heading of a part, which on a phone is the button that opens it."""
    return page.locator("[data-part-title]", has_text=name).get_by_role("button")


def open_part(page, name):
    if toggle(page, name).get_attribute("aria-expanded") == "false":
        toggle(page, name).click()


def open_parts(page):
    """The titles of the parts that are open."""
    return page.locator("[data-part]:has(> [data-part-body]:not([hidden])) [data-name]").all_inner_texts()


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
    expect(toggle(page, "Views and copies")).to_be_focused()
    hidden = []
    for _ in range(12):
        page.keyboard.press("Tab")
        low = page.evaluate("document.activeElement.getBoundingClientRect().top")
        if low > bar.bounding_box()["y"]:
            hidden.append(page.evaluate("document.activeElement.outerHTML"))
    assert hidden == []


def test_on_a_phone_the_first_part_is_open_and_another_opens_in_its_place(open_form):  # noqa: F811
    page = open_form("consent", viewport=PHONE)
    assert open_parts(page) == ["This record"]
    expect(toggle(page, "Privacy")).to_have_accessible_name("Privacy to do")
    toggle(page, "Privacy").press("Enter")
    assert open_parts(page) == ["Privacy"]
    expect(toggle(page, "Privacy")).to_be_focused()
    expect(toggle(page, "Privacy")).to_be_in_viewport()
    expect(toggle(page, "This record")).to_have_attribute("aria-expanded", "false")
    expect(page.locator("[name=purpose]")).to_be_hidden()
    toggle(page, "Privacy").press("Space")
    assert open_parts(page) == []
    expect(page.get_by_role("button", name="Show the record")).to_be_visible()


def test_each_part_ends_with_a_way_to_the_next_and_the_last_with_the_check(open_form):  # noqa: F811
    page = open_form("scaling", viewport=PHONE)
    page.get_by_role("button", name="Next: Scores").press("Enter")
    expect(toggle(page, "Scores")).to_be_focused()
    expect(page.locator("[name='meetings.0.day']")).to_be_visible()
    expect(page.locator("[data-part-next]:visible")).to_have_count(0)
    for width in ({"width": 820, "height": 1180}, DESK):
        page.set_viewport_size(width)
        expect(page.locator("[data-part-next]:visible")).to_have_count(0)


def test_what_has_to_be_mended_in_a_closed_part_is_said_in_our_own_words_and_its_link_opens_it(open_form):  # noqa: F811
    page = open_form("consent", viewport=PHONE)
    page.fill("[name=purpose]", "Mornings")
    submit(page, "invalid")
    expect(page.locator("[data-errors]")).to_be_focused()
    assert open_parts(page) == ["This record"]
    expect(toggle(page, "Privacy")).to_contain_text("1 to mend")
    page.locator("[data-errors] a", has_text="privacy notice").press("Enter")
    assert open_parts(page) == ["Privacy"]
    expect(page.locator("[name=privacy]").first).to_be_focused()


def test_a_question_beside_an_answer_opens_the_part_that_it_stands_in(open_form):  # noqa: F811
    page = open_form("what-help", viewport=PHONE)
    page.check("[name=safe][value=yes]")
    open_part(page, "What is hard")
    page.check("[name=worries][value=other]")
    page.check("[name=how_much][value=a_little]")
    open_part(page, "In your own words")
    page.fill("[name=going_well]", "I am scared of him")
    open_part(page, "Your family")
    submit(page, "ready")
    assert open_parts(page) == ["Your family"]
    page.locator("[data-prompts] a").first.press("Enter")
    assert open_parts(page) == ["In your own words"]
    expect(page.locator("[name=going_well]")).to_be_focused()


def test_the_browser_s_own_search_and_an_address_reach_what_is_closed(open_form):  # noqa: F811
    page = open_form("consent", viewport=PHONE)
    closed = page.locator("[data-part-body][hidden]")
    assert set(closed.evaluate_all("(all) => all.map((each) => each.getAttribute('hidden'))")) == {"until-found"}
    page.evaluate("location.hash = 'restrictions'")
    expect(page.locator("[name=restrictions]")).to_be_in_viewport()
    assert open_parts(page) == ["Who will know"]
    page.evaluate("location.hash = 'consent-part-7'")
    expect(toggle(page, "Privacy")).to_have_attribute("aria-expanded", "true")


def test_turning_the_phone_and_widening_the_window_loses_nothing(open_form):  # noqa: F811
    page = open_form("consent", viewport=PHONE)
    open_part(page, "Children")
    page.fill("[name='children.0.name']", "Ella")
    for size in (DESK, PHONE, {"width": 640, "height": 360}):
        page.set_viewport_size(size)
        expect(page.locator("[name='children.0.name']")).to_have_value("Ella")
        expect(page.locator("[name='children.0.name']")).to_be_focused()
        expect(page.locator("[name='children.0.name']")).to_be_in_viewport()
    assert open_parts(page) == ["Children"]
    toggle(page, "Privacy").click()
    page.set_viewport_size(DESK)
    expect(page.get_by_role("heading", name="Privacy")).to_be_focused()
    expect(page.locator("[name=purpose]")).to_be_visible()
    expect(page.locator("[data-part-title] button")).to_have_count(0)
    page.set_viewport_size(PHONE)
    expect(toggle(page, "Privacy")).to_be_focused()


def test_an_opened_file_stands_open_where_somebody_left_off(open_form):  # noqa: F811
    page = open_form("consent", viewport=PHONE, accept_downloads=True)
    page.fill("[name=day]", "2026-11-03")
    page.fill("[name=purpose]", "Mornings")
    page.fill("[name='worker.name']", "Jo")
    with page.expect_download() as saved:
        page.locator("form [data-save-typed]").click()
    page.reload()
    page.locator("[data-keep] > summary").click()
    page.set_input_files("[data-open]", saved.value.path())
    expect(page.locator("[data-open-said]")).to_contain_text("Nothing of it has been checked yet")
    assert open_parts(page) == ["Children"]


def test_paper_and_a_page_without_scripts_have_every_part(open_form, new_page, site_url):  # noqa: F811
    page = open_form("consent", viewport=PHONE)
    page.emulate_media(media="print")
    for name in ("purpose", "privacy"):
        expect(page.locator(f"[name={name}]").first).to_be_visible()
    plain = new_page(java_script_enabled=False, viewport=PHONE)
    plain.goto(f"{site_url}forms/consent/")
    for name in ("purpose", "privacy"):
        expect(plain.locator(f"[name={name}]").first).to_be_visible()
    expect(plain.locator("[data-part-next]:visible")).to_have_count(0)


def test_axe_finds_nothing_with_one_part_open(open_form):  # noqa: F811
    page = open_form("smart-plan", viewport={"width": 320, "height": 640}, reduced_motion="reduce", bypass_csp=True)
    open_part(page, "What we want to change")
    assert page.evaluate("document.documentElement.scrollWidth <= 320")
    assert faults_in_any_look(page) == []


def test_axe_finds_nothing_with_the_list_open(open_form):  # noqa: F811
    page = open_form("consent", viewport={"width": 320, "height": 640}, reduced_motion="reduce", bypass_csp=True)
    page.get_by_role("button", name="Parts of this form").click()
    assert faults_in_any_look(page) == []
