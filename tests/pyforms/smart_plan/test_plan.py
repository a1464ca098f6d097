"""The plan as a whole: who is covered, what falls due, what the review carries on, and what each child is given."""

import csv
import io
from datetime import date

import pytest
from icalendar import Calendar as Read
from plans import EXAMPLES, PLAN, REVIEW, action, gaps, need, plan, refused, result, reviewed, said
from pypdf import PdfReader

import pyforms
from pyforms.fields import flatten
from pyforms.smart_plan.answers import AT_REVIEW, SmartPlanAnswers
from pyforms.smart_plan.review import is_review

# What a plan covers


def test_a_plan_that_covers_everyone_has_no_gap():
    assert gaps(plan()) == []


def test_every_change_has_an_action():
    assert "need-without-action" in gaps(plan(need("Ella", action()), need("Ella")))


def test_every_child_has_their_own():
    assert gaps(plan(children=("Ella", "Sam"))) == ["child-without-need"]
    assert gaps(plan(need("ella and Sam", action()), children=("Ella", "Sam"))) == []
    assert "child-without-need" in gaps(plan(need("everyone", action())))
    assert "child-without-action" in gaps(plan(need("Ella")))


def test_causes_come_before_signs():
    late, early = action(by="2026-10-01"), action(by="2026-09-10")
    assert "sign-before-cause" in gaps(plan(need("Ella", late, kind="cause"), need("Ella", early, kind="sign")))
    assert gaps(plan(need("Ella", early, kind="cause"), need("Ella", late, kind="sign"))) == []
    assert "cause-unknown" in gaps(plan(need("Ella", early, kind="sign")))


def test_adults_actions_do_not_crowd_out_children_s():
    assert "adults-before-children" in gaps(plan(need("Mum", action(), action()), need("Ella", action())))
    assert gaps(plan(need("Mum", action()), need("Ella", action()))) == []
    assert gaps(plan(need("everyone", action(), action()), need("Ella", action()))) == []


def test_who_carries_too_many_is_named():
    found = result(plan(need("Ella", *(action(f"Walk {number}", who="Mum") for number in range(6)))))
    assert found.findings["gaps"] == ["one-carries-too-much"]
    assert "Mum has 6 of the 6 actions" in said(found.document)
    assert gaps(plan(need("Ella", *(action(who="Mum") for _ in range(5))))) == []


def test_prompts_never_block():
    vague = plan({"change": "Things", "whose": "Mum", "actions": [{"what": "Improve"}]})
    assert result(vague).findings["lines"][0]["letters"]["Specific"] is False


# What is asked at a review alone


def test_the_page_asks_what_a_review_asks_where_the_answers_are_those_of_a_review_and_nowhere_else():
    asked = {"plan": plan(), "review": reviewed()}
    named = {name: dict(flatten(answers)).get(AT_REVIEW.path) for name, answers in asked.items()}
    assert named == {"plan": None, "review": REVIEW.isoformat()}
    told = {name: is_review(SmartPlanAnswers.model_validate(answers)) for name, answers in asked.items()}
    assert told == {"plan": False, "review": True}


# Dates


def test_a_review_before_its_plan_and_a_child_twice_are_mended_first():
    assert "review_day" in refused(plan(review_day="2026-09-07"))
    assert "children.1.name" in refused(plan(children=("Ella", "ella ")))
    assert "review.next_review" in refused(reviewed(next_review=REVIEW.isoformat()))


def test_a_review_later_than_the_rule_is_pointed_out_and_one_on_the_last_day_is_not():
    later = plan(review_day="2026-10-21", key_dates={"first_meeting": PLAN.isoformat()})
    assert "is later than the rule asks" in said(result(later).document)
    assert "is later than the rule asks" not in said(result({**later, "review_day": "2026-10-20"}).document)


def test_one_service_s_plan_in_doncaster_is_reviewed_at_twelve_weeks():
    found = result(plan(team="one", review_day="2026-12-01"), "doncaster")
    assert found.findings["deadlines"]["single_agency_review"] == "2026-12-01"
    assert "review" not in found.findings["deadlines"]
    assert "is later than" not in said(found.document)


@pytest.mark.parametrize("named", [False, True])
def test_a_calendar_s_titles_hold_a_name_only_when_asked(named):
    answers = plan(calendar={"names_in_titles": ["names"] if named else []})
    events = list(Read.from_ical(pyforms.export("smart-plan", answers, "torbay", PLAN, "plan.ics")).walk("VEVENT"))
    titles = " ".join(str(event["SUMMARY"]) for event in events)
    days = [event["DTSTART"].dt for event in events]
    assert {REVIEW, date(2026, 9, 14), date(2026, 9, 15)} <= set(days)
    assert ("Nan" in titles) is named
    assert "Ella" not in " ".join(str(event.get("DESCRIPTION")) for event in events)


