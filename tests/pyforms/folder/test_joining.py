"""What one form knows another may begin with; the folder says where it is from, and overwrites nothing."""

import json
from datetime import date
from itertools import count
from pathlib import Path

import pytest

import pyforms
from pyforms import fields, saved
from pyforms.folder.joining import beginning, described, flows, known, offers, takes
from pyforms.folder.model import Dot, Folder, Member
from pyforms.folder.opening import from_form, with_form
from pyforms.people import Who

ROOT = Path(__file__).parents[3]
EXAMPLES = [(form, example.name) for form in pyforms.FORM_IDS for example in pyforms.examples(form)]


def sealed(form, name):
    example = next(each for each in pyforms.examples(form) if each.name == name)
    return saved.checked(pyforms.submit(form, example.answers, example.area, example.today).document.envelope)


def folder_of(*forms):
    ids = (f"n-{number}" for number in count(1))
    first, *rest = [sealed(*each) for each in forms]
    folder = from_form(first, ids, "r-1")
    for each in rest:
        folder = with_form(folder, each, ids, "r-1")
    for item in folder.items:
        folder = described(folder, item, "r-1")
    return folder


def table():
    """The flows as a table in Markdown, as CONTRIBUTING has it."""
    rows = ["| thing | who offers it | who takes it |", "|---|---|---|"]
    for kind, (from_whom, to_whom) in flows().items():
        rows.append(f"| {kind.__name__} | {', '.join(from_whom) or '–'} | {', '.join(to_whom) or '–'} |")
    return "\n".join(rows)


def test_the_table_of_what_flows_where_stands_in_contributing():
    assert table() in (ROOT / "CONTRIBUTING.md").read_text("utf-8"), f"Put this table there:\n\n{table()}"


def test_nothing_is_taken_that_nobody_offers():
    assert all(from_whom for from_whom, _ in flows().values())


@pytest.mark.parametrize(("form", "name"), EXAMPLES)
def test_every_form_begins_with_answers_that_its_own_page_has(form, name):
    folder = folder_of((form, name))
    for other in pyforms.FORM_IDS:
        asked = pyforms.get(other).fields
        for taken in beginning(folder, other):
            assert taken.source
            for path, value in taken.answers:
                found = fields.find(
                    asked, f"{taken.group}.0.{path}" if is_repeat(asked, taken.group) else joined(taken.group, path)
                )
                assert found, (other, taken)
                assert value
                if found[0].options:
                    assert value in {option.value for option in found[0].options}


def is_repeat(asked, group):
    found = fields.find(asked, group) if group else None
    return bool(found and found[0].kind == "repeat")


def joined(group, path):
    return f"{group}.{path}" if group else path


def test_a_plan_begins_with_the_children_the_day_of_consent_and_whom_the_family_agreed_to():
    folder = folder_of(("consent", "child-and-parents-with-limits"))
    answers = sealed("consent", "child-and-parents-with-limits").answers
    taken = [(each.group, dict(each.answers)) for each in beginning(folder, "smart-plan")]
    assert ("children", {"name": answers["children"][0]["name"]}) in taken
    assert ("", {"key_dates.consent": answers["day"]}) in taken
    may = {each["name"] for each in answers["agencies"] if each["may"] == "yes"}
    may_not = {each["name"] for each in answers["agencies"] if each["may"] == "no"}
    copies = {pairs["copies"] for group, pairs in taken if "copies" in pairs}
    assert may == copies
    assert may_not
    assert not copies & may_not


def test_a_review_is_held_against_the_last_scores_with_their_own_scale():
    folder = folder_of(("scaling", "towards-the-hope-in-torbay"))
    answers = sealed("scaling", "towards-the-hope-in-torbay").answers
    last = max(answers["meetings"], key=lambda meeting: meeting["day"])
    taken = [each for each in beginning(folder, "smart-plan") if each.group == "review.scaling.scores"]
    assert {dict(each.answers)["person"]: float(dict(each.answers)["before"]) for each in taken} == {
        each["person"]: each["score"] for each in last["scores"]
    }
    assert ("scale", last["scale"]) in [pair for each in beginning(folder, "smart-plan") for pair in each.answers]
    assert all(each.source.startswith("the scaling of ") for each in taken)


def test_the_worries_of_a_threshold_check_are_what_a_plan_may_change():
    folder = folder_of(("threshold", "mornings-are-hard"))
    changes = [dict(each.answers)["change"] for each in beginning(folder, "smart-plan") if each.group == "needs"]
    assert len(changes) == len(sealed("threshold", "mornings-are-hard").answers["concerns"])


def test_a_baby_who_is_not_born_yet_is_asked_for_no_score():
    baby = Member(id="p-1", name="Baby", who=Who.CHILD, due=date(2027, 1, 5), dot=Dot("r-1", 1))
    folder = Folder(id="f-1", area="kent", saved=date(2026, 9, 8), people=[baby])
    assert beginning(folder, "scaling") == []
    assert ("stage", "unborn") in beginning(folder, "smart-plan")[0].answers


def test_a_person_has_what_a_form_says_of_them_and_keeps_what_the_folder_says():
    folder = folder_of(("consent", "both-parents"))
    zofia = folder.people[0]
    assert (zofia.who, zofia.born) == (Who.CHILD, date(2022, 3, 4))
    other = folder.put(zofia.model_copy(update={"born": date(2022, 3, 5)}), "r-2")
    assert described(other, other.items[0], "r-3").people[0].born == date(2022, 3, 5)


def test_half_done_work_offers_nothing_yet():
    entries = [["meetings.0.scores.0.person", "Maya"], ["meetings.0.scores.0.score", "eleventy"]]
    held = {"kind": "early-help-form", "form": "scaling", "version": 1, "area": "kent", "saved": "2026-09-08"}
    half = saved.from_json(json.dumps({**held, "state": "unfinished", "entries": entries}))
    folder = from_form(half, (f"n-{number}" for number in count()), "r-1")
    assert [each.source for each in known(folder)] == ["the folder’s people"]


@pytest.mark.parametrize("form", pyforms.FORM_IDS)
def test_every_form_says_what_it_offers_and_takes(form):
    assert offers(form)
    assert isinstance(takes(form), dict)
