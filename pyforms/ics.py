"""A calendar file, RFC 5545: all-day events that Outlook, Google Calendar and phones take.

What stands in a title is the form's choice; nothing here adds a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = 75  # bytes in a line, without its end
ENDING = "\r\n"


@dataclass(frozen=True)
class Event:
    """A whole day in a calendar; `details` are shown when the event is opened."""

    day: date
    title: str
    details: str = ""


@dataclass(frozen=True)
class Calendar:
    """Events made on one day, which calendars take as the version of what they have already."""

    events: tuple[Event, ...]
    made: date


def written(calendar: Calendar) -> bytes:
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Early Help Guide//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for event in dict.fromkeys(calendar.events) for line in _event(event, calendar.made)),
        "END:VCALENDAR",
    )
    return "".join(folded(line) + ENDING for line in lines).encode()


def _event(event: Event, made: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(event)}"
    yield f"DTSTAMP:{made:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(event.title)}"
    if event.details:
        yield f"DESCRIPTION:{escaped(event.details)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(event: Event) -> str:
    """The same event has the same id, so that a file opened twice fills a calendar once."""
    from hashlib import sha256  # noqa: PLC0415 - loaded only when a calendar is written

    words = f"{event.day.isoformat()}\n{event.title}\n{event.details}"
    return f"{sha256(words.encode()).hexdigest()[:32]}@early-help-guide"


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
