"""What a genogram knows that other forms ask for: who is in it. On its own page the text stays the truth."""

from collections.abc import Iterator, Sequence

from pyforms.flows import Known, Offers, Somebody, Taken, Takes, of
from pyforms.genogram import notation
from pyforms.genogram.answers import GenogramAnswers
from pyforms.genogram.from_people import family_of
from pyforms.genogram.told import told
from pyforms.people import CHILDREN, Who

FAMILY = (*CHILDREN, Who.PARENT, Who.FAMILY)


def _people(answers: GenogramAnswers) -> Iterator[Somebody]:
    family, _ = notation.read(answers.text)
    return told(family)


def _drawn(known: Sequence[Known]) -> Iterator[Taken]:
    drawn = [(person, source) for person, source in of(known, Somebody) if person.who in FAMILY]
    if drawn:
        yield Taken("", [("text", notation.write(family_of([person for person, _ in drawn])))], drawn[0][1])


OFFERS: Offers[GenogramAnswers] = {Somebody: _people}

TAKES: Takes = {Somebody: _drawn}
