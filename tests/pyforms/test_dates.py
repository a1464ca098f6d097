"""Deadlines: a day early or late is a serious bug, so named days were counted by hand on a calendar."""

from datetime import date, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from pyforms import areas, dates
from pyforms.areas import lookup

KNOWN = st.dates(date(2012, 1, 1), date(2028, 6, 30))
ONCE = {date(2012, 6, 4), date(2012, 6, 5), date(2020, 5, 8), date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)}
ONCE |= {date(2023, 5, 8)}
MOVED = {date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)}


def monday(day):
    """The Monday on that day or the next one after it."""
    return day + timedelta(days=-day.weekday() % 7)


def last_monday(year, month):
    return monday(date(year, month, 25))


def by_the_rules(year):
    """England's bank holidays from the rules that make them; a weekend's is taken on the next free weekday."""
    sunday = easter(year)
    fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
    found = {sunday - timedelta(days=2), sunday + timedelta(days=1)}
    found |= {monday(date(year, 5, 1)), last_monday(year, 5), last_monday(year, 8)}
    for day in fixed:
        free = day
        while free.weekday() > 4 or free in found or (free != day and free in fixed):
            free += timedelta(days=1)
        found.add(free)
    return (found - MOVED) | {day for day in ONCE if day.year == year}


@pytest.mark.parametrize("year", range(2012, 2029))
def test_no_bank_holiday_is_missing_and_none_is_made_up(year):
    every = (date(year, 1, 1) + timedelta(days=count) for count in range(366))
    weekdays = {day for day in every if day.year == year and day.weekday() <= 4}
    assert {day for day in weekdays if not dates.is_working_day(day)} == by_the_rules(year)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 3, 27), 20, date(2026, 4, 28)),  # over Easter
        (date(2026, 12, 18), 10, date(2027, 1, 6)),  # over Christmas, with Boxing Day moved to the 28th
        (date(2026, 11, 21), 1, date(2026, 11, 23)),  # a Saturday's next working day
        (date(2026, 11, 24), 0, date(2026, 11, 24)),
        (date(2022, 9, 16), 1, date(2022, 9, 20)),  # the Queen's funeral
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(start, count, end):
    assert dates.add_working_days(start, count) == end


@given(KNOWN, st.integers(1, 60))
def test_a_deadline_in_working_days_is_a_working_day_with_that_many_between(start, count):
    end = dates.add_working_days(start, count)
    between = (start + timedelta(days=each) for each in range(1, (end - start).days + 1))
    assert dates.is_working_day(end)
    assert sum(map(dates.is_working_day, between)) == count


@given(st.dates(date(2026, 1, 1), date(2029, 12, 31)))
def test_what_falls_on_a_day_off_is_done_on_the_working_day_before(day):
    by = dates.working_day_by(day)
    assert by <= day
    assert dates.is_working_day(by)
    assert not any(dates.is_working_day(by + timedelta(days=each)) for each in range(1, (day - by).days + 1))


def due(area, key, **events):
    found = {deadline.key: deadline for deadline in dates.deadlines(areas.get(area), events)}
    return found[key].due and found[key].due.day


START = date(2026, 9, 8)


@pytest.mark.parametrize(
    ("area", "key", "event", "day"),
    [
        ("torbay", "assessment", "consent", date(2026, 10, 6)),  # 20 working days
        ("torbay", "first_meeting", "lead_identified", date(2026, 9, 22)),  # 10 working days
        ("torbay", "plan_shared", "plan", date(2026, 9, 15)),  # 7 days
        ("torbay", "first_review", "first_meeting", date(2026, 10, 20)),  # 6 weeks
        ("torbay", "senior_review", "opened", date(2027, 3, 8)),  # 6 months
        ("doncaster", "assessment", "lead_identified", date(2026, 10, 8)),  # 30 days
        ("doncaster", "first_meeting", "lead_identified", date(2026, 11, 7)),  # 30 days more
        ("doncaster", "single_agency_review", "first_plan", date(2026, 12, 1)),  # 12 weeks
        ("doncaster", "outcome_tool_review", "plan", date(2026, 12, 8)),  # 3 months
        ("kent", "review", "plan", date(2026, 10, 20)),  # 6 weeks
        ("solihull", "first_review", "first_meeting", date(2026, 10, 20)),  # 6 weeks, from the quality standards
    ],
)
def test_an_area_s_rule_gives_the_day_that_its_source_means(area, key, event, day):
    assert due(area, key, **{event: START}) == day


def test_a_usual_length_is_from_one_day_to_another():
    usual = dates.due(lookup.timescale(areas.get("torbay"), "usual_length"), START)
    assert (usual.earliest, usual.day) == (date(2026, 12, 1), date(2026, 12, 15))


def test_a_month_after_the_31st_is_the_last_of_a_shorter_month():
    three_months = lookup.timescale(areas.get("doncaster"), "outcome_tool_review")
    assert dates.due(three_months, date(2026, 11, 30)).day == date(2027, 2, 28)
    assert dates.due(three_months, date(2027, 11, 30)).day == date(2028, 2, 29)


def test_without_the_day_it_counts_from_a_deadline_has_no_day():
    assert due("torbay", "assessment") is None
    assert due("doncaster", "first_meeting", plan=START) is None


def test_past_the_published_bank_holidays_a_count_says_that_it_is_not_certain():
    assessment = lookup.timescale(areas.get("torbay"), "assessment")
    assert dates.last_known_day() == date(2028, 12, 31)
    assert dates.due(assessment, date(2028, 11, 1)).certain
    assert not dates.due(assessment, date(2028, 12, 20)).certain
    assert not dates.due(assessment, date(2030, 5, 20)).certain
    assert not dates.due(assessment, date(2011, 5, 20)).certain
    assert dates.due(lookup.timescale(areas.get("kent"), "review"), date(2028, 12, 20)).certain


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2028, 12, 11), date(2029, 1, 11)),  # over Christmas and 1 January 2029
        (date(2029, 3, 19), date(2029, 4, 18)),  # over Good Friday on 30 March and Easter Monday on 2 April
        (date(2029, 5, 1), date(2029, 5, 31)),  # over 7 and 28 May
        (date(2033, 12, 19), date(2034, 1, 19)),  # Christmas Day and 1 January on Sundays: 27 December, 2 January
    ],
)
def test_past_the_published_bank_holidays_those_that_the_law_gives_do_not_count(start, end):
    found = dates.due(lookup.timescale(areas.get("torbay"), "assessment"), start)
    assert found.day == end
    assert not found.certain


@pytest.mark.parametrize("year", range(2029, 2100))
def test_the_bank_holidays_that_are_expected_follow_the_rules(year):
    every = (date(year, 1, 1) + timedelta(days=count) for count in range(366))
    weekdays = {day for day in every if day.year == year and day.weekday() <= 4}
    assert {day for day in weekdays if not dates.is_working_day(day)} == by_the_rules(year)


def test_hours_do_not_lead_to_a_day():
    with pytest.raises(ValueError, match="hours"):
        dates.due(lookup.timescale(areas.get("kent"), "meeting_length").model_copy(update={"unit": "hours"}), START)
