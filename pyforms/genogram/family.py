"""A family: people, couples and single parents with their children, households, and how people get on.

Source: Solihull's guidance, appendix 1, which follows the Department of Health's practice guidance of 2000. What goes
beyond it (adopted, fostered, step, related parents, carers, closeness) is marked as an addition on the picture's key.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import combinations, pairwise

from pyforms.moment import Moment
from pyforms.wording import listed

MOST = 4_000  # people in one picture
YOUNGEST = 12  # years, of a partner or a parent: below it a date is a slip


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
    CARED = "cared for"  # special guardianship, kinship care: nobody's birth child by it
    DONOR = "donor"


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
    notes: tuple[str, ...] = ()  # what was said of them and has no symbol; in quotes where it was written so

    @property
    def noted(self) -> str:
        return listed(note.strip('"') for note in self.notes)


@dataclass(frozen=True)
class Child:
    """A child's place in a union. Twins share a `twins` number above 0; `said` is the family's word for the kind."""

    id: str
    kind: Kind = Kind.BIRTH
    twins: int = 0
    is_identical: bool = False
    said: str = ""
    line: int = field(default=0, compare=False)  # of the text that it stands in, for messages


@dataclass(frozen=True)
class Union:
    """A couple, or a single parent; `children` stand eldest first."""

    id: str
    partners: tuple[str, ...]
    bond: Bond = Bond.ENDURING
    ended: Ended = Ended.NO
    is_related: bool = False
    children: tuple[Child, ...] = ()
    is_childless: bool = False  # because somebody wrote so
    line: int = field(default=0, compare=False)  # of the text that it stands in, for messages


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
    family = _no_couple_of_one_blood(family, faults)
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


def _at(written: Union | Child) -> str:
    return f"Line {written.line}: " if written.line else ""


def _two_birth_parents(family: Family, faults: list[str]) -> Iterator[Union]:
    seen: dict[str, Union] = {}
    for each in family.unions:
        kept = []
        for child in each.children:
            if child.kind == Kind.BIRTH:
                first = seen.setdefault(child.id, each)
                if first is not each:
                    faults.append(f"{_at(child)}{_twice(child, first, each, family)}")
                    continue
            kept.append(child)
        yield replace(each, children=tuple(kept))


def _twice(child: Child, first: Union, second: Union, family: Family) -> str:
    name = family.people[child.id].name
    told = f"{name} has birth parents twice. Keep one pair, or write (adopted), (fostered) or (step)"
    parents = [family.people[one].name for one in (*first.partners, *second.partners)]
    if len(first.partners) == len(second.partners) == 1 and parents[0] != parents[1]:
        return f"{told}; if both are their parents, write one line: {' + '.join(parents)} = {name}."
    return f"{told}."


def _no_own_ancestor(family: Family, faults: list[str]) -> Iterator[Union]:
    """Leaves out each tie to a child that would make someone their own ancestor."""
    below: dict[str, list[str]] = {}
    for each in family.unions:
        kept = []
        for child in each.children:
            if child.id in each.partners:
                name = family.people[child.id].name
                faults.append(
                    f"{_at(child)}{name} stands in one line as a parent and as a child. Two people of one name are "
                    f"told apart: write {name} [1] for the parent and {name} [2] for the child, in every line."
                )
                continue
            if any(_reaches(below, child.id, partner) for partner in each.partners):
                name = family.people[child.id].name
                faults.append(
                    f"{_at(child)}{name} would be their own ancestor. One line is left out: check who is whose child."
                )
                continue
            kept.append(child)
            for partner in each.partners:
                below.setdefault(partner, []).append(child.id)
        yield replace(each, children=tuple(kept))


def _no_couple_of_one_blood(family: Family, faults: list[str]) -> Family:
    """A couple who would be brother and sister, or parent and child, where nobody wrote (related).

    More often two people of one name were taken for one, such as a Nan on each side. The later line is left out, so
    that no picture shows it by a slip.
    """
    out = dict(_of_one_blood(family))
    faults += out.values()
    if not out:
        return family
    pairs = Counter(frozenset(union.partners) for union in family.unions)
    kept = []
    for union in family.unions:
        children = tuple(child for child in union.children if (union.id, child.id) not in out)
        is_emptied = len(children) < len(union.children) and not children
        if not (is_emptied and (pairs[frozenset(union.partners)] > 1 or len(union.partners) == 1)):
            kept.append(replace(union, children=children))
    return replace(family, unions=tuple(kept))


def _of_one_blood(family: Family) -> Iterator[tuple[tuple[str, str], str]]:
    """Each child's place in a union that makes a couple of one blood, with the question to ask."""
    own = {child.id: (union, child) for union in family.unions for child in union.children if child.kind == Kind.BIRTH}
    for couple in family.unions:
        for one, other in combinations(() if couple.is_related else couple.partners, 2):
            first, second = own.get(one), own.get(other)
            if first and second:
                shared = set(first[0].partners) & set(second[0].partners)
                union, child = second if second[1].line >= first[1].line else first
                if shared:
                    yield (union.id, child.id), f"{_at(child)}{_siblings(one, other, shared, family)}"
            for found, old in ((first, other), (second, one)):
                if found and old in found[0].partners:
                    union, child = found
                    yield (union.id, child.id), f"{_at(child)}{_own_child(child.id, old, family)}"


