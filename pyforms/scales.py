"""The scales in use, and what may be said of numbers on them: which way is better, and how far the hope is.

Torbay's handbook asks from 1 to 10 where 1 is the hope; Solihull's and Kent's from 0 to 10 where 10 is. A number
means nothing without its scale, so the scale is kept with every meeting's scores.
"""

from dataclasses import dataclass

from pyforms.areas.measures import Scale as AreaScale
from pyforms.fields import Choice

HALF = 0.5
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


class Scale(Choice):
    TEN_IS_HOPE = "0-10-hope-at-10", "0 to 10, and 10 is what we hope for", "Kent, Solihull and most areas"
    ONE_IS_HOPE = "1-10-hope-at-1", "1 to 10, and 1 is what we hope for", "Torbay"


@dataclass(frozen=True)
class Ends:
    worst: int
    best: int


ENDS = {Scale.TEN_IS_HOPE: Ends(worst=0, best=10), Scale.ONE_IS_HOPE: Ends(worst=10, best=1)}


def of_area(scale: AreaScale) -> Scale | None:
    """The one of our scales that an area's handbook uses, or None for another."""
    ends = Ends(scale.worst, scale.best)
    return next((each for each, its in ENDS.items() if its == ends), None)


def limits(scale: Scale) -> tuple[int, int]:
    """The lowest number and the highest."""
    return min(ENDS[scale].worst, ENDS[scale].best), max(ENDS[scale].worst, ENDS[scale].best)


def is_on(scale: Scale, score: float) -> bool:
    """Whether a score is a whole or a half number between the scale's ends."""
    low, high = limits(scale)
    return low <= score <= high and (score / HALF).is_integer()


def is_worst(scale: Scale, score: float) -> bool:
    return score == ENDS[scale].worst


def to_go(scale: Scale, score: float) -> float:
    """Steps from the hope: 0 is there. The one measure that both directions share."""
    return abs(ENDS[scale].best - score)


def moved(gained: float) -> str:
    """two steps towards the hope; `gained` is in steps, below zero away from it"""
    if gained == 0:
        return "no change"
    return f"{steps(abs(gained))} {'towards' if gained > 0 else 'away from'} the hope"


def number(score: float) -> str:
    """7 or 7.5"""
    return f"{score:g}"


def steps(count: float) -> str:
    """half a step, one step, two and a half steps"""
    whole, is_half = int(count), not count.is_integer()
    if count == HALF:
        return "half a step"
    return f"{NUMBERS[whole]}{' and a half' if is_half else ''} step{'' if count == 1 else 's'}"
