"""Reading a line of a plan as words: which of the kinds of check.toml stand in it, where. No regular expression."""

from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Any

from pyforms import resources

QUOTES = str.maketrans(
    {"’": "'", "\N{LEFT SINGLE QUOTATION MARK}": "'", "“": " ", "”": " ", '"': " ", "&": " and ", "+": " "}
)
STOPS = ".,;:!?()[]-–—"
DOUBLED = "bdgmnprt"
VOWELS = "aeiou"
ENDINGS = ("ing", "ed", "es", "s")
SHORT = 2  # letters: what is left of "bed" is no stem
AND = "and"
DOERS = frozenset(("to", "will", "can", "must", "should", "we", "they", "i", "you", "who"))
PREPOSITIONS = frozenset(("in", "into", "at", "from", "for", "after", "of", "with", "back in"))
DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their", "our", "my", "your", "its", "own", "this", "that"))


@dataclass(frozen=True)
class Mark:
    """A phrase of the lists: its kind, its words, and the place of its first and of the next word."""

    kind: str
    text: str
    at: int
    end: int


@dataclass(frozen=True)
class Words:
    """A line, or a part of it between two stops, as its words: as written (`said`), and in lower case.

    `is_first` says whether it begins a sentence, where a capital letter tells nothing.
    """

    said: tuple[str, ...]
    is_first: bool = True

    @cached_property
    def lower(self) -> tuple[str, ...]:
        return tuple(word.lower() for word in self.said)

    @cached_property
    def text(self) -> str:
        """It begins and ends with a space, so that a word is found whole."""
        return f" {' '.join(self.lower)} "

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The longest phrase at each place, read from left to right."""
        found, at = [], 0
        while at < len(self.lower):
            mark = self._mark(at)
            if mark:
                found.append(mark)
            at = mark.end if mark else at + 1
        return tuple(found)

    def _mark(self, at: int) -> Mark | None:
        kinds, longest = lexicon(), longest_by_first_word().get(self.lower[at], 0)
        for size in range(min(longest, len(self.lower) - at), 0, -1):
            phrase = " ".join(self.lower[at : at + size])
            kind = kinds.get(phrase)
            if kind == "quality" and self.lower[at + size : at + size + 1] in _instruments():
                return Mark("tool", f"{phrase} {self.lower[at + size]}", at, at + size + 1)
            if kind:
                return Mark(self._as_noun(kind, phrase, at), phrase, at, at + size)
        return Mark("state", self.lower[at], at, at + 1) if self._is_done_to(at) else None

    def _is_done_to(self, at: int) -> bool:
        """ "The order granted": what was done to it shows."""
        word = self.lower[at]
        return at > 0 and word.endswith("ed") and len(word) > len("speed") and not word.endswith("eed")

    def _as_noun(self, kind: str, phrase: str, at: int) -> str:
        """ "Her work", "two calls", "with work", "Play" within a sentence: no verb, but what something is called."""
        if kind not in ("vague", "change", "seen", "weak"):
            return kind
        before = self.lower[at - 1] if at else ""
        if phrase in entries("standard") and before in entries("being"):
            return "quality"
        if phrase == "works" and before and before not in DOERS:
            return "state"
        if phrase == "work" and before and before not in DOERS:
            return "service"
        is_counted = before.isdecimal() or before in data()["numbers"]["words"]
        is_part = before in PREPOSITIONS and not phrase.endswith("ing")
        is_called = self.said[at][0].isupper() and (at > 0 or not self.is_first)
        if before in DETERMINERS or is_counted or is_part or is_called:
            return "thing" if phrase in entries("thing") else "noun"
        return kind

    def holds(self, group: str) -> tuple[str, ...]:
        """The entries of a list that is not one of the kinds."""
        return tuple(phrase for phrase in self.phrases if phrase in entries(group))

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """Every run of words that some list could hold, so that a line is looked up and no list is searched for."""
        longest = longest_by_first_word()
        sizes = ((at, min(longest.get(word, 0), len(self.lower) - at)) for at, word in enumerate(self.lower))
        return tuple(" ".join(self.lower[at : at + size]) for at, most in sizes for size in range(1, most + 1))


@dataclass(frozen=True)
class Line:
    """The words of a line, and its clauses: the parts between its stops and its "and"s."""

    words: Words
    clauses: tuple[Words, ...]

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Of every clause, with their places in the line."""
        found, start = [], 0
        for clause in self.clauses:
            found += [Mark(mark.kind, mark.text, mark.at + start, mark.end + start) for mark in clause.marks]
            start += len(clause.said)
        return tuple(found)

    def found(self, kind: str) -> tuple[str, ...]:
        """The words of a kind, in the line's order."""
        return tuple(mark.text for mark in self.marks if mark.kind == kind)


