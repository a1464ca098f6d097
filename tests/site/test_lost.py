"""Nothing typed is lost: what is removed or replaced comes back, and half-done work is saved as it stands.

CPython answers behind the page's bridge, as in test_form_page.py, or nothing does: half-done work needs no Python.
"""

import json
import re
import subprocess

import pytest
from conftest import ROOT
from playwright.sync_api import Page, expect
from test_form_page import open_form, open_items, submit, unfold  # noqa: F401 - one is a fixture
from test_open_saved import asked, choose, said, shown
from test_pages import faults_in_any_look
from test_sections import open_part

TYPED = """async () => {
  const { typed } = await import(new URL("../../assets/javascript/answers.js", location.href));
  return typed(document.querySelector("form[data-form]"));
}"""


def everything(page: Page) -> list[list[str]]:
    return page.evaluate(TYPED)


def undo(page: Page):
    return page.locator("[data-undo-notice]:not([hidden])").get_by_role("button", name="Undo")


def load_example(page: Page) -> None:
    page.get_by_role("button", name="Load this example").click()
    expect(page.locator("[name=training_example]")).not_to_have_value("")
    open_items(page)


# Undo


def test_a_change_that_was_removed_comes_back_with_its_actions_and_ticks_by_keyboard(kept_form):
    page = kept_form("smart-plan")
    load_example(page)
    page.fill("[name='needs.0.actions.0.what']", "Walk to school together")
    for each in page.locator("[name^='needs.1.'][type=radio][value]:not([value=''])").all()[:1]:
        each.check(force=True)
    before = everything(page)
    remove = page.get_by_role("button", name="Remove change 1", exact=True)
    remove.press("Enter")
    expect(page.locator("[data-announce]")).to_contain_text("Change 1 removed. Undo brings it back.")
    expect(undo(page)).to_be_focused()
    assert everything(page) != before
    page.keyboard.press("Enter")
    expect(page.locator("[data-announce]")).to_have_text("Change 1 is back.")
    expect(remove).to_be_focused()
    assert everything(page) == before
    expect(page.locator("[data-undo-notice]:not([hidden])")).to_contain_text("The example is on this page.")


@pytest.mark.parametrize("group", ["people", "agencies", "children"])
def test_whoever_was_removed_comes_back_where_they_stood_with_every_tick(open_form, group):  # noqa: F811
    page = open_form("consent")
    load_example(page)
    if page.locator(f"[data-repeat={group}] > [data-item]").count() == 1:
        page.locator(f"[data-repeat={group}] > [data-add]").click()
        page.locator(f"[name^='{group}.1.'][type=text]").first.fill("Someone else")
        open_items(page)
    before = everything(page)
    assert any(name.startswith(f"{group}.1.") for name, _ in before)
    page.locator(f"[data-repeat={group}] > [data-item='0'] > [data-remove]").click()
    undo(page).click()
    assert everything(page) == before


def test_what_was_removed_in_turn_comes_back_in_turn(kept_form):
    page = kept_form("smart-plan")
    load_example(page)
    states = []
    for item in ("needs.0", "needs.0.actions.0"):
        base, place = item.rsplit(".", 1)
        if page.locator(f"[data-repeat='{base}'] > [data-item]").count() == 1:
            page.locator(f"[data-repeat='{base}'] > [data-add]").click()
            open_items(page)
        states.append(everything(page))
        page.locator(f"[data-repeat='{base}'] > [data-item='{place}'] > [data-remove]").click()
    for state in reversed(states):
        expect(page.locator("[data-undo-notice]:not([hidden])")).to_have_count(1)
        undo(page).click()
        assert everything(page) == state


def test_an_example_is_taken_off_again_and_everything_is_back_as_it_was(open_form):  # noqa: F811
    page = open_form("consent", query="?area=kent")
    page.get_by_label("This is my own device").check()
    page.locator("[data-repeat=people] > [data-add]").click()
    page.fill("[name='people.1.name']", "Gran")
    page.locator("[name='people.1.signature.how'][value=typed]").evaluate("(box) => box.click()")
    before = everything(page)
    page.get_by_role("button", name="Load this example").click()
    asked(page).get_by_role("button", name="Yes").click()
    expect(page.locator("[data-announce]")).to_contain_text("Undo takes it off again")
    page.keyboard.press("Tab")
    undo(page).press("Enter")
    expect(said(page)).to_contain_text("What was here before is back on this page.")
    expect(said(page)).to_be_focused()
    assert everything(page) == before
    expect(page.locator("[data-training]")).to_be_hidden()
    assert page.url.endswith("?area=kent")
    assert "Gran" in page.evaluate("JSON.stringify({ ...sessionStorage })")


