"""Each form's page with its own Python, by one visit: what it is sent, that nothing goes elsewhere, and that an example
is shown there as CPython works it out. The other examples are shown with CPython behind the bridge, for both Pythons
work out every one alike (test_runtime_answers.py).
"""

from pathlib import PurePosixPath

import pytest
from conftest import ENTRIES
from playwright.sync_api import expect
from served import Served
from test_form_page import open_form, unfold  # noqa: F401 - one is a fixture
from test_pages import Visit, asks_only_this_site, keeps_the_policy_and_sets_no_cookie

import pyforms
from publish.serve import serving
from pyforms import fields
from pyforms.document import Details, Heading, Paragraph, plain

START = {"engine", "library", "packages", "pydantic_core", "forms"}


def submitted_example(page, form, example, *, replaces):
    """What the page shows for an example, and what CPython makes of the same answers."""
    page.select_option("#example", example.name)
    page.get_by_role("button", name="Load this example").click()
    if replaces:
        page.get_by_role("button", name="Yes, load the example").click()
    expect(page.locator("[name=training_example]")).to_have_value(example.title)
    page.click("form[data-form] button[type=submit]")
    expect(page.locator("[data-result]")).to_have_attribute("data-state", "ready")
    answers = fields.nest(page.evaluate(ENTRIES), pyforms.get(form).answers)  # with the id that a page gives a plan
    expected = pyforms.submit(form, answers, example.area, example.today)
    return example, page.locator("[data-result]").inner_text(), expected


@pytest.mark.parametrize("form", pyforms.FORM_IDS)
def test_a_form_s_page_is_sent_its_own_form_asks_nobody_else_and_gives_what_cpython_gives(site_folder, new_page, form):
    sent = []

    class Listening(Served):
        def do_GET(self):  # noqa: N802 - http.server's name
            sent.append(PurePosixPath(self.path))
            super().do_GET()

    with serving(site_folder, handler=Listening) as address:
        visit = Visit(new_page(), f"{address}forms/{form}/")
        unfold(visit.page)
        shows(*submitted_example(visit.page, form, pyforms.examples(form)[0], replaces=False))
        assert {path.name.split(".")[0] for path in sent if path.suffix == ".data"} == START | {form}
        assert asks_only_this_site(visit, address, form) == []
        assert keeps_the_policy_and_sets_no_cookie(visit, address, form) == []


@pytest.mark.parametrize("form", pyforms.FORM_IDS)
def test_every_other_example_is_shown_as_it_is_worked_out(open_form, form):  # noqa: F811
    page = open_form(form)
    for place, example in enumerate(pyforms.examples(form)[1:]):
        shows(*submitted_example(page, form, example, replaces=place > 0))


def shows(example, words, expected):
    assert f"Training example: {example.title}" in words
    for said_ in (said_ for block in expected.document.blocks for said_ in said(block)):
        assert squeezed(said_) in squeezed(words), example.name


def said(block):
    """The words of a heading or a plain paragraph; other blocks are laid out in ways that differ."""
    if isinstance(block, Paragraph):
        yield plain(block.runs)
    elif isinstance(block, Heading):
        yield block.text
    elif isinstance(block, Details):
        yield block.title


def squeezed(words):
    return "".join(words.split())
