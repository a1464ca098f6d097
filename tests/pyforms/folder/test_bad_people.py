"""People in a folder’s file as nobody should have written them: taken whole, or left out by name; the rest opens."""

import json

import pytest
from folder_page import TODAY, act, opened
from hypothesis import given, settings
from hypothesis import strategies as st

from pyforms.cannot_open import CannotOpen
from pyforms.folder import opening
from pyforms.folder.model import MOST_PEOPLE
from pyforms.people import LONGEST_NAME

ELLA = {"id": "p-1", "dot": ["r-1", 1], "name": "Ella"}
KIM = {"id": "p-2", "dot": ["r-1", 2], "name": "Kim"}
SAVED = {"kind": "early-help-form", "form": "genogram", "version": 1, "area": "kent", "saved": "2026-09-08"}
ITEM = {"id": "i-1", "dot": ["r-1", 3], "on": "2026-09-08", "saved": {**SAVED, "answers": {"text": "Ella: girl"}}}
FOLDER = {"kind": "early-help-folder", "version": 1, "id": "f-1", "area": "kent", "saved": "2026-09-08"}
HOSTILE = [
    "<img src=x onerror=alert(1)>", "__proto__", "constructor", "'; DROP TABLE people;--", "{{ 7*7 }}", "\u202eelppa",
    "“”", "💔", "A\u2028B", "a" * LONGEST_NAME, "../../etc/passwd", "Ella\u0000", "\\u003cb\\u003e", "ਗੁਰਪ੍ਰੀਤ", "]]>",
    "=1+1", "&amp;",
]  # fmt: skip


def folder(*people, items=(), **more):
    return {**FOLDER, "seen": {"r-1": 9}, "people": [*people], "items": [*items], **more}


def found_in(held):
    found = opening.opened(json.dumps(held).encode())
    again = opening.opened(found.folder.model_dump_json().encode())
    assert (again.folder, again.left_out) == (found.folder, ()), "what was opened opens again as it is"
    assert not any("Error" in words or "validation" in words or "pydantic" in words for words in found.left_out)
    return [each.name for each in found.folder.people], found.left_out, found.folder


# What is wrong with a second person, and whether it is the person that is left out, or a part of what is said of them.
@pytest.mark.parametrize(
    "bad",
    [
        {"name": "No id", "dot": ["r-1", 1]},
        {**KIM, "id": 7},
        {**KIM, "id": "<script>"},
        {**KIM, "id": ""},
        {**KIM, "id": "p-1"},
        {**KIM, "name": ""},
        {**KIM, "name": None},
        {**KIM, "name": ["Kim"]},
        {**KIM, "name": "a" * (LONGEST_NAME + 1)},
        {**KIM, "dot": "r-1"},
        {**KIM, "dot": ["r-1", 0]},
        {**KIM, "born": "yesterday"},
        {**KIM, "born": "2016-02-30"},
        {**KIM, "born": "2016-01-01", "due": "2027-01-01"},
        {**KIM, "born": "2016-01-01", "born_about": "2016"},
        {**KIM, "born_about": "soon"},
        {**KIM, "died": "no"},
        {**KIM, "age": -1},
        {**KIM, "age": 1000},
        {**KIM, "who": "cat"},
        {**KIM, "private": "home"},
        {**KIM, "private": ["everything"]},
        {**KIM, "home": {"street": "Hill"}},
        None,
        7,
        "Kim",
        [],
        {},
    ],
)
def test_a_person_who_cannot_be_read_is_left_out_by_place_and_the_rest_opens(bad):
    names, left_out, found = found_in(folder(ELLA, bad))
    assert names == ["Ella"]
    assert len(left_out) == 1
    assert left_out[0].startswith("Person 2")
    assert found.seen == {}, "what was left out was not removed: it comes back from a copy that has it"


def test_a_folder_that_stands_among_the_people_of_another_is_nobody():
    names, left_out, _ = found_in(folder(ELLA, folder(KIM)))
    assert names == ["Ella"]
    assert all(words.startswith("Person 2") for words in left_out)


def test_what_this_site_does_not_know_of_a_person_is_named_and_the_person_stays():
    names, left_out, _ = found_in(folder({**ELLA, "shoe_size": 31}))
    assert (names, len(left_out)) == (["Ella"], 1)
    assert "shoe_size" in left_out[0]


def test_two_people_of_one_id_are_the_first_and_the_second_is_named():
    names, left_out, _ = found_in(folder(ELLA, {**KIM, "id": "p-1"}))
    assert names == ["Ella"]
    assert left_out == ("Person 2, Kim: somebody before them has the same id.",)


