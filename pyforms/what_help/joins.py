"""What a family said in their own form that others may begin with, if the family hands it on."""

from collections.abc import Iterator

from pyforms.flows import Offers, Strength, Takes, Worry
from pyforms.what_help.answers import WhatHelpAnswers


def _worries(answers: WhatHelpAnswers) -> Iterator[Worry]:
    yield from (Worry(each.label) for each in answers.worries)
    if answers.different:
        yield Worry(answers.different)


def _strengths(answers: WhatHelpAnswers) -> Iterator[Strength]:
    if answers.going_well:
        yield Strength(answers.going_well)


OFFERS: Offers[WhatHelpAnswers] = {Worry: _worries, Strength: _strengths}

TAKES: Takes = {}
