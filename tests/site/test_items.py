"""Forty actions stay usable: each folds into a line, and opens, moves and goes by button and keyboard."""

import json
import re

from playwright.sync_api import expect
from test_form_page import open_form, submit  # noqa: F401 - one is a fixture
from test_pages import faults_in_any_look
from test_sections import open_part

import pyforms
from publish.bench_plan import plan

PHONE = {"width": 360, "height": 640}
MANY = 40
LIMIT = 16_000  # px; every field in view took 112,623
HEIGHT = "document.documentElement.scrollHeight"


def opened(open_form, **options):  # noqa: F811
    page = open_form("smart-plan", **options)
    about = {"kind": "early-help-form", "form": "smart-plan", "version": pyforms.get("smart-plan").version}
    saved = {**about, "area": "torbay", "saved": "2026-09-08", "answers": plan(MANY)}
    content = json.dumps(saved).encode()
    page.set_input_files("[data-open]", {"name": "a.json", "mimeType": "application/json", "buffer": content})
    expect(page.locator("[data-open-said]")).to_contain_text("are back on this page")
    return page


def action(page, place):
    return page.locator(f"[data-repeat='needs.0.actions'] > [data-item='{place}']")


def head(page, place):
    return action(page, place).locator("> .eh-item__head > [data-fold]")


def test_a_plan_of_forty_actions_is_a_few_screens_of_lines(open_form):  # noqa: F811
    page = opened(open_form, viewport=PHONE)
    open_part(page, "What we want to change")
    expect(page.locator("[data-repeat=needs] > [data-folded]")).to_have_count(4)
    assert page.evaluate(HEIGHT) < LIMIT
    page.locator("[data-repeat=needs] > [data-item='0'] > .eh-item__head > [data-fold]").press("Enter")
    expect(head(page, 0)).to_have_accessible_name(
        re.compile("^Action 1 Nan: Walks Ella to the school gate on Mondays, by 21 Sept")
    )
    expect(head(page, 0)).to_have_attribute("aria-expanded", "false")
    head(page, 0).press("Space")
    expect(page.locator("[name='needs.0.actions.0.what']")).to_be_visible()
    assert page.evaluate(HEIGHT) < LIMIT


def test_an_action_moves_by_keyboard_and_is_removed_and_comes_back(kept_form):
    page = opened(kept_form)
    page.locator("[data-repeat=needs] > [data-item='0'] > .eh-item__head > [data-fold]").click()
    head(page, 2).click()
    page.fill("[name='needs.0.actions.2.what']", "Rings the school")
    page.get_by_role("button", name="Move action 3 up").press("Enter")
    expect(page.locator("[name='needs.0.actions.1.what']")).to_have_value("Rings the school")
    expect(page.locator("[data-announce]")).to_have_text("Action 3 is now action 2.")
    expect(page.get_by_role("button", name="Move action 2 up")).to_be_focused()
    page.get_by_role("button", name="Remove action 2").press("Enter")
    page.locator("[data-undo-notice]:not([hidden]) button").press("Enter")
    expect(page.locator("[name='needs.0.actions.1.what']")).to_have_value("Rings the school")


def test_a_question_in_a_folded_action_is_counted_in_its_line_and_its_link_opens_it(kept_form):
    page = opened(kept_form)
    page.locator("[data-repeat=needs] > [data-item='0'] > .eh-item__head > [data-fold]").click()
    head(page, 1).click()
    page.fill("[name='needs.0.actions.1.by']", "")
    head(page, 1).click()
    submit(page, "ready")
    expect(action(page, 1).locator("> .eh-item__head [data-asked]")).to_contain_text("question")
    page.locator("[data-prompts] a[href='#needs.0.actions.1.by']").first.click()
    expect(page.locator("[name='needs.0.actions.1.by']")).to_be_focused()
    expect(head(page, 1)).to_have_attribute("aria-expanded", "true")


def test_at_a_review_each_folded_action_asks_how_far_it_is_and_each_change_whether_its_goal_is_met(open_form):  # noqa: F811
    page = opened(open_form)
    status = page.locator("[name='needs.0.actions.0.review.status']")
    expect(page.locator("[name='needs.0.change']")).to_be_hidden()
    expect(status).to_be_hidden()
    page.fill("[name='review.day']", "2026-10-20")
    expect(status).to_be_visible()
    expect(page.locator("[name='needs.3.actions.9.review.status']")).to_be_visible()
    expect(page.locator("[name='needs.3.outcome.met']")).to_be_visible()
    for folded in ("needs.0.change", "needs.0.actions.0.what", "needs.0.actions.0.review.happened"):
        expect(page.locator(f"[name='{folded}']")).to_be_hidden()
    status.select_option("done")
    expect(page.locator("[name='needs.0.outcome.seen']")).to_be_hidden()
    head(page, 0).press("Enter")
    for opened_now in ("needs.0.change", "needs.0.actions.0.what", "needs.0.actions.0.review.happened"):
        expect(page.locator(f"[name='{opened_now}']")).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth <= 320")


def test_paper_and_a_page_without_scripts_have_every_field(open_form, new_page, site_url):  # noqa: F811
    page = opened(open_form)
    page.emulate_media(media="print")
    expect(page.locator("[name='needs.3.actions.9.what']")).to_be_visible()
    expect(page.locator(".eh-item__head").first).to_be_hidden()
    plain = new_page(java_script_enabled=False)
    plain.goto(f"{site_url}forms/smart-plan/")
    expect(plain.locator("[name='needs.0.actions.0.what']")).to_be_visible()
    expect(plain.locator(".eh-item__head").first).to_be_hidden()


def test_axe_finds_nothing_in_folded_items(open_form):  # noqa: F811
    page = opened(open_form, viewport={"width": 320, "height": 640}, reduced_motion="reduce", bypass_csp=True)
    open_part(page, "What we want to change")
    page.locator("[data-repeat=needs] > [data-item='0'] > .eh-item__head > [data-fold]").click()
    assert page.evaluate("document.documentElement.scrollWidth <= 320")
    assert faults_in_any_look(page) == []
