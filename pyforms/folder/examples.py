"""Whole families to train with: folders made of the forms’ own training examples, and marked as such throughout."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from pydantic_core import from_json

import pyforms
from pyforms import areas, resources, saved
from pyforms.folder.laying import laid
from pyforms.folder.model import Dot, Folder, ForWhom, Item, Member

type Json = dict[str, Any]

# In the order in which a trainer would show them: a scale of either direction, and no area’s own.
NAMES = ("lukasz-in-torbay", "bea-in-kent", "harry-anywhere")


class Family(NamedTuple):
    """A family by its name; `told` is what its file says."""

    name: str
    title: str
    about: str
    today: date
    told: Json


@cache
def families() -> tuple[Family, ...]:
    return tuple(map(_family, NAMES))


def _family(name: str) -> Family:
    told = from_json(resources.read(__package__, f"examples/{name}.json"))
    return Family(name, told["title"], told["about"], date.fromisoformat(told["today"]), told)


def folder(name: str, ids: Iterator[str], session: str) -> Folder:
    """The folder of one of those families; raises KeyError for a name that is none."""
    family = {each.name: each for each in families()}[name]
    area = areas.id_here(family.told["area"])
    made = Folder(id=next(ids), area=area, saved=family.today)
    for person in family.told["people"]:
        made = made.put(Member(id=next(ids), dot=Dot(session, 1), **person), session)
    for each in family.told["forms"]:
        item = _item(each, family.title, area, next(ids), session)
        made = laid(made.put(item, session), item.id, ids, session)
    return made


def _item(told: Mapping[str, Any], title: str, area: str, item_id: str, session: str) -> Item:
    """A form’s example as it would have been saved, about the people of this family and marked with its title."""
    example = next(each for each in pyforms.examples(told["form"]) if each.name == told["example"])
    answers = {**_called(example.answers, told.get("names", {})), "training_example": title}
    sealed = pyforms.submit(told["form"], answers, area, example.today).document.envelope
    return Item(
        id=item_id,
        dot=Dot(session, 1),
        by=told["by"],
        on=example.today,
        for_whom=told.get("for_whom", ForWhom.TEAM),
        saved=saved.checked(sealed or {}).model_dump(mode="json"),
    )


def _called(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON
    """The same answers about others, in longer texts too."""
    if isinstance(value, dict):
        return {key: _called(each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [_called(each, names) for each in value]
    for old, new in names.items() if isinstance(value, str) else ():
        value = re.sub(rf"\b{re.escape(old)}\b", new, value)
    return value
