"""The kinds of field, and the one walk over a form's model that the page, the checks and the files share.

A field's name in the page is its path in the model (`actions.0.who`), so answers travel as
(name, value) pairs and come back to the same fields.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Self, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

type Kind = Literal[
    "text",
    "long",
    "date",
    "number",
    "radios",
    "select",
    "checkboxes",
    "group",
    "repeat",
    "catalogue",
    "signature",
    "hidden",
]
type Answered = Iterator[tuple[str, "Field", Any]]
type Far = Literal["work", "done", "ahead", "born", "due", "any"]
type Made = Literal["", "id", "count", "days"]
type Pairs = list[tuple[str, str]]

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2099, 12, 31)
DAY_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
TWO_FIGURES = range(10, 100)
LAST_TWO_FIGURES_OF_THIS_CENTURY = 68  # as computers have read two figures since POSIX


class Choice(StrEnum):
    """An answer to pick: its value is saved, its label and hint are shown.

    Written `OFTEN = "often", "Most days", "Five days a week or more"`.
    """

    label: str
    hint: str

    def __new__(cls, value: str, label: str, hint: str = "") -> Self:
        choice = str.__new__(cls, value)
        choice._value_ = value
        choice.label = label
        choice.hint = hint
        return choice


@dataclass(frozen=True)
class When:
    """What is asked only sometimes: once `path`, the name of another question, has one of these answers, or any.

    `only` says it on paper and on the page, after "Only" ("if nobody agrees").
    """

    only: str
    path: str
    values: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Same:
    """Answers of an item that can be the same for others: a press, with these `words`, puts them where there are none.

    `paths` begin below the item. Only items that have the same answer to `like` as this one take them, if it is given.
    """

    words: str
    paths: tuple[str, ...]
    like: str = ""


@dataclass(frozen=True)
class Question:
    """How a page asks for a field; it rides in the model's `Annotated`.

    `by` is who answers. `long` asks for a text area, `compact` for a drop-down where radios would fill the page.
    `hidden` keeps the field off the page. `unit` follows a number ("years"). `folded` keeps a group closed until it is
    wanted. `drawn` asks for a signature on the screen. `title` heads each item of a repeated group ("Action"), and
    `line` says a complete one in one line, such as "{who}: {what}, by {by}". `part` begins a part of the form that has
    this title, up to the next. `when` says when it is asked, if not always. `missing` is the message when a required
    answer is not there. `one_of` is for a question of which it or its neighbour must be answered, so that neither is
    called optional. `entries` lists what a catalogue asks about: a field of type `dict[str, Model]`, with the same few
    questions for each entry. `none` is what an entry says while it is left out. `far` says which days are usual for the
    question, "done" for what has happened and "ahead" for what is to come; any other is asked about (far_days.toml).
    `made` says what the page writes into a hidden answer: an id that is nobody else's, how often the answers were
    checked, or the day of each item with an id. What concerns only files is not asked `on_paper`. The answer may be a
    `person`'s name: one who is "new" to whoever reads on, or one that may be "known" from elsewhere. What `stays` is in
    view while its item is folded, once it is asked. `same` is what items of a repeated group may have in common.
    """

    label: str
    hint: str = ""
    by: Literal["family", "child", "practitioner"] = "practitioner"
    long: bool = False
    compact: bool = False
    hidden: bool = False
    folded: bool = False
    drawn: bool = False
    unit: str = ""
    title: str = ""
    line: str = ""
    part: str = ""
    when: When | None = None
    missing: str = ""
    one_of: bool = False
    entries: "Callable[[], tuple[Entry, ...]] | None" = None
    none: str = "Not seen, or not a worry"
    far: Far = "work"
    made: Made = ""
    on_paper: bool = True
    person: Literal["", "new", "known"] = ""
    stays: bool = False
    same: Same | None = None


@dataclass(frozen=True)
class Option:
    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class Field:
    """One field of a form, as a template draws it and a check names it."""

    name: str
    question: Question
    kind: Kind
    required: bool
    options: tuple[Option, ...] = ()
    children: "tuple[Field, ...]" = ()
    lowest: float | None = None
    highest: float | None = None
    longest: int | None = None

    @property
    def entries(self) -> "tuple[Entry, ...]":
        """What a catalogue asks about, in page order; empty for every other kind."""
        return self.question.entries() if self.question.entries else ()

    @property
    def stays(self) -> bool:
        """It, or something within it, is in view while its item is folded."""
        return self.question.stays or any(child.stays for child in self.children)

    def said(self, value: object) -> list[str]:
        """An answer as it reads, an option by its words; several where several may be chosen."""
        labels = {option.value: option.label for option in self.options}
        return [labels.get(str(each), str(each)) for each in (value if isinstance(value, list) else [value])]


@dataclass(frozen=True)
class Entry:
    """One thing that a catalogue asks about, under the heading of its `section`."""

    key: str
    label: str
    section: str
    fields: tuple[Field, ...]
    hint: str = ""


def _written(value: object) -> object:
    """Days are written 2026-03-27; a bare number is no day, though pydantic would read one."""
    if not isinstance(value, date) and not (isinstance(value, str) and DAY_WRITTEN.fullmatch(value)):
        message = "Enter a real date, with a day, a month and a year"
        raise ValueError(message)
    return value


def can_be_meant(day: date) -> bool:
    """No child, plan or review of any family that the forms are for lies outside these two centuries."""
    return FIRST_DAY <= day <= LAST_DAY


def _meant(day: date) -> date:
    if not can_be_meant(day):
        raise ValueError(_whole_year(day.year))
    return day


def _whole_year(year: int) -> str:
    """A browser's date field turns a typed 26 into the year 26."""
    if year in TWO_FIGURES:
        century = 2000 if year <= LAST_TWO_FIGURES_OF_THIS_CENTURY else 1900
        return f"enter the year with all four figures: {century + year}, not {year}"
    return f"the year is {year:04} here. Enter it with all four figures, such as 2026"


