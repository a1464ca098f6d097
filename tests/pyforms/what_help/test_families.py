"""Texts as families write them: each leads to its own page, and an ordinary day stays calm."""

import json
from datetime import date
from pathlib import Path

import pytest

import pyforms
from pyforms import danger
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
