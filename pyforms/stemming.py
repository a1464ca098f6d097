"""Ordinary words made comparable: small letters, no endings, one word for many, typing slips forgiven.

A stemmer of our own: the published ones are larger than all the rest of the finder, and exactness is not
needed, only that a worry and a ladder are cut in the same way.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from pyforms.resources import read_toml

LONGEST_WORD = 24
APOSTROPHES = "'\u2018\u2019`"
SHORTEST_STEM = 3
SLIPS_FROM = 4
TWO_SLIPS_FROM = 7
WORD_OR_STOP = re.compile(r"[^\W_]+(?:['\u2018\u2019`][^\W_]+)*|[.,;:!?()\n]")
WORD = re.compile(r"[^\W_]+")
# Longest first, so that "ations" goes before "s".
ENDINGS = (
    ("ations", ""), ("ation", ""), ("ments", ""), ("ment", ""), ("ness", ""), ("ance", ""), ("ence", ""),
    ("ings", ""), ("ing", ""), ("ions", ""), ("ion", ""), ("ies", "y"), ("ied", "y"), ("ity", ""), ("ive", ""),
    ("ent", ""), ("ers", ""), ("er", ""), ("ed", ""), ("es", ""), ("ly", ""), ("al", ""), ("s", ""), ("e", ""),
)  # fmt: skip


@cache
def data() -> dict[str, Any]:
    return read_toml("pyforms", "stemming.toml")


@cache
def _same() -> dict[str, str]:
    return {word: group[0] for group in data()["same"] for word in group}


@cache
def _filler() -> frozenset[str]:
    return frozenset(str(word) for word in data()["filler"])


@cache
def shorthand() -> dict[str, Any]:
    """The lists of abbreviations and slang, each with where its words are found."""
    return read_toml("pyforms", "shorthand.toml")


@cache
def _meanings() -> dict[str, str]:
    return {word: meaning for each in shorthand()["list"] for word, meaning in each["words"].items()}


class _Plain(dict[int, str | None]):
    """For `str.translate`: letters and digits stay, apostrophes go, all else parts words. Learnt letter by letter."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        self[code] = letter if letter.isalnum() else None if letter in APOSTROPHES else " "
        return self[code]


_PLAIN = _Plain()


def split(text: str) -> list[str]:
    """Words in small letters: "Won't eat!" gives ["wont", "eat"]."""
    return text.lower().translate(_PLAIN).split()


def in_full(text: str) -> str:
    """A text in which each abbreviation is followed by its meaning: "EHE" gives "EHE elective home education"."""
    return WORD.sub(_with_meaning, text)


def _with_meaning(found: re.Match[str]) -> str:
    said = found.group()
    meaning = _meanings().get(said.lower())
    ordinary = said.upper() in shorthand()["only_in_capitals"] and not said.isupper()
    return said if meaning is None or ordinary else f"{said} {meaning}"


def told(text: str) -> Iterator[tuple[str, bool]]:
    """The telling words of a text in order, each with whether it is denied: "No drugs, but he hits" denies "drugs"."""
    denied = fresh = False
    for piece in WORD_OR_STOP.findall(text.lower()):
        word = piece.translate(_PLAIN)
        if word in data()["denials"]:
            denied = fresh = True
        elif not word[0].isalnum() or word in data()["turns"] or (fresh and word in data()["undone"]):
            denied = fresh = False
        elif word not in _filler():
            fresh = False
            yield word, denied


def telling(text: str) -> list[str]:
    """The words of a text that say something about a worry, in order."""
    return [word for word in split(text) if word not in _filler()]


def stems(text: str) -> list[str]:
    """The telling words, each as its stem, in order."""
    return [stem(word) for word in telling(text)]


@lru_cache(maxsize=8_192)
def stem(word: str) -> str:
    """The stem under which a word is compared: "mothers" and "mum" have the same one."""
    same = _same()
    return _cut(same.get(word) or same.get(word.removesuffix("s"), word))


@cache
def _endings() -> dict[str, list[tuple[str, str]]]:
    """The endings by their last letter, so that few are tried."""
    return {last: [pair for pair in ENDINGS if pair[0][-1] == last] for last in {ending[-1] for ending, _ in ENDINGS}}


def _cut(word: str) -> str:
    for ending, instead in _endings().get(word[-1:], ()):
        rest = word.removesuffix(ending)
        if rest != word and len(rest + instead) >= max(SHORTEST_STEM, len(ending)):
            return _cut(rest + instead)
    return word[:-1] if len(word) > SHORTEST_STEM and word[-1] == word[-2] else word


def spellings(texts: Iterable[str]) -> dict[str, str]:
    """Every spelling that a slip may stand for, with its stem: words, stems, and words that have a stand-in."""
    found = {word: stem(word) for text in texts for word in telling(text)}
    known = set(found.values())
    others = {spelling: stem(word) for word in _same() for spelling in (word, _cut(word))}
    return found | {word: word for word in known} | {word: what for word, what in others.items() if what in known}


def nearby(spelt: Iterable[str]) -> dict[str, list[str]]:
    """An index for `closest`: each spelling under itself and under itself with one letter left out."""
    index: dict[str, list[str]] = {}
    for spelling in spelt:
        for form in _forms(spelling):
            index.setdefault(form, []).append(spelling)
    return index


def closest(word: str, index: Mapping[str, list[str]]) -> list[str]:
    """The spellings one slip away from a word (a letter left out, added, changed or swapped), likeliest first."""
    if not SLIPS_FROM <= len(word) <= LONGEST_WORD:
        return []
    near = [spelling for meant in (word, _cut(word)) for form in _forms(meant) for spelling in index.get(form, [])]
    return sorted(set(near), key=lambda spelling: (-near.count(spelling), abs(len(spelling) - len(word)), spelling))


def _forms(word: str) -> set[str]:
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def slips_allowed(word: str) -> int:
    """How many slips a word of that length may hold and still be known."""
    if not SLIPS_FROM <= len(word) <= LONGEST_WORD:
        return 0
    return 2 if len(word) >= TWO_SLIPS_FROM else 1


def letters(word: str) -> int:
    """A word's letters as bits, which tell two words that are far apart without comparing them."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 32)
    return bits


def slips(word: str, other: str, most: int) -> int:
    """How many letters were left out, added, changed or swapped between two words; `most` and one for more."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(word, 1):
        earlier, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            least = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and word[at - 2] == wanted:
                least = min(least, earlier[to - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
