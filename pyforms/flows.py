"""What passes between forms, in models that every form knows: each form says what it offers and what it takes.

Forms never import each other. A family's folder joins what one offers to what another takes, and says where it is from.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pyforms.fields import Pairs
from pyforms.moment import moment
from pyforms.people import Who, age
from pyforms.scales import Scale


@dataclass(frozen=True)
class Thing:
    """Something that one form knows and another may ask for."""


@dataclass(frozen=True)
class Somebody(Thing):
    """A person, as far as a form knows them.

    `died` is empty for somebody whom a form knows to be alive, and None where it does not say. Of whom `is_private`,
    nobody may learn even that they are of the family before somebody has thought about it.
    """

    name: str
    who: Who | None = None
    born: date | None = None
    due: date | None = None
    age: int | None = None
    age_on: date | None = None
    relation: str = ""
    work: str = ""
    home: str = ""
    born_about: str = ""
    died: str | None = None
    is_private: bool = False
    is_joined: bool = False  # a picture shows whose child, parent or partner they are

    def years(self, on: date) -> int | None:
        """How old they are at the least, where anything says so; below 0 for whoever is not born yet."""
        if self.born:
            return age(self.born, on)
        if self.born_about:
            return age(moment(self.born_about).latest, on)
        since = max(age(self.age_on, on), 0) if self.age_on else 0
        return None if self.age is None else self.age + since


@dataclass(frozen=True)
class Practitioner(Thing):
    """Whoever uses the tool with the family, where a form says who that is. Nobody who works with the family is taken
    for them."""

    name: str
    job: str = ""
    has_recorded: bool = False  # who filled in the form that says so


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
class Answered(Thing):
    """What somebody said when they were asked about help, and to what they said yes."""

    name: str
    agrees: bool
    answer: str
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wish(Thing):
    """What is to be kept private, or from somebody. `whose` are those who wish it; nobody, where that is not clear."""

    words: str
    whose: tuple[str, ...] = ()


@dataclass(frozen=True)
class KeyDay(Thing):
    """A day that an area's rules count from, by its name in `areas/keys.py`; the day when a plan was `reviewed`; or
    a day that was agreed: the next `review`, or when to `ask_again` whether consent still holds."""

    event: str
    day: date


@dataclass(frozen=True)
class Today(Thing):
    """The day on which a form is begun, or gone on with."""

    day: date


@dataclass(frozen=True)
class UsualScale(Thing):
    """The scale that the area’s own papers use."""

    scale: Scale


@dataclass(frozen=True)
class Working(Thing):
    """Whether one service works with the family, or several with team meetings: their rules are not the same."""

    alone: bool


@dataclass(frozen=True)
class Known:
    """A thing, and which form of which day it comes from: “the scaling of 8 September 2026”."""

    thing: Thing
    source: str


@dataclass(frozen=True)
class Taken:
    """What a form can begin with: answers of the form, or of one item for the repeated group at the path `group`.

    Their paths begin below `group`. An item is told by its first answer: one that the form has already is not taken.
    """

    group: str
    answers: Pairs
    source: str
    beside: str = ""  # only where the form had an answer at this path before
    only_there: bool = False  # only into an item that the form has already: nobody is put down who was not


def of[T: Thing](known: Sequence[Known], kind: type[T]) -> list[tuple[T, str]]:
    """What is known of one kind, each with where it is from, in the order in which it is known."""
    return [(each.thing, each.source) for each in known if isinstance(each.thing, kind)]


def living(known: Sequence[Known]) -> list[tuple[Somebody, str]]:
    """The people who are known: nobody is asked, written to or counted on who has died."""
    return [each for each in of(known, Somebody) if not each[0].died]


# Of a form whose whole is not for everyone it is about: which of its further documents is the page of whom.
type Pages[A] = Callable[[A], Iterator[tuple[str, str]]]
type Offers[A] = Mapping[type[Thing], Callable[[A], Iterator[Any]]]
# What a form takes for the sake of each kind of thing; each function is given everything that is known.
type Takes = Mapping[type[Thing], Callable[[Sequence[Known]], Iterator[Taken]]]
