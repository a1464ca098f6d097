"""One family's work from consent to review, six weeks later: on a phone with Python in the browser, in three tabs that
stay open all the time.

In an area whose scale runs the other way, and with each visit in a new page, it is played in the family's folder
(test_family_folder_story.py).
"""

import io
import json

import pytest
from icalendar import Calendar
from playwright.sync_api import expect
from pypdf import PdfReader
from test_form_page import open_items

import pyforms

FIRST, SECOND, THIRD = "2026-09-08", "2026-10-20", "2026-12-01"
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
AREA, SCALE = "torbay", "1-10-hope-at-1"
GIVEN = {"Ella": ("8", "6"), "Mum": ("7", "7")}  # at both meetings
TOWARDS = "from 8 to 6: two steps towards the hope"


@pytest.fixture
def opened(new_page, site_url):
    """opened(form, day): the form's empty page on that day."""
    tabs = {}

    def page_of(form, day):
        if form in tabs:
            page = tabs[form]
            page.clock.set_fixed_time(f"{day}T10:00:00")
            unfold(page, "Open, save or try an example", ".eh-tools")
            page.locator("[data-clear]").click()
            page.get_by_role("button", name="Yes, clear it").click()
            return page
        tabs[form] = page = new_page(**PHONE)
        page.clock.set_fixed_time(f"{day}T10:00:00")
        page.goto(f"{site_url}forms/{form}/?area={AREA}")
        return page

    return page_of


