"""What a family can do first about the danger that they told of: not the same page for every danger."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Literal

from pyforms.areas.keys import ContactKey
from pyforms.danger import Sign, asking
from pyforms.form import Json
from pyforms.resources import read_toml

MOST = 2  # more would bury the first thing to do
NOT_YOUR_FAULT = "It is not your fault."


@dataclass(frozen=True, slots=True)
class Danger:
    """One row of dangers.toml, which says what each of these means."""

    id: str
    kinds: frozenset[str]
    sure: frozenset[str]
    covers: frozenset[str]
    words: tuple[re.Pattern[str], ...]
    context: tuple[re.Pattern[str], ...]
    words_in_context: tuple[re.Pattern[str], ...]
    ask: str
    act: str
    title: str
    do: tuple[str, ...]
    also: Mapping[str, str] = field(hash=False)
    ring: tuple[ContactKey, ...]
    source: str
    come_from: Literal["nobody", "self", "another"]
    at_once: bool
    warm: str
    shown_back: bool
    young: Mapping[str, Any] = field(hash=False)

    @property
    def nobody_to_fear(self) -> bool:
        return self.come_from == "nobody"

    @property
    def can_wait(self) -> bool:
        """Nobody threatens a life: what is missing can wait for that, but not somebody who is very ill."""
        return self.nobody_to_fear and not self.at_once

    def steps(self, kinds: Collection[str]) -> tuple[str, ...]:
        """What to do, and before it what belongs to one of these kinds alone: a doctor does not wait."""
        return (*(step for kind, step in self.also.items() if kind in kinds), *self.do)

    def to(self, *, young: bool) -> "Danger":
        """The row as it is told to a young person, or to a parent."""
        if not (young and self.young):
            return self
        told: dict[str, Any] = {
            key: tuple(said) if isinstance(said, list) else said for key, said in self.young.items()
        }
        warm = NOT_YOUR_FAULT if self.come_from == "another" else self.warm
        return replace(self, **{"also": {}, "warm": warm, **told})


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person may say it is about, in their words, and the rows that fit."""

    title: str
    rows: tuple[Danger, ...]
    for_the_young: bool


@cache
def dangers() -> tuple[Danger, ...]:
    return tuple(
        Danger(
            each["id"],
            frozenset(each["kinds"]),
            frozenset(each.get("sure", () if "words" in each else each["kinds"])),
            frozenset(each.get("covers", ())),
            _compiled(each, "words"),
            _compiled(each, "context"),
            _compiled(each, "words_in_context"),
            each["ask"],
            each["act"],
            each["title"],
            tuple(each["do"]),
            each.get("also", {}),
            tuple(each["ring"]),
            each["source"],
            each.get("from", "another"),
            each.get("at_once", False),
            each.get("warm", NOT_YOUR_FAULT),
            each.get("shown_back", True),
            each.get("young", {}),
        )
        for each in _data()["danger"]
    )


def _compiled(row: Json, key: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words) for words in row.get(key, ()))


@cache
def choices() -> tuple[Choice, ...]:
    rows = {each.id: each for each in dangers()}
    return tuple(
        Choice(each["title"], tuple(rows[row] for row in each["rows"]), each.get("for_the_young", False))
        for each in _data()["choice"]
    )


def general() -> Danger:
    """For a danger that we cannot tell the kind of."""
    return dangers()[-1]


def unread() -> Danger:
    """For words that we cannot read, which may tell of any danger."""
    return next(each for each in dangers() if each.id == "unread")


def a_young_person_may_be_writing(texts: Iterable[str], *, teenagers_only: bool = False) -> bool:
    """About themselves: then nobody is “your child” to them. `teenagers_only`: no child of another age was ticked."""
    patterns = (*_patterns("young"), *(_patterns("young_if_teens") if teenagers_only else ()))
    return any(words.search(text.lower()) for text in texts for words in patterns)


@cache
def _patterns(key: str) -> tuple[re.Pattern[str], ...]:
    return _compiled(_data(), key)


def told_of(signs: Sequence[Sign], *, ticked: bool, written: str = "") -> tuple[Danger, ...]:
    """At most two, what is stated first. No sentence crowds out another, and hunger or a home never a threat to life.

    A sentence whose words were only weighed adds nothing where another told of a kind. `written` is all that was
    written, for what a sentence leaves to another: that “she” is a daughter.
    """
    found = sorted(
        (rank, each.can_wait, not sign.stated, dangers().index(each))
        for sign in signs
        for rank, each in enumerate(_of(sign, written))
    )
    told = [*dict.fromkeys(dangers()[place] for *_, place in found)]
    told = [each for each in told if each != general()] or told
    if not told or (ticked and all(each.nobody_to_fear for each in told)):
        told = [general(), *told]
    stated = {dangers()[place] for *_, asked, place in found if not asked}
    return tuple(sorted(told[:MOST], key=lambda each: _order(each, stated)))


def _order(each: Danger, stated: Collection[Danger]) -> tuple[bool, bool, bool, int]:
    return each == general(), each.can_wait, each not in stated, dangers().index(each)


def gravest(signs: Sequence[Sign], written: str) -> tuple[Danger, Sign]:
    """The row that comes first for some signs, and the sign that led to it."""
    row = told_of(signs, ticked=False, written=written)[0]
    led = [sign for sign in signs if row in _of(sign, written)]
    return row, next((sign for sign in led if sign.stated), led[0])


def _of(sign: Sign, written: str) -> Iterator[Danger]:
    """The rows that fit a sentence; a row that its words chose stands for its kinds."""
    if sign.means == asking.UNREAD:
        yield unread()
        return
    said, around = sign.said.lower(), written.lower()
    left = set(sign.kinds)
    fits = False
    for each in dangers():
        if left & each.sure or _is_told(each, said, around):
            fits = True
            left -= each.kinds | each.covers
            yield each
    if not fits:
        yield general()


def _is_told(each: Danger, said: str, around: str) -> bool:
    context = any(words.search(around) for words in each.context)
    return any(words.search(said) for words in (*each.words, *(each.words_in_context if context else ())))


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.what_help", "dangers.toml")
