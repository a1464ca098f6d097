"""Who stands beside whom: each level as a row of blocks, ordered so that few lines cross.

A block is a chain of partners who stand side by side, or a place that a line passes through (a `Pass`) on its way to a
level further down. Rows are swept down and up: each block goes where its parents, then its children, are on average,
and brothers and sisters are put back in the order of their birth.
"""

from bisect import bisect_right, insort
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from pyforms.genogram.family import Family, Union
from pyforms.genogram.levels import levels

SWEEPS = 12
REPAIRS = 4  # rounds of putting siblings back: a couple may belong to two families
THROUGH = "through:"  # how the id of a place that a line passes through begins


@dataclass
class Rows:
    """`row[level]` is ids from left to right; `blocks[level]` the same in chains. `links` are (above, below) steps:
    a union's id to a child or a pass, or a pass to what is below it."""

    level: dict[str, int]
    blocks: list[list[list[str]]]
    links: dict[str, list[str]] = field(default_factory=dict)  # union or pass, to what hangs from it one level below
    hangs: dict[str, list[str]] = field(default_factory=dict)  # person or pass, to what it hangs from
    partners: dict[str, tuple[str, ...]] = field(default_factory=dict)  # union, to who stands on its level
    unions_of: dict[str, list[str]] = field(default_factory=dict)  # person, to the unions on their level
    beside: dict[str, list[str]] = field(default_factory=dict)  # person, to partners on their level

    def row(self, level: int) -> list[str]:
        return [one for block in self.blocks[level] for one in block]


def rows(family: Family) -> Rows:
    level = levels(family)
    found = Rows(level, [[] for _ in range(max(level.values(), default=-1) + 1)])
    for union in family.unions:
        _hang(union, found)
    _blocks(family, found)
    _sweep(family, found)
    return found


def base(union: Union, level: dict[str, int]) -> int:
    """The level that a union's children hang from: its lower partner's."""
    return max(level[one] for one in union.partners)


def _hang(union: Union, found: Rows) -> None:
    """Every step from the union down to each child, and down to a partner on a lower level, one level at a time."""
    low = base(union, found.level)
    found.partners[union.id] = tuple(one for one in union.partners if found.level[one] == low)
    for one in found.partners[union.id]:
        found.unions_of.setdefault(one, []).append(union.id)
    for child in union.children:
        above = union.id
        for between in range(low + 1, found.level[child.id]):
            above = _pass(f"{union.id}>{child.id}", between, above, found)
        _link(above, child.id, found)


def _pass(name: str, level: int, above: str, found: Rows) -> str:
    own = f"{THROUGH}{name}:{level}"
    found.level[own] = level
    _link(above, own, found)
    return own


def _link(above: str, below: str, found: Rows) -> None:
    found.links.setdefault(above, []).append(below)
    found.hangs.setdefault(below, []).append(above)


def _blocks(family: Family, found: Rows) -> None:
    """The first order: down each line of descent from the oldest, so that a family stays together."""
    found.beside = _beside(family, found)
    placed: set[str] = set()
    starts = sorted(family.people, key=lambda one: (found.level[one], bool(found.hangs.get(one))))
    for start in starts:
        waiting = [start]
        while waiting:
            one = waiting.pop()
            if one in placed:
                continue
            block = [one] if one.startswith(THROUGH) else _chain(one, found.beside, placed)
            placed.update(block)
            found.blocks[found.level[one]].append(block)
            unions = [union for member in block for union in found.unions_of.get(member, ())]
            below = [child for above in (*unions, *block) for child in found.links.get(above, ())]
            waiting += reversed(below)


def _beside(family: Family, found: Rows) -> dict[str, list[str]]:
    """Partners on one level, each to each, in the order of their unions."""
    found_: dict[str, list[str]] = {one: [] for one in family.people}
    for union in family.unions:
        if len(union.partners) > 1 and len(found.partners[union.id]) > 1:
            one, other = union.partners
            if other not in found_[one]:
                found_[one].append(other)
                found_[other].append(one)
    return found_


def _chain(start: str, beside: dict[str, list[str]], placed: set[str]) -> list[str]:
    """Partners of partners as one row. Someone with several partners stands between the first two of them."""
    members = _connected(start, beside, placed)
    ends = [one for one in members if len(beside[one]) == 1] or members
    row: list[str] = []
    for end in (*ends, *members):
        _walk(end, beside, placed | set(row), row)
    return row


def _connected(start: str, beside: dict[str, list[str]], placed: set[str]) -> list[str]:
    seen, waiting = {start: None}, [start]
    while waiting:
        for other in beside[waiting.pop()]:
            if other not in seen and other not in placed:
                seen[other] = None
                waiting.append(other)
    return list(seen)


def _walk(start: str, beside: dict[str, list[str]], done: set[str], row: list[str]) -> None:
    """Along a path of partners as far as it goes."""
    one: str | None = start
    while one is not None and one not in done:
        done.add(one)
        row.append(one)
        free = [other for other in beside[one] if other not in done]
        one = max(free, key=lambda other: len(beside[other]), default=None)


