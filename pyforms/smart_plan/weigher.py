"""Weighs the words of a line by what labelled lines taught: a second reader beside the rules.

It can only ask to look again. Its weights are learnt by tests/pyforms/smart_plan/lessons.py: for each letter a number
for each word, and for that word in a goal, an action or a measure.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from pyforms import weighing
from pyforms.resources import read_toml
from pyforms.smart_plan.numbers import numbers_of
from pyforms.smart_plan.words import Line, stem

LENGTHS = (1, 2, 3, 5, 8, 13)  # in words: up to the first, the second…
NAME = "a-name"


LETTERS = ("S", "M")


class Weights(NamedTuple):
    """In hundredths: where weighing starts from, above what it asks, and the weight of each feature."""

    start: int
    asks: int
    words: dict[str, int]


@cache
def weights() -> dict[str, Weights]:
    """Of each letter. A line of the table holds a feature and its weight for each letter, in their order."""
    learnt = read_toml("pyforms.smart_plan", "weights.toml")
    table = [line.split() for line in learnt["words"].splitlines()]
    return {
        letter: Weights(learnt["start"][letter], learnt["asks"][letter], {row[0]: int(row[at]) for row in table})
        for at, letter in enumerate(LETTERS, 1)
    }


def features(kind: Literal["goal", "action"], said: Line, measured: Line) -> frozenset[str]:
    """The words of a line, the first of them ("1:"), what its numbers tell ("#") and how long it is (">"), of any kind
    of line and of this one ("g:", "a:"), and the words of its measure ("m:")."""
    own = set(_of(said))
    return frozenset((*own, *(f"{kind[0]}:{each}" for each in own), *_of_measure(measured)))


def _of(said: Line) -> Iterator[str]:
    words = _plain(said)
    yield from words
    yield from (f"1:{word}" for word in words[:1])
    yield from (f"#{number.says.replace(' ', '-')}" for number in numbers_of(said.clauses))
    yield f">{sum(len(words) > length for length in LENGTHS)}"


def _of_measure(measured: Line) -> Iterator[str]:
    words = _plain(measured)
    yield f"m:>{sum(len(words) > length for length in (0, *LENGTHS[:3]))}"
    yield from (f"m:{word}" for word in words)
    if numbers_of(measured.clauses):
        yield "m:#"


def _plain(line: Line) -> list[str]:
    """A capital letter within a line is a name, whoever's it is; a word with a figure is told of by its number."""
    told = enumerate(zip(line.words.said, line.words.lower, strict=True))
    return [NAME if at and word[0].isupper() else stem(lower) for at, (word, lower) in told if not _has_figure(lower)]


def _has_figure(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def asks(letter: Literal["S", "M"], found: frozenset[str]) -> bool:
    """Whether a line weighs like those that people wanted to look at again."""
    own = weights()[letter]
    return weighing.score(own.start, own.words, found) > own.asks
