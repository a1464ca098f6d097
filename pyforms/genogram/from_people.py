"""The people whom a family's folder knows, as a family to draw: all that words say of them, and nothing by a guess."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pyforms.flows import Somebody
from pyforms.genogram import notation
from pyforms.genogram.family import Child, Family, Household, Person, Sex, Union
from pyforms.genogram.names import key
from pyforms.genogram.words import phrases, plain
from pyforms.moment import Moment, moment
from pyforms.people import has_no_date
from pyforms.wording import listed

OF = re.compile(r"(\S+(?: \S+)?) of (\S.*)")
AND = re.compile(r"\s*,\s*|\s+and\s+")


def family_of(people: Sequence[Somebody]) -> Family:
    own = {f"p{place}": person for place, person in enumerate(people, 1)}
    unions = tuple(_unions(own))
    drawn = {one for union in unions for one in union.partners}
    every = {own_id: _person(own_id, person, is_joined=own_id in drawn) for own_id, person in own.items()}
    return Family(every, unions, tuple(_households(own)))


def _person(own_id: str, person: Somebody, *, is_joined: bool) -> Person:
    """What somebody is to another stays beside them in words, where no line can be drawn from it."""
    note = " ".join(person.relation.replace('"', "'").split())
    return Person(
        own_id,
        person.name,
        sex=_sex(person),
        born=_born(person),
        is_dead=bool(person.died),
        died=None if has_no_date(person.died or "") else moment(person.died or ""),
        notes=(f'"{note}"',) if note and not is_joined else (),
    )


def _born(person: Somebody) -> Moment | None:
    """Of an age the year alone, which may be the one before."""
    if day := person.born or person.due:
        return Moment(day.year, day.month, day.day)
    if person.born_about:
        return moment(person.born_about)
    if person.age is None or person.age_on is None:
        return None
    return Moment(person.age_on.year - person.age, is_about=True)


def _sex(person: Somebody) -> Sex:
    """By the word for how they are related, such as mother; a baby who is due is not born yet."""
    if person.due and not person.born:
        return Sex.UNBORN
    if not person.relation:
        return Sex.UNKNOWN
    family, _ = notation.read(f"A: {person.relation.partition(' of ')[0]}")
    return next(iter(family.people.values())).sex if family.people else Sex.UNKNOWN


def _unions(own: dict[str, Somebody]) -> Iterator[Union]:
    """A parent of whom all is said: of two parents of one child nobody has said how they are joined, so neither is."""
    said = {own_id: children for own_id, person in own.items() if (children := _children(person, own))}
    for parent, children in said.items():
        if all(children.isdisjoint(others) for other, others in said.items() if other != parent):
            yield Union("", (parent,), children=tuple(map(Child, _eldest_first(children, own))))


def _children(person: Somebody, own: dict[str, Somebody]) -> set[str]:
    """Whose mother or father they are said to be; nobody where one of the names is nobody’s here."""
    found = OF.fullmatch(person.relation.strip())
    if not found or phrases().get(tuple(map(plain, found[1].split())), ("",))[0] != "relation parent":
        return set()
    ids = {key(each.name): own_id for own_id, each in own.items() if each is not person}
    named = [ids.get(key(name), "") for name in AND.split(found[2])]
    return {*named} if all(named) else set()


def _eldest_first(children: set[str], own: dict[str, Somebody]) -> list[str]:
    born = {own_id: _born(own[own_id]) for own_id in own if own_id in children}
    return sorted(born, key=lambda each: when.earliest if (when := born[each]) else date.max)


def _households(own: dict[str, Somebody]) -> Iterator[Household]:
    """Whoever lives “at Mum’s and Dad’s” is in both homes, where others live in each."""
    homes = dict.fromkeys(person.home for person in own.values() if person.home)
    parts = {home: _parts(home, homes) for home in homes}
    whole = [home for home in homes if parts[home] == [home]]
    for home in whole:
        yield Household("", home, tuple(one for one, person in own.items() if home in parts.get(person.home, ())))


def _parts(home: str, homes: dict[str, None]) -> list[str]:
    parts = AND.split(home)
    return parts if len(parts) > 1 and all(each in homes for each in parts) and listed(parts) == home else [home]
