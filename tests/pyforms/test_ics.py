"""Calendar files: read back by the icalendar library, whatever the words in them."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Read

from pyforms import ics
from pyforms.ics import Calendar, Event

DAY = date(2026, 10, 20)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), min_size=1)


def read(*events):
    return list(Read.from_ical(ics.written(Calendar(events, date(2026, 9, 8)))).walk("VEVENT"))


@given(WORDS, WORDS)
def test_any_words_come_back_from_the_file_as_they_went_in(title, details):
    (event,) = read(Event(DAY, title, details))
    assert str(event["SUMMARY"]) == title
    assert str(event["DESCRIPTION"]) == details


def test_lines_of_details_stay_lines():
    (event,) = read(Event(DAY, "Review", "One; two,\nthree \\ four"))
    assert str(event["DESCRIPTION"]) == "One; two,\nthree \\ four"


def test_an_event_takes_the_whole_day_and_leaves_the_person_free():
    (event,) = read(Event(DAY, "Review"))
    assert event["DTSTART"].dt == DAY
    assert event["DTEND"].dt == date(2026, 10, 21)
    assert event["TRANSP"] == "TRANSPARENT"


@given(WORDS)
def test_no_line_is_longer_than_the_standard_allows(words):
    written = ics.written(Calendar((Event(DAY, words),), DAY))
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    written.decode()


def test_words_cannot_end_an_event_and_begin_another():
    events = read(Event(DAY, "Tea\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Not ours"))
    assert len(events) == 1


def test_the_same_event_keeps_its_id_and_stands_once():
    once, again = Event(DAY, "Review"), Event(DAY, "Review")
    assert len(read(once, again)) == 1
    assert read(once)[0]["UID"] == read(again)[0]["UID"]
    assert read(once)[0]["UID"] != read(Event(DAY, "Another"))[0]["UID"]
