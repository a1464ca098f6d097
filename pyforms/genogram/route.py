"""The lines of each union, from the couple's line to every child, and how high each row and channel is.

A channel is the space between two rows. Its upper lanes carry couples who do not stand side by side, its lower lanes
carry brothers and sisters. Heights are known only when every lane is, so a line is kept as points whose height is a
row's or a lane's, and is worked out at the end.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from pyforms.genogram.family import Child, Family, Kind, Union
from pyforms.genogram.labels import LINE
from pyforms.genogram.place import CHANNEL, HALF, LANE, MARGIN, TWINS, Lanes, Places, Uprights, size
from pyforms.genogram.rows import THROUGH, Rows

AGAIN = 10.0  # between the lines of two that married each other again
STUB = (7.0, 11.0, 15.0, 3.0, 9.0, 13.0, 5.0, 17.0)  # from a symbol's middle, where lines to far partners leave
SIDE = 9.0  # between the lines to two sets of parents, at a symbol's top
EDGE = 5.0  # from a label

type Point = tuple[float, float]


@dataclass(frozen=True)
class At:
    """A height that is not known yet: of a row's middle, top or a lane in the channel below a row, plus `by`."""

    what: str  # "row", "couples" or "children": a row's middle, or a lane of the channel below it
    level: int
    lane: int = 0
    by: float = 0


@dataclass(frozen=True)
class Line:
    """`kind` is couple, descent, adopted, fostered, step or identical; a couple's line bears the marks of its end."""

    kind: str
    points: tuple[Point, ...]


@dataclass
class _Loose:
    kind: str
    points: list[tuple[float, At]]


@dataclass(frozen=True)
class _Stalk:
    """Where a child, or twins together, hang: their place, their kind, and (x, id, child) of each."""

    x: float
    kind: str
    targets: list[tuple[float, str, Child | None]]


@dataclass
class Channel:
    couples: Lanes = field(default_factory=Lanes)
    children: Lanes = field(default_factory=Lanes)
    uprights: Uprights = field(default_factory=Uprights)
    has_twins: bool = False


@dataclass
class Routes:
    lines: dict[str, list[Line]] = field(default_factory=dict)  # union, to its lines
    middle: list[float] = field(default_factory=list)
    foot: list[float] = field(default_factory=list)
    width: float = 0
    height: float = 0


@dataclass
class _Work:
    family: Family
    rows: Rows
    places: Places
    channels: list[Channel]
    at: dict[str, int]  # where each stands in its row
    row: list[list[str]]
    stubs: dict[str, int] = field(default_factory=dict)
    pairs: dict[frozenset[str], int] = field(default_factory=dict)
    loose: dict[str, list[_Loose]] = field(default_factory=dict)
    outside: float = 0


def routes(family: Family, rows: Rows, places: Places) -> Routes:
    row = [rows.row(level) for level in range(len(rows.blocks))]
    at = {one: place for ones in row for place, one in enumerate(ones)}
    work = _Work(family, rows, places, [Channel() for _ in row], at, row, outside=places.width)
    for level in range(1, len(row)):
        for one in row[level]:
            for x in tops(one, rows, places):
                work.channels[level - 1].uprights.take(x, x, x)
    for union in family.unions:
        _couple(union, work)
    for one in rows.level:
        if one.startswith(THROUGH):
            _through(one, work)
    return _measured(work)


def tops(one: str, rows: Rows, places: Places) -> list[float]:
    """Where lines from above meet someone: the middle, or side by side for two sets of parents."""
    count = len(rows.hangs.get(one, ()))
    return [places.x[one] + SIDE * (number - (count - 1) / 2) for number in range(count)]


def _top(one: str, above: str, work: _Work) -> float:
    return tops(one, work.rows, work.places)[work.rows.hangs[one].index(above)]


def _couple(union: Union, work: _Work) -> None:
    level = max(work.rows.level[one] for one in union.partners)
    if len(union.partners) == 1 and union.children:
        _descend(union, level, *_from_one(union.partners[0], level, work), work)
    elif len(union.partners) > 1 and len(work.rows.partners[union.id]) == 1:
        _across_levels(union, level, work)
    elif len(union.partners) > 1:
        left, right = sorted(union.partners, key=work.at.__getitem__)
        if work.at[right] - work.at[left] == 1:
            _side_by_side(union, level, left, right, work)
        else:
            _far_apart(union, level, left, right, work)


def _side_by_side(union: Union, level: int, left: str, right: str, work: _Work) -> None:
    pair = frozenset((left, right))
    again = work.pairs.get(pair, 0)
    work.pairs[pair] = again + 1
    height = At("row", level, by=AGAIN * again * (1 if again % 2 else -1))
    x, people = work.places.x, work.family.people
    _keep(union, "couple", [(x[left] + size(people[left]), height), (x[right] - size(people[right]), height)], work)
    _descend(union, level, _gap(left, right, work), height, work)


