"""A family's dates in a calendar that holds twenty families: none may merge into another's, and a moved one moves."""

import json
from datetime import date

import pytest
from icalendar import Calendar as Read

import pyforms
from pyforms import areas, document
from pyforms.blank import blank

TODAY = date(2026, 11, 23)
KEY_DATES = {
    "opened": "2026-11-02",
    "consent": "2026-11-02",
    "lead_identified": "2026-11-09",
    "first_meeting": "2026-11-23",
}
ELLA = {
    "id": "ella-plan",
    "plan_day": "2026-11-23",
    "review_day": "2027-01-04",
    "children": [{"name": "Ella", "stage": "younger"}],
    "needs": [
        {
            "change": "Mornings",
            "whose": "Ella",
            "goal": "Ella is in class by nine.",
            "actions": [
                {"what": "Nan walks Ella to school", "who": "Nan", "by": "2026-12-07", "id": "walk"},
                {"what": "Mum rings the school", "who": "Mum", "by": "2026-12-07", "id": "ring"},
            ],
        }
    ],
    "key_dates": KEY_DATES,
}
KAI = {
    **ELLA,
    "id": "kai-plan",
    "children": [{"name": "Kai", "stage": "older"}],
    "needs": [{**ELLA["needs"][0], "change": "Sleep", "whose": "Kai"}],
}


ELLA_S = "ella-plan-fb2cb45b"  # the plan's id, and the first child's name in a form that nobody reads


def events(answers, area="torbay", today=TODAY):
    written = pyforms.export("smart-plan", answers, area, today, "plan.ics")
    return list(Read.from_ical(written).walk("VEVENT"))


def imported(*files):
    """What a calendar holds after importing one file after another: an id that it has is the same event, moved."""
    held = {}
    for file in files:
        for event in file:
            before = held.get(str(event["UID"]))
            if before is None or event["SEQUENCE"] >= before["SEQUENCE"]:
                held[str(event["UID"])] = event
    return held


def titles(answers, area="torbay"):
    return [str(event["SUMMARY"]) for event in events(answers, area)]


def without_ids(answers):
    return json.loads(json.dumps(answers), object_hook=lambda each: {key: each[key] for key in each if key != "id"})


def said(answers, area="torbay", today=TODAY):
    found = pyforms.submit("smart-plan", answers, area, today).document
    return json.dumps(document.as_json(found), ensure_ascii=False)


def reviewed(answers):
    """The answers that the next plan starts with."""
    review = {"day": "2027-01-04", "next_review": "2027-02-15"}
    found = pyforms.submit("smart-plan", {**answers, "review": review}, "torbay", date(2027, 1, 4))
    return found.documents["family-copy"].envelope["answers"]


@pytest.mark.parametrize(("one", "other"), [(ELLA, KAI), (without_ids(ELLA), without_ids(KAI))])
def test_two_families_with_the_same_dates_keep_every_event(one, other):
    assert len(imported(events(one), events(other))) == len(events(one)) + len(events(other))


def test_twenty_families_keep_every_event():
    files = [events({**ELLA, "id": f"family-{number}"}) for number in range(20)]
    assert len(imported(*files)) == 20 * len(files[0])


def test_every_event_of_a_plan_has_an_id_of_its_own():
    """Two actions that are due on one day are two things to do."""
    assert len({event["UID"] for event in events(ELLA)}) == len(events(ELLA)) == 10


def test_the_same_file_imported_twice_fills_a_calendar_once():
    assert imported(events(ELLA), events(ELLA)).keys() == imported(events(ELLA)).keys()


def test_a_date_that_moved_keeps_its_id_with_a_higher_sequence():
    first = {**ELLA, "checked": 1}
    moved = {**ELLA, "checked": 2, "review_day": "2027-01-11"}
    held = imported(events(first), events(moved))
    assert len(held) == len(events(first))
    review = held[f"{ELLA_S}-review-1@early-help-guide"]
    assert (review["DTSTART"].dt, review["SEQUENCE"]) == (date(2027, 1, 11), 2)


