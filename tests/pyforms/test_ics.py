"""Calendar files: read back by the icalendar library, whatever the words in them."""

from datetime import date, datetime, time

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Read

from pyforms import ics
from pyforms.ics import Calendar, Event

DAY = date(2026, 10, 20)
DAY_BEGINS = datetime.combine(DAY, time())
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1)


def read(*events):
    return list(Read.from_ical(ics.written(Calendar(events, date(2026, 9, 8)))).walk("VEVENT"))


@given(WORDS, WORDS)
def test_any_words_come_back_from_the_file_as_they_went_in(title, details):
    (event,) = read(Event("1@here", DAY, title, details))
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]) == details


def test_lines_of_details_stay_lines():
    (event,) = read(Event("1@here", DAY, "Review", "One; two,\nthree \\ four"))
    assert str(event["DESCRIPTION"]) == "One; two,\nthree \\ four"


def test_an_event_takes_the_whole_day_and_leaves_the_person_free():
    (event,) = read(Event("1@here", DAY, "Review"))
    assert event["DTSTART"].dt == DAY
    assert event["DTEND"].dt == date(2026, 10, 21)
    assert event["TRANSP"] == "TRANSPARENT"


@given(WORDS)
def test_no_line_is_longer_than_the_standard_allows(words):
    written = ics.written(Calendar((Event("1@here", DAY, words),), DAY))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    written.decode()


def test_words_cannot_end_an_event_and_begin_another():
    events = read(Event("1@here", DAY, "Tea\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Not ours"))
    assert len(events) == 1


def test_an_event_has_the_id_and_the_sequence_that_it_was_given():
    (event,) = read(Event("plan-review@here", DAY, "Review", sequence=3))
    assert (event["UID"], event["SEQUENCE"]) == ("plan-review@here", 3)


def test_a_reminder_rings_at_nine_in_the_morning_days_before():
    (event,) = read(Event("1@here", DAY, "Review", remind=(7, 1)))
    alarms = event.walk("VALARM")
    assert [DAY_BEGINS + alarm["TRIGGER"].dt for alarm in alarms] == [
        datetime(2026, 10, 13, 9),  # noqa: DTZ001 - a whole day has no time zone
        datetime(2026, 10, 19, 9),  # noqa: DTZ001
    ]
    assert {alarm["ACTION"] for alarm in alarms} == {"DISPLAY"}
    assert {str(alarm["DESCRIPTION"]) for alarm in alarms} == {"Review"}


def test_a_day_that_is_over_does_not_ring():
    """Calendars ring at once for a reminder whose time has passed."""
    (event,) = read(Event("1@here", date(2026, 9, 7), "Consent", remind=(7, 1)))
    assert event.walk("VALARM") == []
