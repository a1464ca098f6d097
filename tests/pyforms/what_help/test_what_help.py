"""What we tell a family: being safe first, and otherwise the help that fits what they said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import reading_age

import pyforms
from pyforms import areas, document
from pyforms.document import Note
from pyforms.exporters import html
from pyforms.what_help.answers import Age, HowLong, HowMuch, OneHelper, Safe, WhatHelpAnswers, Worry
from pyforms.what_help.rules import Help, always, help_for

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


PLAIN = {"safe": "yes", "worries": ["other"], "how_much": "a_little"}
BOXES = ("different", "child_says", "going_well")
STATED = "My partner strangled me last night and hit the baby"


def told(**answers):
    return pyforms.submit("what-help", {**PLAIN, **answers}, "torbay", TODAY)


def page(result):
    return html.fragment(result.document)


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "words", [STATED, "Daddy touches me at night and I want to die", "he wont let me leave the house"]
)
def test_words_of_danger_in_any_box_lead_to_safety_first_with_what_was_written(box, words):
    result = told(**{box: words})
    first = result.document.blocks[0]
    assert (result.findings["help"], result.findings["danger"]) == ("safety", "stated")
    assert isinstance(first, Note)
    assert first.kind == "danger"
    assert words in page(result)
    for needed in ("tel:999", "press 55", "0800 1111", "not your fault", "we put your words first"):
        assert needed in page(result)


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize("words", ["There is some pushing", "he has never hit me", "dad used to hit mum years ago"])
def test_words_that_may_be_about_danger_are_asked_about_calmly_with_both_answers(box, words):
    result = told(**{box: words})
    first = result.document.blocks[0]
    assert (result.findings["help"], result.findings["danger"]) == ("safety", "possible")
    assert result.findings["level"] == {"lowest": 1, "highest": 4}
    assert (first.kind, first.title) == ("information", "Is someone hurting you, or scaring you or your child?")
    assert "If you are all safe" in page(result)
    assert "tel:999" in page(result)


def test_words_in_another_language_stay_a_question():
    assert told(different="mój mąż bije mnie codziennie").findings["danger"] == "possible"


def test_harmless_words_bring_no_question():
    result = told(different="He kicks off about homework", going_well="She hit the ball", child_says="I like maths")
    assert result.findings == {"help": "everyday", "level": None, "danger": None}
    assert result.prompts == ()


@pytest.mark.parametrize("more", [{}, {"worries": ["school"]}, {"worries": ["health"], "age": ["primary"]}])
def test_the_lowest_answer_is_a_kind_of_help_and_no_verdict(more):
    words = page(told(**more)).lower()
    assert not [
        each for each in ("fine, and", "mostly", "nothing is wrong", "no concern", "all clear") if each in words
    ]
    assert "we only know what you told us" in words
    assert "ask for early help" in words


def test_every_answer_says_what_it_took_in_and_what_it_did_not():
    for answers in ({}, {"safe": "no"}, {"different": STATED}, {"how_much": "a_lot"}):
        words = page(told(**answers))
        assert "What we took in, and what we did not" in words
        assert "A computer can miss things" in words
    assert "You did not tell us how old your children are" in page(told())
    assert "You did not tell us" not in page(
        told(age=["teens"], how_long="new", helpers=["nobody"], one_helper="enough")
    )


def test_words_of_danger_are_not_shown_more_often_than_needed_and_a_shared_phone_is_thought_of():
    words = page(told(different=STATED))
    assert words.count(STATED) == 1
    assert "Exit this page" in words


@pytest.mark.parametrize(
    ("worry", "ages"),
    [
        ("drink_drugs", ["under_5"]),
        ("drink_drugs", ["expected"]),
        ("drink_drugs", ["teens"]),
        ("parent", ["expected"]),
        ("parent", ["under_5"]),
        ("parent", []),
        ("caring", ["primary"]),
        ("caring", ["teens"]),
        ("outside", ["teens"]),
        ("outside", ["primary"]),
    ],
)
def test_some_worries_are_never_small(worry, ages):
    result = told(worries=[worry], age=ages, how_long="new", one_helper="enough")
    assert result.findings["help"] == "early_help"
    assert result.findings["level"] == {"lowest": 2, "highest": 2}


def test_every_rule_that_a_worry_is_never_small_names_its_source_and_known_answers():
    for rule in always():
        assert rule.source
        assert set(rule.worries) <= {worry.value for worry in Worry}
        assert set(rule.ages) <= {age.value for age in Age}


def test_what_we_say_can_be_read_at_eleven():
    for answers in (
        {},
        {"different": STATED},
        {"safe": "not_sure"},
        {"how_much": "a_lot"},
        {"one_helper": "not_enough"},
    ):
        shown = [
            document.plain(block.runs)
            for block in paragraphs(told(**answers).document.blocks)
            if STATED not in document.plain(block.runs)
        ]
        assert reading_age(shown) <= 11, shown


def paragraphs(blocks):
    for block in blocks:
        if isinstance(block, Note):
            yield from paragraphs(block.blocks)
        elif isinstance(block, document.Paragraph):
            yield block


def test_red_is_only_for_danger_that_is_stated():
    for answers in ({"safe": "not_sure"}, {"different": "some pushing"}, {"how_much": "all_the_time"}):
        notes = [block for block in told(**answers).document.blocks if isinstance(block, Note)]
        assert [note for note in notes if note.kind == "danger"] == []


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