def test_an_action_that_moved_or_was_said_otherwise_keeps_its_id_and_so_does_one_in_another_place():
    walk, ring = ELLA["needs"][0]["actions"]
    other = {**ELLA["needs"][0], "actions": [{**ring, "by": "2026-12-14"}, {**walk, "what": "Nan and Ella walk"}]}
    held = imported(events({**ELLA, "checked": 1}), events({**ELLA, "checked": 2, "needs": [other]}))
    assert len(held) == len(events(ELLA))
    assert held[f"{ELLA_S}-action-ring@early-help-guide"]["DTSTART"].dt == date(2026, 12, 14)
    assert held[f"{ELLA_S}-action-walk@early-help-guide"]["DTSTART"].dt == date(2026, 12, 7)


def test_the_next_plan_keeps_the_id_and_its_review_stands_beside_the_one_that_was():
    following = reviewed({**ELLA, "checked": 4})
    assert (following["id"], following["checked"], following["round"]) == ("ella-plan", 4, 2)
    assert [action["id"] for action in following["needs"][0]["actions"]] == ["walk", "ring"]
    held = imported(events(ELLA), events(following))
    days = {uid: event["DTSTART"].dt for uid, event in held.items()}
    assert days[f"{ELLA_S}-review-1@early-help-guide"] == date(2027, 1, 4)
    assert days[f"{ELLA_S}-review-2@early-help-guide"] == date(2027, 2, 15)
    assert len([uid for uid in days if "-assessment@" in uid]) == 1  # once in the work with a family, not in each plan
    assert len([uid for uid in days if "-plan-shared-" in uid]) == 2


def test_a_plan_without_an_id_says_what_its_calendar_cannot_do():
    assert "delete an old entry that stays" in said(ELLA)
    assert "This plan has no id of its own" in said(without_ids(ELLA))
    assert "This plan has no id of its own" not in said(ELLA)


def test_a_reference_that_the_user_chose_tells_families_apart_in_every_title():
    assert all("EH 12" in title for title in titles({**ELLA, "calendar": {"reference": "EH 12"}}))
    named = {"reference": "EH 12", "names_in_titles": ["names"]}
    assert "EH 12 Nan: Nan walks Ella to school" in titles({**ELLA, "calendar": named})
    assert "give it a reference" in said(ELLA)


@pytest.mark.parametrize("area", ["torbay", "kent", "doncaster", "solihull", "general"])
def test_a_title_says_whose_rule_it_is_and_what_it_counts_from(area):
    rules = [title for title in titles(ELLA, area) if "(" in title]
    assert all(title.startswith("Early Help: ") and title.endswith(")") for title in rules)
    assert not any("best length" in title or "last day:" in title for title in titles(ELLA, area))


def test_each_rule_is_named_so_that_it_is_understood_in_a_calendar():
    assert {title for title in titles(ELLA) if "(" in title} == {
        "Early Help: assessment due (Torbay: within 20 working days of consent)",
        "Early Help: first team meeting due (Torbay: within 10 working days of a lead being agreed)",
        "Early Help: plan and minutes to be sent (Torbay: within 7 days of the latest plan or review)",
        "Early Help: first review due (Torbay: within 6 weeks of the first team meeting)",
        "Early Help: last day for the next review (Torbay: every 6 weeks from the latest plan or review)",
        "Early Help: a plan’s usual length is over (Torbay: 12 to 14 weeks from the first plan)",
        "Early Help: senior review due, if the case is still open (Torbay: 6 months after the day the case was opened)",
    }


@pytest.mark.parametrize(("remind", "rings"), [(None, 2), ("week-and-day", 2), ("day", 1), ("none", 0)])
def test_reminders_are_one_choice(remind, rings):
    answers = {**ELLA, "calendar": {"remind": remind} if remind else {}}
    (review,) = (event for event in events(answers) if f"{ELLA_S}-review-1@" in event["UID"])
    assert len(review.walk("VALARM")) == rings


