"""A copy for somebody: what they may have of a folder, and why they get no more.

Where nobody can tell whether a form holds what they may not know, the whole form stays out until somebody has looked.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pyforms import people
from pyforms.folder import entries, holds, joining
from pyforms.folder.model import Folder, ForWhom, Item, Member
from pyforms.folder.private import for_others, shown_among
from pyforms.folder.sharing import Says, Sharing
from pyforms.people import Who
from pyforms.wording import same

type Kind = Literal["family", "person", "service", "team", "manager"]

INSIDE = ("team", "manager")  # they work with the whole record
AT_HOME = ("family", "person")
SERVICE = "service:"
UNCERTAIN = "something is to be kept private, and nobody can tell whether it stands in here"
WHOLE_RECORD = "the whole record is for the team: whoever it is about gets a page of it"
ADDRESSES = "Where people live and how to reach them is only in copies for the team."


@dataclass(frozen=True)
class Recipient:
    """Whom a copy is for. `says` is what consent says of them, `about` in words; `limit` is all that they may know."""

    id: str
    name: str
    kind: Kind
    says: Says = "yes"
    about: str = ""
    limit: str = ""


@dataclass(frozen=True)
class Verdict:
    """Whether a form goes into a copy: by itself, only once somebody has looked and chosen it, or never."""

    item: Item
    goes: Literal["yes", "chosen", "never"]
    why: str = ""


def recipients(folder: Folder, known: Sharing, today: date) -> Iterator[Recipient]:
    """Whoever a copy can be for."""
    yield Recipient("family", "The family", "family")
    in_the_folder = {same(each.name) for each in folder.people}
    for person in folder.people:
        if person.who != Who.WORKER and not person.died and not _is_unborn(person, today):
            says, about = known.of_person(person.name)
            yield Recipient(person.id, person.name, "person", says, about)
    for name in dict.fromkeys(each.name for each in known.may_know):
        if same(name) not in in_the_folder:
            says, about = known.of_service(name, today)
            yield Recipient(f"{SERVICE}{name}", name, "service", says, "" if says == "yes" else about, about)
    yield Recipient("team", "The people who work with the family", "team")
    yield Recipient("manager", "You and your manager", "manager")


def _is_unborn(person: Member, on: date) -> bool:
    return people.is_unborn(person.name, on, born=person.born, due=person.due, born_about=person.born_about)


def verdicts(folder: Folder, known: Sharing, to: Recipient) -> list[Verdict]:
    """For each form, the newest first, whether it goes to them."""
    return [_verdict(folder, known, item, to) for item in folder.newest_first()]


def _verdict(folder: Folder, known: Sharing, item: Item, to: Recipient) -> Verdict:
    if never := next(_never(folder, item, to), ""):
        return Verdict(item, "never", never)
    why = "; ".join(_to_look_at(folder, known, item, to))
    return Verdict(item, "chosen" if why else "yes", why)


def _never(folder: Folder, item: Item, to: Recipient) -> Iterator[str]:
    if item.for_whom == ForWhom.MANAGER and to.kind != "manager":
        yield "it is for you and your manager"
    if to.says == "no":
        yield to.about
    if to.kind not in INSIDE and joining.pages(item.saved["form"]):
        yield WHOLE_RECORD
    if to.kind in AT_HOME and item.for_whom != ForWhom.FAMILY:
        yield "it is for the people who work with the family"
    for person in folder.people:
        for fact in person.private:
            if person.id != to.id and holds.surely(item, person, fact):
                yield "it holds what is private of somebody: choose that too if it may be known"


def _to_look_at(folder: Folder, known: Sharing, item: Item, to: Recipient) -> Iterator[str]:
    if to.kind in INSIDE:
        return
    if to.says == "nothing":
        yield to.about
    if to.limit:
        yield f"they may know only this: {to.limit}"
    if known.kept_from(to.name):
        yield UNCERTAIN
    if any(each.private and each.id != to.id and holds.names(item, each) for each in folder.people):
        yield "it speaks of somebody of whom something is private, and nobody can tell whether that stands in here"
    if entries.is_unfinished(item):
        yield "it is half done"
    if to.kind in AT_HOME and holds.tells_of_danger(item):
        yield "its words tell of danger, and paper at home could warn whoever is feared"


def chosen(found: list[Verdict], items: Collection[str] | None) -> list[Item]:
    """The forms that go: those that go by themselves, or those that somebody chose and that may go at all."""
    if items is None:
        return [each.item for each in found if each.goes == "yes"]
    return [each.item for each in found if each.goes != "never" and each.item.id in items]


def copied(folder: Folder, to: Recipient, kept: list[Item]) -> Folder:
    """The folder that they get. It has seen nothing, so that what is not in it looks removed to nobody."""
    spoken_of = {each for item in kept for each in item.people.values()}
    inside = to.kind in INSIDE
    who = [each for each in shown_among(folder.people) if inside or each.id in spoken_of]
    known, ids = {each.id for each in who}, {each.id for each in kept}
    told = who if inside else [*map(for_others, who)]
    items = [_speaking_of(each, known) for each in folder.items if each.id in ids]
    return folder.model_copy(update={"seen": {}, "known_as": {}, "people": told, "items": items})


def _speaking_of(item: Item, people: Collection[str]) -> Item:
    return item.model_copy(update={"people": {name: each for name, each in item.people.items() if each in people}})


def left_out(folder: Folder, to: Recipient, found: list[Verdict], kept: list[Item]) -> Iterator[str]:
    """A sentence for whatever is not in the copy, for whoever makes it: the copy itself tells nothing of it."""
    for each in found:
        if each.item not in kept:
            yield _sentence(joining.source(each.item), each.why or "not chosen")
    for person in folder.people:
        if person.private:
            words = "; ".join(fact.label[:1].lower() + fact.label[1:] for fact in person.private)
            yield f"Private of {person.name}: {words}."
    if to.kind not in INSIDE:
        yield ADDRESSES


def _sentence(what: str, why: str) -> str:
    return f"{what[:1].upper()}{what[1:]}: {why}."


def without_private(folder: Folder, told: Collection[str]) -> Folder:
    """The folder in which facts that somebody chose to tell, written as "p-1.home", are no longer private."""
    people_now = [
        each.model_copy(update={"private": [fact for fact in each.private if f"{each.id}.{fact.value}" not in told]})
        for each in folder.people
    ]
    return folder.model_copy(update={"people": people_now})
