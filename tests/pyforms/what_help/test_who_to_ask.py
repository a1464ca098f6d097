"""Whom a family is sent to fits the ages of their children, and every word is one that they know."""

import re
from datetime import date
from itertools import pairwise

import pytest

import pyforms
from pyforms import areas
from pyforms.document import Facts, Heading
from pyforms.exporters import html

TODAY = date(2026, 11, 27)
PLAIN = {"safe": "yes", "worries": ["health"], "how_much": "a_lot"}


def told(area="general", **answers):
    return pyforms.submit("what-help", {**PLAIN, **answers}, area, TODAY)


def page(area="general", **answers):
    return html.fragment(told(area, **answers).document)


# What opens only for whoever chooses it may be about other children.
CHOSEN = re.compile(r"<details.*?</details>", re.DOTALL)


@pytest.mark.parametrize("safe", ["yes", "no", "not_sure"])
@pytest.mark.parametrize("how_much", ["a_little", "all_the_time"])
def test_a_family_whose_baby_is_not_born_yet_is_sent_to_the_midwife_and_not_to_a_school(safe, how_much):
    said = CHOSEN.sub("", page(age=["expected"], safe=safe, how_much=how_much))
    for needed in ("midwife", "health visitor", "doctor"):
        assert needed in said
    for wrong in ("school", "teacher", "nursery"):
        assert wrong not in said


@pytest.mark.parametrize("how_much", ["a_little", "all_the_time"])
def test_a_family_of_adults_is_sent_to_the_doctor_and_help_for_adults_and_not_to_a_school(how_much):
    said = page(age=["adult"], how_much=how_much)
    for needed in ("Help for someone who is 18 or over", "doctor", "adult social care"):
        assert needed in said
    for wrong in ("school", "teacher", "nursery"):
        assert wrong not in said


def test_a_family_with_children_of_several_ages_hears_of_whoever_knows_any_of_them():
    said = page(age=["expected", "under_5", "primary"])
    for needed in ("midwife", "health visitor", "teacher", "doctor"):
        assert needed in said
    assert "school" in page(age=["adult", "teens"])
    assert "midwife" not in page(age=["primary"])


@pytest.mark.parametrize("more", [{}, {"age": ["expected"]}, {"age": ["adult"]}, {"different": "It is just off"}])
def test_a_worry_without_a_name_is_too_little_to_tell_and_no_help_that_every_family_has(more):
    said = page(worries=["other"], how_much="a_little", **more)
    assert "It is too little to tell yet" in said
    assert "A worry does not need a name" in said
    assert "one day that was hard" in said
    assert "Help that is there for every family" not in said


def test_a_worry_without_a_name_that_gets_in_the_way_a_lot_is_still_early_help():
    assert told(worries=["other"], how_much="a_lot").findings["help"] == "early_help"


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_no_family_is_sent_to_a_page_for_professionals(area):
    for answers in ({}, {"safe": "not_sure"}, {"one_helper": "not_enough"}, {"how_much": "a_little"}):
        said = page(area, **answers)
        assert "professionals" not in said
        assert "MASH and Early Help" not in said
        assert "look on your council’s website" in said


def test_an_answer_is_shown_as_it_was_ticked():
    said = page(one_helper="not_sure", how_long="weeks")
    assert "“I am not sure”" in said
    assert "i am not sure" not in said


def test_what_was_ticked_stands_apart_from_what_was_written():
    blocks = told(going_well="He loves football", age=["teens"]).document.blocks
    under = {
        block.text: [term for term, _ in after.rows]
        for block, after in pairwise(blocks)
        if isinstance(block, Heading) and isinstance(after, Facts)
    }
    assert under == {
        "What you ticked": ["What is hard", "How old our children are"],
        "In your own words": ["What is going well"],
    }


def test_nobody_who_only_ticked_is_told_of_their_own_words():
    assert "In your own words" not in page()
