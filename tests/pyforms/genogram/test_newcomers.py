"""Text means the family that its writer meant, or says where it does not: no line is lost or turned in silence."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from defusedxml import ElementTree
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from meaning import meaning

import pyforms
from pyforms.genogram import build, names, notation
from pyforms.genogram.family import Kind
from pyforms.genogram.tidy import statements

TODAY = date(2026, 11, 24)
TEXTS = tomllib.loads(Path(__file__).with_name("newcomers.toml").read_text())["text"]
SVG = "{http://www.w3.org/2000/svg}"


def result(text):
    return pyforms.submit("genogram", {"text": text}, "general", TODAY)


def svg(text):
    return pyforms.export("genogram", {"text": text}, "general", TODAY, "genogram.svg").decode()


def begin_so(found, expected):
    return len(found) == len(expected) and all(map(str.startswith, found, expected))


def is_meant(case):
    people, means, said, read_as = meaning(case["written"])
    is_read = (people, means) == (case["people"], case["means"])
    return is_read and begin_so(said, case.get("says", [])) and begin_so(read_as, case.get("read_as", []))


def test_a_newcomers_text_means_what_was_meant_or_says_what_to_mend():
    assert {case["written"]: meaning(case["written"]) for case in TEXTS if not is_meant(case)} == {}


def test_a_newcomers_text_means_the_same_after_it_is_written_out():
    once = [notation.write(notation.read(case["written"])[0]) for case in TEXTS]
    assert [notation.write(notation.read(text)[0]) for text in once] == once


def test_there_are_four_hundred_texts_and_more():
    assert len(TEXTS) > 400


# A picture says in itself what it left out


def words_in(picture):
    (group,) = [each for each in ElementTree.fromstring(picture).iter(f"{SVG}g") if each.get("data-not-drawn") == ""]
    return " ".join(each.text for each in group)


def test_a_picture_says_in_itself_which_lines_it_left_out():
    words = words_in(svg("Mum + Dad = Ella\nMum + Dad + Tom = Zoe\nDad: man, in prison"))
    assert words.startswith("2 things in the text not read, not drawn, or to check:")
    assert "line 2: “Mum + Dad + Tom = Zoe”" in words
    assert "line 3: “in prison”" in words


def test_a_picture_of_a_text_that_was_read_whole_has_no_such_words():
    assert "data-not-drawn" not in svg("Mum + Dad = Ella\nDad: man, died 2019 # a remark")


def test_a_parent_on_each_side_by_one_name_is_asked_about_in_the_picture():
    words = words_in(svg("Nan + Grandad = Mum\nNan + Grandad = Dad\nMum + Dad = Ella"))
    assert "line 2: Mum and Dad are a couple, and Nan and Grandad would be the parents of both" in words


def test_a_name_that_may_be_a_slip_is_asked_about_in_the_picture():
    assert "Is “Ella” the same person as “Ela” (line 1)?" in words_in(svg("Ela + Bob = Kim\nElla: woman"))


def test_the_picture_in_the_builder_says_it_too():
    shown = build.show(json.dumps({"text": "Ella: girl\nMum drinks a lot", "today": "2026-11-24"}))
    assert "line 2: “Mum drinks a lot”" in words_in(shown["svg"])
    assert shown["faults"][0].startswith("Line 2: ")


def test_many_lines_that_were_not_read_are_counted_and_the_first_are_named():
    words = words_in(svg("Ella: girl\n" + "".join(f"A{number} + B + C\n" for number in range(40))))
    assert words.startswith("40 things")
    assert words.endswith("and 34 more")


def written(blocks):
    return json.dumps(
        pyforms.submit("genogram", blocks, "general", TODAY).document.blocks, default=vars, ensure_ascii=False
    )


def test_the_document_says_what_was_taken_in_and_what_was_not():
    words = written({"text": "Mum & Dad = Ella\nDad: man, in prison\nAl + Bo + Cy"})
    assert "What this picture took in, and what it did not" in words
    assert "From 3 lines: 3 people, 1 couple." in words
    assert "Dad: in prison" in words
    assert "is read as a couple whose relationship lasts" in words
    assert "stands above the picture: 2 in all" in words


def test_words_without_a_symbol_stand_with_the_person():
    assert "Dad: male, born 1980, aged 45 or 46." in written({"text": "Dad: man, born 1980, in prison"})
    assert "Not drawn: in prison." in written({"text": "Dad: man, born 1980, in prison"})


def test_a_special_guardian_is_nobodys_parent_by_birth_and_the_words_and_the_name_say_so():
    words = written({"text": "Nan = Jayden (SGO)\nMum = Jayden"})
    assert "Child of Mum." in words
    assert "Cared for by Nan (special guardianship)." in words
    assert "Cared for by them: Jayden (special guardianship)." in words
    assert "Children, eldest first: Jayden (" not in words
    picture = svg("Nan = Jayden (SGO)\nMum = Jayden")
    assert ">special</text>" in picture
    assert ">guardianship</text>" in picture
    assert "cared for: see the name" in picture


def test_an_age_is_never_turned_into_a_year():
    family, _ = notation.read("Mum + Dad = Ella (9)")
    (ella,) = [person for person in family.people.values() if person.name == "Ella"]
    assert ella.born is None
    assert ella.notes == ("aged 9",)


# Sentences state what was written, and no more


def sentences(text):
    return written({"text": text})


def test_no_children_are_claimed_only_where_somebody_wrote_so():
    assert "No children are written." in sentences("Mum + Dad")
    assert "No children are written." in sentences("Mum + Dad = 3 children")
    assert "They have no children." in sentences("Mum + Dad = none")
    assert notation.write(notation.read("Mum + Dad = none")[0]).endswith("Mum + Dad = none\n")


def test_a_gender_that_was_not_written_is_not_called_unknown():
    assert "gender not written" in sentences("Ella: this child")


def test_the_eldest_is_named_first_only_where_no_date_denies_it():
    assert "Children, eldest first: Ella and Sam." in sentences("Mum + Dad = Ella, Sam")
    assert "Children: Ella and Sam." in sentences("Mum + Dad = Ella (2015), Sam (2010)")
    assert "Child: Ella." in sentences("Mum + Dad = Ella")


@pytest.mark.parametrize("who", ["unknown", "sperm donor", "mystery man", "?"])
def test_nothing_is_said_of_how_an_unknown_parent_was_joined(who):
    words = sentences(f"Mum + {who} = Ella")
    assert "an enduring relationship" not in words
    assert "joined by an unbroken line; nothing else is written" in words


def test_whose_stepchild_somebody_is_stays_open_between_two():
    assert "Stepchild of Kelly or of Dean, which is not written." in sentences("Kelly + Dean = Tyler (step)")


def test_people_without_a_family_line_are_no_generation():
    words = sentences("Ella: girl\nPat: woman")
    assert "Joined to nobody by a family line" in words
    assert "generation" not in words.split("Joined")[1].split("What this picture")[0]


def test_two_people_of_one_name_are_told_apart_in_words():
    words = sentences("Nan [1] = Mum\nNan [2] = Dad\nMum + Dad = Ella")
    assert "Child of Nan [1]." in words
    assert "Child of Nan [2]." in words
    assert "Sue and partner [1]" in sentences("Sue + partner = Ella\nJo + partner = Max")


def test_where_words_have_no_sign_the_picture_does_not_say_that_nothing_was_lost():
    assert "Every line was read." in sentences("Mum + Dad = Ella")
    assert "Every line was read; how, and what has no sign, stands below." in sentences("Pat: trans woman")


# Any words at all

TOKENS = [
    "Mum", "Dad", "Ella", "Nan", "Sam", "ella", "Unknown", "?", "girl", "boy", "woman", "born", "b.", "2015", "died",
    "dead", "deceased", "adopted", "married", "divorced", "from", "and", "&", "+", "=", "~", "/", "//", "-", "–", "->",
    ":", ",", ";", "(", ")", "[1]", '"', "home", "household", "close", "twins", "children", "is", "the", "of", "9",
    "aged", "(9)", "(adopted)", "(SGO)", "(step)", "(Mum’s side)", "lives", "with", "x", "m.", "this child", "•", "1.",
    "#", "12/05/2015", "12 May 15", "special guardianship", "half brother", "stepdad", "\t", "👧",
]  # fmt: skip
LINES = st.lists(st.sampled_from(TOKENS), min_size=1, max_size=9).map(" ".join)
TEXT = st.lists(LINES, min_size=1, max_size=6).map("\n".join)
NEVER = (
    ":",
    "=",
    "+",
    "~",
    "/",
    "&",
    ";",
    "#",
    " - ",
    " – ",
    "->",
    "born",
    "died",
    "dead",
    "deceased",
    "married",
    "2015",
)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXT)
def test_no_line_of_any_words_makes_a_person_of_a_sign_or_a_fact(text):
    family, _ = notation.read(text)
    for person in family.people.values():
        if '"' not in text:
            words = f" {person.name.casefold()} "
            assert not [sign for sign in NEVER if (f" {sign} " if sign.isalpha() else sign) in words], person.name


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXT)
def test_every_line_of_any_words_is_used_or_listed(text):
    """A line alone leaves somebody in the picture, or a message of its own."""
    for line in text.splitlines():
        if list(statements(line)):
            family, faults = notation.read(line)
            assert family.people or faults, line


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXT)
def test_any_words_become_a_picture_or_an_explanation(text):
    assume(text.strip())
    if notation.read(text)[0].people:
        assert result(text).findings["people"]
    else:
        with pytest.raises(pyforms.AnswersInvalid, match="nobody to draw"):
            result(text)


def test_a_remark_in_quotes_is_kept_in_words_and_needs_no_message():
    text = 'Dad: man, "in prison, born 1980"'
    assert result(text).findings["faults"] == []
    assert "Not drawn: in prison, born 1980." in written({"text": text})
    assert notation.write(notation.read(text)[0]) == 'Dad: male, "in prison, born 1980"\n'


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXT)
def test_what_was_read_of_any_words_is_written_so_that_it_reads_the_same(text):
    family, _ = notation.read(text)
    once = notation.write(family)
    again, _ = notation.read(once)
    assert notation.write(again) == once
    assert len(again.people) == len(family.people)


def test_a_name_like_a_lists_number_is_written_so_that_it_stays_a_name():
    once = notation.write(notation.read("; 1. = Ella")[0])
    assert notation.write(notation.read(once)[0]) == once


def test_only_a_birth_is_a_birth():
    family, _ = notation.read("Sue + Bob = A (foster), B (sgo), C (kinship care), D (donor), E (stepson), F (adoption)")
    (union,) = family.unions
    assert [child.kind for child in union.children if child.kind == Kind.BIRTH] == []
    assert len(union.children) == 6


def test_names_differ_by_more_than_how_they_were_typed():
    assert names.key("👧  ELLA") == names.key("Ella")
    assert names.key("O’Neil") == names.key("O'Neil")
    assert names.key("Zoë") != names.key("Zoe")