def tell(page, answers):
    """Types, picks and chooses as a person would; a name is a question's path."""
    for name, value in answers.items():
        control = page.locator(f"form[data-form] [name='{name}']")
        open_part(control)
        if control.first.get_attribute("type") in ("radio", "checkbox"):
            page.check(f"form[data-form] [name='{name}'][value='{value}']")
        elif control.evaluate("control => control.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)


def open_part(control):
    """On a phone one part of a form is open at a time."""
    closed = control.first.locator("xpath=ancestor::*[@data-part][.//*[@data-part-body and @hidden]]")
    for title in closed.locator("[data-part-title]").get_by_role("button").all():
        title.click()


def add(page, repeat):
    adding = page.locator(f"[data-repeat='{repeat}'] > [data-add]")
    open_part(adding)
    adding.click()


def unfold(page, words, within="form[data-form]"):
    page.locator(within).locator("summary", has_text=words).first.click()


def submit(page):
    page.click("form[data-form] button[type=submit]")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")
    return page.locator("[data-result]")


def download(page, file_format):
    with page.expect_download() as waiting:
        page.locator(f"[data-format='{file_format}']").click()
    return waiting.value.path().read_bytes()


def open_file(page, content, name):
    page.set_input_files("[data-open]", {"name": name, "mimeType": "application/octet-stream", "buffer": content})
    expect(page.locator("[data-open-said]")).to_contain_text("are back on this page")
    open_items(page)


def sign(page, place):
    """Draws with the mouse; the box is near enough to be ready before the first stroke."""
    pad = page.locator(f"[name='people.{place}.signature.drawn'] ~ div [data-pad]")
    pad.scroll_into_view_if_needed()
    pad.hover()
    expect(pad).to_have_css("touch-action", "none")
    page.wait_for_timeout(300)
    box = pad.bounding_box()
    page.mouse.move(box["x"] + 30, box["y"] + 60)
    page.mouse.down()
    for step in range(1, 8):
        page.mouse.move(box["x"] + 30 + 20 * step, box["y"] + 60 + (30 if step % 2 else -20))
    page.mouse.up()
    expect(pad).to_have_attribute("aria-label", "Signed")


def consent(page):
    tell(page, {"day": FIRST, "purpose": "Help with mornings", "worker.name": "Jo Lister", "children.0.name": "Ella"})
    tell(
        page,
        {"people.0.name": "Mum", "people.0.role": "parent", "people.0.answer": "agrees", "people.0.how": "written"},
    )
    unfold(page, "Signature", "[data-repeat=people] > [data-item='0']")
    tell(page, {"people.0.signature.how": "drawn"})
    sign(page, 0)
    add(page, "people")
    tell(
        page,
        {"people.1.name": "Ella", "people.1.role": "child", "people.1.answer": "agrees", "people.1.how": "written"},
    )
    tell(page, {"privacy": "yes", "decision": "child_and_parents"})
    tell(page, {"things.support": "yes", "things.assessment": "yes", "things.sharing": "yes"})
    tell(page, {"agencies.0.name": "School", "agencies.0.may": "yes"})
    return submit(page)


def scores(page, meeting, day, scale, given):
    tell(page, {f"meetings.{meeting}.day": day, f"meetings.{meeting}.scale": scale})
    for place, (person, score) in enumerate(given.items()):
        if place:
            add(page, f"meetings.{meeting}.scores")
        path = f"meetings.{meeting}.scores.{place}"
        tell(page, {f"{path}.person": person, f"{path}.score": score})


def plan(page):
    tell(
        page, {"plan_day": FIRST, "review_day": SECOND, "children.0.name": "Ella", "children.0.says": "Nan walks fast."}
    )
    tell(page, {"needs.0.change": "Mornings are a fight", "needs.0.whose": "Ella"})
    tell(page, {"needs.0.goal": "Ella is in class by nine on four days a week.", "needs.0.goal_by": "2026-10-16"})
    for place, (what, who) in enumerate((("Walks Ella to school on Mondays", "Nan"), ("Improve bedtime", "School"))):
        if place:
            add(page, "needs.0.actions")
        path = f"needs.0.actions.{place}"
        tell(
            page,
            {f"{path}.what": what, f"{path}.who": who, f"{path}.by": "2026-09-21", f"{path}.measure": "Five ticks"},
        )
    return submit(page)


def test_a_family_from_consent_to_review(opened):  # noqa: PLR0915 - one story, told through
    # The first meeting: consent, scores, a plan.
    page = opened("consent", FIRST)
    expect(consent(page)).to_contain_text("The child and the parents agree")
    agreed = download(page, "pdf")
    assert "Signature of Mum" in text_of(agreed)
    assert "what you agreed to" in download(page, "family-page.html").decode()

    page = opened("scaling", FIRST)
    asked = {"question": "How are mornings?", "worst": "Tears every day", "hope": "Breakfast together"}
    tell(page, {f"questions.0.{name}": words for name, words in asked.items()})
    scores(page, 0, FIRST, SCALE, {person: first for person, (first, _) in GIVEN.items()})
    expect(submit(page)).to_contain_text("This is their baseline")
    scaled = download(page, "html")

    page = opened("smart-plan", FIRST)
    result = plan(page)
    expect(result).to_contain_text("We found no person’s name in “School”")
    expect(result).to_contain_text("Dates from the rules")
    planned = download(page, "pdf")
    events = list(Calendar.from_ical(download(page, "plan.ics")).walk("VEVENT"))
    assert SECOND in {event["DTSTART"].dt.isoformat() for event in events}
    assert not any("Ella" in str(event) for event in events)
    assert len(PdfReader(io.BytesIO(download(page, "child-1.pdf"))).pages) == 1

    # Six weeks on: the same files, what changed, and progress.
    page = opened("scaling", SECOND)
    open_file(page, scaled, "scaling.html")
    add(page, "meetings")
    scores(page, 1, SECOND, SCALE, {person: second for person, (_, second) in GIVEN.items()})
    result = submit(page)
    expect(result).to_contain_text(TOWARDS)
    expect(result).to_contain_text("no change")

    page = opened("smart-plan", SECOND)
    open_file(page, planned, "plan.pdf")
    tell(page, {"review.day": SECOND})
    tell(page, {"needs.0.actions.0.review.status": "done", "needs.0.actions.0.review.happened": "Six Mondays."})
    tell(page, {"needs.0.actions.1.review.status": "partly", "needs.0.outcome.met": "partly"})
    tell(page, {"review.changed": "Fewer tears.", "review.next": "go-on", "review.next_review": THIRD})
    tell(page, {"review.scaling.scale": SCALE})
    first, second = GIVEN["Ella"]
    score = "review.scaling.scores.0"
    tell(page, {f"{score}.person": "Ella", f"{score}.before": first, f"{score}.now": second})
    result = submit(page)
    expect(result).to_contain_text("Review record")
    expect(result).to_contain_text("two steps towards the hope")
    following = pyforms.open_saved(download(page, "family-copy.pdf")).answers
    assert [action["what"] for action in following["needs"][0]["actions"]] == ["Improve bedtime"]

    # The next plan begins where this one ended.
    page.get_by_role("button", name="Go on with this on this page").click()
    page.get_by_role("button", name="Yes, go on").click()
    expect(page.locator("[name=plan_day]")).to_have_value(SECOND)
    expect(page.locator("[name='needs.0.actions.0.what']")).to_have_value("Improve bedtime")
    submit(page)
    assert json.loads(download(page, "json"))["answers"]["review_day"] == THIRD

    # The consent can be opened, with its signature.
    page = opened("consent", SECOND)
    open_file(page, agreed, "consent.pdf")
    pad = page.locator("[name='people.0.signature.drawn'] ~ div [data-pad]")
    open_part(pad)
    expect(pad).to_have_attribute("aria-label", "Signed")
    page.locator("[name='people.0.signature.drawn'] ~ div [data-wipe]").click()
    expect(pad).to_have_attribute("aria-label", "Not signed yet")
    expect(page.locator("[name='people.0.signature.drawn']")).to_have_value("")


def text_of(pdf):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())
