"""Texts as families write them: each leads to its own page, and an ordinary day stays calm."""

import json
from datetime import date
from pathlib import Path

import pytest

import pyforms
from pyforms import danger, document
from pyforms.exporters import html
from pyforms.what_help.dangers import a_young_person_may_be_writing, told_of

TODAY = date(2026, 11, 27)
ROWS = json.loads((Path(__file__).parent / "families.json").read_text())
DANGERS = [row for row in ROWS if row["row"] != ["calm"]]
CALM = [row["text"] for row in ROWS if row["row"] == ["calm"]]


def pages(text):
    answers = {"safe": "yes", "worries": ["feelings"], "how_much": "a_little", "different": text}
    form = pyforms.get("what-help")
    signs = [each.sign for each in danger.found(form, form.answers.model_validate(answers))]
    return [each.id for each in told_of(signs, ticked=False)] if signs else []


def test_nearly_every_text_of_danger_leads_to_its_own_page():
    right = [row for row in DANGERS if set(pages(row["text"])) & set(row["row"])]
    assert len(DANGERS) == 40
    assert len(right) >= 37


def test_no_more_than_two_of_forty_are_passed_over():
    assert sum(not pages(row["text"]) for row in DANGERS) <= 2


@pytest.mark.parametrize("row", [row for row in DANGERS if row.get("young")], ids=lambda row: row["text"])
def test_a_young_person_who_writes_is_known(row):
    assert a_young_person_may_be_writing([row["text"]])


def test_an_ordinary_day_stays_calm():
    asked = [text for text in CALM if pages(text)]
    assert len(CALM) == 15
    assert len(asked) <= 2, asked
    assert not any(sign.stated for text in CALM for sign in danger.read(text))


LATER = json.loads((Path(__file__).parent / "families_later.json").read_text())
TOLD = [row for row in LATER if row["row"] != ["calm"]]


def first_page(row):
    """The rows and the answer of a text, as a family writes it in one box."""
    age = ["teens"] if row.get("teens") else ["primary"]
    answers = {"safe": "yes", "worries": ["other"], "how_much": "a_little", "age": age, "different": row["text"]}
    form = pyforms.get("what-help")
    signs = [each.sign for each in danger.found(form, form.answers.model_validate(answers))]
    rows = told_of(signs, ticked=False, written=row["text"]) if signs else ()
    return [each.id for each in rows], pyforms.submit("what-help", answers, "general", TODAY)


def test_what_a_fresh_reader_and_a_hostile_one_wrote_leads_to_the_page_that_fits():
    wrong = [row["text"] for row in TOLD if not set(first_page(row)[0]) & set(row["row"])]
    assert len(TOLD) >= 75
    assert len(wrong) <= 4, wrong


def test_what_they_wrote_of_ordinary_days_is_never_red_and_seldom_asked_about():
    calm = [row for row in LATER if row["row"] == ["calm"]]
    results = {row["text"]: first_page(row)[1].findings["danger"] for row in calm}
    assert len(results) >= 40
    assert "stated" not in results.values()
    assert sum(map(bool, results.values())) <= 4, results


@pytest.mark.parametrize("row", [row for row in LATER if row.get("young")], ids=lambda row: row["text"])
def test_a_young_person_is_addressed_as_one_whatever_the_danger(row):
    """No child of theirs, no good parents, and Childline first."""
    said = html.fragment(document.for_paper(document.Document("", (first_page(row)[1].document.blocks[0],))))
    assert "0800 1111" in said
    for wrong in ("your child", "good parent", "Your child", "the children"):
        assert wrong not in said.replace("the children’s team", "").replace("worried about a child", "")


NEVER_BLAMED_ON_ANOTHER = ("not your fault", "plan to leave")


@pytest.mark.parametrize("row", [row for row in LATER if row["row"] == ["own_harm"]], ids=lambda row: row["text"])
def test_a_parent_who_hit_is_neither_excused_nor_told_to_hide_that_they_leave(row):
    said = html.fragment(document.for_paper(first_page(row)[1].document))
    for wrong in NEVER_BLAMED_ON_ANOTHER:
        assert wrong not in said


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("My mother in law wants to take my girls home this summer for their cutting.", "0800 028 3550"),
        ("I owe a loan shark on our street and he took my bank card", "0300 555 2222"),
        ("I've gambled the rent again.", "0808 8020 133"),
        ("My ex keeps following me and he's put a tracker on my phone.", "0808 802 0300"),
        ("He says if I leave he will take the kids to Morocco", "0116 255 6234"),
        ("He says if I leave he will take the kids to Morocco", "0808 2000 247"),
        ("I have a few vodkas and take the baby in bed with me", "0300 123 6600"),
        ("A voice in my head tells me to smother her.", "option 2"),
    ],
)
def test_each_kind_names_its_own_line(text, line):
    assert line in html.fragment(document.for_paper(first_page({"text": text})[1].document))


def test_the_neck_is_spoken_of_only_where_it_was_told_of():
    neck = "grab you by the neck"
    assert neck in html.fragment(document.for_paper(first_page({"text": "he put his hands round my neck"})[1].document))
    assert neck not in html.fragment(document.for_paper(first_page({"text": "my husband checks my phone"})[1].document))
