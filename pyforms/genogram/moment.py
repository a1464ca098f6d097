"""Dates that may be known only in part: 2007, about 1980, May 2007, 12 May 2007, 12/5/2007 or 2007-05-12."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ABOUT = ("about", "abt", "abt.", "around", "circa", "c.", "c", "approx", "est", "est.", "cal", "~")
EARLIEST, LATEST = 1000, 2200  # years; anything else is a slip of the pen
YEAR_LETTERS, MONTH_PARTS, DAY_PARTS = 4, 2, 3


class NoDate(ValueError):
    """Words that are no date, or a day that does not exist."""


@dataclass(frozen=True)
class Moment:
    year: int
    month: int = 0
    day: int = 0
    is_about: bool = False

    def __str__(self) -> str:
        parts = (
            str(self.day) if self.day else "",
            MONTHS[self.month - 1].title() if self.month else "",
            str(self.year),
        )
        words = " ".join(part for part in parts if part)
        return f"about {words}" if self.is_about else words

    @property
    def earliest(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        month = self.month or len(MONTHS)
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def moment(words: str) -> Moment:
    """Raises NoDate, with what to write instead."""
    bare = words.strip().casefold().replace(",", " ")
    first, _, rest = bare.partition(" ")
    is_about = first in ABOUT
    try:
        year, month, day = _parts((rest if is_about else bare).split())
        found = Moment(year, month, day, is_about)
        return found if EARLIEST <= found.earliest.year <= LATEST else _no_date(words)
    except ValueError:
        return _no_date(words)


def _no_date(words: str) -> Moment:
    raise NoDate(f"“{words}” is no date. Write 2007, about 1980, May 2007 or 12 May 2007")


def _parts(words: list[str]) -> tuple[int, int, int]:
    """Year, month and day; 0 is not known."""
    if len(words) == 1:
        marks = words[0].replace("/", "-").replace(".", "-").split("-")
        if len(marks) == 1:
            return int(words[0]), 0, 0
        numbers = [int(mark) for mark in marks]
        turned = numbers if len(marks[0]) == YEAR_LETTERS else numbers[::-1]
        year, month, day = (*turned, 0, 0)[:DAY_PARTS]
        return year, month, day
    if len(words) == MONTH_PARTS:
        return int(words[1]), _month(words[0]), 0
    day_words, month_words, year_words = words
    return int(year_words), _month(month_words), int(day_words)


def _month(word: str) -> int:
    return MONTHS.index(word[:3]) + 1


def age(born: Moment, on: date) -> str:
    """In whole years on a day, such as "8" or, where the date is known in part, "7 or 8"; empty before birth."""
    if born.earliest > on:
        return ""
    oldest, youngest = _years(born.earliest, on), max(_years(born.latest, on), 0)
    if born.is_about:
        return f"about {oldest}"
    return str(oldest) if oldest == youngest else f"{youngest} or {oldest}"


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
