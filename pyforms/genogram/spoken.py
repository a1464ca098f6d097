"""The picture in sentences, generation by generation: what a listener, or a reader without the picture, needs."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from pyforms.genogram import ties
from pyforms.genogram.family import Bond, Child, Ended, Family, Kind, Loss, Person, Sex, Union
from pyforms.genogram.levels import levels
from pyforms.genogram.names import is_unknown, key
from pyforms.genogram.ties import name
from pyforms.genogram.words import among
from pyforms.moment import age
from pyforms.wording import listed

ORDINALS = ("oldest", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
MADE = re.compile(r"p\d+x*\d*$")  # an id that reading gave, which says nothing to a reader
SEXES = {
    Sex.FEMALE: "female",
    Sex.MALE: "male",
    Sex.NEITHER: "neither male nor female",
    Sex.UNKNOWN: "gender not written",
    Sex.UNBORN: "not born yet",
}


def generations(family: Family, on: date) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A title and the sentences of each generation, the oldest first."""
    family = told_apart(family)
    level = levels(family)
    joined = {one for union in family.unions for one in (*union.partners, *(child.id for child in union.children))}
    found = []
    for number in sorted(set(level.values())):
        people = [
            person
            for person in family.people.values()
            if level[person.id] == number and person.id in joined and not _is_loss(person)
        ]
        unions = [union for union in family.unions if max(level[one] for one in union.partners) == number]
        told = (
            *(_person(person, family, on) for person in people),
            *(line for union in unions for line in _union(union, family)),
        )
        if told:
            name = ORDINALS[number] if number < len(ORDINALS) else f"{number + 1}th"
            found.append((f"The {name} generation", told))
    loose = tuple(
        _person(person, family, on)
        for person in family.people.values()
        if person.id not in joined and not _is_loss(person)
    )
    return (*found, *((("Joined to nobody by a family line", loose),) if loose else ()))


def others(family: Family) -> tuple[str, ...]:
    """Households, and how people get on."""
    family = told_apart(family)
    homes = (_home(each.name, [name(family.people[one]) for one in each.members]) for each in family.households)
    how = (ties.told(tie, family) for tie in family.ties)
    return (*homes, *how)


def told_apart(family: Family) -> Family:
    """With a number behind each name that several people have, as the text writes it or in its order."""
    count = Counter(person.name for person in family.people.values() if person.name)
    seen = Counter[str]()
    people = {}
    for one, person in family.people.items():
        seen[person.name] += 1
        is_shared = count[person.name] > 1
        number = one if not MADE.match(one) else seen[person.name]
        people[one] = replace(person, name=f"{person.name} [{number}]") if is_shared else person
    return replace(family, people=people)


def summary(family: Family) -> str:
    """One line, for the picture's own description."""
    people = [person for person in told_apart(family).people.values() if not _is_loss(person)]
    homes = (
        f" and {len(family.households)} household{'s' if len(family.households) > 1 else ''}"
        if family.households
        else ""
    )
    subject = next((f" It is about {name(person)}." for person in people if person.is_subject), "")
    count = len(set(levels(family).values())) if people else 0
    size = f"A family of {len(people)} in {count} generation{'' if count == 1 else 's'}"
    return f"{size}{homes}.{subject} The sentences below say the same."


def _is_loss(person: Person) -> bool:
    return person.loss != Loss.NONE or (person.is_stillborn and not person.name)


def _person(person: Person, family: Family, on: date) -> str:
    parts = [SEXES[person.sex]]
    if person.born:
        parts.append(f"{'due' if person.sex == Sex.UNBORN else 'born'} {person.born}")
    years = age(person.born, on) if person.born and not person.is_dead and person.sex != Sex.UNBORN else ""
    parts += [f"aged {years}"] if years else []
    if person.is_stillborn:
        parts.append("stillborn")
    elif person.is_dead:
        parts.append(f"died {person.died}" if person.died else "has died")
    about = "; the picture is about them" if person.is_subject else ""
    homes = [
        other for each in family.households if person.id in each.members for other in each.members if other != person.id
    ]
    lives = f" Lives with {listed(name(family.people[one]) for one in dict.fromkeys(homes))}." if homes else ""
    notes = f" Not drawn: {person.noted}." if person.notes else ""
    return f"{name(person)}: {', '.join(parts)}{about}.{_whose(person, family)}{lives}{notes}"