Day = Annotated[date, BeforeValidator(_written), AfterValidator(_meant)]


@cache
def walk(model: type[BaseModel]) -> tuple[Field, ...]:
    """Every field of a model, in the page's order; groups and repeats hold theirs as children."""
    return tuple(_field(name, info) for name, info in model.model_fields.items())


def _field(name: str, info: FieldInfo) -> Field:
    question = _question(name, info)
    kind, inner = _kind(info, question)
    limits = {type(limit).__name__: limit for limit in info.metadata}
    return Field(
        name=name,
        question=question,
        kind=kind,
        required=info.is_required() or question.one_of,
        options=tuple(Option(choice.value, choice.label, choice.hint) for choice in inner)
        if kind in ("radios", "select", "checkboxes")
        else (),
        children=walk(inner) if kind in ("group", "repeat", "catalogue") else (),
        lowest=getattr(limits.get("Ge"), "ge", None),
        highest=getattr(limits.get("Le"), "le", None),
        longest=getattr(limits.get("MaxLen"), "max_length", None),
    )


def _question(name: str, info: FieldInfo) -> Question:
    for note in info.metadata:
        if isinstance(note, Question):
            return note
    message = f"{name}: say how the page asks for it, with Annotated[..., Question(...)]"
    raise TypeError(message)


def kind_of(info: FieldInfo) -> tuple[Kind, Any]:
    """The kind of a model's field, and the type of its answer, or of each of several."""
    return _kind(info, _question("", info))


def _kind(info: FieldInfo, question: Question) -> tuple[Kind, Any]:
    bare = _bare(info.annotation)
    if question.hidden:
        return "hidden", bare
    if question.drawn:
        return "signature", bare
    if get_origin(bare) is dict:
        return "catalogue", _bare(get_args(bare)[1])
    if get_origin(bare) in (list, tuple, set):
        item = _bare(get_args(bare)[0])
        return ("checkboxes", item) if issubclass(item, Choice) else ("repeat", item)
    if issubclass(bare, Choice):
        return ("select" if question.compact else "radios"), bare
    if issubclass(bare, BaseModel):
        return "group", bare
    if issubclass(bare, date):
        return "date", bare
    if issubclass(bare, int | float):
        return "number", bare
    return ("long" if question.long else "text"), bare


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - a type expression has no narrower type
    """The type inside `X | None` and `Annotated[X, ...]`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation


def nest(pairs: Iterable[tuple[str, str]], model: type[BaseModel]) -> dict[str, Any]:
    """The page's (name, value) pairs as nested answers; an empty value is an answer not given.

    A repeated group keeps its order and closes its gaps; an unknown name is kept, so that the model
    can refuse it.
    """
    tree: dict[str, Any] = {}
    for name, value in pairs:
        if value.strip():
            *parents, last = name.split(".")
            branch = tree
            for parent in parents:
                branch = _branch(branch, parent)
            _add(branch, last, value)
    return _shape(tree, walk(model))


def _branch(tree: dict[str, Any], name: str) -> dict[str, Any]:
    inner = tree.setdefault(name, {})
    return inner if isinstance(inner, dict) else {}


def _add(branch: dict[str, Any], name: str, value: str) -> None:
    values = branch.setdefault(name, [])
    if isinstance(values, list):
        values.append(value)


def _shape(tree: dict[str, Any], fields: tuple[Field, ...]) -> dict[str, Any]:
    by_name = {field.name: field for field in fields}
    return {name: _value(branch, by_name.get(name)) for name, branch in tree.items()}


def _value(branch: Any, field: Field | None) -> Any:  # noqa: ANN401 - JSON
    if isinstance(branch, list):
        return branch if field and field.kind == "checkboxes" else branch[-1]
    if field and field.kind == "repeat":
        return [_value(branch[key], _item(field)) for key in sorted(branch, key=_place)]
    if field and field.kind == "catalogue":
        return {key: _value(branch[key], _item(field)) for key in branch}
    return _shape(branch, field.children if field else ())


def _item(field: Field) -> Field:
    return replace(field, kind="group")


def _place(key: str) -> tuple[int, str]:
    """An item's number; a key that is no number, or an absurd one, comes first."""
    return (int(key) if key.isascii() and key.isdigit() and len(key) <= len("99999") else 0, key)