def test_past_the_published_bank_holidays_the_event_says_so_as_the_document_does():
    late = {**ELLA, "plan_day": "2029-01-08", "review_day": "2029-02-19", "key_dates": {"consent": "2028-12-11"}}
    (assessment,) = (event for event in events(late, today=date(2029, 1, 8)) if "-assessment@" in event["UID"])
    warning = "bank holidays after 2028 are not published yet: check this by hand"
    assert assessment["DTSTART"].dt == date(2029, 1, 11)
    assert warning in str(assessment["DESCRIPTION"])
    assert warning in said(late, today=date(2029, 1, 8))
    assert not any(warning in str(event.get("DESCRIPTION")) for event in events(ELLA))


def test_paper_asks_nothing_about_a_calendar_file():
    written = blank(pyforms.get("smart-plan"), areas.get("torbay"))
    assert "alendar" not in json.dumps(document.as_json(written))


def test_an_id_that_could_end_a_line_of_the_file_is_refused():
    with pytest.raises(pyforms.AnswersInvalid):
        events({**ELLA, "id": "a\r\nEND:VEVENT"})


def test_a_file_of_version_1_opens_with_its_choice_of_titles():
    old = {**without_ids(ELLA), "names_in_titles": ["names"]}
    envelope = {"kind": "early-help-form", "form": "smart-plan", "version": 1, "area": "torbay", "saved": "2026-11-23"}
    opened = pyforms.open_saved(json.dumps({**envelope, "answers": old}).encode())
    assert opened.version == 3
    assert opened.answers["calendar"]["names_in_titles"] == ["names"]
    assert "Nan: Nan walks Ella to school" in titles(opened.answers)


def asked(answers, path):
    return [prompt for prompt in pyforms.submit("smart-plan", answers, "torbay", TODAY).prompts if prompt.path == path]


def test_a_saved_plan_that_is_used_for_another_family_takes_the_place_of_nothing():
    tom = {**ELLA, "checked": 5, "children": [{"name": "Tom"}], "calendar": {"reference": "EH 13"}}
    held = imported(events(ELLA), events(tom))
    assert len(held) == len(events(ELLA)) + len(events(tom))


def test_a_brother_or_another_way_of_typing_the_name_makes_no_new_entries():
    more = {**ELLA, "checked": 1, "children": [{"name": " ELLA "}, {"name": "Tom"}]}
    assert imported(events(ELLA), events(more)).keys() == imported(events(ELLA)).keys()


def test_the_page_says_that_another_first_name_makes_new_entries():
    assert "Where the first child’s name changes, every entry comes anew" in said(ELLA)


def test_a_day_that_is_asked_about_waits_and_so_does_what_counts_from_it():
    odd = {
        **ELLA,
        "review_day": "2072-01-08",
        "key_dates": {**KEY_DATES, "consent": "2028-01-01", "first_meeting": "1926-01-01"},
        "needs": [{**ELLA["needs"][0], "actions": [{**ELLA["needs"][0]["actions"][0], "by": "2062-12-07"}]}],
    }
    left = {str(event["UID"]).removeprefix(ELLA_S).partition("@")[0] for event in events(odd)}
    assert {event["DTSTART"].dt.year for event in events(odd)} <= {2026, 2027}
    assert not left & {"-review-1", "-action-walk", "-rule-assessment", "-rule-first-review"}
    assert "4 entries left out: the dates are asked about. If you mean one, enter it by hand." in said(odd)
    assert "counted from a date that is asked about" in said(odd)
    assert "asked about" not in said(ELLA)


def test_a_plan_whose_every_day_is_asked_about_has_no_calendar_file_and_says_so():
    odd = {**ELLA, "plan_day": "2016-11-23", "review_day": "2072-01-08", "key_dates": {}, "needs": []}
    odd["needs"] = [{**ELLA["needs"][0], "actions": []}]
    assert "plan.ics" not in pyforms.submit("smart-plan", odd, "torbay", TODAY).files
    assert "There is none. 4 entries left out" in said(odd)