def _gap(left: str, right: str, work: _Work) -> tuple[float, float]:
    half, x = work.places.half, work.places.x
    return x[left] + half[left] + EDGE, x[right] - half[right] - EDGE


def _beside(one: str, side: int, work: _Work) -> tuple[float, float]:
    """The free space to the left (-1) or right (1) of someone."""
    row, place = work.row[work.rows.level[one]], work.at[one] + side
    if 0 <= place < len(row):
        return _gap(*((one, row[place]) if side > 0 else (row[place], one)), work)
    edge = work.places.x[one] + side * (work.places.half[one] + EDGE)
    return (edge, edge + 4 * MARGIN) if side > 0 else (edge - MARGIN, edge)


def _stub(
    one: str, level: int, side: int, work: _Work, channel: int | None = None
) -> tuple[list[tuple[float, At]], float]:
    """From a symbol's side into the space beside it: two points, and where the line goes up or down from there."""
    number = work.stubs.get(one, 0)
    work.stubs[one] = number + 1
    # A line that comes from above ends above the middle, and one that goes down begins below it: they never meet.
    height = At("row", level, by=STUB[number % len(STUB)] * (1 if channel is None else -1))
    low, high = _beside(one, side, work)
    x = work.channels[level if channel is None else channel].uprights.take(low if side > 0 else high, low, high)
    return [(work.places.x[one] + side * size(work.family.people[one]) * 0.7, height), (x, height)], x


def _from_one(one: str, level: int, work: _Work) -> tuple[tuple[float, float], At]:
    """A single parent's line leaves beside the symbol, so that it does not run through the label."""
    low, high = _beside(one, 1, work)
    work.stubs[one] = work.stubs.get(one, 0) + 1
    return (low, high), At("row", level, by=STUB[(work.stubs[one] - 1) % len(STUB)])


def _far_apart(union: Union, level: int, left: str, right: str, work: _Work) -> None:
    out, first = _stub(left, level, 1, work)
    back, last = _stub(right, level, -1, work)
    lane = At("couples", level, work.channels[level].couples.take(min(first, last), max(first, last)))
    _keep(union, "couple", [*out, (first, lane), (last, lane), *reversed(back)], work)
    _descend(union, level, (min(first, last), max(first, last)), lane, work)


def _across_levels(union: Union, level: int, work: _Work) -> None:
    """A couple on two levels: by the channel between, or round the outside where rows lie between them."""
    (low,) = work.rows.partners[union.id]
    high = next(one for one in union.partners if one != low)
    up = work.rows.level[high]
    out, first = _stub(high, up, 1, work)
    back, last = _stub(low, level, 1, work, channel=level - 1)
    if level - up == 1:
        lane = At("couples", up, work.channels[up].couples.take(min(first, last), max(first, last)))
        points = [*out, (first, lane), (last, lane), *reversed(back)]
    else:
        work.outside += LANE
        upper = At("couples", up, work.channels[up].couples.take(first, work.outside))
        lower = At("couples", level - 1, work.channels[level - 1].couples.take(last, work.outside))
        points = [*out, (first, upper), (work.outside, upper), (work.outside, lower), (last, lower), *reversed(back)]
    _keep(union, "couple", points, work)
    if union.children:
        _descend(union, level, *_from_one(low, level, work), work)


def _through(one: str, work: _Work) -> None:
    """A line that passes a row goes on from where it came."""
    union = work.rows.hangs[one][0]
    while union.startswith(THROUGH):
        union = work.rows.hangs[union][0]
    level = work.rows.level[one]
    x = work.places.x[one]
    child = one.partition(">")[2].rpartition(":")[0]
    kind = _kind(next(each for each in _children(union, work) if each.id == child))
    for below in work.rows.links[one]:
        end = _top(below, one, work)
        height = At("row", level + 1, by=0 if below.startswith(THROUGH) else -size(work.family.people[below]))
        start = (x, At("row", level))
        if abs(end - x) < 1:
            work.loose[union].append(_Loose(kind, [start, (end, height)]))
        else:
            lane = At("children", level, work.channels[level].children.take(min(x, end), max(x, end)))
            work.loose[union].append(_Loose(kind, [start, (x, lane), (end, lane), (end, height)]))


def _children(union: str, work: _Work) -> tuple[Child, ...]:
    return next(each.children for each in work.family.unions if each.id == union)