def flatten(answers: Any, name: str = "") -> Pairs:  # noqa: ANN401 - JSON
    """The reverse of `nest`: JSON answers as the (name, value) pairs that fill the page."""
    if answers is None or answers == "":
        return []
    if isinstance(answers, dict):
        return [pair for key, value in answers.items() for pair in flatten(value, _join(name, key))]
    if isinstance(answers, list):
        plain = all(not isinstance(item, dict | list) for item in answers)
        named = ((name if plain else _join(name, str(place)), item) for place, item in enumerate(answers))
        return [pair for item_name, item in named for pair in flatten(item, item_name)]
    written = f"{answers:g}" if isinstance(answers, float) else str(answers)  # 7, where JSON kept 7.0
    return [(name, written)]


def answered(fields: tuple[Field, ...], answers: Mapping[str, Any], above: str = "") -> Answered:
    """Every single answer in JSON answers with its path and field, in the page's order."""
    for field in fields:
        value = answers.get(field.name)
        if not value:
            continue
        path = _join(above, field.name)
        if field.kind == "group":
            yield from answered(field.children, value, path)
        elif field.kind == "repeat":
            for place, item in enumerate(value):
                yield from answered(field.children, item, _join(path, str(place)))
        elif field.kind == "catalogue":
            for entry in field.entries:
                if chosen := value.get(entry.key):
                    yield from answered(entry.fields, chosen, _join(path, entry.key))
        else:
            yield path, field, value


def texts(fields: tuple[Field, ...], answers: Mapping[str, Any]) -> Iterator[tuple[str, Field, str]]:
    """Every text in JSON answers with its path and field, in the page's order."""
    return (each for each in answered(fields, answers) if each[1].kind in ("text", "long"))


def days(fields: tuple[Field, ...], answers: Mapping[str, Any]) -> Iterator[tuple[str, Field, date]]:
    """Every day in JSON answers with its path and field, in the page's order; what is written otherwise is none."""
    for path, field, value in answered(fields, answers):
        if field.kind == "date" and (day := read_day(value)):
            yield path, field, day


def read_day(written: str) -> date | None:
    """A day written 2026-03-27; None for words that are no day."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _join(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key


def find(fields: tuple[Field, ...], path: str) -> tuple[Field, tuple[int, ...]] | None:
    """The field at a path, with its place on the page (for sorting); None when there is none."""
    name, _, rest = path.partition(".")
    for position, field in enumerate(fields):
        if field.name == name:
            return _within(field, rest, (position,)) if rest else (field, (position,))
    return None


def _within(field: Field, rest: str, above: tuple[int, ...]) -> tuple[Field, tuple[int, ...]] | None:
    key, _, deeper = rest.partition(".")
    if field.kind == "repeat":
        return _below(field, field.children, deeper, (*above, _place(key)[0]))
    if field.kind == "catalogue":
        for position, entry in enumerate(field.entries):
            if entry.key == key:
                return _below(field, entry.fields, deeper, (*above, position))
        return None
    if field.kind == "group":
        return _below(field, field.children, rest, above)
    return (field, above) if field.kind == "checkboxes" else None


def _below(
    field: Field, fields: tuple[Field, ...], path: str, above: tuple[int, ...]
) -> tuple[Field, tuple[int, ...]] | None:
    found = find(fields, path) if path else (field, ())
    return (found[0], (*above, *found[1])) if found else None
