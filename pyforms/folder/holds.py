"""Whether a form holds what is private: surely, by its own words; or nobody can tell."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pyforms import danger, fields
from pyforms.flows import Somebody
from pyforms.folder import entries, joining
from pyforms.folder.model import Item, Member
from pyforms.people import Private
from pyforms.wording import day, same

LEAST = 3  # letters of a part of a name that is looked for
POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b")
EMAIL = re.compile(r"\S+@\S+\.\S+")
HOUSE = re.compile(r"\b\d+[a-z]?,? [^\W\d_]{3,}")
DIGITS = re.compile(r"\d[\d ()+-]{4,}\d")
NAMELESS = {"the", "and", "von", "van", "del", "baby", "mum", "dad", "miss", "mrs", "unborn"}


def surely(item: Item, person: Member, fact: Private) -> bool:
    """The very words of the fact stand in the form, or what tells it as well: the number of a house, a postcode; or the
    form says it in its own way, as a picture does by its lines."""
    if any(_tells(each, fact) for each in _said_of(item, person)):
        return True
    text = same(" ".join(entries.words(item)))
    if fact == Private.ALL:
        return names(item, person)
    if fact == Private.BORN:
        days = (each for each in (person.born, person.due) if each)
        return any(written in text for each in days for written in _written(each))
    told = {Private.HOME: person.home, Private.REACH: person.reach, Private.RELATION: person.relation}[fact]
    return bool(told) and any(piece in _bare(text) for piece in _pieces(same(told)))


def _said_of(item: Item, person: Member) -> Iterator[Somebody]:
    called = {same(person.name), *(same(name) for name, who in item.people.items() if who == person.id)}
    return (each for each in joining.people_in(item) if same(each.name) in called)


def _tells(said: Somebody, fact: Private) -> bool:
    """Any birth or line tells of what is private, whether or not it is what the folder says: nobody can tell which."""
    if fact == Private.BORN:
        return bool(said.born or said.due or said.born_about)
    return fact == Private.RELATION and (said.is_joined or bool(said.relation))


def names(item: Item, person: Member) -> bool:
    """The form speaks of them, by a part of their name or as its own map of names says."""
    said = {*re.findall(r"[^\W_]+", same(" ".join(entries.words(item))))}
    parts = {part for part in re.findall(r"[^\W_]+", same(person.name)) if len(part) >= LEAST}
    telling = parts - NAMELESS or parts or {*re.findall(r"[^\W_]+", same(person.name))}
    return person.id in item.people.values() or bool(telling & said)


def tells_of_danger(item: Item) -> bool:
    """Words in it tell of danger outright: on paper at home they could warn whoever is feared."""
    texts = fields.texts(entries.fields_of(item), entries.answers_of(item))
    return any(sign.stated for _, _, text in texts for sign in danger.read(text))


def _bare(text: str) -> str:
    """The text, and once more with its numbers as they would be dialled and its postcodes without gaps."""
    return f"{text} {' '.join(_squeezed(POSTCODE, text))} {' '.join(_squeezed(DIGITS, text))}"


def _squeezed(pattern: re.Pattern[str], text: str) -> list[str]:
    return [re.sub(r"[^a-z\d]", "", found) for found in pattern.findall(text)]


def _pieces(told: str) -> Iterable[str]:
    yield told
    yield from _squeezed(POSTCODE, told)
    yield from _squeezed(DIGITS, told)
    yield from EMAIL.findall(told)
    yield from HOUSE.findall(told)


def _written(when: date) -> Iterable[str]:
    short = f"{when.year % 100:02}"
    yield when.isoformat()
    yield same(day(when))
    for stop in "/.-":
        for number, month in ((f"{when.day}", f"{when.month}"), (f"{when.day:02}", f"{when.month:02}")):
            yield from (f"{number}{stop}{month}{stop}{year}" for year in (str(when.year), short))
