"""A text as it is looked through for what may not stand in it: without case, accents, signs and gaps; its numbers as
they are dialled; the days in it, however they are written."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from unicodedata import category, normalize

from pyforms.resources import read_toml

LEAST_DIALLED = 6  # figures: a shorter number is many things
LEAST_BARE = 8  # letters and figures: a shorter word stands within others by chance
TOKEN = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d(?:[^\S\n]{0,2}[().+\-/\u2010-\u2015]{0,3}[^\S\n]{0,2}\d)+")
PREFIX = re.compile(r"^(?:0{0,2}44)?0*")
POSTCODE = re.compile(r"(?<![^\W_])([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})(?![^\W_])")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = rf"({'|'.join(MONTHS)})[a-z]*"
BY_SIZE = re.compile(r"(?<!\d)(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)")
BY_DAY = re.compile(r"(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)")
BY_NAME = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s.,-]*(?:of )?{MONTH}[\s.,-]*(\d{{4}}|\d{{2}})(?!\d)")
BY_MONTH = re.compile(rf"(?<![^\W_]){MONTH}[\s.]*(\d{{1,2}})(?:st|nd|rd|th)?[\s,.]+(\d{{4}}|\d{{2}})(?!\d)")
CENTURY = 100


DATA = read_toml("pyforms.folder", "spelling.toml")
CUT: dict[str, str] = DATA["homes"]


def words(part: str, name: str) -> frozenset[str]:
    """One of the lists of words beside this."""
    return frozenset(DATA[part][name].split())


class Spelt:
    """One text; its parts are worked out once, when they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def plain(self) -> str:
        """Small letters without accents, apostrophes and what cannot be seen."""
        return _plain(self.text)

    @cached_property
    def tokens(self) -> list[str]:
        return [CUT.get(each, each) for each in TOKEN.findall(self.plain)]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self.tokens)

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that begin with a capital: “Will” is a name, and “will” is none."""
        text = normalize("NFKC", self.text)
        return frozenset(_plain(each) for each in TOKEN.findall(text) if each[0].isupper())

    @cached_property
    def phrase(self) -> str:
        return f" {' '.join(self.tokens)} "

    @cached_property
    def bare(self) -> str:
        return "".join(self.tokens)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Without what stands before a number at home and abroad: 07700 900123 is +44 7700 900123."""
        found = (PREFIX.sub("", re.sub(r"\D", "", each)) for each in NUMBER.findall(self.plain))
        return frozenset(each for each in found if len(each) >= LEAST_DIALLED)

    @cached_property
    def postcodes(self) -> frozenset[str]:
        return frozenset(f"{first}{last}" for first, last in POSTCODE.findall(self.plain))

    @cached_property
    def days(self) -> frozenset[date]:
        return frozenset(_days(self.plain))

    def says(self, phrase: str) -> bool:
        """By whole words, also as somebody's own (“Terry’s”); a long phrase without its gaps too."""
        if not phrase:
            return False
        bare = phrase.replace(" ", "")
        by_words = f" {phrase} " in self.phrase or f" {phrase}s " in self.phrase
        return by_words or (len(bare) >= LEAST_BARE and bare in self.bare)

    def dials(self, number: str) -> bool:
        """The number, or the part of it that one dials nearby."""
        return any(number in each or number.endswith(each) for each in self.numbers)


def _plain(text: str) -> str:
    if text.isascii():
        return text.casefold().replace("'", "").replace("`", "")
    letters = normalize("NFKD", text).casefold()
    return "".join(each for each in letters if each not in "'’‘`´" and category(each) not in ("Mn", "Cf"))  # noqa: RUF001 - the signs that people type


def phrase(text: str) -> str:
    """How a phrase is asked for."""
    return Spelt(text).phrase.strip()


def _days(text: str) -> Iterator[date]:
    for year, month, day in BY_SIZE.findall(text):
        yield from _day(year, int(month), day)
    for day, month, year in BY_DAY.findall(text):
        yield from _day(year, int(month), day)
    for day, month, year in BY_NAME.findall(text):
        yield from _day(year, MONTHS.index(month) + 1, day)
    for month, day, year in BY_MONTH.findall(text):
        yield from _day(year, MONTHS.index(month) + 1, day)


def _day(year: str, month: int, day: str) -> Iterator[date]:
    """Of two figures of a year nobody knows the century, so it may be either."""
    years = (int(year),) if int(year) >= CENTURY else (1900 + int(year), 2000 + int(year))
    for each in years:
        try:
            yield date(each, month, int(day))
        except ValueError:
            continue
