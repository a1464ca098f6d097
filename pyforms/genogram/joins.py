"""What a genogram knows that other forms ask for: who is in it. On its own page the text stays the truth."""

from collections.abc import Iterator

from pyforms.flows import Offers, Somebody, Takes
from pyforms.genogram import notation
from pyforms.genogram.answers import GenogramAnswers
from pyforms.people import Who


def _people(answers: GenogramAnswers) -> Iterator[Somebody]:
    """Whoever has a name and is alive; who is a child the picture says of its subject alone."""
    family, _ = notation.read(answers.text)
    for person in family.people.values():
        if person.name and not person.is_dead and not person.loss and not person.is_stillborn:
            yield Somebody(person.name, Who.CHILD if person.is_subject else Who.FAMILY)


OFFERS: Offers[GenogramAnswers] = {Somebody: _people}

TAKES: Takes = {}
