"""A graver line is never a milder result, and what would move a level is graver than it."""

from itertools import pairwise

import pytest
from telling import first, span, submitted, told, words, worries

from pyforms import areas
from pyforms.threshold.concerns import by_id, concerns
from pyforms.threshold.rules import Child, placed

BANDS = (-1, 0, 1, 2, 3, 5, 7, 9, 10, 12, 13, 15, 16, 17)
SAID = "He hit her"


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_a_graver_line_never_lowers_the_range_at_any_age(area):
    lower = [
        (concern.id, age, milder.id, graver.id)
        for concern in concerns()
        for age in BANDS
        for milder, graver in pairwise(concern.steps)
        for before in [placed(concern, milder, Child((age,), ()), area).span]
        for after in [placed(concern, graver, Child((age,), ()), area).span]
        if milder.level <= graver.level and (after[0] < before[0] or after[1] < before[1])
    ]
    assert lower == []


def test_what_would_move_a_level_is_wholly_above_it():
    for concern in concerns():
        for step in concern.steps:
            answers = {"child_age": 9, "concerns": worries(**{concern.id: step.id})}
            low, high = span(**answers)
            for line in submitted(**answers).findings["would_move"]:
                named = next(each for each in by_id()[concern.id].steps if f"“{each.text}”" in line)
                least = span(child_age=9, concerns=worries(**{concern.id: named.id}))[0]
                assert least > high or least == 4 > low, line
                assert "past" not in named.id


def test_two_levels_that_areas_give_are_not_said_of_a_line_that_age_has_moved():
    page = told(due_date="2027-01-09", concerns=worries(domestic_abuse="violence"))
    assert "Areas place this at level 3 or 4" not in page
    assert "Areas place this" not in told(child_age=0, concerns=worries(physical_abuse="smack"))


def test_no_reason_is_repeated_as_lowest_and_highest():
    page = told(child_age=0, concerns=worries(physical_abuse="explained_accident"))
    assert "Lowest, level" not in page
    assert page.count("seldom bruises by accident") <= 2


@pytest.mark.parametrize("consent", [None, "agreed"])
def test_a_stated_danger_that_somebody_explained_stays_in_the_first_lines(consent):
    given = {"consent": consent} if consent else {}
    looked = [{"words": SAID, "why": "I asked her: it was in a play"}]
    answers = {"not_known": SAID, "looked": looked, "concerns": worries(parental_conflict="settled"), **given}
    note = first(**answers)
    said = words([note])
    assert "You set aside: " in said
    assert "it was in a play" in said
    assert "ask your safeguarding lead today" in said
    assert note.kind == "warning"


@pytest.mark.parametrize("area", ["general", "kent", "solihull"])
def test_below_level_4_there_is_a_line_for_the_number_and_one_that_answers_anyone(area):
    said = words([first(area, concerns=worries(neglect="first_signs"))])
    assert "0808 800 5000" in said
    assert "write it here" in said


@pytest.mark.parametrize("area", ["doncaster", "torbay"])
def test_below_level_4_the_line_for_nights_is_there_too(area):
    assert "out of hours" in words([first(area, concerns=worries(neglect="first_signs"))]).lower()


def test_it_says_that_words_about_danger_can_be_missed():
    assert "some can be missed" in told(concerns=worries(neglect="first_signs"))


@pytest.mark.parametrize("consent", ["agreed", "not_asked", "refused"])
def test_a_range_of_two_levels_has_no_two_plans_that_contradict_each_other(consent):
    page = told("doncaster", consent=consent, child_age=9, concerns=worries(self_care="often"))
    assert span("doncaster", child_age=9, concerns=worries(self_care="often")) == (2, 3)
    assert "No TAF is needed" not in page
