"""What a family can do first about the danger that they told of: not the same page for every danger."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pyforms.areas.keys import ContactKey
from pyforms.danger import Sign, asking
from pyforms.resources import read_toml

MOST = 2  # more would bury the first thing to do
NOT_YOUR_FAULT = "It is not your fault."


@dataclass(frozen=True, slots=True)
class Danger:
    """One row of dangers.toml, which says what each of these means."""

    id: str
    kinds: frozenset[str]
    covers: frozenset[str]
    words: tuple[re.Pattern[str], ...]
    ask: str
    title: str
    do: tuple[str, ...]
    ring: tuple[ContactKey, ...]
    source: str
    come_from: Literal["nobody", "self", "another"]
    warm: str
    shown_back: bool
    young: tuple[str, ...]
    young_ring: tuple[ContactKey, ...]

    @property
    def nobody_to_fear(self) -> bool:
        return self.come_from == "nobody"

    def steps(self, *, young: bool) -> tuple[str, ...]:
        return self.young if young and self.young else self.do

    def lines(self, *, young: bool) -> tuple[ContactKey, ...]:
        return self.young_ring if young and self.young_ring else self.ring


@cache
def dangers() -> tuple[Danger, ...]:
    return tuple(
        Danger(
            each["id"],
            frozenset(each["kinds"]),
            frozenset(each.get("covers", ())),
            tuple(re.compile(words) for words in each.get("words", ())),
            asking.questions()[each["asks"]]["ask"],
            each["title"],
            tuple(each["do"]),
            tuple(each["ring"]),
            each["source"],
            each.get("from", "another"),
            each.get("warm", NOT_YOUR_FAULT),
            each.get("shown_back", True),
            tuple(each.get("young", ())),
            tuple(each.get("young_ring", ())),
        )
        for each in _data()["danger"]
    )


def general() -> Danger:
    """For a danger that we cannot tell the kind of."""
    return dangers()[-1]


def unread() -> Danger:
    """For words that we cannot read, which may tell of any danger."""
    return next(each for each in dangers() if each.id == "unread")


def a_young_person_may_be_writing(texts: Iterable[str]) -> bool:
    """About themselves: then nobody is “your child” to them."""
    return any(words.search(text.lower()) for text in texts for words in _young())


@cache
def _young() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(words) for words in _data()["young"])


def told_of(signs: Sequence[Sign], *, ticked: bool) -> tuple[Danger, ...]:
    """At most two, the gravest first. No sentence crowds out another, and hunger or a home never a threat to life."""
    found = sorted(
        (rank, each.nobody_to_fear, not sign.stated, dangers().index(each))
        for sign in signs
        for rank, each in enumerate(_of(sign))
    )
    told = [*dict.fromkeys(dangers()[place] for *_, place in found)]
    if not told or (ticked and all(each.nobody_to_fear for each in told)):
        told = [general(), *told]
    return tuple(sorted(told[:MOST], key=dangers().index))


def _of(sign: Sign) -> Iterator[Danger]:
    """The rows that fit a sentence; a row that its words chose stands for its kinds."""
    if sign.means == asking.UNREAD:
        yield unread()
        return
    said = sign.said.lower()
    left = set(sign.kinds)
    fits = False
    for each in dangers():
        if any(words.search(said) for words in each.words) if each.words else left & each.kinds:
            fits = True
            left -= each.kinds | each.covers
            yield each
    if not fits:
        yield general()


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.what_help", "dangers.toml")
