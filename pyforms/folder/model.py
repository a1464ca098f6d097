"""What a folder holds: people, and items, each of them one saved form, whole.

Every person and item carries a dot: which session of editing changed it last, and that session's how-manieth change it
was. `seen` says how many changes of each session are in the folder. So two copies can tell what is new, what is older
and what was removed, without a clock and without a list of what is gone (decisions/2026-11-27-a-familys-folder.md).
"""

from datetime import date
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import Field, NonNegativeInt, PositiveInt, model_validator

from pyforms.fields import Choice, Question
from pyforms.form import Part, problem
from pyforms.people import OwnId, Person
from pyforms.wording import same

type Json = dict[str, Any]

KIND = "early-help-folder"
VERSION = 1
MOST_PEOPLE = 1_000
MOST_ITEMS = 500


class Dot(NamedTuple):
    session: OwnId
    change: PositiveInt


class ForWhom(Choice):
    FAMILY = "family", "The family and the team"
    TEAM = "team", "The people who work with the family"
    MANAGER = "manager", "You and your manager"


class Member(Person):
    """A person of the family, or someone who works with it, as they stand in a folder."""

    dot: Annotated[Dot, Question("The last change", hidden=True)]


class Item(Part):
    """One form that was filled in. `people` are the names in it that stand for somebody, with that person's id;
    `nobody` those of whom somebody has said that they are not people of this folder."""

    id: OwnId
    dot: Dot
    by: str = ""
    on: date
    for_whom: ForWhom = ForWhom.TEAM
    people: dict[str, OwnId] = {}  # noqa: RUF012 - pydantic copies a default
    nobody: list[str] = []  # noqa: RUF012 - likewise
    saved: Json


class Folder(Part):
    """A family's folder. `known_as` says of ids in a folder that was begun elsewhere who that is here."""

    kind: Literal["early-help-folder"] = "early-help-folder"
    version: int = VERSION
    id: OwnId
    area: str
    saved: date
    seen: dict[OwnId, NonNegativeInt] = {}  # noqa: RUF012 - pydantic copies a default
    people: Annotated[list[Member], Field(max_length=MOST_PEOPLE)] = []  # noqa: RUF012 - pydantic copies a default
    items: Annotated[list[Item], Field(max_length=MOST_ITEMS)] = []  # noqa: RUF012 - pydantic copies a default
    known_as: dict[OwnId, OwnId] = {}  # noqa: RUF012 - pydantic copies a default

    @model_validator(mode="after")
    def nobody_and_nothing_stands_twice(self) -> Self:
        ids = [*(person.id for person in self.people), *(item.id for item in self.items)]
        names = [same(person.name) for person in self.people]
        if len(set(ids)) < len(ids):
            raise problem("people", "Two people, or two forms, have one id")
        if len(set(names)) < len(names):
            raise problem("people", "Two people have one name")
        return self

    @model_validator(mode="after")
    def whoever_is_spoken_of_is_there(self) -> Self:
        known = {person.id for person in self.people}
        for item in self.items:
            if not known.issuperset(item.people.values()):
                raise problem("items", "A form speaks of somebody who is not in the folder")
        return self

    def newest_first(self) -> list["Item"]:
        """The forms by their day; of one day, what was laid in last comes first."""
        return sorted(self.items, key=lambda each: each.on)[::-1]

    def item(self, item_id: str) -> "Item":
        return next(each for each in self.items if each.id == item_id)

    def person(self, person_id: str) -> "Member":
        return next(each for each in self.people if each.id == person_id)

    def has_seen(self, dot: Dot) -> bool:
        return self.seen.get(dot.session, 0) >= dot.change

    def changed(self, session: str) -> tuple[Self, Dot]:
        """The folder in which one more change of that session is counted, and the dot for what was changed."""
        dot = Dot(session, self.seen.get(session, 0) + 1)
        return self.model_copy(update={"seen": {**self.seen, session: dot.change}}), dot

    def put(self, entry: Member | Item, session: str) -> Self:
        """The folder with a person or an item that is new, or in place of the one with its id."""
        folder, dot = self.changed(session)
        entry = entry.model_copy(update={"dot": dot})
        kind = "people" if isinstance(entry, Member) else "items"
        held = list(getattr(folder, kind))
        place = next((at for at, each in enumerate(held) if each.id == entry.id), len(held))
        held[place : place + 1] = [entry]
        return folder.model_copy(update={kind: held})

    def without(self, entry_id: str) -> Self:
        """The folder without a person or an item. `seen` still tells other copies that it was here."""
        kept = {kind: [each for each in getattr(self, kind) if each.id != entry_id] for kind in ("people", "items")}
        return self.model_copy(update=kept)