@pytest.mark.parametrize(
    ("speaks", "kept", "many"),
    [
        ({"people": {"Ella": "p-1", "Nan": "p-9"}}, {"Ella": "p-1"}, 1),
        ({"people": {"Nan": "p-9", "Jo": "p-8"}}, {}, 2),
        ({"people": {"Nan": "i-1"}}, {}, 1),
    ],
)
def test_a_form_that_speaks_of_who_is_not_there_stays_and_whose_name_it_is_is_said(speaks, kept, many):
    _, left_out, found = found_in(folder(ELLA, items=[{**ITEM, **speaks}]))
    assert (found.items[0].people, len(left_out)) == (kept, many)


@pytest.mark.parametrize(
    "bad",
    [
        {"people": ["Ella"]},
        {"people": {"Ella": 7}},
        {"people": {"Ella": "<b>"}},
        {"nobody": "Nan"},
        {"nobody": [7]},
        {"id": "p-1"},
        {"saved": folder(KIM)},
        {"saved": {**SAVED, "answers": {"text": ""}}},
        {"saved": None},
    ],
)
def test_a_form_that_cannot_be_read_or_is_a_folder_itself_is_left_out_and_the_people_stay(bad):
    names, left_out, found = found_in(folder(ELLA, items=[{**ITEM, **bad}]))
    assert (names, found.items, len(left_out)) == (["Ella"], [], 1)


@pytest.mark.parametrize("people", [None, {}, "Ella", 7, {"0": ELLA}])
def test_people_who_are_no_list_make_no_folder(people):
    with pytest.raises(CannotOpen):
        opening.opened(json.dumps(folder(people=people)).encode())


def test_a_file_that_ends_amid_its_people_gives_back_those_before():
    whole = json.dumps(folder(ELLA, KIM)).encode()
    found = opening.opened(whole[: whole.index(b'"name": "Kim"') + 3])
    assert [each.name for each in found.folder.people] == ["Ella"]
    assert found.left_out[0] == opening.CUT


def test_five_hundred_people_with_every_hostile_name_open_are_shown_and_copied_as_they_are_written():
    people = [
        {**ELLA, "id": f"p-{place}", "name": f"{HOSTILE[place % len(HOSTILE)][: LONGEST_NAME - 4]} {place}"}
        for place in range(500)
    ]
    names, left_out, _ = found_in(folder(*people))
    assert (names, left_out) == ([each["name"] for each in people], ())
    shown = act("view", folder=folder(*people), today=TODAY)
    assert [each["name"] for each in shown["people"]] == names
    copy = act("copy", folder=folder(*people), recipient="team", items=None, today=TODAY)["folder"]
    assert [each["name"] for each in copy["people"]] == names
    many = [{**ELLA, "id": f"p-{place}", "name": f"N {place}"} for place in range(MOST_PEOPLE + 1)]
    with pytest.raises(CannotOpen):
        opening.opened(json.dumps(folder(*many)).encode())


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_text_in_every_form_and_copy(name):
    held = folder({**ELLA, "name": name, "who": "child"})
    assert opened(json.dumps(held).encode())["folder"]["people"][0]["name"] == name
    bundle = act("bundle", folder=held, recipient="team", items=None, today=TODAY, format="document")["html"]
    assert "<img src=x" not in bundle
    for form in ("genogram", "consent", "scaling", "smart-plan"):
        pairs = act("beginning", folder=held, form=form, entries=[], today=TODAY)["entries"]
        assert any(" ".join(name.split())[:5] in " ".join(value.split()) for _, value in pairs)


KEYS = st.sampled_from([*ELLA, "born", "private", "x"])
JUNK = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 2000), st.sampled_from(HOSTILE), st.text(max_size=5)),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=6,
)
SPOILT = st.dictionaries(KEYS, JUNK, max_size=2).map(lambda more: {**KIM, **more})


@settings(deadline=None, max_examples=100)
@given(st.lists(JUNK | SPOILT, max_size=4))
def test_whatever_stands_among_the_people_the_good_one_opens_and_each_of_the_others_is_there_or_named(others):
    names, left_out, _ = found_in(folder(ELLA, *others))
    assert names[0] == "Ella"
    told = {words.split(":")[0].split(",")[0] for words in left_out}
    assert len(names) + len([words for words in told if words.startswith("Person")]) >= 1 + len(others)
