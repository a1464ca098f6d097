"""What we tell a family: being safe first, and otherwise the help that fits what they said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pyforms
from pyforms import areas
from pyforms.document import Note
from pyforms.exporters import html
from pyforms.what_help.answers import HowLong, HowMuch, OneHelper, Safe, WhatHelpAnswers, Worry
from pyforms.what_help.rules import Help, help_for

TODAY = date(2026, 11, 23)


def helped(**answers):
    given = {"safe": "yes", "worries": ["school"], "how_much": "a_little", **answers}
    return help_for(WhatHelpAnswers.model_validate(given))


def test_a_family_is_asked_at_most_ten_questions():
    asked = [field for field in pyforms.get("what-help").fields if field.kind != "hidden"]
    assert len(asked) <= 10


def test_a_small_new_worry_needs_everyday_help():
    assert helped() == Help.EVERYDAY


@pytest.mark.parametrize(
    "more", [{"how_much": "a_lot"}, {"how_long": "months"}, {"worries": ["school", "health", "money_home"]}]
)
def test_a_worry_that_is_bigger_longer_or_many_could_do_with_early_help(more):
    assert helped(**more) == Help.EARLY_HELP


def test_when_one_person_is_not_enough_a_team_could_help():
    assert helped(one_helper="not_enough") == Help.TEAM


def test_struggling_with_several_things_could_do_with_a_team():
    assert helped(how_much="all_the_time", worries=["school", "health", "money_home"]) == Help.TEAM


@pytest.mark.parametrize("more", [{"safe": "no"}, {"safe": "not_sure"}, {"worries": ["hurt"]}])
def test_someone_who_is_not_safe_or_may_not_be_comes_before_everything(more):
    assert helped(**more) == Help.SAFETY


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_when_safety_comes_first_the_numbers_are_at_the_top(area):
    answers = {"safe": "no", "worries": ["hurt"], "how_much": "a_lot"}
    first = pyforms.submit("what-help", answers, area, TODAY).document.blocks[0]
    assert isinstance(first, Note)
    page = html.fragment(pyforms.submit("what-help", answers, area, TODAY).document)
    assert 'href="tel:999"' in page
    assert "0800 1111" in page


def test_every_kind_of_help_is_shown_by_an_example():
    kinds = {
        pyforms.submit("what-help", each.answers, each.area, each.today).findings["help"]
        for each in pyforms.examples("what-help")
    }
    assert kinds == {kind.name.lower() for kind in Help}


answers = st.fixed_dictionaries(
    {
        "safe": st.sampled_from(Safe),
        "worries": st.lists(st.sampled_from(Worry), min_size=1, unique=True),
        "how_much": st.sampled_from(HowMuch),
        "how_long": st.sampled_from([None, *HowLong]),
        "one_helper": st.sampled_from([None, *OneHelper]),
    }
)


@given(answers, st.sampled_from(list(Worry)))
def test_one_more_worry_never_means_less_help(said, worry):
    assert helped(**{**said, "worries": [*said["worries"], worry]}) >= helped(**said)


@given(answers, st.sampled_from(areas.AREA_IDS))
def test_every_family_is_told_what_to_do_next_and_why(said, area):
    page = html.fragment(pyforms.submit("what-help", said, area, TODAY).document)
    assert "What you can do next" in page
    assert "Why we say this" in page
    assert "level" not in page.lower().replace("early help guide", "")


def test_nobody_who_asks_for_help_is_called_a_problem():
    words = " ".join(
        html.fragment(pyforms.submit("what-help", each.answers, each.area, each.today).document)
        for each in pyforms.examples("what-help")
    )
    assert "problem" not in words.lower()
