"""Joins what the forms of a folder offer to what another takes."""

import dataclasses
from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import Any, cast

from pydantic_core import from_json, to_json

from pyforms import form as forms
from pyforms.areas import Area, id_here
from pyforms.areas import get as area_of
from pyforms.areas import scale as scale_of
from pyforms.fields import Pairs
from pyforms.flows import Known, Offers, Pages, Practitioner, Somebody, Taken, Takes, Thing, Today, UsualScale
from pyforms.folder import entries, said
from pyforms.folder.filling import Filled, filled
from pyforms.folder.model import MOST_ITEMS, Folder, Item, Member
from pyforms.folder.private import shown_among
from pyforms.folder.so_far import so_far
from pyforms.form import FORM_IDS
from pyforms.scales import of_area
from pyforms.wording import day, same

FROM_THE_FOLDER = "the folder’s people"


def offers(form_id: str) -> Offers[Any]:
    """What a form offers, from the `joins` in its own folder."""
    return cast("Offers[Any]", import_module(f"{forms.get(form_id).package}.joins").OFFERS)


def takes(form_id: str) -> Takes:
    """What a form takes."""
    return cast("Takes", import_module(f"{forms.get(form_id).package}.joins").TAKES)


def pages(form_id: str) -> Pages[Any] | None:
    """Which of a form’s documents is whose page, where the whole of it is not for everyone it is about."""
    return cast("Pages[Any] | None", getattr(import_module(f"{forms.get(form_id).package}.joins"), "PAGES", None))


def known(folder: Folder, today: date) -> list[Known]:
    """All that a folder knows: the day, its area’s scale, its people, then what finished forms offer, the newest first.

    Of the same thing only the newest is known; of people, what the folder says of them, and no form.
    """
    found: dict[Thing, str] = dict(_given(folder, today))
    found |= {_somebody(each): FROM_THE_FOLDER for each in shown_among(folder.people)}
    for item in folder.newest_first():
        for thing in offered(item):
            if not isinstance(thing, Somebody):
                found.setdefault(thing, source(item))
    return [Known(thing, where) for thing, where in found.items()]


def _given(folder: Folder, today: date) -> Iterator[tuple[Thing, str]]:
    yield Today(today), "today’s date"
    area = place(folder)
    scale = scale_of(area)
    if scale and (usual := of_area(scale)):
        yield UsualScale(usual), f"the scale in use: {area.name}"


def place(folder: Folder) -> Area:
    """The folder’s area; the general rules where this site has none of that name."""
    return area_of(id_here(folder.area))


def source(item: Item) -> str:
    """the scaling of 8 September 2026"""
    title = forms.title(item.saved["form"])
    if title.endswith("?"):
        return f"“{title}” of {day(item.on)}"
    written = title if title.split()[0].isupper() else title[:1].lower() + title[1:]
    return f"the {written} of {day(item.on)}"


def offered(item: Item, *kinds: type[Thing]) -> Iterator[Thing]:
    """What a finished form knows, of those kinds or of any. Half-done work, and a form with a day to mend, may not
    even fit its model, and offers nothing yet."""
    if not entries.is_unfinished(item):
        yield from _offered(item.saved, kinds)


def people_in(item: Item) -> tuple[Somebody, ...]:
    """Whoever a form speaks of by what it offers. Who somebody is has been said, though the rest be half done."""
    return _people_in(to_json(item.saved))


def offered_so_far(item: Item, *kinds: type[Thing]) -> Iterator[Thing]:
    """The same of half-done work, as far as it goes."""
    form = forms.get(item.saved["form"])
    answers = so_far(form.answers, entries.answers_of(item))
    asked = offers(item.saved["form"])
    for kind in kinds:
        yield from asked[kind](answers) if kind in asked else ()


@lru_cache(MOST_ITEMS)
def _people_in(saved: bytes) -> tuple[Somebody, ...]:
    """By the form’s own words: a page that is drawn anew asks each time, and a text is long to read."""
    return tuple(each for each in _offered(from_json(saved), (Somebody,)) if isinstance(each, Somebody))


def recorded_by(item: Item) -> str:
    """Who filled it in, as far as anybody has said."""
    named = (
        each for each in offered_so_far(item, Practitioner) if isinstance(each, Practitioner) and each.has_recorded
    )
    return item.by or next((each.name for each in named), "")


def _offered(saved: dict[str, Any], kinds: tuple[type[Thing], ...]) -> Iterator[Thing]:
    form_id = saved["form"]
    asked = {kind: offer for kind, offer in offers(form_id).items() if not kinds or kind in kinds}
    if not asked:
        return
    try:
        answers = forms.check(forms.get(form_id), entries.nested(saved))
    except forms.AnswersInvalid:
        return
    for offer in asked.values():
        yield from offer(answers)


def _somebody(person: Member) -> Somebody:
    """As far as other forms may know them: what is private is in none unless somebody types it there."""
    facts = (field.name for field in dataclasses.fields(Somebody))
    return Somebody(**{fact: getattr(person, fact) for fact in facts if hasattr(person, fact)})


def about(folder: Folder, form_id: str) -> list[Member]:
    """Everybody whom a form that asks about one person can be about."""
    kinds = entries.about_one_of(form_id)
    return [each for each in folder.people if each.who in kinds and not each.died]


def beginning(folder: Folder, form_id: str, pairs: Pairs, today: date, whom: str = "") -> Filled:
    """A form with what the folder knows in its empty places; `pairs` are what stands in it now, or nothing. `whom` is
    the id of the one person whom it is about."""
    return filled(forms.get(form_id), pairs, taken(folder, form_id, today, whom))


def taken(folder: Folder, form_id: str, today: date, whom: str = "") -> list[Taken]:
    """What a form can take from this folder, in the order of what it takes."""
    others = {each.name for each in about(folder, form_id) if each.id != whom}
    held = [each for each in known(folder, today) if not _is_of(each.thing, others)]
    return [each for take in takes(form_id).values() for each in take(held)]


def _is_of(thing: Thing, names: Collection[str]) -> bool:
    return isinstance(thing, Somebody) and thing.name in names


def described(folder: Folder, item: Item, changed: str) -> Folder:
    """The folder in which people have what a form says of them and the folder does not; nothing is overwritten."""
    known_as = {same(name): person for name, person in item.people.items()}
    by_id = {person.id: person for person in folder.people}
    for somebody in people_in(item):
        person = by_id.get(known_as.get(same(somebody.name), ""))
        if person and (more := said.more(person, somebody, item.on)):
            changed_person = person.model_copy(update=more)
            if changed_person != person:
                by_id[person.id] = changed_person
                folder = folder.put(changed_person, changed)
    return folder


def flows() -> dict[type[Thing], tuple[list[str], list[str]]]:
    """Each kind of thing: the forms that offer it, and the forms that take it."""
    kinds = dict.fromkeys(kind for form_id in FORM_IDS for kind in (*offers(form_id), *takes(form_id)))
    return {
        kind: ([each for each in FORM_IDS if kind in offers(each)], [each for each in FORM_IDS if kind in takes(each)])
        for kind in kinds
    }
