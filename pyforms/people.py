"""What every form has to know of a person: whether they are born yet, and how old they are on a day."""

import re
from datetime import date

from pyforms.wording import day

# What families call a baby that they expect, alone or before the family's name.
PET_NAMES = re.compile(
    r"(our |my |the |little )?(baby|bean|jelly bean|peanut|sprout|nugget|blob|bubba|bubs|little one|tiny)( [\w’'-]+)?",
    re.IGNORECASE,
)
UNBORN_WORDS = re.compile(r"\b(unborn|bump|foetus|fetus|pregnancy|expected|due|not (yet )?born)\b", re.IGNORECASE)
MONTHS = 12
COUNTED_IN_MONTHS = 2  # years: below, a month makes the difference


def is_unborn(name: str, on: date, *, born: date | None = None, due: date | None = None) -> bool:
    """Nobody can ask them, write to them, or have them draw or sign. A date of birth decides; then a due date, unless
    it has passed; then what the name says, such as “Unborn baby” or “Baby (due in May)”."""
    if born:
        return born > on
    if due:
        return due >= on
    return bool(UNBORN_WORDS.search(name))


def is_overdue(on: date, *, born: date | None = None, due: date | None = None) -> bool:
    """The day on which a baby was due has passed, and no date of birth says whether they are here."""
    return born is None and due is not None and due < on


def birth(name: str, on: date, *, born: date | None = None, due: date | None = None) -> str:
    """What is known of a birth, in words; empty where nothing is."""
    if is_overdue(on, born=born, due=due) and due:
        return f"due {day(due)}, not known whether born"
    if is_unborn(name, on, born=born, due=due):
        expected = born or due
        return f"not born yet, due {day(expected)}" if expected else "not born yet"
    return f"born {day(born)}" if born else ""


def may_be_unborn(name: str) -> bool:
    """A pet name says it of many a child who is not born yet, and of some who are: ask."""
    return bool(PET_NAMES.fullmatch(name.strip()))


def age(born: date, on: date) -> int:
    """In whole years; someone born on 29 February is a year older on 1 March. Below 0 for whoever is not born yet."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def aged(born: date, on: date) -> str:
    """7, or 5 months: below two, years say too little."""
    years = age(born, on)
    if years >= COUNTED_IN_MONTHS:
        return str(years)
    months = (on.year - born.year) * MONTHS + on.month - born.month - (on.day < born.day)
    return "under 1 month" if months < 1 else f"{months} month{'s' if months > 1 else ''}"
