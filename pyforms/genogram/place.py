"""Where everything stands: columns from left to right, rows from top to bottom, and lanes for the lines between rows.

All measures are in the drawing's own units; a letter is about seven wide. Lines run straight: from a couple's line down
between two labels to a lane, along it, and down to each child. Two lines that do not belong together never share a
stretch, because each lane is given out once for each stretch and each drop avoids every other line's place.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyforms.genogram.family import Family, Loss, Person
from pyforms.genogram.labels import LETTER
from pyforms.genogram.rows import Rows

HALF = 20.0  # half a symbol
SMALL = 8.0  # half the cross of a loss
GAP = 34.0  # between two labels: room for lines
EACH_LINE = 9.0  # more room for each further line that goes down between two labels
COUPLE = 96.0  # between the middles of partners, at least
LANE = 13.0
CHANNEL = 26.0  # above the first lane and below the last
TWINS = 24.0  # from the fork to the symbols
MARGIN = 40.0
ROUNDS = 16
TOGETHER = 0.5  # brothers and sisters draw nearer by this with each round, until they are neighbours
NEAR = 5.0  # lines closer than this would be read as one


@dataclass
class Places:
    """`x` of the middle of each person and pass; `half` of its width with its label."""

    x: dict[str, float] = field(default_factory=dict)
    half: dict[str, float] = field(default_factory=dict)
    labels: dict[str, tuple[str, ...]] = field(default_factory=dict)
    crowd: dict[str, int] = field(default_factory=dict)
    width: float = 0


def size(person: Person) -> float:
    return SMALL if person.loss != Loss.NONE else HALF


def columns(family: Family, rows: Rows, labels: dict[str, tuple[str, ...]]) -> Places:
    """Left to right: nobody overlaps, partners are near, children are under their parents where there is room."""
    found = Places(labels=labels)
    for one in rows.level:
        words = labels.get(one, ())
        widest = max((len(line) for line in words), default=0) * LETTER / 2
        own = size(family.people[one]) if one in family.people else 2.0
        found.half[one] = max(widest, own)
    found.crowd = _crowds(family)
    for level in range(len(rows.blocks)):
        at = 0.0
        for one, before in _with_before(rows.row(level)):
            at += _apart(before, one, found, rows) if before else 0
            found.x[one] = at
    for turn in range(ROUNDS):
        levels = range(1, len(rows.blocks)) if turn % 2 == 0 else range(len(rows.blocks) - 2, -1, -1)
        for level in levels:
            _settle(level, rows, found, down=turn % 2 == 0)
    left = min((x - found.half[one] for one, x in found.x.items()), default=0)
    for one in found.x:
        found.x[one] = round(found.x[one] - left + MARGIN, 1)
    found.width = max((x + found.half[one] for one, x in found.x.items()), default=0) + MARGIN
    return found


def _with_before(row: list[str]) -> Iterable[tuple[str, str | None]]:
    return zip(row, [None, *row[:-1]], strict=True)


def _crowds(family: Family) -> dict[str, int]:
    """How many lines may have to go down beside each person: one for each union past the first two."""
    count: dict[str, int] = {}
    for union in family.unions:
        for one in union.partners:
            count[one] = count.get(one, 0) + 1
    return {one: max(number - 1, 0) for one, number in count.items()}


def _apart(left: str, right: str, found: Places, rows: Rows) -> float:
    """Between the middles of two neighbours, at least."""
    free = (
        found.half[left] + found.half[right] + GAP + EACH_LINE * (found.crowd.get(left, 0) + found.crowd.get(right, 0))
    )
    return max(free, COUPLE) if right in rows.beside.get(left, ()) else free


def _settle(level: int, rows: Rows, found: Places, *, down: bool) -> None:
    """Each block as near as it can be to where its lines want it, without an overlap."""
    blocks = rows.blocks[level]
    if not blocks:
        return
    want = _wants(level, rows, found, down=down)
    starts, widths, weights, wanted = [], [], [], []
    for block in blocks:
        inside = [0.0]
        for one, before in _with_before(block):
            if before:
                inside.append(inside[-1] + _apart(before, one, found, rows))
        pulls = [want[one] - offset for one, offset in zip(block, inside, strict=True) if one in want]
        now = found.x[block[0]]
        wanted.append(sum(pulls) / len(pulls) if pulls else now)
        weights.append(1.0 * len(pulls) if pulls else 0.05)
        starts.append(inside)
        widths.append(inside[-1])
    gaps = [widths[at] + _apart(blocks[at][-1], blocks[at + 1][0], found, rows) for at in range(len(blocks) - 1)]
    for block, inside, at in zip(blocks, starts, spread(wanted, gaps, weights), strict=True):
        for one, offset in zip(block, inside, strict=True):
            found.x[one] = at + offset


def _wants(level: int, rows: Rows, found: Places, *, down: bool) -> dict[str, float]:
    """Where lines would be straight: children under the middle of their parents, or parents over that of theirs."""
    want: dict[str, list[float]] = {}
    for above, below in rows.links.items():
        ends = rows.partners.get(above, (above,))
        if rows.level[below[0]] != (level if down else level + 1) or rows.level[ends[0]] != (
            level - 1 if down else level
        ):
            continue
        over = sum(found.x[one] for one in ends) / len(ends)
        under = (min(found.x[one] for one in below) + max(found.x[one] for one in below)) / 2
        for one in below if down else ends:
            spot = over + (found.x[one] - under) * TOGETHER if down else found.x[one] + under - over
            want.setdefault(one, []).append(spot)
    return {one: sum(wishes) / len(wishes) for one, wishes in want.items()}


def spread(wanted: list[float], gaps: list[float], weights: list[float]) -> list[float]:
    """The places nearest to the wanted ones (least squares) that keep the order and the gaps: isotonic regression."""
    shift = [0.0]
    for gap in gaps:
        shift.append(shift[-1] + gap)
    pools: list[list[float]] = []  # mean, weight, count
    for want, weight, moved in zip(wanted, weights, shift, strict=True):
        pools.append([want - moved, weight, 1])
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            mean, heavy, count = pools.pop()
            last = pools[-1]
            last[0] = (last[0] * last[1] + mean * heavy) / (last[1] + heavy)
            last[1] += heavy
            last[2] += count
    means = [mean for mean, _, count in pools for _ in range(int(count))]
    return [mean + moved for mean, moved in zip(means, shift, strict=True)]


@dataclass
class Lanes:
    """Level stretches between two rows, as (left, right) in lanes numbered from the top."""

    taken: list[list[tuple[float, float]]] = field(default_factory=list)

    def take(self, left: float, right: float) -> int:
        """The first lane with room for the stretch."""
        for number, lane in enumerate(self.taken):
            at = bisect_left(lane, (left, right))
            before = lane[at - 1][1] if at else float("-inf")
            after = lane[at][0] if at < len(lane) else float("inf")
            if before + NEAR * 2 < left and right + NEAR * 2 < after:
                insort(lane, (left, right))
                return number
        self.taken.append([(left, right)])
        return len(self.taken) - 1


@dataclass
class Uprights:
    """The places in one row or channel where a line goes up and down."""

    taken: list[float] = field(default_factory=list)

    def take(self, want: float, low: float, high: float) -> float:
        """The free place between low and high that is nearest to the wanted one; a full gap gives its middle."""
        tries = [want, *(want + sign * step * NEAR for step in range(1, 60) for sign in (1, -1))]
        found = next((x for x in tries if low <= x <= high and self.is_free(x)), (low + high) / 2)
        insort(self.taken, found)
        return found

    def is_free(self, x: float) -> bool:
        at = bisect_left(self.taken, x - NEAR + 0.01)
        return at == len(self.taken) or self.taken[at] > x + NEAR - 0.01
