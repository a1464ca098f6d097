"""What a genogram knows that other forms ask for: who is in it. On its own page the text stays the truth."""

from collections.abc import Iterator, Sequence

from pyforms.flows import Known, Offers, Somebody, Taken, Takes, of
from pyforms.genogram import notation
from pyforms.genogram.answers import GenogramAnswers
from pyforms.genogram.family import Family, Household, Person, Sex
from pyforms.genogram.moment import Moment
from pyforms.people import CHILDREN, Who

FAMILY = (*CHILDREN, Who.PARENT, Who.FAMILY)


def _people(answers: GenogramAnswers) -> Iterator[Somebody]:
    """Whoever has a name and is alive; who is a child the picture says of its subject alone."""
    family, _ = notation.read(answers.text)
    homes = {member: home.name for home in family.households for member in home.members}
    for own_id, person in family.people.items():
        if person.name and not person.is_dead and not person.loss and not person.is_stillborn:
            who = Who.CHILD if person.is_subject else Who.FAMILY
            yield Somebody(person.name, who, home=homes.get(own_id, ""))


def _drawn(known: Sequence[Known]) -> Iterator[Taken]:
    """The family as the picture’s text. Who is whose child nobody has said in words that it could be drawn from."""
    drawn = [(person, source) for person, source in of(known, Somebody) if person.who in FAMILY]
    if drawn:
        yield Taken("", [("text", notation.write(_family([person for person, _ in drawn])))], drawn[0][1])


def _family(people: Sequence[Somebody]) -> Family:
    own = {f"p{place}": person for place, person in enumerate(people, 1)}
    homes = dict.fromkeys(person.home for person in people if person.home)
    households = [
        Household(f"h{place}", home, tuple(key for key, person in own.items() if person.home == home))
        for place, home in enumerate(homes, 1)
    ]
    return Family({key: _person(key, person) for key, person in own.items()}, households=tuple(households))


def _person(own_id: str, person: Somebody) -> Person:
    born = person.born or person.due
    moment = Moment(born.year, born.month, born.day) if born else None
    return Person(own_id, person.name, sex=_sex(person), born=moment)


def _sex(person: Somebody) -> Sex:
    """By the word for how they are related, such as mother; a baby who is due is not born yet."""
    if person.due and not person.born:
        return Sex.UNBORN
    if not person.relation:
        return Sex.UNKNOWN
    family, _ = notation.read(f"A: {person.relation}")
    return next(iter(family.people.values())).sex if family.people else Sex.UNKNOWN


OFFERS: Offers[GenogramAnswers] = {Somebody: _people}

TAKES: Takes = {Somebody: _drawn}
