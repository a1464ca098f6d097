"""What one form knows another may begin with; the folder says where it is from, and overwrites nothing."""

import json
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path

import pytest

import pyforms
from pyforms import fields, saved
from pyforms.flows import Today, UsualScale
from pyforms.folder.joining import beginning, described, flows, known, offers, takes
from pyforms.folder.laying import laid
from pyforms.folder.model import Dot, Folder, Item, Member
from pyforms.folder.names import rename
from pyforms.folder.opening import from_form, with_form
from pyforms.genogram import notation
from pyforms.people import Private, Who

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 10, 20)
EXAMPLES = [(form, example.name) for form in pyforms.FORM_IDS for example in pyforms.examples(form)]


@cache
def sealed(form, name):
    example = next(each for each in pyforms.examples(form) if each.name == name)
    return saved.checked(pyforms.submit(form, example.answers, example.area, example.today).document.envelope)


@cache
def folder_of(*forms):
    ids = (f"n-{number}" for number in count(1))
    first, *rest = [sealed(*each) for each in forms]
    folder = from_form(first, ids, "r-1")
    for each in rest:
        folder = with_form(folder, each, ids, "r-1")
    for item in folder.items:
        folder = described(folder, item, "r-1")
    return folder


def begun(folder, form, entries=(), today=TODAY):
    """The answers that a form begins with, by path."""
    return dict(beginning(folder, form, list(entries), today).entries)


def table():
    """The flows as a table in Markdown, as CONTRIBUTING has it."""
    rows = ["| thing | who offers it | who takes it |", "|---|---|---|"]
    for kind, (from_whom, to_whom) in flows().items():
        rows.append(f"| {kind.__name__} | {', '.join(from_whom) or '–'} | {', '.join(to_whom) or '–'} |")
    return "\n".join(rows)


def test_the_table_of_what_flows_where_stands_in_contributing():
    assert table() in (ROOT / "CONTRIBUTING.md").read_text("utf-8"), f"Put this table there:\n\n{table()}"


def test_nothing_is_taken_that_nobody_offers():
    assert {kind for kind, (from_whom, _) in flows().items() if not from_whom} == {Today, UsualScale}


@pytest.mark.parametrize(("form", "name"), EXAMPLES)
def test_every_form_begins_with_answers_that_its_own_page_has(form, name):
    folder = folder_of((form, name))
    for other in pyforms.FORM_IDS:
        asked = pyforms.get(other).fields
        found = beginning(folder, other, [], TODAY)
        for path, value in found.entries:
            field, _ = fields.find(asked, path)
            assert value
            if field.options:
                assert value in {option.value for option in field.options}
        assert all(each.source and each.label and each.value for each in found.came)


def test_a_plan_begins_with_the_children_the_day_of_consent_and_whom_the_family_agreed_to():
    folder = folder_of(("consent", "child-and-parents-with-limits"))
    answers = sealed("consent", "child-and-parents-with-limits").answers
    plan = begun(folder, "smart-plan")
    assert plan["children.0.name"] == answers["children"][0]["name"]
    assert plan["key_dates.consent"] == answers["day"]
    may = {each["name"] for each in answers["agencies"] if each["may"] == "yes"}
    may_not = {each["name"] for each in answers["agencies"] if each["may"] == "no"}
    copies = {*plan["copies"].split("\n")}
    assert may == copies
    assert may_not
    assert not copies & may_not


def scored(*meetings, scale="1-10-hope-at-1"):
    """A folder with one plan of 8 September and one scaling form: (day, {person: score}) for each meeting."""
    answers = {
        "questions": [{"question": "How are mornings?", "worst": "Tears", "hope": "Breakfast"}],
        "meetings": [
            {"day": day, "scale": scale, "scores": [{"person": name, "score": score} for name, score in given.items()]}
            for day, given in meetings
        ],
    }
    plan = {
        "plan_day": "2026-09-08",
        "review_day": "2026-10-20",
        "children": [{"name": "Ella"}],
        "needs": [{"change": "Mornings are a fight", "whose": "Ella"}],
    }
    ids = (f"n-{number}" for number in count(1))
    sealed_ones = [
        saved.checked(pyforms.submit(form, held, "torbay", date(2026, 10, 20)).document.envelope)
        for form, held in (("smart-plan", plan), ("scaling", answers))
    ]
    folder = from_form(sealed_ones[0], ids, "r-1")
    folder = with_form(folder, sealed_ones[1], ids, "r-1")
    return described(folder, folder.items[0], "r-1"), fields.flatten(plan)


