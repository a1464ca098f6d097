"""Several people are typed a line each; what cannot be meant stays, with what to write instead."""

import pytest
from folder_page import TODAY, act

EMPTY = act(
    "people", folder={"id": "f-1", "area": "torbay", "saved": TODAY}, text="", today=TODAY, session="r", ids=["x"]
)["folder"]
FAMILY = """Ella, child, 2 March 2017
Sam, child, 14/06/2020

Noah, child, 2025-09-30
Kim, mother
Lee, parent, father
Nan, carer, grandmother
Jo Lister, family support worker, Oak Primary
"""


def added(text, held=None):
    return act(
        "people",
        folder=held or EMPTY,
        text=text,
        today=TODAY,
        session="r-2",
        ids=["p-a", "p-b"],
    )


def known(line):
    """What the folder then knows of somebody, without their id."""
    (person,) = [each for each in added(line)["folder"]["people"] if each["id"] == "p-a"]
    return {key: value for key, value in person.items() if value and key not in {"id", "dot"}}


def test_a_family_is_typed_a_line_for_each():
    found = added(FAMILY)
    assert found["left"] == []
    people = {each["name"]: each for each in found["folder"]["people"]}
    assert [people[name]["born"] for name in ("Ella", "Sam", "Noah")] == ["2017-03-02", "2020-06-14", "2025-09-30"]
    assert {name: people[name]["who"] for name in ("Kim", "Lee", "Nan", "Jo Lister")} == {
        "Kim": "parent",
        "Lee": "parent",
        "Nan": "parent",
        "Jo Lister": "worker",
    }
    assert people["Nan"]["relation"] == "grandmother"
    assert people["Jo Lister"]["work"] == "family support worker, Oak Primary"
    assert len({each["id"] for each in people.values()}) == len(people)
    assert "Ella" in found["message"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ella", {"name": "Ella"}),
        ("Ella, 9", {"name": "Ella", "age": 9, "age_on": TODAY}),
        ("Ella, aged 9, girl", {"name": "Ella", "age": 9, "age_on": TODAY, "who": "child", "relation": "girl"}),
        ("Ella, born May 2016", {"name": "Ella", "born_about": "May 2016"}),
        ("Ella, about 1980", {"name": "Ella", "born_about": "about 1980"}),
        ("Bean, child, due 4 May 2027", {"name": "Bean", "who": "child", "due": "2027-05-04"}),
        ("Kim, mother of Ella, mum’s flat", {"name": "Kim", "who": "parent", "relation": "mother of Ella, mum’s flat"}),
        ("Mo, brother", {"name": "Mo", "relation": "brother"}),
        ("Kim, family, mother", {"name": "Kim", "who": "family", "relation": "mother"}),
        ("Ann, Year 4 teacher", {"name": "Ann", "who": "worker", "work": "Year 4 teacher"}),
    ],
)
def test_what_a_line_says_is_taken_and_nothing_else(line, expected):
    assert known(line) == expected


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (", child", "Enter the person’s name"),
        ("Ella, 31/2/2017", "is no date"),
        ("Ella, 2/3/17", "century"),
        ("Ella, 2 March 2030", "still to come"),
        ("Ella, due soon", "is no date"),
        ("Ann, works with the family, 12 Elm Road", "is no date"),
        ("Ella, child, mother, parent", "once more"),
        ("Ella, 2 March 2017, 9 March 2018", "once more"),
        (f"{'x' * 201}, child", "200"),
    ],
)
def test_a_line_that_cannot_be_meant_stays_and_changes_nothing(line, why):
    held = EMPTY
    found = added(line, held)
    assert found["folder"] == held
    (left,) = found["left"]
    assert left["line"] == line
    assert why in left["why"]


def test_two_people_of_one_name_are_told_apart_first():
    found = added("Sam, child\nsam, father\nSam (dad), father")
    assert [each["line"] for each in found["left"]] == ["sam, father"]
    assert "Add what tells them apart" in found["left"][0]["why"]


def test_a_folder_that_is_full_takes_nobody_more():
    found = added("\n".join(f"Person {place} of many" for place in range(1_001)))
    assert len(found["folder"]["people"]) == 1_000
    assert "room for" in found["left"][-1]["why"]
