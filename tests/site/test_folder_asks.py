"""A genogram that is closed into the family’s folder: what differs is chosen, and who is new is kept or refused."""

from playwright.sync_api import expect
from test_folder import back, begin, open_folder, person
from test_pages import faults_in_any_look

__all__ = ["open_folder"]  # a fixture

TEXT = """Ela: girl
Kim: woman, born 1988, died 2025
Baby Max: boy, born 2 October 2026
Tom: man, born 1950
Kim = Baby Max
"""


def asks(page):
    return page.locator("[data-asks-part]")


def ask(page, words):
    return asks(page).locator("li", has_text=words)


def drawn(page):
    """A family of two, and a genogram of them that somebody has typed otherwise."""
    person(page, "Ella", who="child")
    person(page, "Kim", who="parent")
    begin(page, "genogram")
    page.fill("form[data-form=genogram] [name=text]", TEXT)
    back(page)
    expect(asks(page)).to_be_visible()


def test_what_a_genogram_says_otherwise_is_asked_and_each_answer_is_one_press(open_folder):
    page = open_folder()
    drawn(page)
    expect(page.locator("#asks-title")).to_be_focused()  # whoever closes the form is led to what it asks
    people = page.locator("[data-people]")
    expect(people).to_contain_text("born 1988")
    expect(people).not_to_contain_text("died")
    expect(people.locator("li", has_text="Ela")).to_have_count(0)
    ask(page, "Kim").get_by_role("button", name="Use “died 2025”").click()
    expect(people).to_contain_text("died 2025")
    ask(page, "“Ela”").get_by_role("button", name="Yes, Ella").click()
    expect(ask(page, "“Ela”")).to_have_count(0)
    expect(people.locator("li")).to_have_count(4)
    page.get_by_text("2 new people: who are they?").click()
    ask(page, "New: Tom").get_by_role("button", name="Not one of this family").click()
    expect(people.locator("li")).to_have_count(3)
    ask(page, "New: Baby Max").get_by_label("The same as").select_option(label="Kim")
    ask(page, "New: Baby Max").get_by_role("button", name="They are one").click()
    expect(page.locator("[data-folder-said]")).to_contain_text("differ")
    page.get_by_role("button", name="They are all right").click()
    expect(asks(page)).to_be_hidden()


def test_an_answer_leaves_the_keyboard_where_the_questions_are_and_axe_finds_nothing(open_folder):
    page = open_folder(viewport={"width": 360, "height": 640})
    drawn(page)
    assert not faults_in_any_look(page)
    page.set_viewport_size({"width": 360, "height": 640})
    use = ask(page, "Kim").get_by_role("button", name="Use “died 2025”")
    use.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#asks-title")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
