"""What of a person is kept to whoever holds the folder: it is in no copy, and no form begins with it."""

from collections.abc import Sequence
from typing import Any

from pyforms.folder.model import Member
from pyforms.people import Person, Private
from pyforms.wording import same

FACTS: dict[Private, tuple[str, ...]] = {
    Private.HOME: ("home",),
    Private.REACH: ("reach",),
    Private.BORN: ("born", "due", "born_about", "age", "age_on"),
    Private.RELATION: ("relation",),
    Private.ALL: (),
}

ADDRESSES = ("home", "reach")


def kept(person: Person) -> dict[str, Any]:
    """The facts that are private, and that they are: what a copy must not tell."""
    facts = ("private", *(fact for each in person.private for fact in FACTS[each]))
    return {fact: getattr(person, fact) for fact in facts if getattr(person, fact)}


def shown(person: Member) -> Member:
    """The person without what is private of them, and without a word that there was anything."""
    empty = {fact: Person.model_fields[fact].get_default() for fact in kept(person)}
    return person.model_copy(update=empty)


def shown_among(people: Sequence[Member]) -> list[Member]:
    """Everybody whom others may know of, without what is private of themselves or in what is said of another: “mother
    of Ella” tells whose child Ella is, and that there is an Ella."""
    hidden = [same(each.name) for each in people if {Private.ALL, Private.RELATION} & {*each.private}]
    told = [shown(each) for each in people if Private.ALL not in each.private]
    return [
        each.model_copy(update={"relation": ""}) if any(name in same(each.relation) for name in hidden) else each
        for each in told
    ]


def for_others(person: Member) -> Member:
    """The person without where they live and how to reach them, which only those who work with the family need."""
    return person.model_copy(update=dict.fromkeys(ADDRESSES, ""))


def given_back(theirs: Member, mine: Member) -> Member:
    """Somebody as they came back from a copy, with what that copy was never given: its absence there says nothing."""
    never_given = {**kept(mine), **{fact: getattr(mine, fact) for fact in ADDRESSES}}
    lacking = {fact: value for fact, value in never_given.items() if not getattr(theirs, fact)}
    if theirs.born and not mine.born:
        lacking = {key: value for key, value in lacking.items() if key not in ("due", "born_about")}
    return theirs.model_copy(update=lacking)
