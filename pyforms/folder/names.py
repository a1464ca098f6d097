"""The people whom a form's answers speak of, by name: in a folder a name stands for one person."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any
from unicodedata import normalize

from pyforms import fields
from pyforms.folder import entries
from pyforms.folder.model import Folder, Item, Member
from pyforms.wording import same

type Json = dict[str, Any]


def named(asked: tuple[fields.Field, ...], answers: Json) -> Iterator[tuple[str, fields.Field, str]]:
    """Every answer that may be one person's name, with its path and field."""
    return (each for each in fields.texts(asked, answers) if each[1].question.person)


SHORTEST = 4  # letters of a name that is told from another by one letter; Tim and Tom are two people


def bare(name: str) -> str:
    """Letters and figures alone: two names that differ in blanks, quotes or brackets are one."""
    return "".join(filter(str.isalnum, normalize("NFKC", name).casefold()))


def nearly(folder: Folder, name: str, but: Collection[str]) -> list[Member]:
    """Whose name this may be, typed otherwise: but for those of whom the same form speaks by their own."""
    return [each for each in folder.people if each.id not in but and _is_near(each.name, name)]


def _is_near(one: str, other: str) -> bool:
    """One letter, an accent, or a name that one of them says more of: Ela and Ella, Zoe and Zoë, Ewa and Ewa Nowak."""
    first, second = _plain(one), _plain(other)
    if first == second:
        return bool(first)
    short, long = sorted((same(one).split(), same(other).split()), key=len)
    says_more = len(short) == 1 and len(long) > 1 and short[0] == long[0]
    return says_more or (max(len(first), len(second)) >= SHORTEST and _is_one_letter(first, second))


def _plain(name: str) -> str:
    return "".join(letter for letter in normalize("NFKD", name).casefold() if letter.isalnum())


def _is_one_letter(one: str, other: str) -> bool:
    """One is put in, left out or another, or two stand in each other's place."""
    short, long = sorted((one, other), key=len)
    start = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    rest, more = short[start:], long[start:]
    if len(short) != len(long):
        return rest == more[1:]
    return rest[1:] == more[1:] or (rest[:2] == more[1::-1] and rest[2:] == more[2:])


def renamed(item: Item, names: Mapping[str, str]) -> Item:
    """The item in which people are called otherwise; `names` maps what an item calls them to their new names.

    A name that stands only within a longer text stays theirs as it stands there.
    """
    if not {*map(same, item.people)} & {*map(same, names)}:
        return item
    new = {same(old): name for old, name in names.items()}

    def name(field: fields.Field, value: str) -> str:
        return new.get(same(value), value) if field.question.person else value

    asked, answers = entries.fields_of(item), entries.answers_of(item)
    typed = {same(each) for _, _, each in named(asked, answers)}
    is_beside = bool(entries.about_one_of(item.saved["form"]))
    people = {
        (new.get(same(old), old) if is_beside or same(old) in typed else old): each for old, each in item.people.items()
    }
    answers = _mapped(asked, answers, name)
    return entries.with_answers(item.model_copy(update={"people": people}), answers)


def _mapped(asked: tuple[fields.Field, ...], answers: Json, change: Callable[[fields.Field, str], str]) -> Json:
    """The answers with each text put through `change`."""
    by_name = {field.name: field for field in asked}
    return {name: _value(by_name.get(name), value, change) for name, value in answers.items()}


def _value(field: fields.Field | None, value: Any, change: Callable[[fields.Field, str], str]) -> Any:  # noqa: ANN401 - JSON
    if field is None:
        return value
    if field.kind == "group":
        return _mapped(field.children, value, change)
    if field.kind == "repeat":
        return [_mapped(field.children, each, change) for each in value]
    if field.kind == "catalogue":
        by_key = {entry.key: entry.fields for entry in field.entries}
        return {key: _mapped(by_key.get(key, ()), each, change) for key, each in value.items()}
    return change(field, value) if field.kind == "text" else value


def rename(folder: Folder, person_id: str, name: str, session: str) -> Folder:
    """The folder in which somebody has another name, in every form that speaks of them.

    Their name within a longer text is not touched.
    """
    person = next(each for each in folder.people if each.id == person_id)
    folder = folder.put(person.model_copy(update={"name": name}), session)
    for item in folder.items:
        calls = {old: name for old, spoken_of in item.people.items() if spoken_of == person_id}
        if calls and (again := renamed(item, calls)) != item:
            folder = folder.put(again, session)
    return folder


def told_apart(folder: Folder, session: str) -> Folder:
    """The folder in which no two people have one name: whoever came later has a number."""
    taken: set[str] = set()
    for person in folder.people:
        name, place = person.name, 2
        while same(name) in taken:
            name, place = f"{person.name} ({place})", place + 1
        taken.add(same(name))
        if name != person.name:
            folder = rename(folder, person.id, name, session)
    return folder
