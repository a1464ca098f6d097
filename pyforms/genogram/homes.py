"""The dotted line round each household: it encloses its members and no one else, or says why it cannot."""

from dataclasses import dataclass
from itertools import pairwise

from pyforms.genogram.family import Family, Household
from pyforms.genogram.place import HALF, Places
from pyforms.genogram.route import Routes
from pyforms.genogram.rows import THROUGH, Rows

PAD = 9.0
CLOSE = 4.0  # between the lines of two households that share people
JOG = 6.0

type Point = tuple[float, float]


@dataclass(frozen=True)
class Layout:
    """A family with its place on the page."""

    family: Family
    rows: Rows
    places: Places
    routes: Routes


@dataclass(frozen=True)
class Home:
    """A household's outlines (more than one where others stand between its members), and why, in words."""

    household: Household
    outlines: tuple[tuple[Point, ...], ...]
    why: str = ""


def homes(layout: Layout) -> tuple[Home, ...]:
    return tuple(_home(each, CLOSE * (number % 4), layout) for number, each in enumerate(layout.family.households))


def _home(household: Household, tighter: float, layout: Layout) -> Home:
    rows = layout.rows
    runs = [run for level in range(len(rows.blocks)) for run in _runs(level, household, rows)]
    chains = _chains(runs, rows)
    outlines = tuple(_outline(chain, PAD - tighter, layout) for chain in chains)
    return Home(household, outlines, _why(household, chains, layout) if len(outlines) > 1 else "")


def _runs(level: int, household: Household, rows: Rows) -> list[list[str]]:
    """Members of one row who stand together; a line that only passes does not part them."""
    runs: list[list[str]] = []
    is_open = False
    for one in rows.row(level):
        if one.startswith(THROUGH):
            continue
        if one in household.members:
            if not is_open:
                runs.append([])
            runs[-1].append(one)
        is_open = one in household.members
    return runs


def _chains(runs: list[list[str]], rows: Rows) -> list[list[list[str]]]:
    """Runs of rows that follow each other hang together; each row gives a chain one run."""
    chains: list[list[list[str]]] = []
    for run in runs:
        level = rows.level[run[0]]
        open_ = [chain for chain in chains if rows.level[chain[-1][0]] == level - 1]
        if open_:
            open_[0].append(run)
        else:
            chains.append([run])
    return chains


def _outline(chain: list[list[str]], pad: float, layout: Layout) -> tuple[Point, ...]:
    """Down the left side of every row and up the right; between two rows the line moves over in the channel."""
    boxes = [_box(run, pad, layout) for run in chain]
    left: list[Point] = [(boxes[0][0], boxes[0][1])]
    right: list[Point] = [(boxes[0][2], boxes[0][1])]
    for upper, lower in pairwise(boxes):
        middle = (upper[3] + lower[1]) / 2 + pad - PAD
        out = middle - JOG if lower[0] < upper[0] else middle + JOG
        left += [(upper[0], out), (lower[0], out)]
        out = middle - JOG if lower[2] > upper[2] else middle + JOG
        right += [(upper[2], out), (lower[2], out)]
    left.append((boxes[-1][0], boxes[-1][3]))
    right.append((boxes[-1][2], boxes[-1][3]))
    return (*left, *reversed(right))


def _box(run: list[str], pad: float, layout: Layout) -> tuple[float, float, float, float]:
    places, routes = layout.places, layout.routes
    level = layout.rows.level[run[0]]
    left = min(places.x[one] - places.half[one] for one in run) - pad
    right = max(places.x[one] + places.half[one] for one in run) + pad
    return left, routes.middle[level] - HALF - pad, right, routes.foot[level] + pad


def _why(household: Household, chains: list[list[list[str]]], layout: Layout) -> str:
    """Whom the one line would have to enclose, though they live elsewhere."""
    family, rows = layout.family, layout.rows
    name = f"“{household.name}”" if household.name else "One household"
    levels = {rows.level[one] for one in household.members}
    between = [
        family.people[one].name
        for level in levels
        for one in _spanned(rows.row(level), household)
        if one in family.people and one not in household.members
    ]
    if between:
        who = between[0] or "someone"
        return f"{name} has {len(chains)} dotted lines: {who} stands between its members, and lives elsewhere."
    return f"{name} has {len(chains)} dotted lines: a generation between its members lives elsewhere."


def _spanned(row: list[str], household: Household) -> list[str]:
    at = [place for place, one in enumerate(row) if one in household.members]
    return row[at[0] : at[-1] + 1] if at else []