def test_undo_asks_where_something_was_typed_since(kept_form):
    page = kept_form("what-help")
    page.check("[name=safe][value=yes]")
    before = everything(page)
    page.get_by_role("button", name="Load this example").click()
    asked(page).get_by_role("button", name="Yes").click()
    page.check("[name=safe][value=yes]")
    page.locator("textarea").first.press_sequentially("More")
    since = everything(page)
    undo(page).click()
    expect(asked(page)).to_contain_text("Bring back what was here before?")
    asked(page).get_by_role("button", name="No").click()
    assert everything(page) == since
    undo(page).click()
    asked(page).get_by_role("button", name="Yes").click()
    assert everything(page) == before


@pytest.mark.parametrize("leaving", ["clear", "exit"])
def test_nothing_stands_behind_undo_once_the_form_is_cleared_or_left(open_form, leaving):  # noqa: F811
    page = open_form("smart-plan")
    load_example(page)
    page.get_by_role("button", name="Remove change 1", exact=True).click()
    if leaving == "exit":
        page.evaluate("document.dispatchEvent(new CustomEvent('exit:clear'))")
    else:
        page.get_by_role("button", name="Clear this form").click()
        expect(asked(page)).to_contain_text("cannot be brought back")
        asked(page).get_by_role("button", name="Yes").click()
    expect(page.locator("[data-undo-notice]")).to_have_count(0)
    assert everything(page) == []


# Half-done work


def save_so_far(page: Page) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save what I have so far").first.press("Enter")
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_half_done_work_is_saved_and_comes_back_as_typed_without_python(open_form):  # noqa: F811
    page = open_form("consent", slow=True, viewport={"width": 320, "height": 600}, accept_downloads=True)
    open_part(page, "Children")
    page.fill("[name='children.0.name']", "Zoë ")
    page.locator("[name='children.0.born']").press_sequentially("31")
    open_part(page, "Who was asked")
    page.locator("[data-repeat=people] > [data-add]").click()
    page.fill("[name='people.1.name']", "Gran\ud83d")
    page.locator("[name='people.1.signature.how'][value=typed]").evaluate("(box) => box.click()")
    before = everything(page)
    assert ["children.0.born", "31"] in before
    name, content = save_so_far(page)
    assert re.fullmatch(r"early-help-consent-\d{4}-\d\d-\d\d-so-far\.json", name)
    kept = json.loads(content)
    assert (kept["kind"], kept["form"], kept["state"]) == ("early-help-form", "consent", "unfinished")
    assert kept["entries"] == before
    expect(said(page)).to_contain_text("Saved as")
    page.once("dialog", lambda asks: pytest.fail(f"saved work may be left: {asks.message}"))
    page.reload()
    choose(page, content)
    expect(said(page)).to_contain_text("Nothing of it has been checked yet")
    expect(said(page)).to_be_focused()
    assert everything(page) == before
    assert page.input_value("[name='children.0.born']") == "31"
    assert page.evaluate("document.documentElement.dataset.python") == "loading"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("form", ["threshold", "what-help", "scaling", "smart-plan", "genogram"])
def test_every_form_saves_what_there_is_so_far(kept_form, form):
    page = kept_form(form)
    page.get_by_role("button", name="Save what I have so far").first.click()
    expect(said(page)).to_have_text("There is nothing to save yet.")
    load_example(page)
    before = everything(page)
    _, content = save_so_far(page)
    page.get_by_role("button", name="Clear this form").click()
    asked(page).get_by_role("button", name="Yes").click()
    assert everything(page) == []
    choose(page, content)
    expect(said(page)).to_contain_text("is back on this page")
    assert everything(page) == before
    expect(page.locator("[data-training]")).to_be_visible()


