"""Words may be taken for another danger than theirs: only they know, so every page of danger offers the rest."""

from datetime import date
from io import BytesIO

import pypdf
import pytest

import pyforms
from pyforms import document
from pyforms.exporters import html, pdf
from pyforms.what_help.dangers import choices, dangers

TODAY = date(2026, 11, 28)
ELSE = "Is it about something else?"
TEXTS = (
    "my partner hit me again last nite infront of the kids, i just want it to stop",
    "baby is 3 wks old and wont wake up for feeds, gone all floppy and hot",
    "she said she dont want to be here anymore",
    "We have no food until Friday",
)


def result(text, **more):
    said = {"safe": "yes", "worries": ["other"], "how_much": "a_little", "different": text, **more}
    return pyforms.submit("what-help", said, "general", TODAY).document


def offered(made):
    note = made.blocks[0]
    return next(each for each in note.blocks if isinstance(each, document.Details) and each.title == ELSE)


@pytest.mark.parametrize("text", TEXTS)
def test_every_page_of_danger_offers_what_else_it_may_be_about_with_its_steps_and_numbers(text):
    for choice in offered(result(text)).blocks[1:]:
        assert isinstance(choice, document.Details)
        assert [type(each).__name__ for each in choice.blocks][-1] == "Items"


# Not a danger of their own to choose: who may read along, words that we could not read, and a danger without a kind.
NO_CHOICE = {"watched", "unread", "general"}


def test_every_danger_that_we_know_of_can_be_chosen():
    assert {row.id for choice in choices() for row in choice.rows} == {each.id for each in dangers()} - NO_CHOICE


@pytest.mark.parametrize("text", TEXTS)
def test_no_danger_is_out_of_reach_because_the_words_were_read_as_another(text):
    page = html.fragment(result(text))
    for row in dangers():
        if row.id not in NO_CHOICE:
            assert html.escape(row.title) in page or html.escape(row.to(young=True).title) in page


def test_what_the_page_is_about_already_is_not_offered_once_more():
    (ill,) = [each.title for each in choices() if [row.id for row in each.rows] == ["ill"]]
    titles = [each.title for each in offered(result("Her lips look blue")).blocks[1:]]
    assert ill not in titles
    assert len(titles) == len(choices()) - 1


def test_where_we_do_not_know_the_kind_the_choices_stand_open_and_not_twice():
    page = html.fragment(result("", safe="no"))
    assert "Choose what it is about" in page
    assert ELSE not in page


def test_paper_holds_what_was_told_and_not_every_other_danger():
    made = result(TEXTS[0])
    assert ELSE in html.fragment(made)
    assert ELSE not in str(document.as_json(made))
    assert ELSE not in "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf.write(made))).pages)
    assert pdf.write(made) == pdf.write(document.for_paper(made))


@pytest.mark.parametrize(
    "text",
    [
        "my son watches isis videos all night and says people deserve to die",
        "he has joined a far right group online and says all muslims should be shot",
        "she wants to go to syria and marry a fighter",
    ],
)
def test_whoever_is_drawn_into_hate_is_not_told_of_bags_and_debts(text):
    first = html.fragment(document.for_paper(document.Document("", (result(text).blocks[0],))))
    assert "hate, or violence for a cause" in first
    assert "0800 011 3764" in first
    assert "pay the people" not in first
