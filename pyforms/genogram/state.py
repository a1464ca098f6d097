"""What is known of a text while it is read: the family so far, and what has to be said about the reading."""

from dataclasses import dataclass, field

from pyforms.genogram.family import Household, Person, Tie, Union
from pyforms.moment import Moment


@dataclass(frozen=True)
class Fault:
    """Something to say about a line. With `is_kept` its words stay with the family, so that a step loses nothing."""

    line: int
    message: str
    said: str = ""  # the words that it is about
    is_kept: bool = False


@dataclass(frozen=True)
class Due:
    line: int
    words: str
    date: Moment | None


@dataclass(frozen=True)
class Open:
    """A couple's line that ends where children would begin."""

    line: int
    couple: str
    pair: frozenset[str]
    is_dangling: bool = False  # by an equals sign, a colon or a comma, with nothing behind it


@dataclass
class State:
    people: dict[str, Person] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    unions: list[Union] = field(default_factory=list)
    pairs: dict[frozenset[str], list[int]] = field(default_factory=dict)  # where the unions of two people are
    households: list[Household] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    taken: list[Fault] = field(default_factory=list)  # how a line was read that could have been written better
    named: int = 0
    reserved: frozenset[str] = frozenset()  # ids that the text gives
    line: int = 0
    statement: str = ""
    blank: frozenset[int] = frozenset()  # lines without a word
    goes_on: bool = False  # whether the line that is read seems to end in the next
    first_line: dict[str, int] = field(default_factory=dict)  # where each person stands first
    described: set[str] = field(default_factory=set)  # people with a line of their own
    with_id: set[str] = field(default_factory=set)
    unknown: dict[str, list[str]] = field(default_factory=dict)  # each "Unknown father" is somebody else
    as_parent: set[str] = field(default_factory=set)
    as_child: set[str] = field(default_factory=set)
    due: dict[str, Due] = field(default_factory=dict)  # who may be a baby not born yet, or be expecting one
    grown: set[str] = field(default_factory=set)
    open: list[Open] = field(default_factory=list)
    bare: dict[str, list[int]] = field(default_factory=dict)  # lines with a name alone that others have with an id
    relations: list[tuple[int, str, str, str]] = field(default_factory=list)  # line, who, the word, what it needs

    def forget(self, before: int) -> None:
        """Leaves out whoever came after the first so many people: their line was not read."""
        if len(self.people) == before:
            return
        while len(self.people) > before:
            self.people.popitem()
        self.by_name = {key: one for key, one in self.by_name.items() if one in self.people}
        self.unknown = {key: [one for one in every if one in self.people] for key, every in self.unknown.items()}

    def fault(self, message: str, said: str = "", *, is_kept: bool = False, line: int = 0) -> None:
        self.faults.append(Fault(line or self.line, message, said or self.statement, is_kept))

    def assume(self, message: str) -> None:
        self.taken.append(Fault(self.line, message, self.statement, is_kept=True))