def _sweep(family: Family, found: Rows) -> None:
    """Down and up in turn, and the order with the fewest crossings is kept."""
    siblings = _siblings_by_level(family, found)
    for level in range(len(found.blocks)):
        _in_birth_order(level, siblings[level], found)
    best, fewest = _copy(found.blocks), crossings(found)
    for number in range(SWEEPS):
        if not fewest:
            break
        down = number % 2 == 0
        for level in range(1, len(found.blocks)) if down else range(len(found.blocks) - 2, -1, -1):
            _reorder(level, found, down=down)
            _in_birth_order(level, siblings[level], found)
        crossed = crossings(found)
        if crossed < fewest:
            best, fewest = _copy(found.blocks), crossed
    found.blocks = best


def _siblings_by_level(family: Family, found: Rows) -> list[list[list[str]]]:
    """For each level, the children of each union who stand on it, in birth order."""
    by_level: list[list[list[str]]] = [[] for _ in found.blocks]
    for union in family.unions:
        for level in sorted({found.level[child.id] for child in union.children}):
            by_level[level].append([child.id for child in union.children if found.level[child.id] == level])
    return by_level


def _copy(blocks: list[list[list[str]]]) -> list[list[list[str]]]:
    return [[list(block) for block in row] for row in blocks]


def _reorder(level: int, found: Rows, *, down: bool) -> None:
    """Each block where the other row's ends of its lines are on average; a block without lines keeps its place."""
    place = _places(found, level - 1 if down else level + 1)
    keyed = []
    for at, block in enumerate(found.blocks[level]):
        pulls = [_pull(one, found, place, down=down) for one in block]
        ends = [pull for pull in pulls if pull is not None]
        if len(ends) > 1 and pulls[0] is not None and pulls[-1] is not None and pulls[0] > pulls[-1]:
            block.reverse()
        keyed.append((sum(ends) / len(ends) if ends else None, at, block))
    _fill_gaps(keyed, found.blocks[level])


def _fill_gaps(keyed: list[tuple[float | None, int, list[str]]], row: list[list[str]]) -> None:
    """Blocks that something pulls are sorted among the places that such blocks had."""
    pulled = sorted(((pull, at, block) for pull, at, block in keyed if pull is not None), key=lambda each: each[:2])
    free = (at for pull, at, _ in keyed if pull is not None)
    for at, (_, _, block) in zip(free, pulled, strict=True):
        row[at] = block


def _places(found: Rows, level: int) -> dict[str, float]:
    """Where each person, pass and union of a level is, counted from the left."""
    place: dict[str, float] = {one: float(at) for at, one in enumerate(found.row(level))}
    for union, partners in found.partners.items():
        if found.level[partners[0]] == level:
            place[union] = sum(place[one] for one in partners) / len(partners)
    return place


def _pull(one: str, found: Rows, place: dict[str, float], *, down: bool) -> float | None:
    ends = found.hangs.get(one, ()) if down else _children_of(one, found)
    known = [place[end] for end in ends if end in place]
    return sum(known) / len(known) if known else None


def _children_of(one: str, found: Rows) -> Iterable[str]:
    if one.startswith(THROUGH):
        return found.links.get(one, ())
    return [child for union in found.unions_of.get(one, ()) for child in found.links.get(union, ())]


def _in_birth_order(level: int, families: list[list[str]], found: Rows) -> None:
    """Brothers and sisters take the places that they have together, the eldest the one furthest to the left."""
    row = found.blocks[level]
    where = {one: at for at, block in enumerate(row) for one in block}
    for _ in range(REPAIRS):
        if not sum(_sort_siblings(siblings, row, where) for siblings in families):
            return


def _sort_siblings(siblings: list[str], row: list[list[str]], where: dict[str, int]) -> int:
    """How many had to move."""
    wanted = list(dict.fromkeys(where[one] for one in siblings))
    blocks = [row[at] for at in wanted]
    moved = 0
    for at, old, block in zip(sorted(wanted), wanted, blocks, strict=True):
        moved += at != old
        row[at] = block
        for one in block:
            where[one] = at
    for one, other in pairwise(siblings):
        block = row[where[one]]
        if where[one] == where[other] and block.index(one) > block.index(other):
            block.reverse()
            moved += 1
    return moved


def crossings(found: Rows) -> int:
    """How many pairs of lines between rows cross."""
    return sum(_between(found, level) for level in range(len(found.blocks) - 1))


def _between(found: Rows, level: int) -> int:
    above, below = _places(found, level), _places(found, level + 1)
    ends = sorted((at, below[end]) for one, at in above.items() for end in found.links.get(one, ()) if end in below)
    seen: list[float] = []
    count = 0
    for _, end in ends:
        count += len(seen) - bisect_right(seen, end)
        insort(seen, end)
    return count
