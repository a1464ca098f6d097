"""Patterns of words, matched in a whole text at once.

Where a word stands in a text is one bit of a number, so all the places of a word are a row of bits, and a pattern is a
few shifts of rows. That reads 10,000 letters in the same time whatever they are: there is nothing to backtrack.

A pattern is written as words in order: "@he @hit @person". Up to two other words may stand between two of them (in
a saying that is harmless only one), "..." allows six, "+" none, "a/b" is either, and "@name" any word of a class.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

CLOSE, NEAR, FAR, NEXT = 1, 2, 6, 0
GAPS = {"...": FAR, "+": NEXT}
type Rows = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Pattern:
    """`parts` are the words that may stand at each place, `gaps` how many others may stand before each.

    `core` is the place whose word decides whether it is denied; a pattern that `denies` holds its own "not".
    """

    parts: tuple[tuple[str, ...], ...]
    gaps: tuple[int, ...]
    core: int
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns that are looked for together. They are filed by the words at their core, for of thousands a text's own
    words can begin a few."""

    every: tuple[Pattern, ...]
    by_core: Mapping[str, tuple[Pattern, ...]] = field(repr=False)

    def __iter__(self) -> Iterator[Pattern]:
        return iter(self.every)

    def possible(self, rows: Rows) -> set[Pattern]:
        """Those whose core stands in a text: the others cannot match."""
        return {pattern for name in self.by_core.keys() & rows.keys() for pattern in self.by_core[name]}


def filed(patterns: Iterable[Pattern]) -> Patterns:
    every = tuple(dict.fromkeys(patterns))
    by_core: dict[str, tuple[Pattern, ...]] = {}
    for pattern in every:
        for name in pattern.parts[pattern.core]:
            by_core[name] = (*by_core.get(name, ()), pattern)
    return Patterns(every, by_core)


def matched(pattern: Pattern, rows: Rows, barrier: int) -> tuple[int, int]:
    """Where the core of a pattern stands, and every place that the pattern covers; no gap crosses the barrier."""
    own = [_either(part, rows) for part in pattern.parts]
    if not all(own):
        return 0, 0
    reached = [own[0]]
    for here, gap in zip(own[1:], pattern.gaps[1:], strict=True):
        reached.append(here & spread(reached[-1], gap, barrier))
        if not reached[-1]:
            return 0, 0
    for place in range(len(own) - 2, -1, -1):
        reached[place] &= back(reached[place + 1], pattern.gaps[place + 1], barrier)
    covered = 0
    for row in reached:
        covered |= row
    return reached[pattern.core], covered


def _either(part: tuple[str, ...], rows: Rows) -> int:
    found = 0
    for name in part:
        found |= rows.get(name, 0)
    return found


def spread(row: int, gap: int, barrier: int) -> int:
    """The places after those of a row, at most `gap` words further on."""
    found = 0
    for _ in range(gap + 1):
        row = (row << 1) & ~barrier
        found |= row
    return found


def back(row: int, gap: int, barrier: int) -> int:
    """The places before those of a row."""
    found = 0
    for _ in range(gap + 1):
        row = (row >> 1) & ~barrier
        found |= row
    return found
