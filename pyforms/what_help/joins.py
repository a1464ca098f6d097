"""What a family said in their own form that others may begin with, if the family hands it on."""

from collections.abc import Iterator, Sequence
from datetime import date

from pyforms.flows import Known, Offers, Somebody, Strength, Taken, Takes, Today, Worry, living, of
from pyforms.people import CHILDREN
from pyforms.what_help.answers import Age, WhatHelpAnswers

BANDS = ((5, Age.UNDER_5), (11, Age.PRIMARY), (18, Age.TEENS))  # years, below


def _worries(answers: WhatHelpAnswers) -> Iterator[Worry]:
    yield from (Worry(each.label) for each in answers.worries)
    if answers.different:
        yield Worry(answers.different)


def _strengths(answers: WhatHelpAnswers) -> Iterator[Strength]:
    if answers.going_well:
        yield Strength(answers.going_well)


def _children(known: Sequence[Known]) -> Iterator[Taken]:
    children = [(child, source) for child, source in living(known) if child.who in CHILDREN]
    for today, _ in of(known, Today):
        ages = {told for child, _ in children if (told := _age(child, today.day))}
        if ages:
            yield Taken("", [("age", each.value) for each in Age if each in ages], children[0][1])


def _age(child: Somebody, on: date) -> Age | None:
    """None where neither a date nor an age is known."""
    years = child.years(on)
    if (child.due and not child.born) or (years is not None and years < 0):
        return Age.EXPECTED
    return None if years is None else next((band for below, band in BANDS if years < below), Age.ADULT)


OFFERS: Offers[WhatHelpAnswers] = {Worry: _worries, Strength: _strengths}

TAKES: Takes = {Somebody: _children}
