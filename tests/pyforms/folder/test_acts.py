"""The folder's page asks these acts; each takes the folder whole and gives it back whole, or refuses in words."""

import json

import pytest
from folder_page import EXAMPLES, TODAY, act, begun, opened, pairs, refused, result, with_item

import pyforms
from pyforms import fields, saved
from pyforms.exporters import write
from pyforms.folder.acts import ACTS


@pytest.mark.parametrize(("form", "name"), EXAMPLES)
def test_a_folder_begins_with_any_saved_form_and_gives_it_back(form, name):
    made = result(form, name)
    found = opened(write(made.document, "json"))
    held = found["folder"]
    assert found["left_out"] == []
    assert [each["saved"]["form"] for each in held["items"]] == [form]
    taken = act("taken", folder=held, item=held["items"][0]["id"])
    assert taken["form"] == form
    assert taken["entries"] == [list(pair) for pair in fields.flatten(saved.checked(made.document.envelope).answers)]
    seen = act("view", folder=held, today=TODAY)
    assert [each["state"] for each in seen["items"]] == ["finished"]
    assert seen["training"]


@pytest.mark.parametrize("kind", ["html", "json", "pdf"])
def test_a_folder_begins_with_a_saved_form_of_any_format(kind):
    found = opened(write(result("scaling", "first-meeting").document, kind))
    assert {each["name"] for each in found["folder"]["people"]} == {"Maya", "Mum", "Miss Okafor"}
    assert found["message"].startswith("A new folder begins with the scaling of ")


def test_a_folder_begins_with_a_genogram_and_everybody_alive_who_has_a_name_there():
    held = begun("genogram", "two-households")
    assert len(held["people"]) > 2
    assert {*held["items"][0]["people"].values()} == {each["id"] for each in held["people"]}


def test_a_folder_begins_with_a_family_tree_from_another_program():
    written = pyforms.export("genogram", *whole("genogram", "two-households"), "family.ged")
    found = opened(written)
    assert found["folder"]["items"][0]["saved"]["form"] == "genogram"
    assert found["folder"]["people"]


def whole(form, name):
    example = next(each for each in pyforms.examples(form) if each.name == name)
    return example.answers, example.area, example.today


def test_a_folder_opens_again_and_says_what_it_holds():
    held = begun("consent", "both-parents")
    found = opened(json.dumps(held).encode())
    assert found["folder"] == held
    assert found["message"] == "The folder that was saved on 28 November 2026 is open: 4 people and 1 form."
    assert found["left_out"] == []


def test_a_folder_for_an_area_that_this_site_does_not_have_opens_and_says_so():
    held = {**begun("consent", "both-parents"), "area": "nowhere"}
    found = opened(json.dumps(held).encode(), area="torbay")
    assert found["folder"]["area"] == "torbay"
    assert "Choose your area again" in found["message"]


def test_a_form_that_is_laid_in_brings_whoever_is_new_and_knows_whoever_is_there():
    held = begun("scaling", "first-meeting")
    more = act("laid", folder=with_item(held, "scaling", "first-meeting"), item="i-more", session="r-page", ids=["x"])
    assert more["folder"]["people"] == held["people"]
    assert more["folder"]["items"][1]["people"] == held["items"][0]["people"]
    assert more["message"] == ""
    other = with_item(held, "consent", "both-parents")
    found = act("laid", folder=other, item="i-more", session="r-page", ids=["x"])
    assert found["message"] == "New in this folder: Zofia, Ewa Nowak, Piotr Nowak and Marcus Hale."
    ids = [each["id"] for each in found["folder"]["people"]]
    assert len({*ids}) == len(ids) == 7


def test_a_form_of_which_a_name_was_typed_otherwise_speaks_of_nobody_by_the_old_one():
    held = begun("scaling", "first-meeting")
    text = json.dumps(held["items"][0]["saved"]).replace("Maya", "May")
    item = {**held["items"][0], "saved": json.loads(text)}
    found = act("laid", folder={**held, "items": [item]}, item=item["id"], session="r-page", ids=["x"])
    assert {*found["folder"]["items"][0]["people"]} == {"Mum", "Miss Okafor"}
    assert found["message"] == "To look at: 1."
    (ask,) = act("view", folder=found["folder"], today=TODAY)["asks"]
    assert ask["words"].endswith("is that Maya?")


def test_half_done_work_is_laid_in_as_it_was_typed_and_comes_out_so():
    held = begun("scaling", "first-meeting")
    typed = [["meetings.0.scores.0.person", "Nan"], ["meetings.0.scores.0.score", "eleventy"]]
    half = {"kind": "early-help-form", "form": "scaling", "version": 1, "area": "kent", "saved": "2026-11-28"}
    more = with_item(
        held, "scaling", "first-meeting", on=TODAY, saved={**half, "state": "unfinished", "entries": typed}
    )
    found = act("laid", folder=more, item="i-more", session="r-page", ids=["x"])
    assert found["message"] == "New in this folder: Nan."
    taken = act("taken", folder=found["folder"], item="i-more")
    assert taken["entries"] == typed
    assert "Nothing of it has been checked yet" in taken["message"]
    seen = act("view", folder=found["folder"], today=TODAY)
    assert [each["state"] for each in seen["items"]] == ["unfinished", "finished"]
    assert seen["comes_next"][0]["item"] == "i-more"


