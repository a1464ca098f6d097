"""When a plan is looked at again: not on a day that is over, and not at all once the help has ended."""

import pytest
from plans import action, need, plan, result, reviewed, said


def asked(answers, path):
    return [prompt for prompt in result(answers).prompts if prompt.path == path]


def ended(*needs, **review):
    return reviewed(*needs, next="end", next_review=None, **review)


DONE = action(review={"status": "done"})
REACHED = {"outcome": {"met": "yes"}}


def test_an_end_with_a_goal_that_is_not_met_is_asked_about_and_the_record_says_what_is_open():
    answers = ended(need("Ella", action(), action("Rings"), outcome={"met": "no"}), need("Ella", DONE, **REACHED))
    (prompt,) = asked(answers, "review.next")
    assert prompt.question == "Are the goals met?"
    assert "“Mornings”: the goal is not met yet; 2 actions are open." in prompt.reason
    assert "Still to settle" in said(result(answers).document)


@pytest.mark.parametrize(
    "open_need", [need("Ella", DONE), need("Ella", action(), **REACHED), need("Ella", DONE, outcome={"met": "partly"})]
)
def test_so_is_one_with_a_goal_that_nobody_spoke_of_or_an_open_action(open_need):
    assert asked(ended(open_need), "review.next")


def test_an_end_with_every_goal_met_and_a_plan_that_goes_on_are_not():
    assert not asked(ended(need("Ella", DONE, **REACHED)), "review.next")
    assert not asked(reviewed(need("Ella", action(), outcome={"met": "no"}), next="go-on"), "review.next")
    assert "Still to settle" not in said(result(ended(need("Ella", DONE, **REACHED))).document)


@pytest.mark.parametrize("stage", ["little", "younger", "older"])
def test_no_letter_promises_a_meeting_on_the_day_on_which_the_help_ended(stage):
    answers = {**ended(need("Ella", DONE, **REACHED)), "children": [{"name": "Ella", "stage": stage}]}
    letter = said(result(answers).documents["child-1"])
    assert "again on 20 October 2026" not in letter
    assert "n 20 October 2026" in letter
    assert "The help ended on" in said(result(answers).documents["family-copy"])
    assert "Next review" not in said(result(answers).documents["family-copy"])


@pytest.mark.parametrize("stage", ["little", "younger", "older"])
@pytest.mark.parametrize("decision", ["step-up", "go-on", "one-agency", None])
def test_nor_one_on_a_day_that_is_over_where_no_next_one_is_agreed(stage, decision):
    answers = reviewed(need("Ella", action(by="2026-11-10")), next=decision, next_review=None)
    answers["children"] = [{"name": "Ella", "stage": stage}]
    found = result(answers)
    assert "20 October 2026" not in said(found.documents["child-1"])
    assert "tell you" in said(found.documents["child-1"])
    assert '["Next review", [{"text": "not agreed yet"' in said(found.documents["family-copy"])


def test_a_step_up_with_a_next_review_meets_on_that_day():
    found = result(reviewed(need("Ella", action(by="2026-11-10")), next="step-up"))
    assert "again on 1 December 2026" in said(found.documents["child-1"])


def test_a_review_on_the_day_of_the_plan_is_asked_about():
    same = {**plan(), "review_day": "2026-09-08"}
    assert asked(same, "review_day")[0].question == "Is the review on the day of the plan?"
    assert asked({**plan(), "review": {"day": "2026-09-08"}}, "review.day")
    assert not asked(plan(), "review_day")
    assert not asked(reviewed(), "review.day")


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("2026-09-14", "(by 14 September)"),
        ("2027-06-01", "(by 1 June)"),
        ("2027-09-14", "(by 14 September 2027)"),
        ("2062-01-10", "(by 10 January 2062)"),
        ("2020-01-10", "(it was for 10 January 2020, and we will choose a new day)"),
    ],
)
def test_a_child_s_letter_gives_the_year_where_it_is_not_the_next_to_come(by, told):
    assert told in said(result(plan(need("Ella", action(by=by)))).documents["child-1"])
