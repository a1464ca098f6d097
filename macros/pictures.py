"""Macros for the handbook's pictures: SVG that a phone can show, with the same words beside it as text.

Each is drawn 320 units wide, the width of the smallest phone, so that its 13-unit letters are 13 pixels there and more
on a wider screen. Colours are classes: docs/assets/stylesheets/pictures.css.
"""

import textwrap
import tomllib
from collections.abc import Callable
from importlib.resources import files
from importlib.util import find_spec
from itertools import accumulate
from math import cos, pi, sin
from pathlib import Path
from typing import Any

from markupsafe import Markup

from macros.areas import every_area
from macros.render import render
from pyforms import areas
from pyforms.areas import Area
from pyforms.areas.measures import Timescale

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
THEME = next(theme for theme in ("material", "zensical") if find_spec(theme))  # or what takes its place in 2027
ICONS = files(THEME) / "templates/.icons/material"
LETTER = 6.7  # units: the usual width of one 13-unit letter


def wrapped(text: str, width: float) -> list[str]:
    """The text in lines that fit `width` units."""
    return textwrap.wrap(text, int(width / LETTER)) or [""]


def icon(name: str) -> str:
    """The path of one of the theme's icons, drawn on 24 by 24 units."""
    drawn = (ICONS / f"{name}.svg").read_text("utf-8")
    return drawn.split(' d="')[1].split('"')[0]


def _picture(name: str, twin: list[str], area: Area | None = None, **drawn: object) -> Markup:
    """One figure: the drawing in templates/pictures/<name>.svg, its caption and its text twin."""
    words = WORDS[name]
    key = f"picture-{name}-{area.id}" if area else f"picture-{name}"
    title = f"{words['title']}: {area.name}" if area else words["title"]
    svg = render(f"pictures/{name}.svg", key=key, title=title, twin=twin, words=words, wrapped=wrapped, **drawn)
    return render(
        "pictures/figure.html", svg=svg, name=name, title=title, caption=words["caption"], twin=twin, area=area
    )


def levels_picture() -> Markup:
    """The levels of need of each area as a fan, from universal to specialist, with Early Help marked."""
    return Markup("\n").join(_levels(area) for area in every_area())


def _levels(area: Area) -> Markup:
    levels = areas.levels(area)
    count = len(levels)
    said = [f"{level.number}: {level.name}{', Early Help' if level.early_help else ''}" for level in levels]
    lines = [wrapped(line, 280) for line in said]
    tops = accumulate((8 + 17 * len(line) for line in lines), initial=180)
    fan = [
        {
            "level": level,
            "path": _segment(4 * place / count, 4 * (place + 1) / count),
            "x": x,
            "y": y,
            "lines": line,
            "top": top,
        }
        for place, (level, line, top) in enumerate(zip(levels, lines, tops, strict=False))
        for x, y in [_point(105, 4 * (place + 0.5) / count)]
    ]
    height = 184 + sum(8 + 17 * len(line) for line in lines)
    return _picture("levels", [f"Level {line}" for line in said], area, fan=fan, height=height)


def _point(radius: float, eighth: float) -> tuple[float, float]:
    """A point of the fan: 0 is its left end, 4 its right end."""
    angle = pi - eighth * pi / 4
    return round(160 + radius * cos(angle), 1), round(165 - radius * sin(angle), 1)


def _segment(start: float, end: float, inner: float = 55, outer: float = 150) -> str:
    """The outline of the fan's segment from one eighth to another."""
    (a, b), (c, d) = _point(outer, start), _point(outer, end)
    (e, f), (g, h) = _point(inner, end), _point(inner, start)
    return f"M{a} {b}A{outer} {outer} 0 0 1 {c} {d}L{e} {f}A{inner} {inner} 0 0 0 {g} {h}Z"


def process_picture() -> Markup:
    """The way from a worry to the end of the help, with each area's own timescales."""
    return Markup("\n").join(_process(area) for area in every_area())


