"""What a folder knows goes into a form's empty places; whatever stands there already stays as it is."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from pyforms import fields
from pyforms.fields import Field, Pairs
from pyforms.flows import Taken
from pyforms.folder.differ import told_by
from pyforms.form import Form

type Json = dict[str, Any]


class Came(NamedTuple):
    """One answer that was put in: its path, the question, the answer in words, and where it is from."""

    path: str
    label: str
    value: str
    source: str


class Filled(NamedTuple):
    """A form's answers as the page's pairs, and which of them came from the folder."""

    entries: Pairs
    came: tuple[Came, ...]


def filled(form: Form, entries: Pairs, taken: Sequence[Taken]) -> Filled:
    """The page's pairs with everything that is taken and has room; raises KeyError for a path that the form has not."""
    have = fields.nest(entries, form.answers)
    had = {path for path, _ in fields.flatten(have)}
    came: list[Came] = []
    for each in taken:
        if each.beside and each.beside not in had:
            continue
        before = {*fields.flatten(have)}
        more = _filled(form.fields, have, _nested(form, each))
        if each.only_there and len(more.get(each.group, [])) > len(have.get(each.group, [])):
            continue
        have = more
        new = [pair for pair in fields.flatten(have) if pair not in before]
        came += _came(form.fields, new, each.source)
    return Filled(fields.flatten(have), tuple(came))


def _came(asked: tuple[Field, ...], pairs: Pairs, source: str) -> Iterator[Came]:
    for path, value in pairs:
        found = fields.find(asked, path)
        if found is None:
            raise KeyError(path)
        field = found[0]
        yield Came(path, field.question.label, ", ".join(field.said(value)), source)


def _nested(form: Form, taken: Taken) -> Json:
    """What is taken, as answers of the whole form."""
    found = fields.find(form.fields, taken.group) if taken.group else None
    is_item = found is not None and found[0].kind == "repeat"
    above = f"{taken.group}.0." if is_item else f"{taken.group}." if taken.group else ""
    return fields.nest(((f"{above}{name}", value) for name, value in taken.answers), form.answers)


def _filled(asked: tuple[Field, ...], have: Json, more: Json) -> Json:
    """Have's answers first, then more's where have has none, in the order of the questions."""
    found = {field.name: _value(field, have.get(field.name), more.get(field.name)) for field in asked}
    unknown = {name: value for name, value in have.items() if name not in found}
    return {**unknown, **{name: value for name, value in found.items() if value not in (None, "", [], {})}}


def _value(field: Field, have: Any, more: Any) -> Any:  # noqa: ANN401 - JSON
    if more is None:
        return have
    if field.kind == "group":
        return _filled(field.children, have or {}, more)
    if field.kind == "repeat":
        return _items(field, have or [], more)
    return have or more


def _items(field: Field, have: list[Json], more: list[Json]) -> list[Json]:
    others = dict(zip(told_by(field, more), more, strict=True))
    found = [
        _filled(field.children, item, others.pop(told, {}))
        for told, item in zip(told_by(field, have), have, strict=True)
    ]
    return [*found, *others.values()]
