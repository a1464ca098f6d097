"""Two versions of one thing's answers, walked side by side: where they differ, somebody chooses."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from pyforms.fields import Field, flatten
from pyforms.wording import clipped, same

type Json = dict[str, Any]
MISSING = None


class Differing(NamedTuple):
    """One answer, or one whole item of a repeated group, that the two have otherwise. None where one has none.

    `path` is the answer's place; an item that only the other has stands at `needs.+0`, its place there.
    """

    path: str
    label: str
    mine: Any
    theirs: Any

    @property
    def is_in_both(self) -> bool:
        return self.mine is not MISSING and self.theirs is not MISSING


type Pick = Callable[[Differing], Any]


def keep_both(each: Differing) -> Any:  # noqa: ANN401 - JSON
    """What stands until somebody has chosen: mine, and whatever only the other has."""
    if isinstance(each.mine, list) and isinstance(each.theirs, list):  # of boxes that are ticked, every one
        return [*each.mine, *(one for one in each.theirs if one not in each.mine)]
    return each.theirs if each.mine is MISSING else each.mine


def joined(fields: tuple[Field, ...], mine: Json, theirs: Json, pick: Pick = keep_both, path: str = "") -> Json:
    """One set of answers from two; `pick` is asked about each that differs, and gives the answer, or None for none."""
    found = {}
    for field in fields:
        value = _joined(field, mine.get(field.name), theirs.get(field.name), pick, f"{path}{field.name}")
        if value is not MISSING:
            found[field.name] = value
    return found


def differing(fields: tuple[Field, ...], mine: Json, theirs: Json) -> list[Differing]:
    """Every answer that two versions have otherwise, in the order of the questions."""
    found: list[Differing] = []

    def note(each: Differing) -> Any:  # noqa: ANN401 - JSON
        found.append(each)
        return keep_both(each)

    joined(fields, mine, theirs, note)
    return found


def _joined(field: Field, mine: Any, theirs: Any, pick: Pick, path: str) -> Any:  # noqa: ANN401 - JSON
    if mine == theirs or _is_written_alike(mine, theirs):
        return mine
    if field.kind == "group":
        return joined(field.children, mine or {}, theirs or {}, pick, f"{path}.") or MISSING
    if field.kind == "repeat":
        return _items(field, mine or [], theirs or [], pick, path) or MISSING
    if field.kind == "catalogue":
        return _entries(field, mine or {}, theirs or {}, pick, path) or MISSING
    return pick(Differing(path, field.question.label, mine, theirs))


def _is_written_alike(mine: Any, theirs: Any) -> bool:  # noqa: ANN401 - JSON
    """Half-done work holds what was typed, finished work what it means: “3” is 3."""
    return mine is not MISSING and theirs is not MISSING and flatten({"": mine}) == flatten({"": theirs})


def _entries(field: Field, mine: Json, theirs: Json, pick: Pick, path: str) -> Json:
    found = {}
    for entry in field.entries:
        one, other = mine.get(entry.key), theirs.get(entry.key)
        value = one
        if one is None or other is None:
            value = one if one == other else pick(Differing(f"{path}.{entry.key}", entry.label, one, other))
        elif one != other:
            value = joined(entry.fields, one, other, pick, f"{path}.{entry.key}.")
        if value is not MISSING:
            found[entry.key] = value
    return found


def _items(field: Field, mine: list[Json], theirs: list[Json], pick: Pick, path: str) -> list[Json]:
    """The items of both, mine first: two that are told by the same words, or have one id, are one."""
    others = dict(zip(told_by(field, theirs), enumerate(theirs), strict=True))
    found = []
    for place, (told, item) in enumerate(zip(told_by(field, mine), mine, strict=True)):
        _, other = others.pop(told, (0, MISSING))
        here = f"{path}.{place}"
        if other is MISSING:
            found.append(pick(Differing(here, _title(field, item), item, MISSING)))
        else:
            found.append(joined(field.children, item, other, _of(_first(field, item), pick), f"{here}."))
    for place, item in others.values():
        found.append(pick(Differing(f"{path}.+{place}", _title(field, item), MISSING, item)))
    return [item for item in found if item is not MISSING]


def _of(whose: str, pick: Pick) -> Pick:
    """Two scores that differ have to say whose they are."""
    return lambda each: pick(each._replace(label=f"{clipped(whose, 60)}: {each.label}" if whose else each.label))


def told_by(field: Field, items: list[Json]) -> Iterator[tuple[str, int]]:
    """What an item is known by: its id, or else its first answer; and how often that was met before."""
    met: dict[str, int] = {}
    for item in items:
        told = str(item.get("id") or same(_first(field, item)))
        met[told] = met.get(told, -1) + 1
        yield told, met[told]


def _first(field: Field, item: Json) -> str:
    asked = (child for child in field.children if child.kind != "hidden")
    return next((str(item[child.name]) for child in asked if item.get(child.name)), "")


def _title(field: Field, item: Json) -> str:
    return f"{field.question.title or field.question.label}: {clipped(_first(field, item), 60)}"
