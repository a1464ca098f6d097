"""Questions stand beside the answers that they are about, and a result says what it rests on."""

import json

import pytest
from plans import EXAMPLES, action, need, plan, result, said

import pyforms
from pyforms import document


def vague():
    return plan(need("Ella", {"what": "Support mum", "who": "School nurse"}, goal="Improve behaviour in Year 9"))


def test_each_question_stands_beside_the_answer_that_it_is_about():
    asked = {prompt.path: prompt for prompt in result(vague(), "general").prompts}
    assert set(asked) == {
        "needs.0.goal",
        "needs.0.goal_by",
        "needs.0.actions.0.what",
        "needs.0.actions.0.who",
        "needs.0.actions.0.by",
        "needs.0.actions.0.measure",
    }
    assert asked["needs.0.actions.0.who"].question == "1.1 Who will do it?"
    assert "School nurse" in asked["needs.0.actions.0.who"].suggestion
    assert "Ella" in asked["needs.0.goal"].suggestion


def test_every_letter_s_reason_is_told_at_its_field():
    (goal,) = (prompt for prompt in result(vague(), "general").prompts if prompt.path == "needs.0.goal")
    assert "Specific: “Improve”" in goal.reason
    assert "Measurable: “Year 9” says which school year" in goal.reason


def test_the_document_names_each_question_by_its_place():
    words = said(result(vague(), "general").document)
    assert "1.1 “Support mum”: What exactly would we see? Who will do it?" in words
    assert "Name the person" in words or "Write the name" in words


def test_a_plan_without_questions_is_told_what_was_read_and_never_that_nothing_is_wrong():
    found = result(plan(need("Ella", action(), goal_by="2026-10-16")), "general")
    words = said(found.document)
    assert not found.prompts
    assert "Read: 1 goal and 1 action" in words
    assert "Not read: whether it is the right plan for this family." in words
    assert '"kind": "success"' not in words
    assert "Nothing to add" not in words


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_plan_and_review_ends_with_what_it_took_in_and_what_it_did_not(name):
    example = EXAMPLES[name]
    found = pyforms.submit("smart-plan", example.answers, example.area, example.today).document
    assert any(
        "What this took in, and what it did not" in json.dumps(block, default=str)
        for block in document.as_json(found)["blocks"]
    )


def test_the_family_s_and_the_child_s_copy_hold_no_questions():
    found = result(vague(), "general")
    assert "SMART check" not in said(found.documents["family-copy"])
    assert "What exactly would we see?" not in said(found.documents["child-1"])