def read(text: str) -> Line:
    clauses: list[tuple[list[str], bool]] = [([], True)]
    every = text.translate(QUOTES).split()
    for written, following in pairwise((*every, "")):
        if written[0] in STOPS:
            clauses.append(([], True))
        word = written.strip(f"{STOPS}'")
        if word.lower() == AND and " ".join(clauses[-1][0][-1:]).lower() == "try":
            word = "to"
        if word.lower() == AND and not _is_joined(clauses[-1][0], following):
            clauses.append(([], False))
        elif word:
            clauses[-1][0].extend(_apart(word) if "/" in word else (word,))
        if written[-1] in STOPS:
            clauses.append(([], written[-1] != ","))
    kept = tuple(Words(tuple(words), is_first) for words, is_first in clauses if words)
    return Line(Words(tuple(word for clause in kept for word in clause.said)), kept)


def _is_joined(before: list[str], after: str) -> bool:
    """ "Strengths and Difficulties" is one name."""
    return " ".join((*before[-1:], AND, after.strip(STOPS))).lower() in entries("joined")


def _apart(word: str) -> list[str]:
    """ "Mum/Dad" are two words; "17/9", "n/a" and "w/c" are one."""
    parts = word.split("/")
    return [word] if any(len(part) < len("Mum") for part in parts) else parts


@cache
def data() -> dict[str, Any]:
    return resources.read_toml("pyforms.smart_plan", "check.toml")


@cache
def _instruments() -> frozenset[tuple[str, ...]]:
    """ "Wellbeing star", "self-esteem scale": as a slice of words."""
    return frozenset((word,) for word in data()["tool"]["endings"])


@cache
def longest_by_first_word() -> dict[str, int]:
    """How many words the longest entry has that begins so: most words begin none."""
    longest: dict[str, int] = {}
    looked_up = (*data()["kinds"]["order"], *data()["kinds"]["others"])
    for phrase in (phrase for group in looked_up for phrase in entries(group)):
        first, *more = phrase.split()
        longest[first] = max(longest.get(first, 0), 1 + len(more))
    return longest


@cache
def lexicon() -> dict[str, str]:
    """Every phrase with its kind; the first kind that has it counts."""
    return {phrase: kind for kind in reversed(data()["kinds"]["order"]) for phrase in entries(kind)}


@cache
def entries(group: str) -> frozenset[str]:
    """Every word of a list, and every form of its verbs."""
    listed = data()[group]
    if isinstance(listed, list):
        return frozenset(listed)
    words = (*listed.get("words", ()), *listed.get("nouns", ()))
    return frozenset(words) | {form for verb in listed.get("verbs", ()) for form in forms(verb)}


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """What "walks", "walked" and "walking" share; it need be no word."""
    bare = _bases().get(word, word).removesuffix("'s")
    cut = next((bare.removesuffix(end) for end in ENDINGS if bare.endswith(end) and not bare.endswith("ss")), bare)
    kept = cut if len(cut) > SHORT else bare
    is_doubled = len(kept) > SHORT + 1 and kept[-1] == kept[-2] and kept[-1] not in "ls"
    return (kept[:-1] if is_doubled else kept).removesuffix("e") if len(kept) > SHORT + 1 else kept


@cache
def _bases() -> dict[str, str]:
    return {form: base for base, others in data()["irregular"].items() for form in others}


def forms(verb: str) -> set[str]:
    """walk, walks, walked, walking; hug, hugged, hugging; brush, brushes; tidy, tidies."""
    base, _, rest = verb.partition(" ")
    every = (base, _third_person(base), _past(base), f"{_stem(base)}ing", *data()["irregular"].get(base, ()))
    return {f"{form} {rest}".rstrip() for form in every}


def _stem(base: str) -> str:
    if base.endswith("e"):
        return base[:-1]
    is_short = len(base) > len("go") and base[-1] in DOUBLED and base[-2] in VOWELS and base[-3] not in VOWELS
    return base + base[-1] if is_short else base


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in VOWELS


def _third_person(base: str) -> str:
    if _ends_in_y(base):
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x", "o")) else f"{base}s"


def _past(base: str) -> str:
    return f"{base[:-1]}ied" if _ends_in_y(base) else f"{_stem(base)}ed"
