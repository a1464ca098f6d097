"""What a threshold check knows that other forms ask for. It asks for no names, so it takes none: an age alone."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from pyforms.flows import Known, Offers, Somebody, Strength, Taken, Takes, Today, Worry, living, of
from pyforms.people import CHILDREN, age
from pyforms.threshold import concerns
from pyforms.threshold.answers import UNSURE, ThresholdAnswers
from pyforms.wording import clipped

STILL = timedelta(days=31)  # for so long an age in years is taken to be the same


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


def _child(known: Sequence[Known]) -> Iterator[Taken]:
    for today, _ in of(known, Today):
        for child, source in living(known):
            if child.who in CHILDREN:
                yield from (Taken("", [pair], source) for pair in _age(child, today.day))


def _age(child: Somebody, on: date) -> Iterator[tuple[str, str]]:
    """What may be another by now, or a year off, is asked: an age that was written long ago, or about when."""
    expected = child.due or child.born
    if expected and (child.due or expected > on):
        yield "due_date", expected.isoformat()
    elif child.born:
        yield "child_age", str(age(child.born, on))
    elif child.age is not None and (child.age_on is None or abs(on - child.age_on) <= STILL):
        yield "child_age", str(child.age)


OFFERS: Offers[ThresholdAnswers] = {Worry: _worries, Strength: _strengths}

# Whose check it is stands beside it in a family’s folder.
ABOUT_ONE = CHILDREN
TAKES: Takes = {Somebody: _child}