def _descend(union: Union, level: int, gap: tuple[float, float], start: At, work: _Work) -> None:
    """From the couple's line down to a lane, and from it to each child; twins share one stalk."""
    work.loose.setdefault(union.id, [])
    below = work.rows.links.get(union.id, [])
    if not below:
        return
    stalks = list(_stalks(union, below, work))
    channel = work.channels[level]
    drop = _drop(gap, [stalk.x for stalk in stalks], channel)
    if _is_stub(union, work):
        parent = work.rows.partners[union.id][0]
        edge = work.places.x[parent] + size(work.family.people[parent]) * 0.7
        _keep(union, "descent", [(edge, start), (drop, start)], work)
    ends = [stalk.x for stalk in stalks]
    if len(ends) == 1 and abs(ends[0] - drop) < 1:
        lane = None
    else:
        left, right = min(*ends, drop), max(*ends, drop)
        lane = At("children", level, channel.children.take(left, right))
        _keep(union, "descent", [(drop, start), (drop, lane)], work)
        _keep(union, "descent", [(left, lane), (right, lane)], work)
    for stalk in stalks:
        _to_children(union, stalk, (drop, start) if lane is None else (stalk.x, lane), level, work)


def _is_stub(union: Union, work: _Work) -> bool:
    return len(work.rows.partners[union.id]) == 1


def _drop(gap: tuple[float, float], ends: list[float], channel: Channel) -> float:
    """Where the line goes down: over a single child if it can, else near the middle of them; never over another's."""
    low, high = gap
    if len(ends) == 1 and low <= ends[0] <= high:
        return ends[0]
    want = min(max((min(ends) + max(ends)) / 2, low), high)
    want = (low + high) / 2 if abs(want - (low + high) / 2) > (high - low) / 4 and high - low < 4 * HALF else want
    return channel.uprights.take(want, low, high)


def _stalks(union: Union, below: list[str], work: _Work) -> Iterator[_Stalk]:
    """One for each child, or for twins together."""
    children = {child.id: child for child in union.children}
    groups: dict[object, list[str]] = {}
    for one in below:
        child = children.get(one)
        groups.setdefault(("twins", child.twins) if child and child.twins else one, []).append(one)
    for ones in groups.values():
        targets = [(_top(one, union.id, work), one, children.get(one)) for one in ones]
        x = sum(x for x, _, _ in targets) / len(targets)
        child = targets[0][2] or children.get(ones[0].partition(">")[2].rpartition(":")[0])
        if len(targets) > 1:
            channel = work.channels[work.rows.level[ones[0]] - 1]
            channel.has_twins = True
            channel.uprights.take(x, x, x)
        yield _Stalk(x, _kind(child) if child else "descent", targets)


def _kind(child: Child) -> str:
    return "descent" if child.kind == Kind.BIRTH else child.kind.value


def _to_children(union: Union, stalk: _Stalk, start: tuple[float, At], level: int, work: _Work) -> None:
    people, targets = work.family.people, stalk.targets
    heights = [At("row", level + 1, by=0 if one.startswith(THROUGH) else -size(people[one])) for _, one, _ in targets]
    if len(targets) == 1:
        _keep(union, stalk.kind, [start, (targets[0][0], heights[0])], work)
        return
    fork = At("row", level + 1, by=-HALF - TWINS)
    _keep(union, stalk.kind, [start, (stalk.x, fork)], work)
    for (end, _, child), height in zip(targets, heights, strict=True):
        _keep(union, _kind(child) if child else stalk.kind, [(stalk.x, fork), (end, height)], work)
    if targets[0][2] and targets[0][2].is_identical:
        ends = sorted(end for end, _, _ in targets)
        halfway = At("row", level + 1, by=-HALF - TWINS / 2)
        _keep(union, "identical", [((stalk.x + end) / 2, halfway) for end in (ends[0], ends[-1])], work)


def _keep(union: Union, kind: str, points: list[tuple[float, At]], work: _Work) -> None:
    work.loose.setdefault(union.id, []).append(_Loose(kind, points))


def _measured(work: _Work) -> Routes:
    """Rows and channels from top to bottom, then every line at its height."""
    found = Routes()
    y = MARGIN
    for level, row in enumerate(work.row):
        lines = max((len(work.places.labels.get(one, ())) for one in row), default=0)
        found.middle.append(y + HALF)
        found.foot.append(y + 2 * HALF + 6 + lines * LINE)
        channel = work.channels[level]
        lanes = len(channel.couples.taken) + len(channel.children.taken)
        y = found.foot[-1] + 2 * CHANNEL + lanes * LANE + (TWINS if channel.has_twins else 0)
    found.height = (
        (found.foot[-1] if found.foot else 0)
        + MARGIN
        + LANE * (len(work.channels[-1].couples.taken) if work.channels else 0)
    )
    rightmost = max((x for lines in work.loose.values() for each in lines for x, _ in each.points), default=0)
    found.width = max(work.places.width, rightmost + MARGIN)
    found.lines = {
        union: [Line(each.kind, tuple((x, _height(at, found, work)) for x, at in each.points)) for each in lines]
        for union, lines in work.loose.items()
    }
    return found


def _height(at: At, found: Routes, work: _Work) -> float:
    if at.what == "row":
        return found.middle[at.level] + at.by
    before = len(work.channels[at.level].couples.taken) if at.what == "children" else 0
    return found.foot[at.level] + CHANNEL * (0.6 if at.what == "couples" else 1) + LANE * (before + at.lane)