def _process(area: Area) -> Markup:
    steps = []
    for step in WORDS["process"]["steps"]:
        found = [(lead, area.timescales.get(key)) for lead, key in step["times"]]
        times = [f"{lead}{_soon(time)}" for lead, time in found if time]
        steps.append({"name": step["name"], "times": times, "height": 34 + 17 * len(times)})
    tops = list(accumulate((step["height"] + 22 for step in steps), initial=4))
    placed = [{**step, "top": top} for step, top in zip(steps, tops, strict=False)]
    twin = [f"{step['name']}{': ' if step['times'] else ''}{'; '.join(step['times'])}" for step in placed]
    words = WORDS["process"]
    return _picture(
        "process",
        [*twin, words["again"], words["social_care"], words["danger"]],
        area,
        steps=placed,
        height=tops[-1] + 96,
        foot=tops[-1],
    )


def _soon(time: Timescale) -> str:
    """A limit that begins where the one before it ends says so."""
    return time.text.replace("within ", "within a further ") if time.follows else time.text


def discipline_window() -> Markup:
    """Four panes: not, to, for and with, by challenge and support."""
    panes = WORDS["window"]["panes"]
    twin = [
        f"{pane['name']}: {pane['challenge']} challenge, {pane['support']} support. {pane['says']}" for pane in panes
    ]
    placed = [
        {**pane, "x": 176 if pane["support"] == "high" else 36, "y": 8 if pane["challenge"] == "high" else 148}
        for pane in panes
    ]
    return _picture("window", twin, panes=placed)


def ripple_picture() -> Markup:
    """Rings around a child: what happens to one person reaches the others."""
    rings = WORDS["ripple"]["rings"]
    placed = [
        {"r": radius, "cy": 306 - radius, "lines": ring.split("|"), "y": 300 - 2 * radius + 46}
        for ring, radius in zip(rings, (150, 115, 80, 42), strict=True)
    ]
    return _picture("ripple", [ring.replace("|", " ") for ring in rings][::-1], rings=placed)


def agenda_picture() -> Markup:
    """The meeting's agenda as boxes to write in: two beside each other on a phone, four across on A3."""
    steps = [{**step, "path": icon(step["icon"])} for step in WORDS["agenda"]["steps"]]
    tall = [{**step, "x": 4 + 158 * (n % 2), "y": 4 + 118 * (n // 2)} for n, step in enumerate(steps)]
    wide = [{**step, "x": 4 + 158 * (n % 4), "y": 4 + 200 * (n // 4)} for n, step in enumerate(steps)]
    return _picture("agenda", [step["name"] for step in steps], tall=tall, wide=wide)


def scale_rulers() -> Markup:
    """One ruler for each way round that areas use, with who uses it and its hoped-for end starred."""
    uses: dict[tuple[int, int, int], list[str]] = {}
    for area in every_area():
        scale = areas.scale(area)
        if scale and area.scale:
            uses.setdefault((scale.lowest, scale.highest, scale.best), []).append(area.name)
    rulers = [
        {"names": ", ".join(names), "ticks": _ticks(low, high), "best": best, "low": low, "high": high, "top": 112 * n}
        for n, ((low, high, best), names) in enumerate(uses.items())
    ]
    twin = [
        f"{ruler['names']}: {ruler['best']} is the hoped-for end, "
        f"{ruler['low'] if ruler['best'] == ruler['high'] else ruler['high']} the hardest"
        for ruler in rulers
    ]
    return _picture("scale", twin, rulers=rulers, star=icon("star"))


def _ticks(low: int, high: int) -> list[tuple[int, float]]:
    step = 284 / (high - low)
    return [(number, round(18 + step * (number - low), 1)) for number in range(low, high + 1)]


def timeline_picture() -> Markup:
    """A made-up family's years, downwards, with what was good and what was hard."""
    events = WORDS["timeline"]["events"]
    twin = [f"{each['when']}, {'good' if each['good'] else 'hard'}: {each['text']}" for each in events]
    lines = [wrapped(each["text"], 200) for each in events]
    tops = list(accumulate((22 + 17 * len(line) for line in lines), initial=22))
    placed = [{**each, "lines": line, "y": top} for each, line, top in zip(events, lines, tops, strict=False)]
    return _picture("timeline", twin, events=placed, height=tops[-1])


MACROS: tuple[Callable[..., Any], ...] = (
    levels_picture, process_picture, discipline_window, ripple_picture, agenda_picture, scale_rulers, timeline_picture,
)  # fmt: skip
