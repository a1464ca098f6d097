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
    counted in a year whose bank holidays are not published: those that the law gives are left out all the same."""

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
    return day.weekday() <= FRIDAY and not _is_bank_holiday(day)


def last_known_day() -> date:
    """The last day of the last year whose bank holidays are published."""
    return date(max(_published()), 12, 31)


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
    return Due(day, earliest, certain=timescale.unit != "working days" or _are_published(start, day))


def _are_published(start: date, end: date) -> bool:
    return all(year in _published() for year in range(start.year, end.year + 1))


def _after(start: date, amount: int, unit: str) -> date:
    if unit == "working days":
        return add_working_days(start, amount)
    if unit == "months":
        return add_months(start, amount)
    if unit in ("days", "weeks"):
        return start + timedelta(**{unit: amount})
    message = f"{unit} do not lead to a day"
    raise ValueError(message)


def add_months(start: date, count: int) -> date:
    """The same day of another month, before or after; the last day of a month that has no such day."""
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


def _is_bank_holiday(day: date) -> bool:
    return day in _published().get(day.year, ()) or (day.year not in _published() and day in _expected(day.year))


@cache
def _published() -> Mapping[int, frozenset[date]]:
    """England's bank holidays in each year that GOV.UK has published."""
    written = resources.read_toml("pyforms", "bank_holidays.toml")["days"]
    return {int(year): frozenset(date.fromisoformat(f"{year}-{day}") for day in days) for year, days in written.items()}


@cache
def _expected(year: int) -> frozenset[date]:
    """The bank holidays that the law gives every year. A government may add one or move one, so they are not certain.

    New Year's Day, Christmas Day and Boxing Day at a weekend are taken on the next weekday that is none already.
    """
    sunday = _easter(year)
    moving = {sunday - timedelta(days=2), sunday + timedelta(days=1)}
    mondays = {_monday(date(year, 5, 1)), _monday(date(year, 5, 25)), _monday(date(year, 8, 25))}
    fixed = {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)}
    found = moving | mondays | fixed
    for weekend in sorted(day for day in fixed if day.weekday() > FRIDAY):
        instead = weekend
        while instead.weekday() > FRIDAY or instead in found:
            instead += timedelta(days=1)
        found.add(instead)
    return frozenset(found)


def _monday(day: date) -> date:
    """The Monday on that day or the next one after it."""
    return day + timedelta(days=-day.weekday() % 7)


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar, by the rule that Nature printed in 1876 (vol. 13, p. 487)."""
    century, of_century = divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (19 * (year % 19) + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * rest + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)