@pytest.mark.parametrize("reference", ["Ella Lowe", "EH ella", "Nan’s", "Ms Priya 2"])
def test_a_reference_that_holds_a_name_of_the_plan_is_asked_about(reference):
    walk = {**ELLA["needs"][0]["actions"][0], "who": "Nan", "agreed_by": "Nan, Priya Nair"}
    named = {**ELLA, "needs": [{**ELLA["needs"][0], "actions": [walk]}], "calendar": {"reference": reference}}
    (prompt,) = asked(named, "calendar.reference")
    assert prompt.question == "Is this somebody’s name?"


@pytest.mark.parametrize("reference", ["EH 12", "school 4", "E 7", ""])
def test_a_reference_without_a_name_is_not(reference):
    by_school = {**ELLA["needs"][0]["actions"][0], "who": "School nurse"}
    needs = [{**ELLA["needs"][0], "actions": [by_school]}]
    assert not asked({**ELLA, "needs": needs, "calendar": {"reference": reference}}, "calendar.reference")


def test_names_in_titles_are_asked_about_where_words_may_be_about_danger():
    titled = {"names_in_titles": ["names"]}
    refuge = {**ELLA["needs"][0], "actions": [{"what": "Kerry goes to refuge in Exeter", "who": "Kerry"}]}
    (prompt,) = asked({**ELLA, "needs": [refuge], "calendar": titled}, "calendar.names_in_titles")
    assert prompt.question == "Who can see this calendar?"
    assert not asked({**ELLA, "calendar": titled}, "calendar.names_in_titles")
    assert not asked({**ELLA, "needs": [refuge]}, "calendar.names_in_titles")


DATED = {**ELLA, "checked": 1, "dated": "walk@2026-12-07 ring@2026-12-07"}
RING = f"{ELLA_S}-action-ring@early-help-guide"


def without_ring(**said):
    return {**DATED, "checked": 2, "needs": [{**ELLA["needs"][0], "actions": ELLA["needs"][0]["actions"][:1]}], **said}


def with_ring(**said):
    walk, ring = ELLA["needs"][0]["actions"]
    return {**DATED, "checked": 2, "needs": [{**ELLA["needs"][0], "actions": [walk, {**ring, **said}]}]}


@pytest.mark.parametrize(
    "answers",
    [without_ring(), with_ring(by=None), with_ring(review={"status": "not-needed"})],
    ids=["removed", "without a day", "not needed"],
)
def test_an_action_that_the_plan_has_no_longer_is_cancelled_where_a_calendar_has_it(answers):
    held = imported(events(DATED), events(answers))
    assert held.keys() == imported(events(DATED)).keys()
    gone = held[RING]
    assert (str(gone["STATUS"]), gone["SEQUENCE"], gone["DTSTART"].dt) == ("CANCELLED", 2, date(2026, 12, 7))
    assert not gone.walk("VALARM")
    assert [uid for uid, event in held.items() if "STATUS" in event] == [RING]
    assert "an action is no longer in the plan. Not every calendar then takes it out" in said(answers)


def test_what_is_done_stays_in_a_calendar_and_is_not_cancelled_in_the_next_plan():
    done = with_ring(review={"status": "done"})
    assert RING not in imported(events(done))
    following = reviewed(done)
    assert following["dated"] == "walk@2026-12-07"
    assert RING not in imported(events(following))
    assert "no longer in the plan" not in said(DATED)


def test_what_was_taken_out_before_a_review_is_still_cancelled_after_it():
    assert str(imported(events(reviewed(without_ring())))[RING]["STATUS"]) == "CANCELLED"


@pytest.mark.parametrize("dated", ["ring", "ring@", "ring@soon", "ring@9999-12-31", "@2026-12-07", "@ @@ -", "a@b@c"])
def test_a_day_that_nobody_can_read_cancels_nothing_of_the_plan(dated):
    held = imported(events({**DATED, "dated": dated}))
    assert held.keys() >= imported(events(ELLA)).keys()
    assert not any("STATUS" in held[uid] for uid in imported(events(ELLA)))