def test_a_day_that_came_back_as_text_is_mended_in_its_box(kept_form):
    page = kept_form("threshold")
    version = page.locator("form[data-form]").get_attribute("data-version")
    kept = {"kind": "early-help-form", "form": "threshold", "version": int(version), "area": "general"}
    entries = [["due_date", "31/02/2027"], ["child_age", "seven"], ["no_such_question", "Gran"]]
    choose(page, json.dumps({**kept, "saved": "2026-11-27", "state": "unfinished", "entries": entries}).encode())
    expect(said(page)).to_contain_text("1 of its answers have no place on this page and were left out: “Gran”")
    due = page.locator("[name=due_date]")
    expect(due).to_have_value("31/02/2027")
    expect(page.locator("[name=child_age]")).to_have_value("seven")
    page.check("[name=danger][value=no]")
    submit(page, "invalid")
    expect(due).to_have_accessible_description(re.compile("real date"))
    due.fill("28/2/2027")
    due.press("Tab")
    expect(due).to_have_value("2027-02-28")
    expect(due).to_have_attribute("type", "date")
    assert ["due_date", "2027-02-28"] in shown(page)


def test_half_done_work_of_an_older_version_is_opened_by_python(kept_form):
    page = kept_form("threshold")
    kept = {"kind": "early-help-form", "form": "threshold", "version": 1, "area": "kent", "saved": "2026-11-27"}
    choose(page, json.dumps({**kept, "state": "unfinished", "entries": [["child_age", "seven"]]}).encode())
    expect(said(page)).to_contain_text("the page now shows Kent")
    expect(page.locator("[name=child_age]")).to_have_value("seven")


# In the oldest browsers

TAKE_AWAY = """for (const [owner, member] of %s) {
  const owned = globalThis[owner];
  if (!owned || owner === "Error") continue;
  if (member === owner) delete globalThis[owner];
  else for (const from of [owned, owned.prototype ?? {}]) try { delete from[member] } catch {}
}"""


def test_without_what_the_oldest_browsers_lack_files_and_drafts_come_back(new_page, site_url):
    newer = subprocess.run(["node", ROOT / "tests/oldest.mjs", "--newer"], capture_output=True, text=True, check=True)
    page = new_page(accept_downloads=True)
    page.add_init_script(TAKE_AWAY % newer.stdout)
    broken = []
    page.on("pageerror", lambda fault: broken.append(str(fault)))
    page.goto(f"{site_url}forms/smart-plan/")
    assert page.evaluate("[Map.groupBy, [].toSorted, document.body.checkVisibility].every((each) => !each)")
    unfold(page)
    page.get_by_role("button", name="Load this example").click()
    expect(page.locator("[name=training_example]")).not_to_have_value("")
    open_items(page)
    page.get_by_role("button", name="Remove change 1", exact=True).click()
    undo(page).click()
    page.get_by_label("This is my own device").check()
    before = everything(page)
    _, content = save_so_far(page)
    page.reload()
    expect(said(page)).to_have_text("Your draft is back on this page.")
    assert everything(page) == before
    page.click("form[data-form] button[type=submit]")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")
    with page.expect_download() as download:
        page.click("[data-format=json]")
    for file in (content, download.value.path().read_bytes()):
        choose(page, file)
        asked(page).get_by_role("button", name="Yes").click()
        expect(said(page)).to_contain_text("back on this page")
        assert shown(page)
    assert broken == []


# Where a script of the page has not come


# The wait is an animation of the style sheet: nobody has to sit it out.
WIND_ON = """(ms) => {
  const waits = document.getAnimations().filter(({ animationName }) => animationName === "eh-late");
  if (!waits.length) throw new Error("nothing on the page waits");
  for (const each of waits) each.pause();
  for (const each of waits) each.currentTime = ms;
}"""


