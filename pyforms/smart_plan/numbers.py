"""What each number in a line measures: how often, how many, how much or what time; or a date, an age, a place, a name.

Only the first four say how far a hope has come. "Improve behaviour in Year 9" holds a number and no measure.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pyforms.smart_plan.words import Words, data

OFTEN, MANY, MUCH, CLOCK, LONG = "how often", "how many", "how much", "what time", "how long"
DATE, AGE, YEAR, STAGE, PLACE, NAME = "a date", "an age", "a school year", "a key stage", "a place", "a name"
NAMED = (YEAR, AGE, NAME, STAGE)
COUNTS = (OFTEN, MANY, MUCH, CLOCK)
AMOUNTS = (MANY, MUCH, CLOCK)
AT = ("at", "by", "before", "until", "til", "till", "from", "past", "after", "than")
FIRST_YEAR, LAST_YEAR = 1990, 2100
HOURS, MINUTES = 24, 60
PHONE = 5  # digits, and more


@dataclass(frozen=True)
class Number:
    """`words` as they stand in the line; `says` is what they measure or name."""

    words: str
    says: str

    @property
    def counts(self) -> bool:
        return self.says in COUNTS


@lru_cache(maxsize=128)
def numbers_in(words: Words) -> tuple[Number, ...]:
    said = [
        (at, _says(words.lower, at)) for at, word in enumerate(words.lower) if not word.isalpha() or word in _told()
    ]
    return tuple(Number(_shown(words, at, says), says) for at, says in said if says and not _is_only_a_year(words, at))


def numbers_of(clauses: Iterable[Words]) -> tuple[Number, ...]:
    """Of a whole line: "January, 16 hours" are two things."""
    return tuple(number for clause in clauses for number in numbers_in(clause))


def _is_only_a_year(words: Words, at: int) -> bool:
    """The last part of "8 September 2027" adds nothing."""
    return _is_month(words.lower, at - 1) and at > 1 and words.lower[at - 2][0].isdecimal()


def _shown(words: Words, at: int, says: str) -> str:
    """The number with the word that it belongs to: "Year 9", "16 October", "five mornings"."""
    called = (name for names in _lists()["names"].values() for name in names)
    first = at - (_is_month(words.lower, at - 1) or (says in NAMED and _near(words.lower, at - 1) in called))
    belongs = (says in (*COUNTS, LONG) or says == AGE) and first == at
    return " ".join(words.said[first : at + 1 + (belongs or _is_month(words.lower, at + 1))])


def _says(lower: tuple[str, ...], at: int) -> str:
    word, before, after = lower[at], _near(lower, at - 1), _near(lower, at + 1)
    if any(letter.isdigit() for letter in word):
        return _named(word, before, lower[at + 1 : at + 4]) or _digits(word, before, after, lower[at + 2 : at + 3])
    if word in _lists()["words"]:
        return _named(word, before, lower[at + 1 : at + 4]) or _in_words(word, before, after)
    if word in _lists()["often"] and after != "other":
        return OFTEN
    return ""


@cache
def _told() -> frozenset[str]:
    """The words that tell a number without a digit."""
    return frozenset((*_lists()["words"], *_lists()["often"]))


def _named(word: str, before: str, after: tuple[str, ...]) -> str:
    """What a number names, by the words around it."""
    following = " ".join(after[:2])
    names = _lists()["names"]
    if following in _lists()["old"] or word.endswith(("-year-old", "yr-old", "yo")):
        return AGE
    if before in names["age"]:
        return AGE
    if before in names["school year"] or word[0] == "y":
        return YEAR
    if before in names["key stage"] or word.startswith("ks"):
        return STAGE
    if before in names["week"]:
        return DATE
    if before in names["name"]:
        return NAME
    if any(street in after for street in _lists()["streets"]) or before in names["place"]:
        return PLACE
    return ""


def _digits(word: str, before: str, after: str, then: tuple[str, ...]) -> str:
    if word[0].isalpha() and word[0] != "x":
        return NAME
    bare = word.rstrip("abcdefghijklmnopqrstuvwxyz%")
    plain = bare.lstrip("£x")
    if after in ("centile", "percentile", "place"):
        return MANY
    if _is_date(word, before, after):
        return DATE
    if "%" in word or "£" in word or after in ("percent", "per"):
        return MUCH
    if word.endswith(("am", "pm")) or _is_clock(bare) or after in ("o'clock", "am", "pm"):
        return CLOCK
    if word in ("1:1", "1-1", "24/7", "2:1") or (plain.startswith("0") and len(plain) > 1) or len(plain) >= PHONE:
        return NAME
    if after in _lists()["lengths"]:
        return LONG
    return CLOCK if before in AT and _is_clock(f"{plain}.00") and not then else MANY


def _is_date(word: str, before: str, after: str) -> bool:
    months = data()["deadline"]["months"]
    parts = word.split("/")
    is_ordinal = word[:-2].isdecimal() and word.endswith(("st", "nd", "rd", "th"))
    is_year = word.isdecimal() and FIRST_YEAR <= int(word[:6]) <= LAST_YEAR
    is_slashed = len(parts) > 1 and all(part.isdecimal() for part in parts) and after not in ("days", "nights", "of")
    is_dashed = word.count("-") > 1 and word.replace("-", "").isdecimal()
    return is_ordinal or is_year or is_slashed or is_dashed or before in months or after in months


def _is_clock(word: str) -> bool:
    hour, mark, minute = word.replace(":", ".").partition(".")
    is_number = hour.isdecimal() and minute.isdecimal()
    return bool(mark) and is_number and len(minute) == len("00") and int(hour[:3]) < HOURS and int(minute) < MINUTES


def _in_words(word: str, before: str, after: str) -> str:
    if word == "one" and after in ("", "of", "to", "another", "day", "who", "that", "is", "can"):
        return ""
    if after in _lists()["lengths"]:
        return LONG
    return CLOCK if before in ("at", "by", "past", "half", "before", "until") else MANY


def _near(words: tuple[str, ...], at: int) -> str:
    return words[at] if 0 <= at < len(words) else ""


def _is_month(words: tuple[str, ...], at: int) -> bool:
    return _near(words, at) in data()["deadline"]["months"]


def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = data()["numbers"]
    return lists
