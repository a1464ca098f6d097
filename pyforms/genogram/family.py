"""A family: people, couples and single parents with their children, households, and how people get on.

Source: Solihull's guidance, appendix 1, which follows the Department of Health's practice guidance of 2000. What goes
beyond it (adopted, fostered, step, related parents, carers, closeness) is marked as an addition on the picture's key.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pyforms.genogram.moment import Moment

MOST = 4_000  # people in one picture
PARENTS = 2


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"
    NEITHER = "neither"
    UNKNOWN = "unknown"
    UNBORN = "unborn"


class Loss(StrEnum):
    NONE = ""
    MISCARRIAGE = "miscarriage"
    ABORTION = "abortion"


class Bond(StrEnum):
    ENDURING = "enduring"
    TRANSITORY = "transitory"


class Ended(StrEnum):
    NO = ""
    SEPARATED = "separated"
    DIVORCED = "divorced"


class Kind(StrEnum):
    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTERED = "fostered"
    STEP = "step"


@dataclass(frozen=True)
class Person:
    id: str
    name: str
    sex: Sex = Sex.UNKNOWN
    born: Moment | None = None
    died: Moment | None = None
    is_dead: bool = False
    is_stillborn: bool = False
    loss: Loss = Loss.NONE
    is_subject: bool = False  # the child the picture is about


@dataclass(frozen=True)
class Child:
    """A child's place in a union. Twins share a `twins` number above 0."""

    id: str
    kind: Kind = Kind.BIRTH
    twins: int = 0
    is_identical: bool = False


@dataclass(frozen=True)
class Union:
    """A couple, or a single parent; `children` stand eldest first."""

    id: str
    partners: tuple[str, ...]
    bond: Bond = Bond.ENDURING
    ended: Ended = Ended.NO
    is_related: bool = False
    children: tuple[Child, ...] = ()


@dataclass(frozen=True)
class Household:
    id: str
    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Tie:
    """How two people get on: close, distant, conflict or broken; or `one` cares for `other`."""

    kind: str
    one: str
    other: str


@dataclass(frozen=True)
class Family:
    people: dict[str, Person] = field(default_factory=dict)
    unions: tuple[Union, ...] = ()
    households: tuple[Household, ...] = ()
    ties: tuple[Tie, ...] = ()


def sound(family: Family) -> tuple[Family, tuple[str, ...]]:
    """The family without what cannot be drawn, and what was wrong: the rest is still drawn."""
    faults: list[str] = []
    family = _not_too_many(family, faults)
    family = replace(family, unions=tuple(_two_birth_parents(family, faults)))
    family = replace(family, unions=tuple(_no_own_ancestor(family, faults)))
    faults += _times(family)
    return family, tuple(faults)


def _not_too_many(family: Family, faults: list[str]) -> Family:
    if len(family.people) <= MOST:
        return family
    faults.append(
        f"There are {len(family.people):,} people. The picture shows the first {MOST:,}: draw a smaller family."
    )
    kept = dict(list(family.people.items())[:MOST])
    unions = (
        replace(
            each,
            partners=tuple(one for one in each.partners if one in kept),
            children=tuple(child for child in each.children if child.id in kept),
        )
        for each in family.unions
    )
    households = (
        replace(each, members=tuple(one for one in each.members if one in kept)) for each in family.households
    )
    ties = tuple(tie for tie in family.ties if tie.one in kept and tie.other in kept)
    return Family(kept, tuple(each for each in unions if each.partners), tuple(households), ties)


def _two_birth_parents(family: Family, faults: list[str]) -> Iterator[Union]:
    seen: dict[str, int] = {}
    for each in family.unions:
        kept = []
        for child in each.children:
            if child.kind == Kind.BIRTH:
                seen[child.id] = seen.get(child.id, 0) + 1
                if seen[child.id] > 1:
                    name = family.people[child.id].name
                    faults.append(
                        f"{name} has birth parents twice. Keep one pair, or write (adopted), (fostered) or (step)."
                    )
                    continue
            kept.append(child)
        yield replace(each, children=tuple(kept))


def _no_own_ancestor(family: Family, faults: list[str]) -> Iterator[Union]:
    """Leaves out each tie to a child that would make someone their own ancestor."""
    below: dict[str, list[str]] = {}
    for each in family.unions:
        kept = []
        for child in each.children:
            if child.id in each.partners or any(_reaches(below, child.id, partner) for partner in each.partners):
                name = family.people[child.id].name
                faults.append(f"{name} would be their own ancestor. One line is left out: check who is whose child.")
                continue
            kept.append(child)
            for partner in each.partners:
                below.setdefault(partner, []).append(child.id)
        yield replace(each, children=tuple(kept))


def _reaches(below: dict[str, list[str]], start: str, end: str) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        for child in below.get(waiting.pop(), ()):
            if child == end:
                return True
            if child not in seen:
                seen.add(child)
                waiting.append(child)
    return False


def _times(family: Family) -> Iterator[str]:
    for person in family.people.values():
        if person.born and person.died and person.died.latest < person.born.earliest:
            yield f"{person.name} died before they were born. Check both dates."
    for each in family.unions:
        for child in each.children:
            yield from _born_after(family, each, child)


def _born_after(family: Family, union: Union, child: Child) -> Iterator[str]:
    young = family.people[child.id]
    for partner in union.partners:
        old = family.people[partner]
        if child.kind == Kind.BIRTH and young.born and old.born and young.born.latest <= old.born.earliest:
            yield f"{young.name} was born before their parent {old.name}. Check both dates."
