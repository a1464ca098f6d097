"""The kinds of danger and the ways of saying things, as the TOML files hold them, with their patterns made ready."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyforms.danger import words
from pyforms.danger.rows import CLOSE, GAPS, NEAR, Pattern, Patterns, filed
from pyforms.resources import read_toml

HERE = "pyforms.danger"
PEOPLE = frozenset(
    ("@he", "@she", "@i", "@me", "@person", "@loved", "@minor", "@child", "@parent", "@partner", "@grown")
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of danger: what it `means` in plain words, and what says it outright, may be it, or is harmless.

    `anywhere` is true of what also happens in a game or a lesson, `asks_denied` of what is asked about even where a
    single word of it is denied, and `always` of what no harmless words around it calm or silence. What is `calm` is
    asked about, though other words of it would say it outright; `listeners` were told of it, and did nothing.
    `vague` is true of what may be anything. `instead_of` are kinds that its own words do not tell of: a fear of hurting
    is no hurt.
    `younger` says it outright of a child younger than an age: a baby cannot have come by a bruise alone, and nobody
    under 16 can be the partner of an adult.
    """

    key: str
    means: str
    concerns: tuple[str, ...]
    anywhere: bool
    asks_denied: bool
    always: bool
    vague: bool
    instead_of: frozenset[str]
    stated: Patterns
    ask: Patterns
    harmless: Patterns
    calm: Patterns
    listeners: Patterns
    younger: tuple[tuple[int, Patterns], ...]

    def of_age(self, age: int | None) -> Iterator[Patterns]:
        """What says it outright of a child of that age; nothing where it is not known."""
        return (patterns for than, patterns in self.younger if age is not None and age < than)


@dataclass(frozen=True, slots=True)
class Ways:
    """How a thing may be said, each way as its patterns."""

    near: Patterns
    far: Patterns
    idle: Patterns
    history: Patterns
    still: Patterns
    unsure: Patterns
    unless: Patterns
    framed: Patterns
    harmless: Patterns
    usual: Patterns
    looked_for: Patterns
    not_there: Patterns
    this_time: Patterns
    present: Patterns
    taught: Patterns
    topic: Patterns
    told_after: Patterns
    asked_outright: Patterns
    denied_then: Patterns
    unsettles_it: Patterns
    screened: Patterns
    unsettled: Patterns
    wished_over: Patterns
    wished_over_harm: Patterns
    wished_over_this: Patterns
    wished_over_kinds: frozenset[str]
    set_aside: tuple[tuple[Patterns, Patterns], ...]


@cache
def kinds() -> tuple[Kind, ...]:
    return tuple(
        Kind(
            entry["key"],
            entry["means"],
            tuple(entry["concerns"]),
            entry.get("anywhere", False),
            entry.get("asks_denied", False),
            entry.get("always", False),
            entry.get("vague", False),
            frozenset(entry.get("instead_of", ())),
            patterns(entry["stated"]),
            patterns(entry["ask"]),
            patterns(entry.get("harmless", ()), CLOSE),
            patterns(entry.get("calm", ()), CLOSE),
            patterns(entry.get("listeners", ()), CLOSE),
            tuple((each["than"], patterns(each["stated"])) for each in entry.get("younger", ())),
        )
        for entry in words.kinds()
    )


@cache
def ways() -> Ways:
    said = _ways()
    return Ways(
        patterns(said["denied"]["near"]),
        patterns(said["denied"]["far"]),
        patterns(said["denied"]["idle"]),
        patterns(said["history"]["words"]),
        patterns(said["history"]["still"]),
        patterns(said["unsure"]["words"]),
        patterns(said["unsure"]["near"]),
        patterns(said["framed"]["words"]),
        patterns(said["harmless"]["words"], CLOSE),
        patterns(said["harmless"]["usual"], CLOSE),
        patterns(said["finding"]["looked_for"], CLOSE),
        patterns(said["finding"]["not_there"], CLOSE),
        patterns(said["finding"]["this_time"]),
        patterns(said["finding"]["present"], CLOSE),
        patterns(said["lesson"]["about"], CLOSE),
        patterns(said["lesson"]["topic_first"], CLOSE),
        patterns(said["lesson"]["told_after"]),
        patterns(said["asked_outright"]["asked"]),
        patterns(said["asked_outright"]["denied"], CLOSE),
        patterns(said["asked_outright"]["unsettles"]),
        patterns(said["screen"]["denied"]),
        patterns(said["screen"]["unsettled"]),
        patterns(said["wished_over"]["words"]),
        patterns(said["wished_over"]["harm"]),
        patterns(said["wished_over"]["this"]),
        frozenset(said["wished_over"]["kinds"]),
        tuple((patterns(each["words"], CLOSE), patterns(each["unless"])) for each in said["set_aside"]),
    )