def test_half_done_work_with_a_name_of_a_thousand_parts_is_refused_in_words():
    held = begun("scaling", "first-meeting")
    half = {"kind": "early-help-form", "form": "scaling", "version": 1, "area": "kent", "saved": "2026-11-28"}
    deep = {**half, "state": "unfinished", "entries": [["a." * 5000, "x"]]}
    more = with_item(held, "scaling", "first-meeting", saved=deep)
    assert refused("laid", folder=more, item="i-more", session="r", ids=["x"])["kind"] == "cannot-open"
    assert "Form 2" in opened(json.dumps(more).encode())["left_out"][0]


def test_a_new_person_stands_in_the_folder_once():
    held = begun("scaling", "first-meeting")
    told = pairs(name="Grace", who="parent", born="1990-05-01", private=["home"], home="12 Elm Road")
    found = act("person", folder=held, id=None, answers=told, session="r-2", ids=["p-new"])
    assert found["id"] == "p-new"
    seen = act("view", folder=found["folder"], today=TODAY)
    assert {
        "id": "p-new",
        "name": "Grace",
        "about": "Parent or carer, born 1 May 1990 (36). Private: where they live",
    } in (seen["people"])
    again = act("person", folder=found["folder"], id="p-new", answers=told, session="r-2", ids=["x"])
    assert again["folder"] == found["folder"]


def test_two_people_of_one_name_are_told_apart_before_they_are_in_the_folder():
    held = begun("scaling", "first-meeting")
    error = refused("person", folder=held, id=None, answers=pairs(name=" maya "), session="r-2", ids=["x"])
    assert error["kind"] == "answers-invalid"
    assert error["errors"][0][0] == "name"


@pytest.mark.parametrize(
    ("answers", "path"),
    [
        ({}, "name"),
        ({"name": "x" * 201}, "name"),
        ({"name": "A", "born": "26-01-01"}, "born"),
        ({"name": "A", "born": "2020-01-01", "due": "2020-02-02"}, "due"),
        ({"name": "A", "age": "lots"}, "age"),
        ({"name": "A", "who": "boss"}, "who"),
    ],
)
def test_what_cannot_be_meant_of_a_person_is_said_beside_its_field(answers, path):
    held = begun("scaling", "first-meeting")
    error = refused("person", folder=held, id=None, answers=pairs(**answers), session="r-2", ids=["x"])
    assert [each[0] for each in error["errors"]] == [path]
    assert error["errors"][0][1]


def test_a_changed_name_goes_into_every_form_and_what_still_says_the_old_one_is_named():
    held = begun("smart-plan", "first-plan-in-torbay")
    child = held["people"][0]
    answers = {key: value for key, value in child.items() if key not in ("dot", "id") and value}
    found = act(
        "person", folder=held, id=child["id"], answers=pairs(**{**answers, "name": "Lukas"}), session="r-2", ids=["x"]
    )
    assert found["folder"]["items"][0]["saved"]["answers"]["children"][0]["name"] == "Lukas"
    assert "Łukasz" in json.dumps(found["folder"], ensure_ascii=False)
    assert found["message"].startswith("“Łukasz” still stands within longer answers of the SMART plan")


def test_whoever_a_form_speaks_of_stays_and_anything_else_goes():
    held = begun("scaling", "first-meeting")
    maya = held["people"][0]["id"]
    found = act("without", folder=held, id=maya)
    assert found["folder"] == held
    assert found["message"].startswith("Maya is in the scaling of ")
    empty = act("without", folder=held, id=held["items"][0]["id"])["folder"]
    assert empty["items"] == []
    assert maya not in {each["id"] for each in act("without", folder=empty, id=maya)["folder"]["people"]}


def test_a_folder_that_the_page_has_broken_is_refused_in_words():
    held = begun("scaling", "first-meeting")
    twice = {**held, "people": [*held["people"], held["people"][0]]}
    for bad in (twice, {**held, "items": 7}, {}, {**held, "people": []}):
        assert refused("view", folder=bad, today=TODAY)["kind"] == "cannot-open"
    assert {*ACTS} >= {"open", "view", "laid", "taken", "person", "without"}


def test_a_form_with_a_day_that_cannot_be_meant_lies_in_a_folder_and_says_nothing_yet():
    held = begun("smart-plan", "first-plan-in-torbay")
    held["items"][0]["saved"]["answers"]["plan_day"] = "0026-11-28"
    found = opened(json.dumps(held).encode())
    assert found["left_out"] == []
    seen = act("view", folder=found["folder"], today=TODAY)
    assert [each["state"] for each in seen["items"]] == ["finished"]


def test_no_act_changes_the_folder_that_it_is_given():
    held = begun("consent", "both-parents")
    before = json.dumps(held)
    act("view", folder=held, today=TODAY)
    act("laid", folder=held, item=held["items"][0]["id"], session="r-9", ids=["x"])
    assert json.dumps(held) == before


def test_a_form_about_one_person_says_whom_it_can_be_about_and_takes_the_only_one():
    held = begun("consent", "both-parents")
    found = act("beginning", folder=held, form="threshold", entries=[], today=TODAY)
    (zofia,) = found["about"]
    assert (zofia["name"], found["whom"]) == ("Zofia", zofia["id"])
    assert found["entries"]
    plan = act("beginning", folder=held, form="smart-plan", entries=[], today=TODAY)
    assert (plan["about"], plan["whom"]) == ([], "")
