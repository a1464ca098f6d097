"""A score in the name of a child who is not born yet is somebody else's: whose, is asked beside it."""

from collections.abc import Iterator
from datetime import date

from pyforms import people
from pyforms.form import Prompt
from pyforms.scaling.answers import ScalingAnswers, Score, Who


def is_for_the_unborn(score: Score, on: date) -> bool:
    """A grown-up’s name may hold such a word too (“Mum, due in May”), once it is chosen who they are."""
    return score.who in (None, Who.CHILD) and people.is_unborn(score.person, on)


def prompts(answers: ScalingAnswers) -> tuple[Prompt, ...]:
    return tuple(_unborn(answers))


def _unborn(answers: ScalingAnswers) -> Iterator[Prompt]:
    for at, meeting in enumerate(answers.meetings):
        for place, score in enumerate(meeting.scores):
            if score.score is None:
                continue
            if is_for_the_unborn(score, meeting.day):
                yield Prompt(
                    f"meetings.{at}.scores.{place}.person",
                    "Whose view is this?",
                    f"“{score.person}” sounds like a child who is not born yet, and cannot give a score: the result "
                    "leaves it out.",
                    "Write the name of the person whose number it is.",
                )
            elif score.who in (None, Who.CHILD) and people.may_be_unborn(score.person):
                yield Prompt(
                    f"meetings.{at}.scores.{place}.person",
                    "Whose view is this?",
                    f"“{score.person}” may be a child who is not born yet, or too young to give a score.",
                    "If so, write the name of the person whose number it is.",
                )
