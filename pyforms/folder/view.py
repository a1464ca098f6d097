"""A folder in words ready to show: who is in it, what was done, what is due, and what comes next."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pyforms import form as forms
from pyforms.folder import entries
from pyforms.folder.due import Due, due
from pyforms.folder.model import Folder, Item, Member
from pyforms.folder.said import birth_words, died_words
from pyforms.people import Who, age, birth
from pyforms.wording import day, listed

type Json = dict[str, Any]


def view(folder: Folder, today: date) -> Json:
    """What the folder’s page draws."""
    return {
        "people": [{"id": each.id, "name": each.name, "about": about(each, today)} for each in folder.people],
        "items": [_item(folder, each) for each in folder.newest_first()],
        "due": [_due(each) for each in due(folder, today)],
        "comes_next": [*_comes_next(folder)],
        "training": training(folder),
    }


def about(person: Member, today: date) -> str:
    """Child, born 4 March 2022 (4), daughter of Ewa. Private: where they live"""
    who = person.who.label if person.who else ""
    died = died_words(person.died) if person.died else ""
    said = ", ".join(words for words in (who, _age(person, today), died, person.relation, person.work) if words)
    kept = listed(each.label[:1].lower() + each.label[1:] for each in person.private)
    return f"{said}{'. ' if said else ''}Private: {kept}" if kept else said


def _age(person: Member, today: date) -> str:
    born = birth(person.name, today, born=person.born, due=person.due)
    if person.born_about:
        return birth_words(person)
    if person.born and person.born <= today:
        return born if person.died else f"{born} ({age(person.born, today)})"
    if born or person.age is None:
        return born
    return f"{person.age} on {day(person.age_on)}" if person.age_on else f"{person.age}"


def _item(folder: Folder, item: Item) -> Json:
    names = {person.id: person.name for person in folder.people if person.who != Who.WORKER}
    spoken_of = listed(dict.fromkeys(names[each] for each in item.people.values() if each in names))
    unfinished = entries.is_unfinished(item)
    return {
        "id": item.id,
        "form": item.saved["form"],
        "title": forms.title(item.saved["form"]),
        "on": item.on.isoformat(),
        "day": day(item.on),
        "by": item.by,
        "for_whom": item.for_whom.value,
        "for_whom_words": item.for_whom.label,
        "state": "unfinished" if unfinished else "finished",
        "summary": f"About {spoken_of}" if spoken_of else "",
        "training": entries.training(item),
    }


def _due(each: Due) -> Json:
    return {
        "what": each.what,
        "day": day(each.day) if each.day else "",
        "on": each.day.isoformat() if each.day else "",
        "why": [{"from": why.said, "source": why.source} for why in each.why],
        "is_past": each.is_past,
    }


def _comes_next(folder: Folder) -> Iterator[Json]:
    """What is half done, then each form of which the folder has none."""
    for item in folder.items:
        if entries.is_unfinished(item):
            title = forms.title(item.saved["form"])
            yield {"form": item.saved["form"], "item": item.id, "title": title, "why": f"Half done on {day(item.on)}"}
    held = {item.saved["form"] for item in folder.items}
    for form_id in forms.FORM_IDS:
        if form_id not in held:
            yield {"form": form_id, "item": "", "title": forms.title(form_id), "why": "Not in this folder yet"}


def training(folder: Folder) -> str:
    """The title of a training example that is in the folder; empty where there is none."""
    return next(filter(None, map(entries.training, folder.items)), "")
