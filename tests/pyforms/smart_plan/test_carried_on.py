"""What a review carries on keeps its days, and that is no fault of it."""

import json

from plans import PLAN, action, need, plan, result, reviewed, said

import pyforms


def carried(*actions):
    found = result(reviewed(need("Ella", *actions)))
    return found, found.documents["family-copy"].envelope["answers"]


def late(words):
    return action(words, by="2026-10-16")


def test_an_action_that_a_review_carries_on_is_not_called_before_the_plan():
    record, following = carried(*map(late, ("One", "Two", "Three", "Four")))
    for found in (record, result(following)):
        assert "is before the plan" not in said(found.document)
        assert all(
            line["letters"]["Timely"] is not False for line in found.findings["lines"] if line["kind"] == "action"
        )


def test_nor_is_the_goal_that_goes_on():
    found = result(reviewed(need("Ella", late("One"), goal_by="2026-10-16")))
    assert "is before the plan" not in said(found.document)


def test_there_is_one_question_for_all_of_them():
    record, following = carried(*map(late, ("One", "Two", "Three", "Four")), action("Five", by="2026-11-10"))
    assert "4 of these were due before this review" in said(record.document)
    (prompt,) = (each for each in result(following).prompts if "carried on" in each.question)
    assert prompt.path == "needs.0.actions.0.by"
    assert prompt.question == "4 actions were carried on, and due before this plan. By when now?"


def test_a_second_review_carries_the_first_day_on():
    _, second = carried(late("One"))
    again = {**second, "review": {"day": "2026-12-01", "next_review": "2027-01-12"}}
    third = result(again).documents["family-copy"].envelope["answers"]
    assert third["needs"][0]["actions"][0]["since"] == PLAN.isoformat()
    assert "is before the plan" not in said(result(third).document)


def test_a_new_action_before_its_plan_is_still_a_slip():
    assert "is before the plan" in said(result(plan(need("Ella", action(by="2026-09-01")))).document)


def test_a_plan_that_version_1_carried_on_is_not_called_late_either():
    old = {**plan(need("Ella", {**late("One"), "review": {"before": "20 October 2026: Partly done."}}))}
    old |= {"plan_day": "2026-10-20", "review_day": "2026-12-01", "key_dates": {"first_plan": PLAN.isoformat()}}
    envelope = {"kind": "early-help-form", "form": "smart-plan", "version": 1, "area": "torbay", "saved": "2026-10-20"}
    opened = pyforms.open_saved(json.dumps({**envelope, "answers": old}).encode())
    assert "is before the plan" not in said(result(opened.answers).document)


def test_a_carried_action_whose_day_is_over_says_so_in_the_new_plan_and_in_the_child_s_letter():
    record, following = carried({**late("Rings the school"), "agreed_by": "Nan"})
    for found in (record, result(following)):
        copy, letter = said(found.documents["family-copy"]), said(found.documents["child-1"])
        assert "was due 16 October 2026: a new day is not agreed yet" in copy
        assert "(it was for 16 October 2026, and we will choose a new day)" in letter
        (line,) = (line for line in found.findings["lines"] if line["kind"] == "action")
        assert line["letters"]["Timely"] is None
        assert "Day is over" in said(found.document)


def test_the_review_asks_for_a_new_day_and_so_does_the_plan_that_follows():
    record, following = carried(late("One"))
    for found, when in ((record, "this review"), (result(following), "this plan")):
        (prompt,) = (each for each in found.prompts if "carried on" in each.question)
        assert prompt.question == f"One action was carried on, and due before {when}. By when now?"


def test_a_goal_that_goes_on_is_asked_for_a_new_day_too():
    record = result(reviewed(need("Ella", late("One"), goal_by="2026-10-16")))
    following = record.documents["family-copy"].envelope["answers"]
    (prompt,) = (each for each in result(following).prompts if "carried on" in each.question)
    assert prompt.question == "One action and one goal were carried on, and due before this plan. By when now?"
    only = record_of = result(reviewed(need("Ella", action(by="2026-11-10"), goal_by="2026-10-16")))
    (prompt,) = (each for each in record_of.prompts if "carried on" in each.question)
    assert (prompt.path, prompt.question[:12]) == ("needs.0.goal_by", "One goal was")
    assert "all week. (was due 16 October 2026: a new day is not agreed yet)" in said(only.documents["family-copy"])


def test_what_is_still_to_come_is_not_asked_about():
    record, following = carried(action(by="2026-11-10"))
    assert not any("carried on" in each.question for found in (record, result(following)) for each in found.prompts)
    assert "(by 10 November)" in said(record.documents["child-1"])
