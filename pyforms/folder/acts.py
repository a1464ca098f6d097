"""What a page may ask about a family's folder. The page holds the folder; each act gets it whole and gives one back."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from pyforms import areas, document, fields, saved
from pyforms import form as forms
from pyforms.cannot_open import CannotOpen
from pyforms.folder import answering, asks, copies, elsewhere, joining, laying, names, opening, several, wire, words_of
from pyforms.folder import merge as merging
from pyforms.folder import view as views
from pyforms.folder.entries import words
from pyforms.folder.holds import Holdings
from pyforms.folder.model import MOST_ITEMS, MOST_PEOPLE, Dot, Folder, Member
from pyforms.folder.sharing import sharing
from pyforms.people import Person
from pyforms.wording import listed
from pyforms.wording import same as alike

type Json = dict[str, Any]
type Pairs = list[list[str]]

FULL = f"A folder has room for {MOST_ITEMS} forms and {MOST_PEOPLE} people, and the two together have more."
GONE = "That has been changed meanwhile. Nothing was done."
HAD = "This form is in the folder already. Nothing has changed."
NOBODY = "This folder knows nobody of that name any more. Choose whom the copy is for once more."


def open_(data: str, area: str, today: str, session: str, ids: list[str]) -> Json:
    """A folder from any file of ours, in base64: a folder, a form of any kind and age, a genogram, a GEDCOM file."""
    found = opening.any_file(b64decode(data), wire.new(ids), session, date.fromisoformat(today))
    folder, message = found.folder, found.message
    if folder.area not in areas.AREA_IDS:
        folder = folder.model_copy(update={"area": area})
        message += " It was saved for an area that this site does not have. Choose your area again."
    return {"folder": wire.written(folder), "left_out": list(found.left_out), "message": message}


def examples() -> Json:
    """Whole families to train with."""
    from pyforms.folder.examples import families  # noqa: PLC0415 - few pages show one

    return {"examples": [{"name": each.name, "title": each.title, "about": each.about} for each in families()]}


def example(name: str, session: str, ids: list[str]) -> Json:
    """The folder of one of those families."""
    from pyforms.folder import examples as trained  # noqa: PLC0415 - likewise

    title = next(each.title for each in trained.families() if each.name == name)
    held = trained.folder(name, wire.new(ids), session)
    return {"folder": wire.written(held), "message": f"Training example: {title}. Everybody in it is made up."}


def view(folder: Json, today: str) -> Json:
    """Who is in it, what was done, what is due and what comes next, in words ready to show."""
    whole = wire.read(folder)
    return views.view(whole, date.fromisoformat(today)) | {"asks": asks.asks(whole)}


def laid(folder: Json, item: str, session: str, ids: list[str]) -> Json:
    """The folder in which the form that the page has just laid in is read: its names are people."""
    before = wire.read(folder)
    held = before.item(item)
    envelope = saved.checked(held.saved).model_dump(mode="json")
    if envelope != held.saved:
        before = before.put(held.model_copy(update={"saved": envelope}), session)
    after = laying.laid(before, item, wire.new(ids), session)
    many = asks.raised(after, item)
    looks = f"To look at: {many}." if many else ""
    said = (words_of.new_people(before, after), words_of.taken(before, after, held), looks)
    new = asks.of_new_people(before, after, item)
    return {"folder": wire.written(after), "message": " ".join(filter(None, said)), "asks": new, "questions": many}


def taken(folder: Json, item: str) -> Json:
    """The pairs that fill a form's page with what the folder holds of it."""
    whole = wire.read(folder)
    held = whole.item(item)
    envelope = saved.checked(held.saved)
    half_done = isinstance(envelope, saved.Unfinished)
    return {
        "form": envelope.form,
        "entries": envelope.entries if isinstance(envelope, saved.Unfinished) else fields.flatten(envelope.answers),
        "area": envelope.area,
        "message": saved.welcome(envelope, whole.area) if half_done else "",
    }


def beginning(folder: Json, form: str, entries: Pairs, today: str, whom: str = "") -> Json:
    """A form’s pairs with what the folder knows in its empty places, and where each of those comes from.

    A form that asks about one person is about `whom`, or about the only one of `about` whom it can be about.
    """
    whole = wire.read(folder)
    pairs = [(name, value) for name, value in entries]
    about = joining.about(whole, form)
    whom = about[0].id if len(about) == 1 else whom
    found = joining.beginning(whole, form, pairs, date.fromisoformat(today), whom)
    return {
        "entries": found.entries,
        "came": [each._asdict() for each in found.came],
        "about": [{"id": each.id, "name": each.name} for each in about],
        "whom": whom,
    }


