"""The lines that words of danger stand for: stands_for.toml, checked as it is read.

Words lead to what their line leads to, so that nobody is told one thing by a box and another by a ladder.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from typing import Any

from pyforms.danger import Sign
from pyforms.resources import read_toml
from pyforms.threshold import ages, checks
from pyforms.threshold.ages import Lines

NAME = "stands_for.toml"

type Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of danger stands for; `if_named` adds lines by what the sentence names."""

    lines: Lines
    asked: Lines
    if_named: dict[str, Lines] = field(default_factory=dict)


@cache
def kinds() -> dict[str, Kind]:
    """By the keys of the kinds of danger. Raises ContentError on a mistake."""
    return {key: _kind(key, entry) for key, entry in _data()["kinds"].items()}


@cache
def no_answer() -> Lines:
    """Lines that say that nothing has happened."""
    return ages.lines("no_answer", _data()["no_answer"]["lines"])


def lines(sign: Sign, sentence: str) -> tuple[Line, ...]:
    """The lines that a sentence stands for; none where its words may be about anything."""
    meant = [kinds()[key] for key in sign.kinds]
    sure = (_each(kind.lines if sign.stated else kind.asked) for kind in meant)
    more = (_each(own) for kind in meant for name, own in kind.if_named.items() if names(name, sentence))
    found = tuple(dict.fromkeys(chain(*sure, *more)))
    return found if found or not sign.stated else tuple(_any_of(meant))


def names(name: str, sentence: str) -> bool:
    return bool(_pattern(name).search(sentence))


def _any_of(meant: list[Kind]) -> dict[Line, None]:
    return dict.fromkeys(line for kind in meant for own in kind.if_named.values() for line in _each(own))


def _each(own: Lines) -> tuple[Line, ...]:
    return tuple((concern, step) for concern, steps in own.items() for step in steps)


def _kind(key: str, entry: dict[str, Any]) -> Kind:
    named = entry.get("if_named", {})
    checks.known(NAME, key, "if_named", named, _data()["named"])
    asked = entry.get("asked", entry["lines"])
    return Kind(
        _lines(key, entry["lines"]), _lines(key, asked), {name: _lines(key, own) for name, own in named.items()}
    )


def _lines(key: str, given: dict[str, list[str]]) -> Lines:
    return ages.lines(key, given) if given else {}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()["named"][name]), re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.threshold", NAME)
