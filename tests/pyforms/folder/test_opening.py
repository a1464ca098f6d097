"""A folder's file opens whole, or as far as it can be read with all that was left out named, or not at all."""

import json
from datetime import date
from itertools import count

import pytest

import pyforms
from pyforms import saved
from pyforms.cannot_open import CannotOpen
from pyforms.folder.entries import answers_of
from pyforms.folder.model import Dot, Folder, Member
from pyforms.folder.names import rename
from pyforms.folder.opening import from_form, opened, with_form

DAY = date(2026, 9, 8)
EXAMPLES = [(form, example.name) for form in pyforms.FORM_IDS for example in pyforms.examples(form)]


def numbered():
    return (f"n-{number}" for number in count(1))


def sealed(form, name):
    example = next(each for each in pyforms.examples(form) if each.name == name)
    return pyforms.submit(form, example.answers, example.area, example.today).document.envelope


def written(folder, **changes):
    return json.dumps({**folder.model_dump(mode="json"), **changes}).encode()


FOLDER = from_form(saved.checked(sealed("smart-plan", "review-in-torbay")), numbered(), "r-1")


@pytest.mark.parametrize(("form", "name"), EXAMPLES)
def test_every_saved_form_opens_in_a_folder_and_comes_out_again_unchanged(form, name):
    envelope = sealed(form, name)
    folder = from_form(saved.checked(envelope), numbered(), "r-1")
    again = opened(written(folder))
    assert again.left_out == ()
    assert again.folder == folder
    assert saved.checked(again.folder.items[0].saved) == saved.checked(envelope)


def test_half_done_work_lies_in_a_folder_as_it_was_typed():
    entries = [["meetings.0.scores.0.person", "Maya"], ["meetings.0.scores.0.score", "eleventy"]]
    envelope = {"kind": "early-help-form", "form": "scaling", "version": 1, "area": "kent", "saved": "2026-09-08"}
    half = saved.from_json(json.dumps({**envelope, "state": "unfinished", "entries": entries}))
    folder = from_form(half, numbered(), "r-1")
    assert [person.name for person in folder.people] == ["Maya"]
    assert opened(written(folder)).folder.items[0].saved["entries"] == entries


def test_a_form_brings_whoever_it_is_about_once():
    folder = from_form(saved.checked(sealed("consent", "both-parents")), numbered(), "r-1")
    assert [person.name for person in folder.people] == ["Zofia", "Ewa Nowak", "Piotr Nowak", "Marcus Hale"]
    again = with_form(folder, saved.checked(sealed("consent", "both-parents")), (f"m-{n}" for n in count()), "r-1")
    assert again.people == folder.people
    assert again.items[1].people == folder.items[0].people


def test_the_school_that_does_something_is_no_person_until_somebody_says_so():
    folder = from_form(saved.checked(sealed("smart-plan", "first-plan-in-torbay")), numbered(), "r-1")
    assert "everyone" not in {person.name for person in folder.people}
    assert [person.name for person in folder.people] == ["Łukasz"]


def test_a_new_name_stands_in_every_form_that_speaks_of_that_person():
    folder = from_form(saved.checked(sealed("scaling", "first-meeting")), numbered(), "r-1")
    maya = next(person for person in folder.people if person.name == "Maya")
    renamed = rename(folder, maya.id, "May", "r-2")
    scores = answers_of(renamed.items[0])["meetings"][0]["scores"]
    assert scores[0]["person"] == "May"
    assert {each["person"] for each in scores[1:]} == {"Mum", "Miss Okafor"}
    assert renamed.items[0].people["May"] == maya.id
    assert opened(written(renamed)).folder == renamed


def test_a_part_that_cannot_be_read_is_left_out_and_named():
    held = FOLDER.model_dump(mode="json")
    bad_item = {**held["items"][0], "id": "i-bad", "saved": {**held["items"][0]["saved"], "form": "no-such-form"}}
    inside = {**held["items"][0], "id": "i-in", "saved": held}
    people = [*held["people"], {"id": "p-x", "name": ""}, "nobody", {**held["people"][0]}]
    found = opened(written(FOLDER, people=people, items=[*held["items"], bad_item, inside, 7], colour="blue"))
    assert found.folder.people == FOLDER.people
    assert found.folder.items == FOLDER.items
    assert len(found.left_out) == 7
    assert not any("Error" in words or "validation" in words for words in found.left_out)


def test_a_form_that_speaks_of_somebody_who_is_not_there_keeps_the_name():
    held = FOLDER.model_dump(mode="json")
    found = opened(written(FOLDER, people=[]))
    assert found.folder.items[0].people == {}
    assert found.folder.items[0].saved == held["items"][0]["saved"]
    assert len(found.left_out) == len(FOLDER.items[0].people)


def test_two_people_of_one_name_are_told_apart():
    one = FOLDER.people[0]
    twin = Member(id="p-twin", name=one.name.upper(), dot=Dot("r-1", 1))
    found = opened(written(FOLDER, people=[*FOLDER.model_dump(mode="json")["people"], twin.model_dump(mode="json")]))
    assert [each.name for each in found.folder.people][-1] == f"{one.name.upper()} (2)"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\x00\xff",
        b"[" * 100_000,
        b'{"kind": "early-help-form"}',
        b'{"kind": "early-help-folder"}',
        b'{"kind": "early-help-folder", "id": "<script>", "area": "kent", "saved": "2026-09-08"}',
        b'{"kind": "early-help-folder", "id": "f", "area": "kent", "saved": "2026-09-08", "version": 0}',
        b'{"kind": "early-help-folder", "id": "f", "area": "kent", "saved": "2026-09-08", "people": {}}',
        b'{"kind": "early-help-folder", "id": "f", "area": "kent", "saved": "2026-09-08", "seen": {"r": -1}}',
        b'{"kind": "early-help-folder", "id": "f", "area": "kent", "saved": "2026-09-08", "version": 2}',
    ],
)
def test_what_is_no_folder_is_refused_in_words(data):
    with pytest.raises(CannotOpen) as refused:
        opened(data)
    assert str(refused.value).endswith(".")


def test_five_hundred_people_and_two_hundred_forms_are_taken_whole():
    people = [Member(id=f"p-{place}", name=f"Person {place}", dot=Dot("r-1", 1)) for place in range(500)]
    items = [FOLDER.items[0].model_copy(update={"id": f"i-{place}", "people": {}}) for place in range(200)]
    big = Folder(id="f-1", area="torbay", saved=DAY, people=people, items=items)
    found = opened(written(big))
    assert found.left_out == ()
    assert (len(found.folder.people), len(found.folder.items)) == (500, 200)
    with pytest.raises(CannotOpen):
        opened(written(big, people=[each.model_dump(mode="json") for each in people] * 3))