def test_a_review_has_the_score_of_the_plans_day_and_the_one_of_today_with_their_own_scale():
    folder, plan = scored(("2026-09-08", {"Ella": 8, "Mum": 7}), ("2026-10-20", {"Ella": 6, "Mum": 7}))
    review = begun(folder, "smart-plan", plan)
    rows = [
        tuple(review[f"review.scaling.scores.{at}.{name}"] for name in ("person", "before", "now")) for at in (0, 1)
    ]
    assert rows == [("Ella", "8", "6"), ("Mum", "7", "7")]
    assert review["review.scaling.scale"] == "1-10-hope-at-1"
    assert review["review.day"] == "2026-10-20"
    sources = {each.source for each in beginning(folder, "smart-plan", plan, TODAY).came if "scores" in each.path}
    assert sources == {"the scaling of 20 October 2026"}


def test_a_review_says_nothing_of_now_where_nobody_was_asked_again():
    folder, plan = scored(("2026-09-08", {"Ella": 8}))
    review = begun(folder, "smart-plan", plan)
    assert (review["review.scaling.scores.0.before"], review.get("review.scaling.scores.0.now")) == ("8", None)


def test_a_plan_that_begins_is_no_review():
    folder, plan = scored(("2026-09-08", {"Ella": 8}))
    assert not [path for path in begun(folder, "smart-plan") if path.startswith("review.")]
    assert not [path for path in begun(folder, "smart-plan", plan, date(2026, 9, 8)) if path.startswith("review.")]


def test_the_second_meeting_has_today_the_areas_scale_and_whoever_gave_a_score_before():
    folder, _ = scored(("2026-09-08", {"Ella": 8}))
    item = next(each for each in folder.items if each.saved["form"] == "scaling")
    scaling = begun(folder, "scaling", fields.flatten(item.saved["answers"]))
    assert scaling["meetings.0.scores.0.score"] == "8"
    assert {path: value for path, value in scaling.items() if path.startswith("meetings.1.")} == {
        "meetings.1.day": "2026-10-20",
        "meetings.1.scale": "1-10-hope-at-1",
        "meetings.1.scores.0.person": "Ella",
        "meetings.1.scores.0.who": "child",
    }


def test_what_stands_in_a_form_stays_as_it_was_typed():
    folder, _ = scored(("2026-09-08", {"Ella": 8}))
    typed = [("plan_day", "2026-10-01"), ("children.1.name", "Ella"), ("children.1.says", "Nan walks fast.")]
    plan = begun(folder, "smart-plan", typed)
    assert plan["plan_day"] == "2026-10-01"
    assert [value for path, value in plan.items() if path.startswith("children.")] == ["Ella", "Nan walks fast."]


@pytest.mark.parametrize(("form", "name"), EXAMPLES)
def test_taking_twice_takes_nothing_more(form, name):
    folder = folder_of((form, name))
    for other in pyforms.FORM_IDS:
        once = beginning(folder, other, [], TODAY)
        again = beginning(folder, other, once.entries, TODAY)
        assert [each for each in again.came if not each.path.startswith("review.")] == []
        typed = dict(fields.flatten(sealed(form, name).answers)) if other == form else {}
        kept = dict(beginning(folder, other, list(typed.items()), TODAY).entries)
        assert {path: kept.get(path) for path in typed} == typed


def test_the_worries_of_a_threshold_check_are_what_a_plan_may_change():
    folder = folder_of(("threshold", "mornings-are-hard"))
    changes = [path for path in begun(folder, "smart-plan") if path.endswith(".change")]
    assert len(changes) == len(sealed("threshold", "mornings-are-hard").answers["concerns"])


def test_a_baby_who_is_not_born_yet_is_asked_for_no_score():
    baby = Member(id="p-1", name="Baby", who=Who.CHILD, due=date(2027, 1, 5), dot=Dot("r-1", 1))
    folder = Folder(id="f-1", area="kent", saved=date(2026, 9, 8), people=[baby])
    assert not [path for path in begun(folder, "scaling") if "person" in path]
    assert begun(folder, "smart-plan")["children.0.stage"] == "unborn"


def test_a_person_has_what_a_form_says_of_them_and_keeps_what_the_folder_says():
    folder = folder_of(("consent", "both-parents"))
    zofia = folder.people[0]
    assert (zofia.who, zofia.born) == (Who.CHILD, date(2022, 3, 4))
    other = folder.put(zofia.model_copy(update={"born": date(2022, 3, 5)}), "r-2")
    assert described(other, other.items[0], "r-3").people[0].born == date(2022, 3, 5)


