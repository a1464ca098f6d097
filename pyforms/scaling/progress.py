"""What the scores say: each person's own way over time, and where people differ. Never one figure for all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

from pyforms import resources, scales
from pyforms.scales import Scale
from pyforms.scaling import asks
from pyforms.scaling.answers import Meeting, ScalingAnswers, Score
from pyforms.wording import same


@dataclass(frozen=True)
class Point:
    """One person's score on one day, with the scale that it was given on."""

    day: date
    scale: Scale
    score: float
    said: Score

    @property
    def to_go(self) -> float:
        return scales.to_go(self.scale, self.score)


@dataclass(frozen=True)
class Line:
    """One person's scores for one question, the earliest first."""

    person: str
    points: tuple[Point, ...]

    @property
    def since_last(self) -> float | None:
        """Steps towards the hope since the time before; below zero is away from it; None at the first."""
        return _gained(self.points[-2:])

    @property
    def since_baseline(self) -> float | None:
        return _gained((self.points[0], self.points[-1]) if len(self.points) > 1 else self.points)


def lines(answers: ScalingAnswers, question: int, *, with_unborn: bool = False) -> tuple[Line, ...]:
    """Each person's line for the question of that number, in the order in which they were first heard.

    A score in the name of a child who is not born yet is nobody's own: it counts only where it may mean danger.
    """
    heard: dict[str, list[Point]] = {}
    shown: dict[str, str] = {}
    for meeting, score, number in _given(answers, question):
        if not with_unborn and asks.is_for_the_unborn(score, meeting.day):
            continue
        key = same(score.person)
        shown.setdefault(key, score.person)
        heard.setdefault(key, []).append(Point(meeting.day, meeting.scale, number, score))
    return tuple(Line(shown[key], tuple(points)) for key, points in heard.items())


def _given(answers: ScalingAnswers, question: int) -> Iterator[tuple[Meeting, Score, float]]:
    for meeting in sorted(answers.meetings, key=lambda each: each.day):
        for score, number in meeting.given:
            if score.question == question:
                yield meeting, score, number


def latest(every: tuple[Line, ...]) -> tuple[tuple[str, Point], ...]:
    """Who scored at the latest meeting that asked this question."""
    last = max(line.points[-1].day for line in every)
    return tuple((line.person, line.points[-1]) for line in every if line.points[-1].day == last)


def far_apart(every: tuple[Line, ...]) -> tuple[tuple[str, str, float], ...]:
    """Pairs of people whose latest scores differ by as much as the rule says, or more: who, who, steps."""
    pairs = combinations(latest(every), 2)
    found = ((one, other, abs(first.to_go - second.to_go)) for (one, first), (other, second) in pairs)
    return tuple(each for each in found if each[2] >= rules()["apart"]["steps"])


def at_worst(every: tuple[Line, ...]) -> tuple[tuple[str, Point], ...]:
    """Who put the latest score at the hard end. One person's is enough: nobody else's makes up for it."""
    return tuple((who, point) for who, point in latest(every) if scales.is_worst(point.scale, point.score))


@cache
def rules() -> dict[str, Any]:
    return resources.read_toml("pyforms.scaling", "rules.toml")


def _gained(points: tuple[Point, ...]) -> float | None:
    return points[0].to_go - points[-1].to_go if len(points) > 1 else None