@dataclass(frozen=True, slots=True)
class Mistaken:
    """A common word that may be typed for a word of danger, and what has to stand around it."""

    typed: str
    meant: str
    when: Patterns


@cache
def mistaken() -> tuple[Mistaken, ...]:
    every = read_toml(HERE, "mistaken.toml")["word"]
    return tuple(Mistaken(_plain(each["typed"]), _plain(each["meant"]), patterns(each["when"])) for each in every)


@cache
def classes() -> dict[str, tuple[str, ...]]:
    """The classes that each plain word belongs to, with their "@"."""
    found: dict[str, list[str]] = {}
    for name in words.data()["class"]:
        for word in _members(f"@{name}"):
            found.setdefault(word, []).append(f"@{name}")
    return {word: tuple(dict.fromkeys(names)) for word, names in found.items()}


@cache
def groups() -> dict[str, tuple[str, ...]]:
    """The groups that each plain word belongs to, with their "@": for patterns, not for the weigher."""
    found: dict[str, list[str]] = {}
    for name, members in words.data()["group"].items():
        for word in members:
            found.setdefault(_plain(word), []).append(f"@{name}")
    return {word: tuple(dict.fromkeys(names)) for word, names in found.items()}


def is_medicine(plain: str) -> bool:
    """Whether a word ends as the names of medicines do."""
    medicine = words.data()["medicine"]
    return len(plain) >= medicine["shortest"] and plain.endswith(tuple(medicine["endings"]))


def _members(name: str) -> Iterator[str]:
    for each in words.data()["class"][name[1:]]:
        if each == "@name":
            yield each
        elif each.startswith("@"):
            yield from _members(each)
        else:
            yield _plain(each)


def patterns(written: Iterable[str], near: int = NEAR) -> Patterns:
    return filed(_pattern(each, near) for each in written)


def _pattern(written: str, near: int = NEAR) -> Pattern:
    parts: list[tuple[str, ...]] = []
    gaps: list[int] = []
    gap = near
    for piece in written.split():
        if piece in GAPS:
            gap = GAPS[piece]
            continue
        part = tuple(dict.fromkeys(_name(each) for each in piece.split("/") if each and not words.dropped(each)))
        if part:
            parts.append(part)
            gaps.append(gap)
            gap = near
    return Pattern(tuple(parts), tuple(gaps), _core(parts), any(_denies(part) for part in parts))


def _denies(part: tuple[str, ...]) -> bool:
    return any(name == "@not" or "@not" in classes().get(name, ()) for name in part)


def _core(parts: list[tuple[str, ...]]) -> int:
    """The first word that is more than somebody or a "with"."""
    return next((place for place, part in enumerate(parts) if not all(_is_somebody(name) for name in part)), 0)


def _is_somebody(name: str) -> bool:
    return name in PEOPLE or name in _small() or any(each in PEOPLE for each in classes().get(name, ()))


def _name(word: str) -> str:
    return word if word.startswith("@") else _plain(word)


def _plain(word: str) -> str:
    """One word as the reader of a text would make it; of a word that is spelt out as several, the last."""
    spelt = words.data()["spelt"].get(word)
    return words.plain(spelt.split()[-1] if spelt else word)


@cache
def _small() -> frozenset[str]:
    return frozenset(_plain(word) for word in words.data()["small"])


@cache
def _ways() -> dict[str, Any]:
    return read_toml(HERE, "ways.toml")
