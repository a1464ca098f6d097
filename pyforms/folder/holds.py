"""Whether a form holds what is private: by its own words, or because it says so of somebody whose it is."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from pyforms import danger, fields
from pyforms.flows import Somebody
from pyforms.folder import entries, joining
from pyforms.folder.model import Folder, Item, Member
from pyforms.folder.private import Secret, addresses, named, secrets
from pyforms.folder.spelling import Spelt, words
from pyforms.people import Private
from pyforms.wording import same

WHERE = re.compile(r"\b(?:lives?|living|address(?:es)?|moved|moving|refuge|where)\b")
SAYS_LITTLE = words("wishes", "little")
ENVELOPE = ("kind", "form", "version", "area", "saved", "state", "made_with", "entries")
LEAST_TELLING = 4  # letters of a word that says what a wish is about


class Holdings:
    """What the forms of a folder hold. Each is looked through once, however many readers are asked about."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.secrets = secrets(folder.people)
        self._found: dict[tuple[str, str], Any] = {}

    @cached_property
    def names(self) -> dict[str, Secret]:
        """Everybody of whom something is private, by their name."""
        return {each.id: named(each, self.folder.people, Private.ALL) for each in self.folder.people if each.private}

    @cached_property
    def addresses(self) -> tuple[Secret, ...]:
        return addresses(self.folder.people)

    def told(self, item: Item) -> tuple[Secret, ...]:
        """All that is private and stands in the form, or that the form says of whose it is."""
        return self._once(item, "told", lambda: tuple(each for each in self.secrets if self._tells(item, each)))

    def speaks_of(self, item: Item, person: Member) -> bool:
        """By a part of their name, or as its own map of names says."""
        return person.id in item.people.values() or self.names[person.id].is_told_in(self._text(item))

    def tells_homes_of(self, item: Item) -> frozenset[str]:
        """The people of whom it says where they live or how to reach them."""
        return self._once(item, "homes", lambda: frozenset(self._at_home(item)))

    def tells_of_danger(self, item: Item) -> bool:
        """Words in it tell of danger outright: on paper at home they could warn whoever is feared."""
        return self._once(item, "danger", lambda: _tells_of_danger(item))

    def may_be_about(self, words: str, item: Item) -> bool:
        """What somebody wishes to be kept may stand in this form: a word of it does; it is about homes, and the form
        tells one; or it says too little to tell."""
        of_people = {each for person in self.folder.people for each in Spelt(person.name).tokens}
        spelt = Spelt(words)
        about_homes = bool(WHERE.search(spelt.plain))
        telling = {each for each in spelt.words if len(each) >= LEAST_TELLING} - SAYS_LITTLE - of_people
        telling -= {f"{each}s" for each in of_people}
        if about_homes and (self.tells_homes_of(item) or WHERE.search(self._text(item).plain)):
            return True
        return bool(telling & self._text(item).words) or not (telling or about_homes)

    def _tells(self, item: Item, secret: Secret) -> bool:
        if secret.fact == Private.ALL and secret.whose in item.people.values():
            return True
        return secret.is_told_in(self._text(item)) or self._says_of(item, secret)

    def _says_of(self, item: Item, secret: Secret) -> bool:
        """The form says it in other words: an age in place of a day, or a line from a parent to a child."""
        own = self._said_of(item).get(secret.whose, [])
        says: dict[Private, Callable[[Somebody], object]] = {
            Private.HOME: lambda each: each.home,
            Private.RELATION: lambda each: each.relation or each.is_joined,
            Private.BORN: lambda each: each.born or each.due or each.born_about or each.age is not None,
        }
        return secret.fact in says and any(map(says[secret.fact], own))

    def _said_of(self, item: Item) -> dict[str, list[Somebody]]:
        """What a form says of people, by their ids."""

        def found() -> dict[str, list[Somebody]]:
            ids = {same(each.name): each.id for each in self.folder.people}
            ids |= {same(name): own_id for name, own_id in item.people.items()}
            said: dict[str, list[Somebody]] = {}
            for each in joining.people_in(item):
                said.setdefault(ids.get(same(each.name), ""), []).append(each)
            return said

        return self._once(item, "said", found)

    def _at_home(self, item: Item) -> Iterator[str]:
        yield from (each.whose for each in self.addresses if each.is_told_in(self._text(item)))
        yield from (own_id for own_id, said in self._said_of(item).items() if any(each.home for each in said))

    def _text(self, item: Item) -> Spelt:
        return self._once(item, "text", lambda: Spelt("\n".join(_texts(item))))

    def _once[T](self, item: Item, what: str, find: Callable[[], T]) -> T:
        if (item.id, what) not in self._found:
            self._found[item.id, what] = find()
        found: T = self._found[item.id, what]
        return found


def _texts(item: Item) -> Iterator[str]:
    """Every text that a copy of this form holds, read or not: but for a drawn signature, which is no text."""
    yield from (item.by, *item.people, *item.nobody)
    typed = [value for _, value in item.saved.get("entries", ())]
    held = {key: value for key, value in item.saved.items() if key not in ENVELOPE}
    yield from (each for each in entries.texts([held, typed]) if not each.startswith("data:"))


def _tells_of_danger(item: Item) -> bool:
    texts = fields.texts(entries.fields_of(item), entries.answers_of(item))
    return any(sign.stated for _, _, text in texts for sign in danger.read(text))
