"""Each person's scores over time as a drawing: better is up, whichever way the scale ran.

What tells people apart is the dash and the mark as well as the colour, and each line carries its name, so that it
reads in black and white. Heights are steps from the hope; each scale in use has its own numbers at the side.
"""

from datetime import date
from html import escape

from pyforms import scales
from pyforms.document import Picture
from pyforms.scales import Scale
from pyforms.scaling.in_words import since
from pyforms.scaling.progress import Line
from pyforms.wording import day

WIDTH, TOP, STEP = 480, 34, 24  # narrow, so that its letters can be read on a phone
LEFT, RIGHT = 62, 124
FURTHEST = 10
HEIGHT = TOP + STEP * FURTHEST + 62
COLOURS = ("#0b5563", "#a4370f", "#5b3a8c", "#2e6b1f", "#8a1747", "#444444")
DASHES = ("", "7 4", "2 4", "10 4 2 4", "14 5", "4 2")
LONGEST_NAME = 10


def chart(title: str, every: tuple[Line, ...]) -> Picture:
    """The drawing, with the same in words."""
    points = [point for line in every for point in line.points]
    days = sorted({point.day for point in points})
    used = [scale for scale in Scale if any(point.scale == scale for point in points)]
    across = {when: LEFT + _share(place, len(days)) * (WIDTH - LEFT - RIGHT) for place, when in enumerate(days)}
    parts = [
        f'<rect x="0" y="0" width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        _letters(LEFT, 18, "Better is up"),
        *_grid(used),
        *(_letters(x, _height(FURTHEST) + 24, f"{when:%d.%m.%y}", anchor="middle") for when, x in across.items()),
        *_lines(every, across),
    ]
    words = " ".join(told for line in every for told in since(line))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
    return Picture(
        f"{svg}<title>{escape(title)}</title><desc>{escape(words)}</desc>{''.join(parts)}</svg>",
        f"{_when(days)}: {title}",
        f"Better is up. {words}",
    )


def _when(days: list[date]) -> str:
    return f"Scores on {day(days[0])}" if len(days) == 1 else f"Scores from {day(days[0])} to {day(days[-1])}"


def _share(place: int, count: int) -> float:
    return place / (count - 1) if count > 1 else 0.5


def _height(to_go: float) -> float:
    return TOP + STEP * to_go


def _grid(used: list[Scale]) -> list[str]:
    """A rule for every step, with each scale's own number; a second scale stands further left."""
    parts = []
    for away in range(FURTHEST + 1):
        y = _height(away)
        colour = "#0b5563" if away == 0 else "#d5d5d5"
        parts.append(f'<line x1="{LEFT - 4}" y1="{y}" x2="{WIDTH - RIGHT + 4}" y2="{y}" stroke="{colour}"/>')
        parts.extend(
            _letters(LEFT - 10 - 24 * place, y + 4, words, anchor="end")
            for place, scale in enumerate(used)
            if (words := _number(scale, away))
        )
    return parts


def _number(scale: Scale, away: int) -> str:
    ends = scales.ENDS[scale]
    towards_worst = 1 if ends.worst > ends.best else -1
    score = ends.best + towards_worst * away
    return str(score) if scales.is_on(scale, score) else ""


def _lines(every: tuple[Line, ...], across: dict[date, float]) -> list[str]:
    parts = []
    ends: list[float] = []
    for place, line in enumerate(every):
        colour, dash = COLOURS[place % len(COLOURS)], DASHES[place % len(DASHES)]
        spots = [(across[point.day], _height(point.to_go)) for point in line.points]
        path = " ".join(f"{x:g},{y:g}" for x, y in spots)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"{dashed}/>')
        parts.extend(_mark(place, x, y, colour) for x, y in spots)
        x, y = spots[-1]
        ends.append(_free(y, ends))
        parts.append(_letters(max(x, WIDTH - RIGHT) + 12, ends[-1] + 4, _short(line), colour=colour))
    return parts


def _free(y: float, taken: list[float]) -> float:
    """A height for a name where no other name stands."""
    while any(abs(y - other) < 15 for other in taken):  # noqa: PLR2004 - the height of a line of letters
        y += 15
    return y


def _short(line: Line) -> str:
    who = line.person if len(line.person) <= LONGEST_NAME else f"{line.person[: LONGEST_NAME - 1]}…"
    return f"{who} {scales.number(line.points[-1].score)}"


def _mark(place: int, x: float, y: float, colour: str) -> str:
    """A circle, a square or a diamond, filled or open."""
    look = f'fill="{colour if place % 2 == 0 else "#ffffff"}" stroke="{colour}" stroke-width="2"'
    shapes = (
        f'<circle cx="{x:g}" cy="{y:g}" r="5" {look}/>',
        f'<rect x="{x - 5:g}" y="{y - 5:g}" width="10" height="10" {look}/>',
        f'<polygon points="{x:g},{y - 7:g} {x + 7:g},{y:g} {x:g},{y + 7:g} {x - 7:g},{y:g}" {look}/>',
    )
    return shapes[place % len(shapes)]


def _letters(x: float, y: float, words: str, *, anchor: str = "start", colour: str = "#222222") -> str:
    look = f'font-size="15" font-family="sans-serif" text-anchor="{anchor}" fill="{colour}"'
    return f'<text x="{x:g}" y="{y:g}" {look}>{escape(words)}</text>'
