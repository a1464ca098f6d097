"""What a family can do first about the danger that they told of: not the same page for every danger."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pyforms.areas.keys import ContactKey
from pyforms.danger import Sign, asking
from pyforms.danger.kinds import kinds
from pyforms.resources import read_toml

MOST = 2  # more would bury the first thing to do


@dataclass(frozen=True, slots=True)
class Danger:
    """One row of dangers.toml. `nobody_to_fear` is true where no person is the danger."""

    id: str
    kinds: frozenset[str]
    covers: frozenset[str]
    words: tuple[re.Pattern[str], ...]
    ask: str
    title: str
    do: tuple[str, ...]
    ring: tuple[ContactKey, ...]
    source: str
    nobody_to_fear: bool


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
            each.get("nobody_to_fear", False),
        )
        for each in read_toml("pyforms.what_help", "dangers.toml")["danger"]
    )


def general() -> Danger:
    """For a danger that we cannot tell the kind of."""
    return dangers()[-1]


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
    said = sign.said.lower()
    left = {key for means, key in _keys().items() if means in sign.means.split("; or ")}
    fits = False
    for each in dangers():
        if any(words.search(said) for words in each.words) if each.words else left & each.kinds:
            fits = True
            left -= each.kinds | each.covers
            yield each
    if not fits:
        yield general()


@cache
def _keys() -> dict[str, str]:
    """The key of each kind of danger by what it means: a sign carries only the words."""
    return {kind.means: kind.key for kind in kinds()}
