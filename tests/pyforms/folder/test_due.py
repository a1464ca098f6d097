"""What is due is worked out from what the folder holds, by the area's own rules, and says from what."""

from datetime import date

import pytest

from pyforms import FORM_IDS, areas, examples, fields
from pyforms.folder.due import due
from pyforms.folder.model import Dot, Folder, Item

DAY = date(2026, 9, 8)
TODAY = date(2026, 9, 20)
PLAN = {
    "plan_day": "2026-09-08",
    "review_day": "2026-10-20",
    "children": [{"name": "Ella"}],
    "needs": [{"change": "Mornings", "whose": "Ella"}],
}
CONSENT = {
    "day": "2026-09-01",
    "purpose": "Mornings",
    "worker": {"name": "Jo"},
    "children": [{"name": "Ella"}],
    "people": [{"name": "Kasia", "role": "parent", "answer": "agrees"}],
    "decision": "one_parent",
    "privacy": "yes",
}


def item(form, answers, on="2026-09-08", **more):
    held = {"kind": "early-help-form", "form": form, "version": 1, "area": "torbay", "saved": on, "answers": answers}
    return Item(**{"id": f"i-{form}-{on}", "dot": Dot("r-1", 1), "on": on, "saved": held, **more})


def found(*items, area="torbay", today=TODAY):
    return due(Folder(id="f-1", area=area, saved=DAY, items=items), today)


def said(*items, **more):
    return {each.what: each for each in found(*items, **more)}


def reasons(each):
    return [why.said for why in each.why]


def test_an_empty_folder_says_of_every_rule_what_it_would_be_counted_from():
    for each in found():
        assert each.day is None
        assert all("no form in this folder says when that was" in why.said for why in each.why)
        assert all(why.source for why in each.why)


def test_the_assessment_is_counted_from_consent_in_working_days():
    each = said(item("consent", CONSENT))["The Early Help Assessment"]
    assert each.day == date(2026, 9, 29)  # 20 working days after Tuesday 1 September
    (why,) = each.why
    assert why.said.startswith("within 20 working days, counted from 1 September 2026, consent (the consent record of")
    assert why.source.startswith("Early Help Practitioners Guidance")


def test_a_yes_from_nobody_starts_no_clock():
    nobody = {**CONSENT, "people": [{**CONSENT["people"][0], "answer": "does-not"}], "decision": "none"}
    assert said(item("consent", nobody))["The Early Help Assessment"].day is None


def test_the_first_consent_starts_the_clock_and_a_second_does_not_start_it_again():
    later = item("consent", {**CONSENT, "day": "2026-09-15"}, on="2026-09-15")
    assert said(item("consent", CONSENT), later)["The Early Help Assessment"].day == date(2026, 9, 29)


def test_a_review_that_was_agreed_for_the_last_day_by_the_rule_is_one_line_that_says_both():
    told = said(item("smart-plan", PLAN))
    assert told["Review of the plan"].day == date(2026, 10, 20)
    assert told["Review of the plan"].why[0] == ("agreed", "the SMART plan of 8 September 2026")
    (rule,) = reasons(told["Review of the plan"])[1:]
    assert rule.startswith("Review of the plan with the family: every 6 weeks, counted from 8 September 2026")
    assert "Review of the plan with the family" not in told


def test_the_first_review_by_the_rule_is_the_same_meeting_on_the_same_day():
    told = said(item("smart-plan", {**PLAN, "team": "team", "key_dates": {"first_meeting": "2026-09-08"}}))
    assert len(told["Review of the plan"].why) == 3
    assert "The first review" not in told


def test_a_review_that_was_agreed_for_another_day_than_the_rule_gives_leaves_both_days_standing():
    told = said(item("smart-plan", {**PLAN, "review_day": "2026-10-13"}))
    assert told["Review of the plan"].day == date(2026, 10, 13)
    assert reasons(told["Review of the plan"]) == ["agreed"]
    assert told["Review of the plan with the family"].day == date(2026, 10, 20)


def test_one_action_that_two_changes_of_a_plan_name_for_one_day_stands_once():
    need = {**PLAN["needs"][0], "actions": [{"what": "Walks with Ella", "who": "Nan", "by": "2026-10-01"}]}
    told = found(item("smart-plan", {**PLAN, "needs": [need, {**need, "change": "Evenings"}]}))
    (walk,) = [each for each in told if each.what == "Nan: Walks with Ella"]
    assert reasons(walk) == ["an action"]


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("team", ["team", "one", ""])
def test_in_no_area_does_one_day_have_two_reviews(area, team):
    told = found(item("smart-plan", {**PLAN, "team": team, "key_dates": {"first_meeting": "2026-09-08"}}), area=area)
    days = [each.day for each in told if each.event == "review" and each.day]
    assert len(days) == len({*days})


def test_after_the_review_the_next_one_counts():
    review = {"day": "2026-10-20", "next_review": "2026-12-01"}
    told = said(item("smart-plan", {**PLAN, "review": review}))
    assert told["Review of the plan"].day == date(2026, 12, 1)
    assert len(told["Review of the plan"].why) == 2
    assert "Review of the plan" not in said(item("smart-plan", {**PLAN, "review": {"day": "2026-10-20"}}))