def _whose(person: Person, family: Family) -> str:
    words = {
        Kind.BIRTH: "Child of",
        Kind.ADOPTED: "Adopted child of",
        Kind.FOSTERED: "Fostered with",
        Kind.STEP: "Stepchild of",
        Kind.CARED: "Cared for by",
        Kind.DONOR: "Joined, with the word “donor”, to",
    }
    told = [
        f" {words[child.kind]} {_parents(child, union, family)}{_as_said(child)}."
        for union in family.unions
        for child in union.children
        if child.id == person.id
    ]
    return "".join(told)


def _parents(child: Child, union: Union, family: Family) -> str:
    """A stepchild is somebody's child and somebody's stepchild; the text does not say whose."""
    people = [name(family.people[one]) for one in union.partners]
    if child.kind == Kind.STEP and len(people) > 1:
        return f"{' or of '.join(people)}, which is not written"
    return listed(people)


def _is_said(one: str, family: Family) -> bool:
    """Whether anything is known of how somebody of such a name was joined: nothing of an unknown man, or of an ex."""
    written = family.people[one].name
    return not is_unknown(written) and key(written) not in among("people", "not_lasting")


def _union(union: Union, family: Family) -> Iterator[str]:
    people = listed(name(family.people[one]) for one in union.partners)
    if len(union.partners) > 1:
        bond = "have an enduring relationship" if union.bond == Bond.ENDURING else "have a transitory relationship"
        if union.bond == Bond.ENDURING and not all(_is_said(one, family) for one in union.partners):
            bond = "are joined by an unbroken line; nothing else is written of how"
        ended = {Ended.NO: "", Ended.SEPARATED: ", and are separated", Ended.DIVORCED: ", and are divorced"}[
            union.ended
        ]
        related = ", and are related to each other" if union.is_related else ""
        yield f"{people} {bond}{ended}{related}.{_children(union, family)}"
    elif union.children:
        yield f"{people}, without another parent shown.{_children(union, family)}"


def _as_said(child: Child) -> str:
    return f" ({child.said})" if child.kind == Kind.CARED and child.said else ""


def _children(union: Union, family: Family) -> str:
    if not union.children:
        if len(union.partners) == 1:
            return ""
        return " They have no children." if union.is_childless else " No children are written."
    own = [_child(child, union, family) for child in union.children if child.kind != Kind.CARED]
    others = [_child(child, union, family) for child in union.children if child.kind == Kind.CARED]
    many = "Children, eldest first" if _in_order(union, family) else "Children"
    children = f" {many if len(own) > 1 else 'Child'}: {listed(own)}." if own else ""
    return children + (f" Cared for by them: {listed(others)}." if others else "")


def _in_order(union: Union, family: Family) -> bool:
    """What the dates, where there are any, do not deny."""
    born = [family.people[child.id].born for child in union.children if child.kind != Kind.CARED]
    dates = [each for each in born if each]
    return all(one.earliest <= other.latest for one, other in pairwise(dates))


def _child(child: Child, union: Union, family: Family) -> str:
    person = family.people[child.id]
    twins = [
        name(family.people[each.id])
        for each in union.children
        if child.twins and each.twins == child.twins and each.id != child.id
    ]
    together = f" ({'identical ' if child.is_identical else ''}twin of {listed(twins)})" if twins else ""
    when = f" in {person.born}" if _is_loss(person) and person.born else ""
    what = f"{'an' if person.loss == Loss.ABORTION else 'a'} {name(person)}" if person.loss else name(person)
    came = "" if child.kind == Kind.BIRTH else f" ({child.said or child.kind.value})"
    return f"{what}{when}{together}{came}"


def _home(title: str, people: list[str]) -> str:
    lives = "live in one household" if len(people) > 1 else "lives alone"
    return f"{f'{title}: ' if title else ''}{listed(people)} {lives}."
