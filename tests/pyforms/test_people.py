"""Nobody who is not born yet is asked, written to, or given a pen."""

from datetime import date, timedelta

import pytest

from pyforms.people import age, is_unborn

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


def test_a_due_date_is_enough_even_when_it_has_passed():
    assert is_unborn("Noor", TODAY, due=TODAY + timedelta(days=60))
    assert is_unborn("Noor", TODAY, due=TODAY - timedelta(days=10))


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
