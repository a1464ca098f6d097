"""What a threshold check knows that other forms ask for. It asks for no names, so it takes none."""

from collections.abc import Iterator

from pyforms.flows import Offers, Strength, Takes, Worry
from pyforms.threshold import concerns
from pyforms.threshold.answers import UNSURE, ThresholdAnswers
from pyforms.wording import clipped


def _worries(answers: ThresholdAnswers) -> Iterator[Worry]:
    """Each worry by the line that was chosen for it, in the tool’s words, and what was seen."""
    ladders = concerns.by_id()
    for key, seen in answers.concerns.items():
        line = next((step.text for step in ladders[key].steps if step.id == seen.step), "")
        said = f" ({clipped(seen.notes)})" if seen.notes else ""
        yield Worry(f"{ladders[key].label}{f': {line}' if line and seen.step != UNSURE else ''}{said}")


def _strengths(answers: ThresholdAnswers) -> Iterator[Strength]:
    yield from (Strength(each.label) for each in answers.strengths)
    if answers.strengths_more:
        yield Strength(answers.strengths_more)


OFFERS: Offers[ThresholdAnswers] = {Worry: _worries, Strength: _strengths}

TAKES: Takes = {}