def test_the_days_of_an_older_plan_are_over_and_the_help_still_began_with_it():
    actions = {"actions": [{"what": "Walks with Ella", "who": "Nan", "by": "2026-10-01"}]}
    older = item("smart-plan", {**PLAN, "needs": [{**PLAN["needs"][0], **actions}]})
    newer = item("smart-plan", {**PLAN, "plan_day": "2026-10-20", "review_day": "2026-12-01"}, on="2026-10-20")
    told = said(older, newer)
    assert told["Review of the plan"].day == date(2026, 12, 1)
    assert "Nan: Walks with Ella" not in told
    assert told["The best length for an Early Help Plan"].day == date(2026, 12, 15)  # 14 weeks after 8 September
    assert said(older)["Nan: Walks with Ella"].day == date(2026, 10, 1)


def test_one_services_plan_has_no_team_meetings_to_be_late_for():
    assert "The first review" in said(item("smart-plan", {**PLAN, "team": "team"}))
    assert "The first review" not in said(item("smart-plan", {**PLAN, "team": "one"}))


def test_a_day_that_is_past_is_said_as_past_and_what_lies_ahead_comes_first():
    told = found(item("smart-plan", PLAN), item("consent", CONSENT), today=date(2026, 10, 1))
    dated = [each for each in told if each.day]
    assert [each.is_past for each in dated] == sorted(each.is_past for each in dated)
    assert said(item("consent", CONSENT), today=date(2026, 10, 1))["The Early Help Assessment"].is_past
    assert not said(item("consent", CONSENT), today=date(2026, 9, 29))["The Early Help Assessment"].is_past
    words = {word for each in told for said in reasons(each) for word in said.lower().replace(",", " ").split()}
    assert not words & {"late", "missed", "overdue", "failed"}


def test_where_nobody_states_a_time_that_is_said():
    told = said(area="general")
    assert reasons(told["The assessment"]) == ["not stated"]
    assert told["The assessment"].day is None
    assert reasons(said(area="solihull")["The first review meeting"])[0].endswith(", a general rule")


def test_what_a_service_may_be_told_ends_and_consent_is_asked_about_again():
    agencies = [{"name": "Oak School", "may": "yes", "until": "2027-07-20"}]
    told = said(
        item("consent", {**CONSENT, "things": {"sharing": "yes"}, "agencies": agencies, "ask_again": "2026-12-01"})
    )
    assert told["What Oak School may be told ends"].day == date(2027, 7, 20)
    assert told["Ask again whether consent still holds"].day == date(2026, 12, 1)


def test_an_area_that_this_site_does_not_have_counts_by_the_general_rules():
    assert [each.what for each in found(area="nowhere")] == [each.what for each in found(area="general")]


def half_done(form, pairs, on="2026-09-10"):
    each = item(form, {}, on)
    held = {key: value for key, value in each.saved.items() if key != "answers"}
    return each.model_copy(update={"saved": {**held, "state": "unfinished", "entries": [list(pair) for pair in pairs]}})


BEGUN = [
    ("plan_day", "2026-09-08"),
    ("review_day", "2026-10-20"),
    ("key_dates.consent", "2026-09-01"),
    ("key_dates.first_meeting", "2026-13-45"),
    ("needs.0.actions.0.what", "Walks Ella to school"),
    ("needs.0.actions.0.who", "Nan"),
    ("needs.0.actions.0.by", "2026-10-01"),
]


def test_the_days_of_a_half_done_form_count_and_it_is_said_that_it_is_half_done():
    told = said(half_done("smart-plan", BEGUN))
    source = "the SMART plan of 10 September 2026, half done"
    assert told["Nan: Walks Ella to school"].day == date(2026, 10, 1)
    assert source in {why.source for why in told["Nan: Walks Ella to school"].why}
    (why,) = told["The Early Help Assessment"].why
    assert source in why.said
    assert "no form in this folder says when that was" not in why.said


def test_what_a_half_done_form_does_not_say_is_due_on_no_day():
    assert found(half_done("smart-plan", [])) == found()
    assert found(half_done("consent", [("day", "2026-09-01")])) == found()


def test_a_half_done_plan_hides_nothing_of_the_finished_one():
    told = said(item("smart-plan", PLAN), half_done("smart-plan", [("length", "12 weeks")]))
    assert told["Review of the plan"].day == date(2026, 10, 20)


def test_a_half_done_consent_of_somebody_who_agrees_says_when_consent_was_given():
    begun = [("day", "2026-09-01"), ("people.0.name", "Kim"), ("people.0.answer", "agrees")]
    (why,) = said(half_done("consent", begun))["The Early Help Assessment"].why
    assert "the consent record of 10 September 2026, half done" in why.said


@pytest.mark.parametrize(("form", "name"), [(form, each.name) for form in FORM_IDS for each in examples(form)])
def test_whatever_is_missing_or_wrong_half_done_work_can_be_asked_what_is_due(form, name):
    pairs = fields.flatten(next(each.answers for each in examples(form) if each.name == name))
    for place, (path, _) in [*enumerate(pairs)][::5]:
        for left in (pairs[:place], pairs[place:], [*pairs[:place], (path, "zzz"), *pairs[place + 1 :]]):
            assert found(half_done(form, left))
