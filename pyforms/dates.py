"""Days that an area's rules give: working days know weekends and England's bank holidays.

The day after the start is day 1. "Within 20 working days" of Friday 27 March 2026 ends on Tuesday 28 April 2026: Good
Friday, Easter Monday and the weekends do not count. A month after the 31st is the last day of a shorter month.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import get_args

from pyforms import resources
from pyforms.areas import Area, lookup
from pyforms.areas.keys import EventKey, TimescaleKey
from pyforms.areas.measures import Timescale

type Events = Mapping[EventKey, date]

FRIDAY = 4
MONTHS = 12


@dataclass(frozen=True)
class Due:
    """The last day for something. `earliest` is there for a usual length; `certain` is False where working days were
    counted past the years whose bank holidays are published."""

    day: date
    earliest: date | None = None
    certain: bool = True


@dataclass(frozen=True)
class Deadline:
    """An area's timescale with the day it gives, or None while the event it counts from has no date."""

    key: TimescaleKey
    timescale: Timescale
    due: Due | None


def is_working_day(day: date) -> bool:
    return day.weekday() <= FRIDAY and day not in _bank_holidays()[0]


def last_known_day() -> date:
    """The last day of the last year whose bank holidays are published."""
    return _bank_holidays()[1]


def add_working_days(start: date, count: int) -> date:
    """The working day number `count` after `start`, which itself does not count; past 9999 an OverflowError."""
    day = start
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_day_by(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def due(timescale: Timescale, start: date) -> Due:
    """When a timescale that starts on that day ends. Hours are not days: ValueError."""
    earliest = _after(start, timescale.at_least, timescale.unit) if timescale.at_least else None
    day = _after(start, timescale.amount, timescale.unit)
    return Due(day, earliest, certain=timescale.unit != "working days" or day <= last_known_day())


def _after(start: date, amount: int, unit: str) -> date:
    if unit == "working days":
        return add_working_days(start, amount)
    if unit == "months":
        return _add_months(start, amount)
    if unit in ("days", "weeks"):
        return start + timedelta(**{unit: amount})
    message = f"{unit} do not lead to a day"
    raise ValueError(message)


def _add_months(start: date, count: int) -> date:
    years, month = divmod(start.month - 1 + count, MONTHS)
    year = start.year + years
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def deadlines(area: Area, events: Events) -> tuple[Deadline, ...]:
    """Every timescale of the area that counts from an event of the work with a family, in the order it is stated."""
    own = {key: each for key in get_args(TimescaleKey) if (each := lookup.timescale(area, key)) and each.event}
    return tuple(Deadline(key, each, _ends(each, own, events)) for key, each in own.items())


def _ends(timescale: Timescale, own: Mapping[TimescaleKey, Timescale], events: Events) -> Due | None:
    """A timescale that follows another begins on the day the other ends."""
    if timescale.follows:
        before = _ends(own[timescale.follows], own, events)
        return due(timescale, before.day) if before else None
    start = events.get(timescale.event) if timescale.event else None
    return due(timescale, start) if start else None


@cache
def _bank_holidays() -> tuple[frozenset[date], date]:
    data = resources.read_toml("pyforms", "bank_holidays.toml")
    days = frozenset(date.fromisoformat(f"{year}-{day}") for year, those in data["days"].items() for day in those)
    return days, date(data["until"], 12, 31)
