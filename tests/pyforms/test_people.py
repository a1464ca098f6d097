"""Nobody who is not born yet is asked, written to, or given a pen."""

from datetime import date, timedelta

import pytest

from pyforms.people import age, aged, birth, is_overdue, is_unborn

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    "name",
    ["Unborn baby", "unborn", "Baby Hart (unborn)", "Bump", "Baby, not born yet", "Not yet born", "Baby (due May)"],
)
def test_a_name_that_says_so_is_enough(name):
    assert is_unborn(name, TODAY)


@pytest.mark.parametrize("name", ["Baby Hart", "Ella", "Newborn", "Bumpy", "Duena", "Born", "Osborn", ""])
def test_a_name_that_does_not_say_so_is_a_child(name):
    assert not is_unborn(name, TODAY)


def test_a_due_date_that_lies_ahead_is_enough():
    assert is_unborn("Noor", TODAY, due=TODAY + timedelta(days=60))
    assert is_unborn("Noor", TODAY, due=TODAY)


@pytest.mark.parametrize("due", [date(2026, 11, 20), date(2023, 11, 20)])
def test_once_a_due_date_has_passed_nobody_says_whether_the_baby_is_born(due):
    for name in ("Noor", "Unborn baby"):
        assert is_overdue(TODAY, due=due)
        assert not is_unborn(name, TODAY, due=due)
        assert birth(name, TODAY, due=due).endswith("not known whether born")
    assert not is_overdue(TODAY, due=due, born=due)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({"born": date(2018, 5, 1)}, "born 1 May 2018"),
        ({"due": date(2027, 3, 1)}, "not born yet, due 1 March 2027"),
        ({"born": date(2027, 3, 1)}, "not born yet, due 1 March 2027"),
        ({}, ""),
    ],
)
def test_what_is_known_of_a_birth_is_said_and_no_more(known, words):
    assert birth("Noor", TODAY, **known) == words
    assert birth("Bump", TODAY) == "not born yet"


@pytest.mark.parametrize(
    ("born", "words"),
    [
        (date(2026, 11, 20), "under 1 month"),
        (date(2026, 10, 27), "1 month"),
        (date(2026, 6, 28), "4 months"),
        (date(2025, 11, 27), "12 months"),
        (date(2024, 11, 28), "23 months"),
        (date(2024, 11, 27), "2"),
        (date(2011, 1, 1), "15"),
    ],
)
def test_a_baby_is_as_many_months_old(born, words):
    assert aged(born, TODAY) == words


def test_a_date_of_birth_decides():
    assert not is_unborn("Unborn baby", TODAY, born=TODAY, due=TODAY + timedelta(days=3))
    assert is_unborn("Noor", TODAY, born=TODAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("born", "on", "years"),
    [
        (date(2010, 11, 27), TODAY, 16),
        (date(2010, 11, 28), TODAY, 15),
        (date(2012, 2, 29), date(2026, 2, 28), 13),
        (date(2012, 2, 29), date(2026, 3, 1), 14),
        (date(2026, 11, 28), TODAY, -1),
    ],
)
def test_age_is_in_whole_years(born, on, years):
    assert age(born, on) == years