@pytest.mark.parametrize(("script", "how"), [("draft.js", "blocked"), ("forms.js", "text"), ("early.js", "blocked")])
def test_a_page_whose_script_did_not_come_says_so_by_itself(new_page, answered_url, script, how):
    def stop(route):
        if how == "blocked":
            return route.abort()
        return route.fulfill(body="<h1>Blocked</h1>", content_type="text/plain")

    page = new_page(viewport={"width": 360, "height": 640}, reduced_motion="reduce")
    page.route(f"**/{script}", stop)
    page.goto(f"{answered_url}forms/what-help/")
    page.check("[name=safe][value=yes]")
    late = page.locator("[data-late]")
    page.evaluate(WIND_ON, 14_999)
    expect(late.first).to_be_hidden()
    page.evaluate(WIND_ON, 15_001)
    for each in (late.first, late.last):
        expect(each).to_be_visible()
        expect(each).to_contain_text("What you typed is still here")
    expect(page.locator("[name=safe][value=yes]")).to_be_checked()


def test_a_page_whose_scripts_came_says_nothing_of_the_kind(open_form):  # noqa: F811
    expect(open_form("what-help", slow=True).locator("[data-late]")).to_have_count(0)


@pytest.mark.parametrize(
    ("form", "part"),
    [("what-help", "[data-open-said]"), ("scaling", "[data-files-template]"), ("scaling", "link[data-manifest]")],
)
def test_a_page_that_lacks_a_part_says_so_and_names_it(new_page, site_url, site_folder, form, part):
    mark = re.search(r"data-[\w-]+", part)[0]
    html = (site_folder / f"forms/{form}/index.html").read_text().replace(mark, "data-other")
    page = new_page()
    heard = []
    page.on("pageerror", lambda fault: heard.append(str(fault)))
    page.route(f"**/forms/{form}/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{site_url}forms/{form}/")
    expect(page.locator("[data-missing]")).to_contain_text(f"{part} is not on this page", timeout=30_000)
    expect(page.locator("[data-missing]")).to_contain_text("load it again")
    assert any(f"{part} is not on this page" in words for words in heard)


def test_without_its_script_the_builder_says_why_and_the_family_can_still_be_written(new_page, site_url):
    page = new_page()
    page.route("**/builder.js", lambda route: route.abort())
    page.goto(f"{site_url}forms/genogram/")
    said = page.locator("[data-builder]").get_by_role("alert")
    expect(said).to_contain_text("was blocked on the way", timeout=30_000)
    expect(said).to_contain_text("You can still write the family below")
    page.fill("[name=text]", "Ella: girl, born 2015")


def test_where_the_box_to_sign_in_does_not_come_it_says_why_and_is_tried_again(new_page, site_url):
    page = new_page()
    page.route("**/signature_pad.js", lambda route: route.abort())
    page.goto(f"{site_url}forms/consent/")
    box = page.locator("[data-signature]").first
    expect(page.locator("[data-late]")).to_have_count(0)
    box.dispatch_event("pointerover")
    said = box.locator("[role=alert]")
    expect(said).to_contain_text("There is no box to sign in here. A file that it needs was blocked", timeout=30_000)
    page.unroute("**/signature_pad.js")
    box.dispatch_event("pointerover")
    expect(said).to_have_count(0, timeout=30_000)


# What is more than a page can bear


def test_thousands_of_lines_that_cannot_be_read_are_counted_and_not_listed(kept_form):
    page = kept_form("genogram")
    text = "\n".join(["Ella: girl, born 2015, this child", *["?? !!"] * 20_000])
    page.locator("[name=text]").evaluate(
        "(box, text) => { box.value = text; box.dispatchEvent(new Event('input', { bubbles: true })) }", text
    )
    listed = page.locator("[data-faults] > li")
    expect(listed.last).to_have_text(re.compile(r"^and 19,9\d\d more$"))
    assert listed.count() <= 101
    page.locator("[name=text]").evaluate("""(box) => {
      box.value = 'Ella: girl, born 2015\\n'.repeat(25_000);
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    told = "The text has 550,000 characters. A picture can be drawn of 400,000 at most."
    expect(listed).to_have_text([told])


def test_axe_finds_nothing_while_undo_and_half_done_work_are_offered(open_form):  # noqa: F811
    page = open_form("smart-plan", reduced_motion="reduce", bypass_csp=True)
    load_example(page)
    page.get_by_role("button", name="Remove change 1", exact=True).click()
    expect(undo(page)).to_be_visible()
    assert faults_in_any_look(page) == []
