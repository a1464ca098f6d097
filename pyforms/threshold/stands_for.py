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
from pyforms.threshold.checks import HIGHEST
from pyforms.threshold.concerns import Step, by_id

COMPLEX = 3  # the level from which a need is more than an additional one
NAME = "stands_for.toml"

type Line = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind of danger stands for; `if_named` adds lines by what the sentence names, and `instead_if` gives others
    where it names nobody at home. `repeats` are milder lines that say the same as a sentence which names a degree;
    `gives_way` names the kinds beside which it stands for nothing, by what the sentence names."""

    lines: Lines
    asked: Lines
    if_named: dict[str, Lines]
    instead_if: dict[str, Lines]
    repeats: dict[str, Lines]
    gives_way: dict[str, list[str]]

    def of(self, sentence: str, *, stated: bool) -> Lines:
        others = (own for name, own in self.instead_if.items() if names(name, sentence))
        usual = self.lines if stated else self.asked
        return usual if names("family", sentence) else next(others, usual)

    def stays(self, sign: Sign, sentence: str) -> bool:
        return not any({*sign.kinds} & {*others} and names(name, sentence) for name, others in self.gives_way.items())

    def meant(self, sentence: str, *, stated: bool) -> tuple[Line, ...]:
        named = (own for name, own in self.if_named.items() if names(name, sentence))
        return tuple(chain(_each(self.of(sentence, stated=stated)), *map(_each, named)))

    def repeated(self, sentence: str) -> tuple[Line, ...]:
        """Milder lines that say no less than the sentence: it names their degree, and nothing worse."""
        if names("worse", sentence):
            return ()
        return tuple(chain(*(_each(own) for name, own in self.repeats.items() if names(name, sentence))))


@dataclass(frozen=True, slots=True)
class Meant:
    """What one kind in a sentence stands for, and the milder lines that the sentence only repeats."""

    lines: tuple[Line, ...]
    repeated: tuple[Line, ...]

    def is_said_by(self, line: Line) -> bool:
        return line in self.repeated or any(_is_as_grave(line, each) for each in self.lines)


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
    return tuple(dict.fromkeys(chain(*(each.lines for each in by_kind(sign, sentence)))))


def by_kind(sign: Sign, sentence: str) -> tuple[Meant, ...]:
    """Each kind that stands for a line in this sentence. A danger that is stated stands for every line of its kinds
    where the sentence names nobody whom one of them is about."""
    placed = (kinds()[key] for key in sign.kinds if key in kinds())
    meant = [kind for kind in placed if kind.stays(sign, sentence)]
    each = [Meant(kind.meant(sentence, stated=sign.stated), kind.repeated(sentence)) for kind in meant]
    sure = tuple(one for one in each if one.lines)
    if sure or not sign.stated:
        return sure
    every = tuple(_any_of(meant))
    return (Meant(every, tuple(chain(*(one.repeated for one in each)))),) if every else ()


def named_concerns(sign: Sign, sentence: str) -> tuple[str, ...]:
    """The concerns that a sentence adds by whom or what it names."""
    meant = (kinds()[key] for key in sign.kinds if key in kinds())
    own = (lines for kind in meant for name, lines in kind.if_named.items() if names(name, sentence))
    return tuple(dict.fromkeys(chain(*own)))


def is_harm(line: Line) -> bool:
    """Level 4 for certain, and no need alone."""
    return _levels(line)[0] == HIGHEST and not _step(line).need


def is_complex(line: Line) -> bool:
    return _levels(line)[0] >= COMPLEX


def _is_as_grave(line: Line, other: Line) -> bool:
    return line == other or (line[0] == other[0] and not _step(line).need and _levels(line) >= _levels(other))


def _levels(line: Line) -> tuple[int, int]:
    """By the general rule: words mean the same in every area."""
    return _step(line).levels("general")


def _step(line: Line) -> Step:
    concern, step = line
    return by_id()[concern].step(step)


def names(name: str, sentence: str) -> bool:
    return bool(_pattern(name).search(sentence))


def _any_of(meant: list[Kind]) -> dict[Line, None]:
    return dict.fromkeys(line for kind in meant for own in kind.if_named.values() for line in _each(own))


def _each(own: Lines) -> tuple[Line, ...]:
    return tuple((concern, step) for concern, steps in own.items() for step in steps)


def _kind(key: str, entry: dict[str, Any]) -> Kind:
    asked = entry.get("asked", entry["lines"])
    named, instead, repeats = (_by_name(key, entry.get(each, {})) for each in ("if_named", "instead_if", "repeats"))
    ways = entry.get("gives_way", {})
    checks.known(NAME, key, "gives_way", ways, _data()["named"])
    return Kind(_lines(key, entry["lines"]), _lines(key, asked), named, instead, repeats, ways)


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
