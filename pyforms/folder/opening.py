"""A folder from the bytes of its file, or from one saved form: whole, or with a list of what could not be taken."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from pyforms import form as forms
from pyforms import reopen, saved
from pyforms.areas import id_here
from pyforms.cannot_open import CannotOpen
from pyforms.exporters.answers import NAME
from pyforms.folder.joining import source
from pyforms.folder.laying import laid
from pyforms.folder.model import KIND, MOST_ITEMS, MOST_PEOPLE, VERSION, Dot, Folder, Item, Member
from pyforms.folder.names import told_apart
from pyforms.wording import clipped, day, listed, same

type Json = dict[str, Any]

LARGEST = 25_000_000  # bytes
LOOKED_AT = 4_096  # bytes, for what kind of file it is
MARK = re.compile(rb'"kind"\s*:\s*"early-help-folder"')
PLACE = re.compile(r"line (\d+) column (\d+)")

NOT_A_FOLDER = "This file is not a family’s folder, or part of it is missing. Choose another file."
NEWER = "This folder was saved with a newer version of the site. Reload the page, then open it again."
TOO_LARGE = "This folder is larger than 25 MB, so this site did not save it. Choose another file."
CUT = "The file is damaged, or ends too early: whatever stood behind that place is not here."
TOO_MANY = f"This folder holds more than {MOST_PEOPLE:,} people or {MOST_ITEMS} forms. Choose another file."


class Opened(NamedTuple):
    """A folder, and a sentence for each thing in its file that is not in it. Nothing is left out without one."""

    folder: Folder
    left_out: tuple[str, ...] = ()
    message: str = ""


def any_file(data: bytes, ids: Iterator[str], session: str, today: date) -> Opened:
    """The folder in a file's bytes, or a new one that begins with the form in it; raises CannotOpen."""
    if is_folder(data):
        found = opened(data)
        held = f"{_many(len(found.folder.people), 'person', 'people')} and {_many(len(found.folder.items), 'form')}"
        return found._replace(message=f"The folder that was saved on {day(found.folder.saved)} is open: {held}.")
    envelope = saved.open_saved(data)
    folder = from_form(envelope, ids, session).model_copy(update={"saved": today})
    changed = f" {saved.CHANGED}" if envelope.is_changed else ""
    who = listed(each.name for each in folder.people)
    with_whom = f" In it: {who}." if who else ""
    return Opened(folder, (), f"A new folder begins with {source(folder.items[0])}.{with_whom}{changed}")


def _many(count: int, one: str, more: str = "") -> str:
    return f"{count} {one if count == 1 else more or f'{one}s'}"


def is_folder(data: bytes) -> bool:
    """Whether the file says that it is a family's folder, however much of one."""
    return MARK.search(_cut_out(data)[:LOOKED_AT]) is not None


def opened(data: bytes) -> Opened:
    """The folder in a file's bytes; raises CannotOpen where there is none to be had.

    Once something is left out, the folder says that it has seen nothing: what is missing from it was not removed, and
    comes back from a copy that still has it.
    """
    if len(data) > LARGEST:
        raise CannotOpen(TOO_LARGE)
    left_out: list[str] = []
    held = _held(_cut_out(data), left_out)
    if held.get("kind") != KIND:
        raise CannotOpen(NOT_A_FOLDER)
    if isinstance(held.get("version"), int) and held["version"] > VERSION:
        raise CannotOpen(NEWER)
    people, items = held.pop("people", []), held.pop("items", [])
    if not isinstance(people, list) or not isinstance(items, list):
        raise CannotOpen(NOT_A_FOLDER)
    if len(people) > MOST_PEOPLE or len(items) > MOST_ITEMS:
        raise CannotOpen(TOO_MANY)
    unknown: list[str] = []
    try:
        folder = Folder(**_known(held, KNOWN, "The folder", unknown))
    except ValidationError:
        raise CannotOpen(NOT_A_FOLDER) from None
    if folder.version < 1:
        raise CannotOpen(NOT_A_FOLDER)
    forms.ready(filter(None, map(_form_of, items)))
    members = [*_members(people, left_out, unknown)]
    held_items = [*_items(items, {person.id for person in members}, left_out, unknown)]
    seen = {} if left_out else folder.seen
    folder = folder.model_copy(update={"people": members, "items": held_items, "seen": seen})
    return Opened(_named_once(folder), (*left_out, *unknown))


def _cut_out(data: bytes) -> bytes:
    """The JSON in the file, which may end before it does."""
    try:
        return reopen.opened(data, LARGEST).envelope
    except CannotOpen:
        element = data.partition(f'id="{NAME}"'.encode())[2]
        return element.partition(b">")[2] or data


def _held(written: bytes, left_out: list[str]) -> Json:
    """The folder as JSON; of one that was cut or damaged, what stands before the damage."""
    try:
        held = from_json(written)
    except ValueError as fault:
        held = _before(written, fault)
        left_out.append(CUT)
    if not isinstance(held, dict):
        raise CannotOpen(NOT_A_FOLDER)
    return held


def _before(written: bytes, fault: ValueError) -> Any:  # noqa: ANN401 - JSON
    place = PLACE.search(str(fault))
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    above = b"\n".join(written.split(b"\n")[: line - 1])
    end = len(above) + (line > 1) + column - 1
    try:
        return from_json(written[:end], allow_partial=True)
    except ValueError:
        raise CannotOpen(NOT_A_FOLDER) from None


def _known(written: Json, known: set[str], whose: str, left_out: list[str]) -> Json:
    left_out += [
        f"{whose}: this site has no such thing as “{clipped(str(key), 40)}”." for key in written if key not in known
    ]
    return {key: value for key, value in written.items() if key in known}


KNOWN = {*Folder.model_fields} - {"people", "items"}


def _members(people: list[Any], left_out: list[str], unknown: list[str]) -> Iterator[Member]:
    taken: set[str] = set()
    for place, written in enumerate(people, 1):
        try:
            person = Member.model_validate(_own(Member, written, f"Person {place}", unknown))
        except ValidationError as refusal:
            left_out.append(f"Person {place}{_known_as(written, 'name')}: {_reason(refusal)}")
            continue
        if person.id in taken:
            left_out.append(f"Person {place}, {person.name}: somebody before them has the same id.")
            continue
        taken.add(person.id)
        yield person


def _own(model: type[BaseModel], written: Any, whose: str, unknown: list[str]) -> Any:  # noqa: ANN401 - as written
    return _known(written, {*model.model_fields}, whose, unknown) if isinstance(written, dict) else written


def _items(items: list[Any], people: set[str], left_out: list[str], unknown: list[str]) -> Iterator[Item]:
    taken = set(people)
    for place, written in enumerate(items, 1):
        try:
            item = Item.model_validate(_own(Item, written, f"Form {place}", unknown))
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


def _form_of(written: Any) -> str:  # noqa: ANN401 - whatever a file may hold
    held = written.get("saved") if isinstance(written, dict) else None
    form = held.get("form") if isinstance(held, dict) else None
    return form if isinstance(form, str) else ""


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
    folder = Folder(id=next(ids), area=id_here(envelope.area), saved=envelope.saved)
    return with_form(folder, envelope, ids, session)


def with_form(folder: Folder, envelope: saved.Envelope, ids: Iterator[str], session: str, by: str = "") -> Folder:
    """The folder with one more saved form."""
    held = envelope.model_dump(mode="json")
    item = Item(id=next(ids), dot=Dot(session, 1), by=by, on=envelope.saved, saved=held)
    return laid(folder.put(item, session), item.id, ids, session)
