"""What a child's age changes: ages.toml, checked as it is read. The rules themselves are in rules.py."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from pyforms import people
from pyforms.resources import read_toml
from pyforms.threshold import checks
from pyforms.threshold.answers import ThresholdAnswers
from pyforms.threshold.checks import ContentError
from pyforms.threshold.concerns import by_id, sources

UNBORN = -1  # as an age, so that a band may begin before birth
OLDEST = 25
ADULT, DECIDES = 18, 16  # who is an adult, and from when the law presumes that a young person can decide
SCHOOL = 6  # the early years end with the school year in which a child turns five
LATE = timedelta(weeks=3)  # past a due date, few babies are still expected
EARLY = timedelta(weeks=42)
NAME = "ages.toml"
type Lines = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Policy:
    """A rule of ages.toml: which lines mean more at which ages, and what they are raised to. With `weeks`, it holds
    only for a baby who is due within them."""

    policy: str
    lines: Lines
    ages: range
    says: str
    source: str
    lowest: int = 1
    highest: int = 1
    danger: bool = False
    need: bool = False
    also: Lines | None = None
    settles: str = ""
    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class NotYet:
    """Lines that say little at some ages: they are at `most` this level there, whatever they say of an older child."""

    policy: str
    lines: Lines
    ages: range
    most: int
    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Fit:
    """The ages that some lines can be about."""

    lines: Lines
    ages: range
    says: str = ""


@cache
def policies() -> tuple[Policy, ...]:
    """In the file's order. Raises ContentError on a mistake."""
    return tuple(_policy(entry) for entry in _data()["rule"])


@cache
def not_yet() -> tuple[NotYet, ...]:
    """In the file's order. Raises ContentError on a mistake."""
    return tuple(_not_yet(entry) for entry in _data()["not_yet"])


def _not_yet(entry: dict[str, Any]) -> NotYet:
    where = entry.get("policy", "an entry without policy")
    checks.known(NAME, where, "source", [entry["source"]], sources())
    checks.levels(NAME, where, [entry["most"]])
    return NotYet(**{**entry, "lines": lines(where, entry["lines"]), "ages": band_of(entry)})


@cache
def fits() -> tuple[Fit, ...]:
    return tuple(
        Fit(lines(str(entry), entry["lines"]), band_of(entry), entry.get("says", "")) for entry in _data()["fits"]
    )


@cache
def before_birth() -> frozenset[str]:
    """The concerns that can be about a child who is not born yet."""
    found = _data()["unborn"]["can_have"]
    checks.known(NAME, "unborn", "can_have", found, by_id())
    return frozenset(found)


@cache
def chosen_by_adults() -> frozenset[str]:
    """The concerns whose gravest lines are a danger now for a child, and for an adult something to choose about."""
    found = _data()["adults"]["choose"]
    checks.known(NAME, "adults", "choose", found, by_id())
    return frozenset(found)


def of(answers: ThresholdAnswers, today: date) -> tuple[int, ...]:
    """The ages that the answers leave open: one, but for a due date long past, where the baby is likely to be born."""
    if answers.due_date is None:
        return (answers.child_age or 0,)
    return (UNBORN, max(people.age(answers.due_date, today), 0)) if overdue(answers, today) else (UNBORN,)


def weeks_left(answers: ThresholdAnswers, today: date) -> int | None:
    """To the due date, in whole weeks; None where there is none."""
    return None if answers.due_date is None else (answers.due_date - today).days // 7


def near(weeks: int | None, left: int | None) -> bool:
    """Whether a policy about the last `weeks` of a pregnancy holds; one without is about any time."""
    return weeks is None or (left is not None and left <= weeks)


def overdue(answers: ThresholdAnswers, today: date) -> bool:
    return answers.due_date is not None and answers.due_date + LATE < today


def too_far(answers: ThresholdAnswers, today: date) -> bool:
    """A due date further off than a pregnancy lasts."""
    return answers.due_date is not None and answers.due_date > today + EARLY


def holds(lines: Lines, concern: str, step: str) -> bool:
    """Whether a chosen line is among `lines`; no steps there means every line of that ladder."""
    return concern in lines and (not lines[concern] or step in lines[concern])


def band(ages: range) -> str:
    """The ages of a band in words: "not born yet", "under 2", "13 to 15"."""
    first, last = ages.start, ages.stop - 1
    if last == UNBORN:
        return "not born yet"
    if first <= 0:
        return f"{'not born yet, or ' if first == UNBORN else ''}under {last + 1}"
    return f"{first} to {last}"


def _data() -> dict[str, Any]:
    return read_toml("pyforms.threshold", NAME)


def _policy(entry: dict[str, Any]) -> Policy:
    where = entry.get("policy", "a rule without policy")
    given = {key: value for key, value in entry.items() if key not in ("ages", "unborn", "lines", "with")}
    checks.known(NAME, where, "source", [entry["source"]], sources())
    checks.levels(NAME, where, [entry.get("lowest", 1), entry.get("highest", 1)])
    also = lines(where, entry["with"]) if "with" in entry else None
    return Policy(lines=lines(where, entry["lines"]), ages=band_of(entry), also=also, **given)


def band_of(entry: dict[str, Any]) -> range:
    first, last = entry.get("ages", (UNBORN, UNBORN))
    return range(UNBORN if entry.get("unborn") else first, last + 1)


def lines(where: str, given: dict[str, list[str]]) -> Lines:
    checks.known(NAME, where, "lines", given, by_id())
    for concern, steps in given.items():
        checks.known(NAME, where, f"lines.{concern}", steps, [step.id for step in by_id()[concern].steps])
    if not given:
        raise ContentError(f"{NAME}: {where}, lines: name at least one concern.")
    return {concern: tuple(steps) for concern, steps in given.items()}