def _siblings(one: str, other: str, shared: set[str], family: Family) -> str:
    names = [family.people[each].name for each in (one, other)]
    parents = [person.name for person in family.people.values() if person.id in shared]
    first = parents[0]
    what = "a parent" if len(parents) == 1 else "the parents"
    return (
        f"{names[0]} and {names[1]} are a couple, and {listed(parents)} would be {what} of both. Is there a {first} on "
        f"each side? Then write “{first} ({names[0]}’s side)” and “{first} ({names[1]}’s side)”. If they "
        f"are related, write “{names[0]} + {names[1]} (related)”. Until then one of the two is not joined."
    )


def _own_child(young: str, old: str, family: Family) -> str:
    child, parent = family.people[young].name, family.people[old].name
    return (
        f"{parent} and {child} are a couple, and {child} would be {parent}’s own child. Check the names: two people of "
        f"one name are told apart by {child} [1] and {child} [2]. If they are related, write “{parent} + {child} "
        f"(related)”. Until then {child} is not joined as a child."
    )


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
        yield from _twins_apart(family, each)
        yield from _younger_first(family, each)
        yield from (
            f"{_at(each)}{person.name} has a child or a partner, and would have died at {YOUNGEST - 1} or younger. Are "
            "the years those of the relationship? Leave them out, or check them."
            for person in map(family.people.__getitem__, each.partners)
            if person.born and person.died and 0 <= person.died.year - person.born.year < YOUNGEST
        )


def _twins_apart(family: Family, union: Union) -> Iterator[str]:
    """Twins are born on one night; a year between them was a slip of the sign."""
    for one, other in pairwise(child for child in union.children if child.twins):
        first, second = family.people[one.id], family.people[other.id]
        if (
            one.twins == other.twins
            and first.born
            and second.born
            and not (first.born.is_about or second.born.is_about)
        ):
            gap = max(second.born.earliest - first.born.latest, first.born.earliest - second.born.latest)
            if gap.days > 1:
                yield (
                    f"{_at(one)}{first.name} and {second.name} are drawn as twins (&), and their dates of birth are "
                    "apart. If they are not twins, write a comma between them."
                )


def _younger_first(family: Family, union: Union) -> Iterator[str]:
    """Children stand eldest first; dates that say otherwise make the picture's order untrue."""
    for one, other in pairwise(child for child in union.children if family.people[child.id].born):
        first, second = family.people[one.id].born, family.people[other.id].born
        if first and second and first.earliest > second.latest and not (first.is_about or second.is_about):
            names = [family.people[each.id].name or "the loss" for each in (one, other)]
            yield (
                f"{_at(other)}{names[0]} stands before {names[1]}, and comes later by date. Write the eldest first, or "
                "check the dates."
            )


def _born_after(family: Family, union: Union, child: Child) -> Iterator[str]:
    young = family.people[child.id]
    for partner in union.partners:
        old = family.people[partner]
        if child.kind == Kind.BIRTH and young.born and old.born and young.born.latest <= old.born.earliest:
            yield f"{_at(child)}{young.name} was born before their parent {old.name}. Check both dates."
