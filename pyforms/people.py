"""What every form has to know of a person: whether they are born yet, and how old they are on a day."""

import re
from datetime import date

# What families call a baby that they expect, alone or before the family's name.
PET_NAMES = re.compile(
    r"(our |my |the |little )?(baby|bean|jelly bean|peanut|sprout|nugget|blob|bubba|bubs|little one|tiny)( [\w’'-]+)?",
    re.IGNORECASE,
)
UNBORN_WORDS = re.compile(r"\b(unborn|bump|foetus|fetus|pregnancy|expected|due|not (yet )?born)\b", re.IGNORECASE)


def is_unborn(name: str, on: date, *, born: date | None = None, due: date | None = None) -> bool:
    """Nobody can ask them, write to them, or have them draw or sign. A date of birth decides; then a due date,
    however late the baby is; then what the name says, such as “Unborn baby” or “Baby (due in May)”."""
    if born:
        return born > on
    return due is not None or bool(UNBORN_WORDS.search(name))


def may_be_unborn(name: str) -> bool:
    """A pet name says it of many a child who is not born yet, and of some who are: ask."""
    return bool(PET_NAMES.fullmatch(name.strip()))


def age(born: date, on: date) -> int:
    """In whole years; someone born on 29 February is a year older on 1 March. Below 0 for whoever is not born yet."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
