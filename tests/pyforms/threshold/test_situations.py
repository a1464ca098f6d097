"""Situations made from what councils publish come out where those councils place them, and never too low."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

import pyforms


def situations(name):
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))["situation"]


SITUATIONS = situations("situations.toml")
FIRST_ANSWERS = [each for each in SITUATIONS if "answered_anew" not in each]
TRIAL = situations("trial.toml")
EVERY = SITUATIONS + TRIAL
GRAVE = [each for each in EVERY if each["level"] == 4]
TODAY = date(2026, 11, 23)


def span(situation, **changes):
    """The range of levels that the tool gives, by the general rule."""
    level = pyforms.submit("threshold", situation["answers"] | changes, "general", TODAY).findings["level"]
    return level["lowest"], level["highest"]


def covered(situation):
    low, high = span(situation)
    return low <= situation["level"] <= high


def exact(situation):
    return set(span(situation)) == {situation["level"]}


def share(holds, situations=SITUATIONS):
    return sum(map(holds, situations)) / len(situations)


def test_the_situations_stand_at_every_level():
    for some, most in ((SITUATIONS, 30), (TRIAL, 59)):
        assert len(some) >= most
        assert {situation["level"] for situation in some} == {1, 2, 3, 4}


def test_the_trial_is_from_eight_areas_that_the_tool_has_no_file_for():
    areas = {situation["publisher"] for situation in TRIAL}
    assert len(areas) >= 8
    assert not {area.lower() for area in areas} & {"torbay", "hampshire", "solihull", "kent", "doncaster"}


def test_the_range_covers_the_published_level_for_at_least_85_in_100(capsys):
    with capsys.disabled():
        for name, some in (("all", SITUATIONS), ("as first answered", FIRST_ANSWERS), ("the trial", TRIAL)):
            figures = f"covered {share(covered, some):.1%}, exact {share(exact, some):.1%}"
            print(f"\nthreshold, {len(some)} situations ({name}): {figures}")  # noqa: T201 - published figure
    assert share(covered) >= 0.85
    assert share(covered, TRIAL) >= 0.85


def test_the_answer_is_exactly_the_published_level_for_at_least_6_in_10():
    assert share(exact) >= 0.6
    assert share(exact, TRIAL) >= 0.6


@pytest.mark.parametrize("situation", EVERY, ids=lambda each: each["text"][:40])
def test_no_answer_is_more_than_one_level_away_or_wider_than_two(situation):
    low, high = span(situation)
    assert low - 1 <= situation["level"] <= high + 1
    assert high - low <= 1


@pytest.mark.parametrize("situation", GRAVE, ids=lambda each: each["text"][:40])
def test_significant_harm_is_never_told_to_be_early_help_at_most(situation):
    assert span(situation)[1] > 2


@pytest.mark.parametrize("situation", GRAVE, ids=lambda each: each["text"][:40])
def test_significant_harm_keeps_level_4_open_even_when_nobody_is_said_to_be_in_danger(situation):
    assert span(situation, danger="no")[1] == 4
