"""The answers to what a folder asks about its people: each gives the folder back, and says what was done."""

from collections.abc import Callable, Iterator
from typing import Any

from pyforms import fields
from pyforms.folder import asks, entries, joining, laying, said
from pyforms.folder.differ import differing, joined
from pyforms.folder.model import Folder, Item, Member
from pyforms.people import Person
from pyforms.wording import listed, same

type Given = dict[str, Any]
type Done = tuple[Folder, str]
type Ids = Iterator[str]

OWN = ("id", "name", "who", "private")  # of two entries for one person: those of the one that stays, or of both


def called(folder: Folder, given: Given, session: str, ids: Ids) -> Done:
    """That name in that form is this person, or somebody new."""
    item, name, who = folder.item(given["item"]), given["name"], given["person"]
    if who is None:
        folder, who = laying.with_new(folder, item, name, ids, session)
    folder = folder.put(item.model_copy(update={"people": {**item.people, name: who}}), session)
    folder = joining.described(folder, folder.item(item.id), session)
    return folder, f"“{name}” is {folder.person(who).name}."


def nobody(folder: Folder, given: Given, session: str, _: Ids) -> Done:
    """That name in that form is nobody of this family. Who came with it goes again, unless more is known of them."""
    item, name = folder.item(given["item"]), given["name"]
    who = next((who for other, who in item.people.items() if same(other) == same(name)), None)
    people = {other: who for other, who in item.people.items() if same(other) != same(name)}
    folder = folder.put(item.model_copy(update={"people": people, "nobody": [*item.nobody, name]}), session)
    if who is None:
        return folder, f"“{name}” stays in the form alone."
    person = folder.person(who)
    if any(who in each.people.values() for each in folder.items) or person != _as_it_came(folder, item, person):
        return folder, f"{person.name} stays in the folder, because more is known of them than this form says."
    return folder.without(who), f"{person.name} is not in the folder any more."


def _as_it_came(folder: Folder, item: Item, person: Member) -> Member:
    fresh = Member(id=person.id, name=person.name, private=person.private, dot=person.dot)
    alone = joining.described(folder.model_copy(update={"people": [fresh]}), item, person.dot.session)
    return alone.person(person.id).model_copy(update={"dot": person.dot})


def one(folder: Folder, given: Given, session: str, _: Ids) -> Done:
    """Two people are one: the other stays, with all that is known of both. What cannot both be is mended first."""
    gone, stays = folder.person(given["person"]), folder.person(given["other"])
    asked, mine, theirs = fields.walk(Person), entries.answers_of(stays), entries.answers_of(gone)
    both_say = [each for each in differing(asked, mine, theirs) if each.mine and each.theirs and each.path not in OWN]
    if both_say or not said.may_be_one(stays, gone):
        what = listed(each.label for each in both_say) or "when they were born"
        return folder, f"{stays.name} and {gone.name} differ: {what}. Change one of them first."
    folder = folder.put(entries.joined_as(joined(asked, mine, theirs), stays, gone), session)
    for item in folder.items:
        if gone.id in item.people.values():
            people = {name: stays.id if who == gone.id else who for name, who in item.people.items()}
            folder = folder.put(item.model_copy(update={"people": people}), session)
    return folder.without(gone.id), f"{gone.name} is {stays.name} from now on."


def believe(folder: Folder, given: Given, session: str, _: Ids) -> Done:
    """What that form says of somebody takes the place of what the folder said."""
    item, person = folder.item(given["item"]), folder.person(given["person"])
    for member, somebody in asks.spoken_of(item, {person.id: person}):
        for each in said.differing(member, somebody, item.on):
            if each.fact == given["fact"] and each.changes:
                folder = folder.put(Member.model_validate({**dict(member), **each.changes}), session)
                return folder, f"{member.name}: {each.there}, from {joining.source(item)}."
    return folder, "The form and the folder say the same by now."


ANSWERS: dict[str, Callable[[Folder, Given, str, Ids], Done]] = {
    "called": called,
    "nobody": nobody,
    "one": one,
    "believe": believe,
}