def family(*people):
    members = [Member(id=f"p-{place}", dot=Dot("r-1", place), **each) for place, each in enumerate(people, 1)]
    return Folder(id="f-1", area="kent", saved=date(2026, 9, 8), people=members)


def test_a_genogram_begins_with_the_familys_people_and_homes_and_no_bond_that_nobody_has_said():
    folder = family(
        {"name": "Ella", "who": Who.CHILD, "born": date(2017, 3, 2), "home": "Mum’s flat"},
        {"name": "Kim", "who": Who.PARENT, "relation": "mother", "home": "Mum’s flat"},
        {"name": "Bump", "who": Who.CHILD, "due": date(2027, 1, 5)},
        {"name": "Jo Lister", "who": Who.WORKER},
    )
    drawn, faults = notation.read(begun(folder, "genogram")["text"])
    assert not faults
    assert [(each.name, each.sex) for each in drawn.people.values()] == [
        ("Ella", "unknown"),
        ("Kim", "female"),
        ("Bump", "unborn"),
    ]
    assert drawn.unions == ()
    assert [[drawn.people[each].name for each in home.members] for home in drawn.households] == [["Ella", "Kim"]]


@pytest.mark.parametrize("form", pyforms.FORM_IDS)
def test_no_form_begins_with_what_is_private(form):
    private = {"private": [Private.HOME, Private.BORN, Private.RELATION]}
    folder = family(
        {"name": "Ella", "who": Who.CHILD, "born": date(2017, 3, 2), "home": "14 Hill Rise", **private},
        {"name": "Kim", "who": Who.PARENT, "relation": "adoptive mother", "home": "14 Hill Rise", **private},
        {"name": "Secret Sid", "who": Who.PARENT, "private": [Private.ALL]},
    )
    told = str(begun(folder, form))
    assert not [each for each in ("Hill Rise", "2017", "2 Mar", "adoptive", "Sid") if each in told]


def test_half_done_work_offers_nothing_yet():
    entries = [["meetings.0.scores.0.person", "Maya"], ["meetings.0.scores.0.score", "eleventy"]]
    held = {"kind": "early-help-form", "form": "scaling", "version": 1, "area": "kent", "saved": "2026-09-08"}
    half = saved.from_json(json.dumps({**held, "state": "unfinished", "entries": entries}))
    folder = from_form(half, (f"n-{number}" for number in count()), "r-1")
    assert {each.source for each in known(folder, TODAY)} == {
        "today’s date",
        "the scale in use: Kent",
        "the folder’s people",
    }


@pytest.mark.parametrize("form", pyforms.FORM_IDS)
def test_every_form_says_what_it_offers_and_takes(form):
    assert offers(form)
    assert isinstance(takes(form), dict)


def with_form_in(folder, form, answers, on):
    """The folder in which that form lies, and its names are people."""
    held = saved.checked(pyforms.submit(form, answers, "kent", date.fromisoformat(on)).document.envelope)
    item = Item(id=f"i-{form}-{on}", dot=Dot("r-1", 1), on=on, saved=held.model_dump(mode="json"))
    return laid(folder.put(item, "r-1"), item.id, (f"n-{on}-{number}" for number in count(1)), "r-1")


def consent_by(name, job, on):
    return {
        "day": on,
        "purpose": "Mornings",
        "worker": {"name": name, "job": job},
        "children": [{"name": "Ella"}],
        "people": [{"name": "Kim", "role": "parent", "answer": "agrees"}],
        "decision": "one_parent",
        "privacy": "yes",
    }


def plan_of(on, **more):
    needs = [{"change": "Mornings are a fight", "whose": "Ella", **more.pop("need", {})}]
    return {"plan_day": on, "review_day": "2026-12-20", "children": [{"name": "Ella"}], "needs": needs, **more}


SOCIAL_WORKER = {"name": "Priya Shah", "who": Who.WORKER, "work": "social worker"}


def test_nobody_who_works_with_the_family_is_taken_for_whoever_uses_the_tool():
    folder = family(SOCIAL_WORKER)
    assert not [path for path in begun(folder, "consent") if path.startswith("worker")]
    assert "lead" not in begun(folder, "smart-plan")