def person(folder: Json, id: str | None, answers: Pairs, session: str, ids: list[str]) -> Json:  # noqa: A002 - the contract's name
    """The folder with somebody new, or changed. A new name goes into every form that speaks of them."""
    whole = wire.read(folder)
    new_ids = wire.new(ids)
    known = next((each for each in whole.people if each.id == id), None)
    said = {**fields.nest(((name, value) for name, value in answers), Person), "id": id or next(new_ids)}
    checked = forms.checked(Person, said)
    _only_one_of_that_name(whole, checked)
    message = ""
    if known and known.name != checked.name:
        whole = names.rename(whole, known.id, checked.name, session)
        message = _still_says(whole, known.name)
    member = Member(**checked.model_dump(), dot=known.dot if known else Dot(session, 1))
    now = next((each for each in whole.people if each.id == member.id), None)
    if now is None or member != now.model_copy(update={"dot": member.dot}):
        whole = whole.put(member, session)
    return {"folder": wire.written(whole), "id": member.id, "message": message}


def people(folder: Json, text: str, today: str, session: str, ids: list[str]) -> Json:
    """The folder with somebody new for each line, and the lines that were not taken, each with why."""
    before = wire.read(folder)
    after, left = several.with_people(before, text, date.fromisoformat(today), session, wire.new(ids))
    return {
        "folder": wire.written(after),
        "message": words_of.new_people(before, after),
        "left": [each._asdict() for each in left],
    }


def without(folder: Json, id: str) -> Json:  # noqa: A002 - the contract's name
    """The folder without a person or a form. Whoever a form speaks of stays, and the message says where."""
    whole = wire.read(folder)
    speaking = [joining.source(item) for item in whole.items if id in item.people.values()]
    if speaking:
        message = f"{whole.person(id).name} is in {listed(speaking)}. Take them out there first."
        return {"folder": wire.written(whole), "message": message}
    return {"folder": wire.written(whole.without(id)), "message": ""}


def answer(folder: Json, way: str, given: Json, session: str, ids: list[str]) -> Json:
    """One of the ways to answer that a question gives, with what it is given; stale ones change nothing."""
    whole = wire.read(folder)
    try:
        after, message = answering.ANSWERS[way](whole, given, session, wire.new(ids))
    except StopIteration:  # the person, or the form, has gone meanwhile
        after, message = whole, GONE
    return {"folder": wire.written(after), "message": message}


def who(folder: Json, data: str, today: str) -> Json:
    """Before something is brought in that was begun elsewhere, a folder or a form: who of it may be somebody here."""
    mine, on = wire.read(folder), date.fromisoformat(today)
    theirs, _ = _theirs(b64decode(data))
    found = [] if theirs.id == mine.id else elsewhere.proposals(mine, theirs)
    return {"who": [words_of.proposal(each, on) for each in found]}


def merge(folder: Json, data: str, session: str, same: dict[str, str] | None = None) -> Json:
    """Another copy of this folder, one that was begun elsewhere, or a single form, brought in: as it is until somebody
    has chosen.

    Without choices that folder is the result. The same file brought in again changes nothing. `same`: people of theirs
    who are somebody here; whoever is not in it is somebody else.
    """
    mine = wire.read(folder)
    written = b64decode(data)
    if not opening.is_folder(written) and _has(mine, saved.open_saved(written)):
        return {"folder": wire.written(mine), "choices": [], "left_out": [], "message": HAD}
    found, left_out = _merged(mine, written, same)
    after = merging.settled(found, {}, session)
    choices = [words_of.choice(each, found.mine, found.theirs) for each in found.choices if each.is_asked]
    return {
        "folder": wire.written(after),
        "choices": choices,
        "left_out": left_out,
        "message": words_of.brought_in(mine, after, len(choices)),
    }


def settle(
    folder: Json,
    data: str,
    picks: dict[str, dict[str, merging.Side]],
    session: str,
    same: dict[str, str] | None = None,
) -> Json:
    """The folder after the choices: for each id a side for each answer’s path, or for "" the whole of it."""
    mine = wire.read(folder)
    found, left_out = _merged(mine, b64decode(data), same)
    after = merging.settled(found, picks, session)
    return {"folder": wire.written(after), "left_out": left_out, "message": words_of.brought_in(mine, after, 0)}


def recipients(folder: Json, today: str) -> Json:
    """Whom a copy can be for; for each, what they would get, what only somebody who has looked may add, and why."""
    whole = wire.read(folder)
    known, held = sharing(whole), Holdings(whole)
    every = copies.recipients(whole, known, date.fromisoformat(today))
    return {
        "recipients": [words_of.recipient(to, copies.verdicts(copies.reader(to, known, held))) for to in every],
        "private": [
            {"id": f"{each.id}.{fact.value}", "words": f"{each.name}: {fact.label}"}
            for each in whole.people
            for fact in each.private
        ],
    }


