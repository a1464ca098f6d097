"""A folder from the bytes of its file, or from one saved form: whole, or with a list of what could not be taken."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json

from pyforms import saved
from pyforms.areas import AREA_IDS
from pyforms.cannot_open import CannotOpen
from pyforms.folder import entries
from pyforms.folder.model import KIND, MOST_ITEMS, MOST_PEOPLE, VERSION, Dot, Folder, Item, Member
from pyforms.folder.names import named, told_apart
from pyforms.wording import clipped, same

type Json = dict[str, Any]

LARGEST = 25_000_000  # bytes

NOT_A_FOLDER = "This file is not a family’s folder, or part of it is missing. Choose another file."
NEWER = "This folder was saved with a newer version of the site. Reload the page, then open it again."
TOO_LARGE = "This folder is larger than 25 MB, so this site did not save it. Choose another file."
TOO_MANY = f"This folder holds more than {MOST_PEOPLE:,} people or {MOST_ITEMS} forms. Choose another file."


class Opened(NamedTuple):
    """A folder, and a sentence for each thing in its file that is not in it. Nothing is left out without one."""

    folder: Folder
    left_out: tuple[str, ...] = ()


def opened(data: bytes) -> Opened:
    """The folder in a file's bytes; raises CannotOpen where there is none to be had."""
    if len(data) > LARGEST:
        raise CannotOpen(TOO_LARGE)
    try:
        held = from_json(data)
    except ValueError:
        raise CannotOpen(NOT_A_FOLDER) from None
    if not isinstance(held, dict) or held.get("kind") != KIND:
        raise CannotOpen(NOT_A_FOLDER)
    if isinstance(held.get("version"), int) and held["version"] > VERSION:
        raise CannotOpen(NEWER)
    people, items = held.pop("people", []), held.pop("items", [])
    if not isinstance(people, list) or not isinstance(items, list):
        raise CannotOpen(NOT_A_FOLDER)
    if len(people) > MOST_PEOPLE or len(items) > MOST_ITEMS:
        raise CannotOpen(TOO_MANY)
    left_out = [
        f"“{clipped(str(key), 40)}”: this site has no such part of a folder." for key in held if key not in KNOWN
    ]
    try:
        folder = Folder(**{key: value for key, value in held.items() if key in KNOWN})
    except ValidationError:
        raise CannotOpen(NOT_A_FOLDER) from None
    if folder.version < 1:
        raise CannotOpen(NOT_A_FOLDER)
    members = [*_members(people, left_out)]
    taken = {person.id for person in members}
    held_items = [*_items(items, taken, left_out)]
    return Opened(_named_once(folder.model_copy(update={"people": members, "items": held_items})), tuple(left_out))


KNOWN = {*Folder.model_fields} - {"people", "items"}


def _members(people: list[Any], left_out: list[str]) -> Iterator[Member]:
    taken: set[str] = set()
    for place, written in enumerate(people, 1):
        try:
            person = Member.model_validate(written)
        except ValidationError as refusal:
            left_out.append(f"Person {place}{_known_as(written, 'name')}: {_reason(refusal)}")
            continue
        if person.id in taken:
            left_out.append(f"Person {place}, {person.name}: somebody before them has the same id.")
            continue
        taken.add(person.id)
        yield person


def _items(items: list[Any], people: set[str], left_out: list[str]) -> Iterator[Item]:
    taken = set(people)
    for place, written in enumerate(items, 1):
        try:
            item = Item.model_validate(written)
            envelope = saved.checked(item.saved)
        except ValidationError as refusal:
            left_out.append(f"Form {place}: {_reason(refusal)}")
            continue
        except CannotOpen as refusal:
            left_out.append(f"Form {place}: {refusal}")
            continue
        if item.id in taken:
            left_out.append(f"Form {place}: something before it has the same id.")
            continue
        taken.add(item.id)
        gone = [name for name, person in item.people.items() if person not in people]
        left_out += [
            f"Form {place}: who “{clipped(name, 40)}” is. They are not in the folder; the name stays." for name in gone
        ]
        kept = {name: person for name, person in item.people.items() if person in people}
        yield item.model_copy(update={"people": kept, "saved": envelope.model_dump(mode="json")})


def _known_as(written: Any, key: str) -> str:  # noqa: ANN401 - whatever a file may hold
    name = written.get(key) if isinstance(written, dict) else None
    return f", {clipped(name, 40)}" if isinstance(name, str) and name else ""


def _reason(refusal: ValidationError) -> str:
    """In our own words: a library's are for whoever mends the tool."""
    first = refusal.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "problem":
        return str(first["ctx"]["message"]) + "."
    return (
        f"what is written at “{clipped(place, 60)}” is not of the kind that belongs there."
        if place
        else "it is not of the right kind."
    )


def _named_once(folder: Folder) -> Folder:
    """A file in which two people have one name was changed by hand: the second is told apart by a number."""
    return (
        told_apart(folder, "opened")
        if len({same(each.name) for each in folder.people}) < len(folder.people)
        else folder
    )


def from_form(envelope: saved.Envelope, ids: Iterator[str], session: str) -> Folder:
    """A folder that begins with one saved form, and with whoever it speaks of. `ids` are new ones, nobody else's."""
    folder = Folder(id=next(ids), area=envelope.area if envelope.area in AREA_IDS else "general", saved=envelope.saved)
    return with_form(folder, envelope, ids, session)


def with_form(folder: Folder, envelope: saved.Envelope, ids: Iterator[str], session: str, by: str = "") -> Folder:
    """The folder with one more saved form. Whoever has the name of somebody who is in it already is taken for them."""
    item = Item(id=next(ids), dot=Dot(session, 1), by=by, on=envelope.saved, saved=envelope.model_dump(mode="json"))
    asked, answers = entries.fields_of(item), entries.answers_of(item)
    known = {same(person.name): person.id for person in folder.people}
    called: dict[str, str] = {}
    for _, field, name in sorted(named(asked, answers), key=lambda each: each[1].question.person == "known"):
        if same(name) not in known:
            if field.question.person == "known":
                continue
            person = Member(id=next(ids), name=name, dot=Dot(session, 1))
            folder = folder.put(person, session)
            known[same(name)] = person.id
        called.setdefault(name, known[same(name)])
    return folder.put(item.model_copy(update={"people": called}), session)