def test_whoever_uses_the_tool_is_whom_the_newest_form_names_as_that():
    folder = with_form_in(family(SOCIAL_WORKER), "consent", consent_by("Jo Vane", "mentor", "2026-09-08"), "2026-09-08")
    assert begun(folder, "smart-plan")["lead"] == "Jo Vane, mentor"
    assert begun(folder, "consent")["worker.name"] == "Jo Vane"
    plan = plan_of("2026-09-10", lead="Sasha Bell, nurse")
    later = with_form_in(folder, "smart-plan", plan, "2026-09-10")
    assert (begun(later, "consent")["worker.name"], begun(later, "consent")["worker.job"]) == ("Sasha Bell", "nurse")


@pytest.mark.parametrize("lead", ["To be agreed", "the school", "not known yet", "07700 900123"])
def test_a_lead_of_whom_the_plan_has_no_name_is_nobody(lead):
    folder = with_form_in(family(), "smart-plan", plan_of("2026-09-10", lead=lead), "2026-09-10")
    assert not [path for path in begun(folder, "consent") if path.startswith("worker")]


def test_whoever_records_consent_is_in_the_folder_as_somebody_who_works_with_the_family_after_the_family():
    folder = with_form_in(family(), "consent", consent_by("Jo Vane", "mentor", "2026-09-08"), "2026-09-08")
    assert [each.name for each in folder.people] == ["Ella", "Kim", "Jo Vane"]
    assert (folder.people[-1].who, folder.people[-1].work) == (Who.WORKER, "mentor")


def test_whoever_does_something_by_a_first_name_that_one_person_has_is_that_person():
    need = {"actions": [{"what": "Walks Ella to school", "who": "Dana"}, {"what": "Rings", "who": "Sam"}]}
    folder = family({"name": "Ella"}, {"name": "Dana Marsh"}, {"name": "Sam (dad)"}, {"name": "Sam (brother)"})
    after = with_form_in(folder, "smart-plan", plan_of("2026-09-10", need=need), "2026-09-10")
    assert [each.name for each in after.people] == [each.name for each in folder.people]
    (plan,) = after.items
    assert plan.people == {"Ella": "p-1", "Dana": "p-2"}


CHILD = {"name": "Ella", "who": Who.CHILD, "born": date(2018, 5, 4)}
BUMP = {"name": "Bump", "who": Who.CHILD, "due": date(2027, 1, 5)}


def checked(folder, whom=""):
    """What a threshold check about somebody begins with."""
    return dict(beginning(folder, "threshold", [], TODAY, whom).entries)


def test_a_threshold_check_knows_the_age_or_the_due_date_of_the_child_that_it_is_about():
    folder = family(CHILD, BUMP, {"name": "Kim", "who": Who.PARENT})
    assert checked(folder) == {}
    assert checked(folder, "p-1") == {"child_age": "8"}
    assert checked(folder, "p-2") == {"due_date": "2027-01-05"}


@pytest.mark.parametrize(
    ("known", "age"),
    [
        ({"age": 8, "age_on": TODAY}, "8"),
        ({"age": 8}, "8"),
        ({"age": 8, "age_on": date(2026, 3, 1)}, None),
        ({"born_about": "2018"}, None),
        ({"born": date(2018, 5, 4), "private": [Private.BORN]}, None),
        ({}, None),
    ],
)
def test_an_age_that_may_be_a_year_off_or_is_private_is_asked_in_a_threshold_check(known, age):
    assert checked(family({"name": "Ella", "who": Who.CHILD, **known}), "p-1").get("child_age") == age


def test_a_family_that_says_what_is_hard_need_not_say_how_old_its_children_are_again():
    folder = family(CHILD, BUMP, {"name": "Max", "who": Who.YOUNG_PERSON, "age": 15}, {"name": "Kim", "age": 40})
    found = beginning(folder, "what-help", [], TODAY).entries
    assert found == [("age", "expected"), ("age", "primary"), ("age", "teens")]


def test_whom_a_threshold_check_is_about_stays_beside_it_and_has_their_new_name_there():
    held = saved.checked(pyforms.submit("threshold", {"danger": "no", "child_age": 8}, "kent", TODAY).document.envelope)
    item = Item(id="i-1", dot=Dot("r-1", 1), on=TODAY, people={"Ella": "p-1"}, saved=held.model_dump(mode="json"))
    folder = laid(family(CHILD, BUMP).put(item, "r-1"), "i-1", iter(["n-1"]), "r-1")
    assert folder.items[0].people == {"Ella": "p-1"}
    assert rename(folder, "p-1", "Elle", "r-1").items[0].people == {"Elle": "p-1"}