def copy(folder: Json, recipient: str, items: list[str] | None, today: str, private: list[str] | None = None) -> Json:
    """The folder that somebody gets, and a sentence for whatever is not in it; `private`: facts to tell after all."""
    made = _copied(wire.read(folder), recipient, items, today, private)
    return {"folder": wire.written(made.copy), "left_out": made.left_out}


def bundle(  # noqa: PLR0913, PLR0917 - each is a question that the page asks
    folder: Json,
    recipient: str,
    items: list[str] | None,
    today: str,
    format: str,  # noqa: A002 - the contract's name
    private: list[str] | None = None,
) -> Json | bytes:
    """The same copy to read: a file of that format, or as "document" what the page shows and makes a Word file of.

    Only in HTML does it hold the folder’s data: whoever prints or passes on a page passes on what can be seen.
    """
    from pyforms.exporters import html, write  # noqa: PLC0415 - only a bundle needs it
    from pyforms.folder.bundle import bundle as bundled  # noqa: PLC0415 - likewise

    made = _copied(wire.read(folder), recipient, items, today, private)
    shown = bundled(made.copy, made.by, date.fromisoformat(today))
    if format == "html":
        shown = replace(shown, envelope=wire.written(made.copy))
    if format != "document":
        return write(shown, format)
    return {"document": document.as_json(shown), "html": html.fragment(shown), "left_out": made.left_out}


class _Copy(NamedTuple):
    copy: Folder
    by: copies.Reader
    left_out: list[str]


def _copied(whole: Folder, recipient: str, items: list[str] | None, today: str, private: list[str] | None) -> _Copy:
    """The one door by which anything of a folder gets into a copy."""
    from pyforms.folder import own_page  # noqa: PLC0415 - only a copy needs what it makes

    whole = copies.without_private(whole, private or [])
    known = sharing(whole)
    every = copies.recipients(whole, known, date.fromisoformat(today))
    to = next((each for each in every if each.id == recipient), None)
    if to is None:
        raise CannotOpen(NOBODY)
    by = copies.reader(to, known, Holdings(whole))
    found = copies.verdicts(by)
    copy = copies.copied(by, copies.chosen(found, items))
    return _Copy(copy, by, [*copies.left_out(by, found), *own_page.left_out(by)])


def _merged(mine: Folder, written: bytes, same: dict[str, str] | None) -> tuple[merging.Merge, list[str]]:
    """Both in one, and a sentence for whatever of theirs is not in it."""
    theirs, left_out = _theirs(written)
    if theirs.id != mine.id:
        mine, theirs = elsewhere.as_copies(mine, theirs, same or {})
    found = merging.merge(mine, theirs)
    if len(found.items) > MOST_ITEMS or len(found.people) > MOST_PEOPLE:
        raise CannotOpen(FULL)
    return found, [*left_out, *map(words_of.removed_here, found.left_out)]


def _theirs(written: bytes) -> tuple[Folder, list[str]]:
    if not opening.is_folder(written):
        return elsewhere.of_form(saved.open_saved(written)), []
    found = opening.opened(written)
    return found.folder, [*found.left_out]


def _has(mine: Folder, envelope: saved.Envelope) -> bool:
    held = envelope.model_dump(mode="json")
    return any(item.saved == held for item in mine.items)


def _only_one_of_that_name(folder: Folder, person: Person) -> None:
    if any(alike(each.name) == alike(person.name) and each.id != person.id for each in folder.people):
        message = "Somebody in this folder has that name. Add what tells them apart, such as “Sam (dad)”"
        raise forms.AnswersInvalid([("name", message)])


def _still_says(folder: Folder, name: str) -> str:
    """A name within a longer text is not changed, and so it is said where it stands."""
    found = [joining.source(item) for item in folder.items if alike(name) in alike(" ".join(words(item)))]
    return f"“{name}” still stands within longer answers of {listed(found)}. Look there." if found else ""


ACTS: dict[str, Callable[..., Json | bytes]] = {
    "open": open_,
    "examples": examples,
    "example": example,
    "view": view,
    "laid": laid,
    "taken": taken,
    "beginning": beginning,
    "person": person,
    "people": people,
    "without": without,
    "who": who,
    "merge": merge,
    "settle": settle,
    "recipients": recipients,
    "copy": copy,
    "bundle": bundle,
    "answer": answer,
}
