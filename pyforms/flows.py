"""What passes between forms, in models that every form knows: each form says what it offers and what it takes.

Forms never import each other. A family's folder joins what one offers to what another takes, and says where it is from.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pyforms.fields import Pairs
from pyforms.people import Who
from pyforms.scales import Scale


@dataclass(frozen=True)
class Thing:
    """Something that one form knows and another may ask for."""


@dataclass(frozen=True)
class Somebody(Thing):
    """A person, as far as a form knows them."""

    name: str
    who: Who | None = None
    born: date | None = None
    due: date | None = None
    age: int | None = None
    relation: str = ""


@dataclass(frozen=True)
class Worry(Thing):
    words: str


@dataclass(frozen=True)
class Strength(Thing):
    words: str


@dataclass(frozen=True)
class Score(Thing):
    """One person's score, which means nothing without its scale and its question."""

    person: str
    question: str
    score: float
    scale: Scale
    day: date


@dataclass(frozen=True)
class Goal(Thing):
    words: str
    whose: str
    by: date | None = None


@dataclass(frozen=True)
class Action(Thing):
    """What somebody has said that they will do, and has not done yet."""

    what: str
    who: str
    by: date | None = None


@dataclass(frozen=True)
class MayKnow(Thing):
    """A service or person of whom the family said whether they may be told."""

    name: str
    may: bool
    what: str = ""
    until: date | None = None


@dataclass(frozen=True)
class KeyDay(Thing):
    """A day that an area's rules count from, by its name in `areas/keys.py`."""

    event: str
    day: date


@dataclass(frozen=True)
class Known:
    """A thing, and which form of which day it comes from: “the scaling of 8 September 2026”."""

    thing: Thing
    source: str


@dataclass(frozen=True)
class Taken:
    """Answers that a form can begin with: one answer, or one item for the repeated group at the path `group`."""

    group: str
    answers: Pairs
    source: str


type Offers[A] = Mapping[type[Thing], Callable[[A], Iterator[Any]]]
type Takes = Mapping[type[Thing], Callable[[Sequence[Known]], Iterator[Taken]]]
