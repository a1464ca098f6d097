"""Scores in words that say which way is better, so that no number has to be read with its scale in mind."""

from pyforms import scales
from pyforms.scaling.progress import Line, Point
from pyforms.wording import day


def change(before: Point, after: Point) -> str:
    """from 8 to 6: two steps towards the hope"""
    gained = before.to_go - after.to_go
    if before.scale == after.scale:
        return f"from {scales.number(before.score)} to {scales.number(after.score)}: {scales.moved(gained)}"
    return (
        f"from {on_scale(before)} to {on_scale(after)}. The scale was turned round between the two. Counted from the "
        f"hope, {scales.steps(before.to_go)} away has become {scales.steps(after.to_go)}"
    )


def on_scale(point: Point) -> str:
    return f"{scales.number(point.score)} (where {scales.ENDS[point.scale].best} is the hope)"


def since(line: Line) -> tuple[str, ...]:
    """What changed for one person: since the time before, and since the baseline where that is another day."""
    first, last = line.points[0], line.points[-1]
    if len(line.points) == 1:
        return (f"{line.person}: {on_scale(last)} on {day(last.day)}. This is their baseline.",)
    before = line.points[-2]
    told = [f"{line.person}, since last time ({day(before.day)}): {change(before, last)}."]
    if before != first:
        told.append(f"{line.person}, since the baseline ({day(first.day)}): {change(first, last)}.")
    return tuple(told)