# Review


def test_what_is_open_goes_on_and_what_is_closed_does_not():
    done = action("Done one", review={"status": "done"})
    partly = action("Open one", review={"status": "partly", "happened": "Twice so far."})
    dropped = action("Dropped one", review={"status": "not-needed"})
    found = result(reviewed(need("Ella", done, partly, dropped)))
    envelope = found.documents["family-copy"].envelope
    (kept,) = envelope["answers"]["needs"][0]["actions"]
    assert kept["what"] == "Open one"
    assert kept["review"]["before"] == "20 October 2026: Partly done. Twice so far."
    assert (envelope["answers"]["plan_day"], envelope["answers"]["review_day"]) == ("2026-10-20", "2026-12-01")


def test_a_change_whose_goal_is_not_met_is_never_dropped_in_silence():
    closed = action(review={"status": "done"})
    found = result(reviewed(need("Ella", closed)))
    assert found.documents["family-copy"].envelope["answers"]["needs"]
    assert "Is the success goal met?" in said(found.document)
    met = result(reviewed(need("Ella", closed, outcome={"met": "yes"})))
    assert met.documents["family-copy"].envelope is None


def test_what_was_not_talked_about_is_named():
    assert "not talked about yet" in said(result(reviewed()).document)


def test_new_scores_speak_in_the_direction_of_their_scale():
    scores = {"scores": [{"person": "Ella", "before": 8, "now": 6}]}
    torbay = result(reviewed(scaling={"scale": "1-10-hope-at-1", **scores}))
    kent = result(reviewed(scaling={"scale": "0-10-hope-at-10", **scores}), "kent")
    assert "from 8 to 6, two steps towards the hope" in said(torbay.document)
    assert "from 8 to 6, two steps away from the hope" in said(kent.document)


def test_a_score_without_a_scale_or_off_it_is_not_taken():
    assert "review.scaling.scale" in refused(reviewed(scaling={"scores": [{"person": "Ella", "now": 6}]}))
    off = {"scale": "1-10-hope-at-1", "scores": [{"person": "Ella", "now": 0}]}
    assert "review.scaling.scores.0.now" in refused(reviewed(scaling=off))


def test_a_score_at_the_hard_end_is_told_before_everything_else():
    found = result(reviewed(scaling={"scale": "1-10-hope-at-1", "scores": [{"person": "Ella", "now": 10}]}))
    assert found.document.blocks[0].kind == "danger"


def test_stepping_up_shows_whom_to_ring():
    assert "01803 208100" in said(result(reviewed(next="step-up")).document)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_next_plan_can_be_opened_from_any_of_its_files(name):
    example = EXAMPLES[name]
    found = pyforms.submit("smart-plan", example.answers, example.area, example.today)
    if not found.documents["family-copy"].envelope:
        return
    for kind in ("html", "pdf"):
        data = pyforms.export("smart-plan", example.answers, example.area, example.today, f"family-copy.{kind}")
        assert pyforms.open_saved(data).answers == found.documents["family-copy"].envelope["answers"]


# Files


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_child_s_copy_is_one_page_to_them_by_name(name):
    example = EXAMPLES[name]
    for place, child in enumerate(example.answers["children"], 1):
        data = pyforms.export("smart-plan", example.answers, example.area, example.today, f"child-{place}.pdf")
        pages = PdfReader(io.BytesIO(data)).pages
        assert len(pages) == 1
        words = pages[0].extract_text()
        assert child["name"] in words
        assert "0800 1111" in words


def test_a_child_s_copy_holds_their_own_actions_and_nobody_else_s():
    answers = plan(need("Ella", action("Walks Ella")), need("Sam", action("Plays with Sam")), children=("Ella", "Sam"))
    ella, sam = (said(result(answers).documents[f"child-{number}"]) for number in (1, 2))
    assert "Walks Ella" in ella
    assert "Plays with Sam" not in ella
    assert "Plays with Sam" in sam


def test_the_actions_are_a_table_for_a_spreadsheet():
    answers = plan(need("Ella", action("=1+1")))
    data = pyforms.export("smart-plan", answers, "torbay", PLAN, "actions.csv").decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(data))
    assert row["By when"] == "2026-09-14"
    assert not row["Action"].startswith("=")


@pytest.mark.parametrize("children", [{}, {"children": []}])
def test_a_plan_without_a_child_asks_for_one_in_words(children):
    answers = {"plan_day": "2026-09-08", "review_day": "2026-10-20", **children}
    with pytest.raises(pyforms.AnswersInvalid) as caught:
        pyforms.submit("smart-plan", answers, "kent", date(2026, 9, 8))
    assert ("children", "Name at least one child") in caught.value.errors
