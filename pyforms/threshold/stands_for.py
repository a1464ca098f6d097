"""The lines that words of danger stand for: stands_for.toml, checked as it is read.

Words lead to what their line leads to, so that nobody is told one thing by a box and another by a ladder.
"""

import re
from dataclasses import dataclass
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
    """What a kind of danger stands for; `if_named` adds lines by what the sentence names, and `instead_if` gives others
    where it names nobody at home."""

    lines: Lines
    asked: Lines
    if_named: dict[str, Lines]
    instead_if: dict[str, Lines]

    def of(self, sentence: str, *, stated: bool) -> Lines:
        others = (own for name, own in self.instead_if.items() if names(name, sentence))
        usual = self.lines if stated else self.asked
        return usual if names("family", sentence) else next(others, usual)


@cache
def kinds() -> dict[str, Kind]:
    """By the keys of the kinds of danger. Raises ContentError on a mistake."""
    return {key: _kind(key, entry) for key, entry in _data()["kinds"].items()}


@cache
def no_answer() -> Lines:
    """Lines that say that nothing has happened."""
    return ages.lines("no_answer", _data()["no_answer"]["lines"])


def lines(sign: Sign, sentence: str) -> tuple[Line, ...]:
    """The lines that a sentence stands for; none where its words may be about anything, or are of a kind that nobody
    has placed yet."""
    meant = [kinds()[key] for key in sign.kinds if key in kinds()]
    sure = (_each(kind.of(sentence, stated=sign.stated)) for kind in meant)
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
    asked = entry.get("asked", entry["lines"])
    named, instead = (_by_name(key, entry.get(each, {})) for each in ("if_named", "instead_if"))
    return Kind(_lines(key, entry["lines"]), _lines(key, asked), named, instead)


def _by_name(key: str, given: dict[str, dict[str, list[str]]]) -> dict[str, Lines]:
    checks.known(NAME, key, "names", given, _data()["named"])
    return {name: _lines(key, own) for name, own in given.items()}


def _lines(key: str, given: dict[str, list[str]]) -> Lines:
    return ages.lines(key, given) if given else {}


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(_data()["named"][name]), re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.threshold", NAME)
