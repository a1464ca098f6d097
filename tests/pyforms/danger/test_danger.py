"""Words that may be about danger are seen in every box of every form, and asked about beside it."""

from datetime import date

import pytest

import pyforms
from pyforms import fields

TODAY = date(2026, 11, 27)


def texts_of(form_id, answers):
    form = pyforms.get(form_id)
    return {path: text for path, _, text in fields.texts(form.fields, answers)}


def test_texts_are_found_in_groups_in_lists_and_in_catalogues():
    plan = {"lead": "Jo", "needs": [{"change": "sleep", "actions": [{"what": "reads"}]}], "review": {"why": "done"}}
    assert texts_of("smart-plan", plan) == {
        "lead": "Jo",
        "needs.0.change": "sleep",
        "needs.0.actions.0.what": "reads",
        "review.why": "done",
    }
    threshold = {"concerns": {"sleep": {"step": "x", "notes": "late"}}, "support": "Nan"}
    assert texts_of("threshold", threshold)["support"] == "Nan"


@pytest.mark.parametrize("where", ["not_known", "support", "strengths_more"])
def test_a_question_stands_beside_the_box_that_may_be_about_danger(where):
    answers = {"danger": "no", "child_age": 4, where: "He strangled her last night"}
    prompts = pyforms.submit("threshold", answers, "general", TODAY).prompts
    assert [prompt.path for prompt in prompts] == [where]
    assert "He strangled her last night" in prompts[0].reason
