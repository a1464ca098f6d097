"""Building a family step by step: each step is a new text, so that undo is the text before it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pydantic_core import from_json

from pyforms.genogram import notation
from pyforms.genogram.account import account
from pyforms.genogram.family import Bond, Child, Ended, Family, Household, Person, Sex, Union
from pyforms.genogram.ties import name
from pyforms.moment import NoDate, moment

type Json = dict[str, Any]
type Step = Callable[[Family, Json], tuple[Family, str]]


def show(message: str) -> Json:
    """For {"text", "today"}: the picture, the people to choose from, and what cannot be read or drawn."""
    from datetime import date  # noqa: PLC0415 - the builder needs no picture until it shows one

    from pyforms.genogram.draw import draw  # noqa: PLC0415 - likewise

    asked = from_json(message)
    found = account(asked["text"])
    family = found.family
    on = date.fromisoformat(asked["today"])
    svg = draw(family, on, found.summary, found.short).svg if family.people else ""
    people = [{"id": one, "name": name(person)} for one, person in family.people.items()]
    return {"svg": svg, "people": people, "faults": [*found.problems, *found.taken]}


def step(message: str) -> Json:
    """For {"text", "do", "who", "name", "sex", "born"}: the text after the step, and who was added."""
    asked = from_json(message)
    lost = account(asked["text"]).lost
    if lost:
        return {"text": asked["text"], "problem": lost}
    family, _ = notation.read(asked["text"])
    try:
        changed, new = STEPS[asked["do"]](family, asked)
    except NoDate as fault:
        return {"text": asked["text"], "problem": str(fault)}
    text = notation.write(changed)
    named = [one for one, person in changed.people.items() if person.name]
    again = list(notation.read(text)[0].people)
    return {"text": text, "who": again[named.index(new)] if new in named else ""}


def _new(family: Family, asked: Json) -> Person:
    number = len(family.people) + 1
    while f"p{number}" in family.people:
        number += 1
    return _described(Person(f"p{number}", "No name yet"), asked)


def _described(person: Person, asked: Json) -> Person:
    """The name and date that were typed, where there are any; raises NoDate."""
    name, born = " ".join(asked["name"].split()), asked.get("born", "").strip()
    return replace(person, name=name or person.name, sex=Sex(asked["sex"]), born=moment(born) if born else person.born)


def _with(family: Family, *people: Person, unions: tuple[Union, ...] | None = None) -> Family:
    every = {**family.people, **{person.id: person for person in people}}
    return replace(family, people=every, unions=family.unions if unions is None else unions)


def _person(family: Family, asked: Json) -> tuple[Family, str]:
    new = _new(family, asked)
    return _with(family, replace(new, is_subject=not family.people)), new.id


def _partner(family: Family, asked: Json) -> tuple[Family, str]:
    new = _new(family, asked)
    return _with(family, new, unions=(*family.unions, Union("", (asked["who"], new.id)))), new.id


def _child(family: Family, asked: Json) -> tuple[Family, str]:
    """Of the person's latest union, as the youngest; a first child makes a single parent."""
    new = _new(family, asked)
    own = [place for place, union in enumerate(family.unions) if asked["who"] in union.partners]
    if not own:
        return _with(
            family, new, unions=(*family.unions, Union("", (asked["who"],), children=(Child(new.id),)))
        ), new.id
    unions = list(family.unions)
    unions[own[-1]] = replace(unions[own[-1]], children=(*unions[own[-1]].children, Child(new.id)))
    return _with(family, new, unions=tuple(unions)), new.id


def _parent(family: Family, asked: Json) -> tuple[Family, str]:
    """A first parent, or the other one beside a single parent."""
    new = _new(family, asked)
    for place, union in enumerate(family.unions):
        if any(child.id == asked["who"] for child in union.children) and len(union.partners) == 1:
            joined = replace(union, partners=(*union.partners, new.id))
            return _with(family, new, unions=(*family.unions[:place], joined, *family.unions[place + 1 :])), new.id
    return _with(family, new, unions=(*family.unions, Union("", (new.id,), children=(Child(asked["who"]),)))), new.id


