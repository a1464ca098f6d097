"""What a form says of a person beside what the folder says: what is new, and what cannot both be."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from pyforms.flows import Somebody
from pyforms.folder.model import Member
from pyforms.folder.names import bare
from pyforms.moment import moment
from pyforms.people import CHILDREN, Who, has_no_date
from pyforms.wording import day, same

type Json = dict[str, Any]
type Span = tuple[date, date]

BIRTH = ("born", "due", "born_about", "age", "age_on")
FACTS = {"birth": BIRTH, "home": ("home",), "relation": ("relation",), "died": ("died",)}
EARLY, LATE = timedelta(days=110), timedelta(days=30)  # by which a baby may come before or after the day that was due
ABOUT = 5  # years, on either side of a year that is not sure
ADULT = 18
OF = re.compile(r"(\S+(?: \S+)?) of (\S.*)")
AND = re.compile(r"\s*,\s*|\s+and\s+")
# Words that a picture draws alike.
ALIKE = {
    **dict.fromkeys(("mother", "mum", "mummy", "mam", "mom", "birth mother", "birth mum"), "mother"),
    **dict.fromkeys(("father", "dad", "daddy", "birth father", "birth dad"), "father"),
}


class Differing(NamedTuple):
    """One fact that the folder and a form have otherwise, each in words; empty where it says nothing.

    `changes` are what would stand in the folder if the form were believed, or None where it is only older.
    """

    fact: str
    here: str
    there: str
    changes: Json | None


def more(person: Member, said: Somebody, on: date) -> Json:
    """What a form of that day says, and the folder does not. A death is asked about, and never taken by itself."""
    found: Json = {} if person.who else {"who": who(said, on)}
    found |= {key: getattr(said, key) for key in ("relation", "home", "work") if not getattr(person, key)}
    if agree(person, said, on):
        found |= _birth(person, said, on)
    return {key: value for key, value in found.items() if value or key in BIRTH}


def _birth(person: Member, said: Somebody, on: date) -> Json:
    """Any birth, where nothing is known of it; the day of birth, in place of what was known of it until then."""
    known = _span(person, on)
    if said.born and not person.born:
        return {"born": said.born, "due": None, "born_about": ""}
    return _birth_of(said, on) if known is None and person.age is None and _span(said, on) else {}


def _birth_of(said: Somebody, on: date) -> Json:
    is_aged = said.age is not None and not (said.born or said.due or said.born_about)
    known = {key: getattr(said, key) for key in ("born", "due", "born_about")}
    return known | {"age": said.age if is_aged else None, "age_on": (said.age_on or on) if is_aged else None}


def who(said: Somebody, on: date) -> Who | None:
    """A child of the family who is grown up is somebody else in it."""
    is_grown = said.who in CHILDREN and (said.years(on) or 0) >= ADULT
    return Who.FAMILY if is_grown else said.who


def differing(person: Member, said: Somebody, on: date) -> Iterator[Differing]:
    """What a form of that day and the folder cannot both be right about."""
    here, there = birth_words(person), birth_words(said)
    if not agree(person, said, on) or (person.born and said.due and not said.born):
        is_older = bool(person.born and said.due)
        yield Differing("birth", here, there, None if is_older else _birth_of(said, on))
    if said.home and person.home and bare(said.home) != bare(person.home):
        yield Differing("home", f"lives at {person.home}", f"lives at {said.home}", {"home": said.home})
    if _is_another(person.relation, said.relation):
        yield Differing("relation", person.relation, said.relation, {"relation": said.relation})
    if said.died is not None and not _die_alike(person.died, said.died):
        changes = {"died": said.died} if said.died else None
        here = died_words(person.died) if person.died else ""
        yield Differing("died", here, died_words(said.died), changes)


def agree(one: Member, other: Somebody, on: date) -> bool:
    """There is a day on which both can have been born, as far as each says."""
    first, second = _span(one, on), _span(other, on)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def may_be_one(one: Member, other: Member) -> bool:
    first, second = _span(one, date.max), _span(other, date.max)
    return not first or not second or (first[0] <= second[1] and second[0] <= first[1])


def _span(person: Member | Somebody, on: date) -> Span | None:
    """The days on which somebody can have been born; None where nobody has said."""
    if person.born:
        return person.born, person.born
    if person.due:
        return person.due - EARLY, person.due + LATE
    if person.born_about:
        known = moment(person.born_about)
        give = timedelta(days=366 * ABOUT if known.is_about else 0)
        return known.earliest - give, known.latest + give
    counted = person.age_on or (on if isinstance(person, Somebody) else None)
    if person.age is None or counted is None:
        return None
    return _years_before(counted, person.age + 1), _years_before(counted, person.age)


def _years_before(when: date, years: int) -> date:
    return date(max(when.year - years, 1), when.month, min(when.day, 28))


def birth_words(person: Member | Somebody) -> str:
    if person.born:
        return f"born {day(person.born)}"
    if person.due:
        return f"due {day(person.due)}"
    if person.born_about:
        return f"born {person.born_about}"
    return "" if person.age is None else f"{person.age} years old"


def died_words(died: str) -> str:
    return "alive" if not died else "died" if has_no_date(died) else f"died {died}"


def _die_alike(one: str, other: str) -> bool:
    if not (one and other) or has_no_date(one) or has_no_date(other):
        return bool(one) == bool(other)
    first, second = moment(one), moment(other)
    return first.earliest <= second.latest and second.earliest <= first.latest


def _is_another(one: str, other: str) -> bool:
    """Both say what somebody is to the same person, in words that are drawn otherwise."""
    first, second = OF.fullmatch(one.strip()), OF.fullmatch(other.strip())
    if not first or not second or _are_alike(_alike(first[1]), _alike(second[1])):
        return False
    return bool({*map(same, AND.split(first[2]))} & {*map(same, AND.split(second[2]))})


def _are_alike(one: str, other: str) -> bool:
    return one == other or ("parent" in (one, other) and {one, other} <= {"parent", "mother", "father"})


def _alike(word: str) -> str:
    return ALIKE.get(same(word), same(word))
