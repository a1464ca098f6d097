"""A form on paper asks what the page asks, and says first what to do in danger."""

from typing import Annotated

import pytest
from pydantic import Field

from pyforms import FORM_IDS, areas, get, whom_to_call
from pyforms.blank import blank
from pyforms.document import Blank, Boxes, Facts, Heading, Note, Paragraph, Table, plain
from pyforms.fields import Choice, Day, Entry, Question, When, walk
from pyforms.form import Answers, Form, Part


class Sure(Choice):
    YES = "yes", "Yes"
    NO = "no", "No", "Or not yet"


class Seen(Part):
    step: Annotated[str, Question("What it looks like")]
    often: Annotated[Sure | None, Question("Often?", compact=True)] = None


class Action(Part):
    what: Annotated[str, Question("What")]


class Toy(Answers):
    name: Annotated[str, Question("Name", hint="As they say it")]
    story: Annotated[str, Question("Story", long=True)] = ""
    born: Annotated[Day | None, Question("Born")] = None
    score: Annotated[float | None, Question("Score", unit="steps"), Field(ge=0, le=10)] = None
    sure: Annotated[Sure | None, Question("Sure?")] = None
    several: Annotated[tuple[Sure, ...], Question("Which?")] = ()
    seldom: Annotated[str, Question("Why not?", when=When("if you are not sure", "sure", (Sure.NO,)))] = ""
    actions: Annotated[tuple[Action, ...], Question("Actions", title="Action")] = ()
    worries: Annotated[
        dict[str, Seen],
        Question("Worries", entries=lambda: tuple(
            Entry(key, key.title(), section, walk(Seen)) for key, section in (("sleep", "Child"), ("work", "Home"))
        )),
    ] = Field(default_factory=dict)  # fmt: skip


TOY = Form("toy", 3, "Toy", Toy, result=lambda *_: None)


@pytest.fixture(scope="module")
def blocks():
    return blank(TOY, areas.get("torbay")).blocks


def test_danger_comes_before_every_question_with_the_areas_own_lines(blocks):
    [first, *_] = blocks
    assert isinstance(first, Note)
    assert first.kind == "danger"
    [lines] = [block for block in first.blocks if isinstance(block, Facts)]
    [(name, numbers)] = lines.rows
    assert name == "Torbay"
    assert areas.contact(areas.get("torbay"), "safeguarding_day").phone in plain(numbers)


def test_the_general_form_has_every_areas_lines_and_where_to_find_the_rest():
    [lines] = [block for block in blank(TOY, areas.get("general")).blocks[0].blocks if isinstance(block, Facts)]
    with_lines = [area.name for area in map(areas.get, areas.AREA_IDS) if whom_to_call.own_lines(area)]
    assert [name for name, _ in lines.rows] == [*with_lines, "Anywhere else"]
    assert {"Torbay", "Doncaster"} <= {*with_lines}


def test_an_area_whose_sources_give_no_number_says_where_to_find_it():
    [lines] = [block for block in blank(TOY, areas.get("kent")).blocks[0].blocks if isinstance(block, Facts)]
    assert [name for name, _ in lines.rows] == ["Where to find the number"]


def test_text_has_a_line_and_a_story_has_more(blocks):
    spaces = {block.label: block for block in blocks if isinstance(block, Blank)}
    assert spaces["Name"] == Blank("Name", "As they say it", 1)
    assert spaces["Story (optional)"].lines == 4


def test_dates_and_numbers_say_how_they_are_written(blocks):
    spaces = {block.label: block.hint for block in blocks if isinstance(block, Blank)}
    assert spaces["Born (optional)"] == "Day, month and year"
    assert spaces["Score (optional), in steps"] == "From 0 to 10"


def test_choices_are_boxes_to_tick(blocks):
    boxes = {block.label: block for block in blocks if isinstance(block, Boxes)}
    assert boxes["Sure? (optional)"] == Boxes("Sure? (optional)", ("Yes", "No: Or not yet"), "Tick one")
    assert boxes["Which? (optional)"].many


def test_what_is_asked_only_sometimes_is_there_under_the_words_that_say_when(blocks):
    words = [block for block in blocks if isinstance(block, Paragraph) and plain(block.runs).startswith("Only")]
    assert [plain(block.runs) for block in words] == ["Only if you are not sure:"]
    follows = blocks[blocks.index(words[0]) + 1]
    assert isinstance(follows, Blank)
    assert follows.label == "Why not? (optional)"


def test_a_group_that_repeats_is_there_three_times(blocks):
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings[:4] == ["Actions", "Action 1", "Action 2", "Action 3"]


def test_a_catalogue_is_a_tick_for_each_entry_and_rows_to_say_more(blocks):
    boxes = {block.label: block.options for block in blocks if isinstance(block, Boxes)}
    assert boxes["Child"] == ("Sleep",)
    assert boxes["Home"] == ("Work",)
    [table] = [block for block in blocks if isinstance(block, Table)]
    assert table.columns == ("What you ticked", "What it looks like", "Often?")


def test_what_the_page_hides_is_not_on_paper(blocks):
    assert "Training example" not in str(blocks)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_form_asks_every_question_on_paper_but_those_about_files(form_id):
    form = get(form_id)
    said = str(blank(form, areas.get("general")).blocks)
    for field in form.fields:
        if field.kind != "hidden" and field.question.on_paper:
            assert repr(field.question.label)[1:-1] in said