def _sibling(family: Family, asked: Json) -> tuple[Family, str]:
    """A younger brother or sister; without parents there is a parent who is not known."""
    new = _new(family, asked)
    for place, union in enumerate(family.unions):
        if any(child.id == asked["who"] for child in union.children):
            joined = replace(union, children=(*union.children, Child(new.id)))
            return _with(family, new, unions=(*family.unions[:place], joined, *family.unions[place + 1 :])), new.id
    parent = Person(f"{new.id}0", f"Parent of {family.people[asked['who']].name}")
    union = Union("", (parent.id,), children=(Child(asked["who"]), Child(new.id)))
    return _with(family, parent, new, unions=(*family.unions, union)), new.id


def _change(family: Family, asked: Json) -> tuple[Family, str]:
    person = _described(family.people[asked["who"]], asked)
    return _with(family, person), person.id


def _died(family: Family, asked: Json) -> tuple[Family, str]:
    person = family.people[asked["who"]]
    return _with(family, replace(person, is_dead=not person.is_dead, died=None)), person.id


def _subject(family: Family, asked: Json) -> tuple[Family, str]:
    people = (replace(person, is_subject=person.id == asked["who"]) for person in family.people.values())
    return _with(family, *people), asked["who"]


def _ended(ended: Ended, bond: Bond = Bond.ENDURING) -> Step:
    """The person's latest couple, marked; the same step again takes the mark away."""

    def mark(family: Family, asked: Json) -> tuple[Family, str]:
        unions = list(family.unions)
        for place in range(len(unions) - 1, -1, -1):
            union = unions[place]
            if asked["who"] in union.partners and len(union.partners) > 1:
                again = (union.ended, union.bond) == (ended, bond)
                unions[place] = replace(
                    union, ended=Ended.NO if again else ended, bond=Bond.ENDURING if again else bond
                )
                break
        return _with(family, unions=tuple(unions)), asked["who"]

    return mark


def _home(number: int) -> Step:
    """In the household of that number, or out of it; one that nobody lives in is gone."""

    def move(family: Family, asked: Json) -> tuple[Family, str]:
        homes = list(family.households)
        homes += [Household("", "", ())] * (number + 1 - len(homes))
        stays = [one for one in homes[number].members if one != asked["who"]]
        is_in = asked["who"] in homes[number].members
        homes[number] = replace(homes[number], members=tuple(stays if is_in else [*stays, asked["who"]]))
        return replace(family, households=tuple(home for home in homes if home.members)), asked["who"]

    return move


def _remove(family: Family, asked: Json) -> tuple[Family, str]:
    """A person, with every line to them; a couple's children stay with the other parent."""
    who = asked["who"]
    unions = (
        replace(
            union,
            partners=tuple(one for one in union.partners if one != who),
            children=tuple(child for child in union.children if child.id != who),
        )
        for union in family.unions
    )
    kept = tuple(union for union in unions if len(union.partners) > 1 or (union.partners and union.children))
    homes = (replace(each, members=tuple(one for one in each.members if one != who)) for each in family.households)
    people = {one: person for one, person in family.people.items() if one != who}
    ties = tuple(tie for tie in family.ties if who not in (tie.one, tie.other))
    return Family(people, kept, tuple(each for each in homes if each.members), ties), next(iter(people), "")


STEPS: dict[str, Step] = {
    "person": _person,
    "partner": _partner,
    "child": _child,
    "parent": _parent,
    "sibling": _sibling,
    "change": _change,
    "died": _died,
    "subject": _subject,
    "separated": _ended(Ended.SEPARATED),
    "divorced": _ended(Ended.DIVORCED),
    "transitory": _ended(Ended.NO, Bond.TRANSITORY),
    "home": _home(0),
    "other-home": _home(1),
    "remove": _remove,
}
