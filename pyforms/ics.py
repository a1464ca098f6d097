"""A calendar file, RFC 5545: all-day events that Outlook, Google Calendar and phones take.

What stands in a title is the form's choice; nothing here adds a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pyforms.product import product

LONGEST = 75  # bytes in a line, without its end
ENDING = "\r\n"


@dataclass(frozen=True)
class Event:
    """A whole day in a calendar; `details` are shown when the event is opened.

    `uid` is one thing's for good: a calendar takes an event with an id that it has, and a higher `sequence`, as the
    same one moved, renamed or, where it is `cancelled`, taken out. `remind` are days before, at nine in the morning.
    """

    uid: str
    day: date
    title: str
    details: str = ""
    sequence: int = 0
    remind: tuple[int, ...] = ()
    cancelled: bool = False


@dataclass(frozen=True)
class Calendar:
    """Events, no two with one id, and the day on which they were written down so."""

    events: tuple[Event, ...]
    made: date


def written(calendar: Calendar) -> bytes:
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{product().name}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for event in calendar.events for line in _event(event, calendar.made)),
        "END:VCALENDAR",
    )
    return "".join(folded(line) + ENDING for line in lines).encode()


def _event(event: Event, made: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTAMP:{made:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(event.title)}"
    if event.details:
        yield f"DESCRIPTION:{escaped(event.details)}"
    yield "TRANSP:TRANSPARENT"
    if event.cancelled:
        yield "STATUS:CANCELLED"
    for days in event.remind if event.day > made else ():  # what is over would ring at once
        yield from _reminder(event.title, days)
    yield "END:VEVENT"


def _reminder(title: str, days: int) -> Iterator[str]:
    """A day begins at midnight, so fifteen hours before it is nine in the morning of the day before."""
    before = f"{days - 1}D" if days > 1 else ""
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{escaped(title)}"
    yield f"TRIGGER:-P{before}T15H"
    yield "END:VALARM"


def escaped(text: str) -> str:
    """Text as a value; a control character has no place in one."""
    marked = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    lines = marked.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return "".join(letter for letter in lines if letter >= " " or letter == "\t")


def folded(line: str) -> str:
    """A line of at most 75 bytes, and what is longer on lines that begin with a space; no letter is cut."""
    pieces, room = [""], LONGEST
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append("")
            room = LONGEST - 1
        pieces[-1] += letter
        room -= size
    return f"{ENDING} ".join(pieces)
