"""Dates that may be known only in part: 2007, about 1980, May 2007, 12th May 2007, 12/5/2007 or 2007-05-12."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
CIRCA = re.compile(r"^(?:c\.?|~)(?=\d)")
ORDINAL = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)\b")
ABOUT = ("about", "abt", "abt.", "around", "circa", "c.", "c", "approx", "est", "est.", "cal", "~")
EARLIEST, LATEST = 1000, 2200  # years; anything else is a slip of the pen
YEAR_LETTERS, DAY_PARTS = 4, 3
OLDEST = 120  # years
CENTURY, SHORT_YEAR = 100, 2
LONGEST_DATE = 4  # words: about 12 May 2007


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
    bare = " ".join(words.casefold().replace(",", " ").split()).rstrip(".;")
    first, _, rest = bare.partition(" ")
    is_about = first in ABOUT
    bare = rest if is_about else bare
    sure = bare.rstrip("?").rstrip()
    near = CIRCA.sub("", sure)
    try:
        year, month, day = _parts(ORDINAL.sub(r"\1", near).split())
    except ValueError:
        return _no_date(words)
    if 0 <= year < CENTURY and (month or len(near) == SHORT_YEAR):
        raise NoDate(f"“{words}” does not say the century. Write the year in full, such as 2007")
    try:
        found = Moment(year, month, day, is_about or near != bare)
        return found if EARLIEST <= found.earliest.year <= LATEST else _no_date(words)
    except ValueError:
        return _no_date(words)


def _no_date(words: str) -> Moment:
    raise NoDate(f"“{words}” is no date. Write 2007, about 1980, May 2007 or 12 May 2007")


def _parts(words: list[str]) -> tuple[int, int, int]:
    """Year, month and day; 0 is not known."""
    words = [word for word in words if word != "of"]
    if len(words) == 1:
        words = words[0].replace("/", "-").replace(".", "-").split("-")
        if len(words) == 1:
            return int(words[0]), 0, 0
    if not 0 < len(words) <= DAY_PARTS:
        raise ValueError
    if len(words) > 1 and len(words[0]) == YEAR_LETTERS and words[0].isdigit():
        words = words[::-1]
    if len(words) == DAY_PARTS and words[0].isalpha():
        words = [words[1], words[0], words[2]]
    *day, month, year = words
    return int(year), _month(month), int(day[0]) if day else 0


def _month(word: str) -> int:
    """A month's number or name: "may" is one, "maybe" is none."""
    if word.isdigit():
        number = int(word)
        if 1 <= number <= len(MONTHS):
            return number
        raise ValueError
    bare = word.rstrip(".")
    if bare == "sept":
        return MONTHS.index("sep") + 1
    if len(bare) < len("may") or not any(bare in (name[:3], name) for name in MONTH_NAMES):
        raise ValueError
    return MONTHS.index(bare[:3]) + 1


def age(born: Moment, on: date) -> str:
    """In whole years on a day, such as "8" or, where the date is known in part, "7 or 8"; empty before birth."""
    if born.earliest > on:
        return ""
    oldest, youngest = _years(born.earliest, on), max(_years(born.latest, on), 0)
    if youngest > OLDEST:
        return ""  # a file that does not say who has died
    if born.is_about:
        return f"about {oldest}"
    return str(oldest) if oldest == youngest else f"{youngest} or {oldest}"


def _years(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
