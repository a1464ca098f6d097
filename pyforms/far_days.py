"""Days that a question does not usually mean: oddly far from today, or still to come where it asks what has happened.

Each is asked about beside its field, and none is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyforms import fields, resources
from pyforms.dates import add_months
from pyforms.form import Answers, Prompt
from pyforms.wording import day

MONTHS = 12


@dataclass(frozen=True)
class Odd:
    """The answer `when` at `path`, and why it is asked about."""

    path: str
    when: date
    reason: str

    @property
    def question(self) -> str:
        return f"Do you mean {day(self.when)}?"


def prompts(answers: Answers, today: date) -> tuple[Prompt, ...]:
    """One calm question beside each odd day, in page order."""
    mend = "If not, enter the right date. If you do, leave it."
    return tuple(Prompt(odd.path, odd.question, odd.reason, mend) for odd in found(answers, today))


def found(answers: Answers, today: date) -> tuple[Odd, ...]:
    """Every odd day of a form's answers, in page order."""
    return tuple(_found(answers, today))


def _found(answers: Answers, today: date) -> Iterator[Odd]:
    limits = resources.read_toml("pyforms", "far_days.toml")
    asked = fields.walk(type(answers))
    for path, field, when in fields.days(asked, answers.model_dump(mode="json", exclude_defaults=True)):
        limit = limits.get(field.question.far)
        if limit and (reason := _reason(when, today, limit)):
            yield Odd(path, when, reason)


def _reason(when: date, today: date, limit: dict[str, int]) -> str:
    """Why a day is odd; empty for a usual one."""
    before, after = limit["before"], limit["after"]
    if add_months(today, -before) <= when <= add_months(today, after):
        return ""
    if when > today:
        return (
            f"It is {_away(today, when)} after today."
            if after
            else "It is after today, and the question asks what has happened."
        )
    return (
        f"It is {_away(when, today)} before today."
        if before
        else "It is before today, and the question asks what is to come."
    )


def _away(first: date, last: date) -> str:
    """3 years, 14 months, or 1 month"""
    months = (last.year - first.year) * MONTHS + last.month - first.month
    years = months // MONTHS
    return f"{years} years" if years > 1 else f"{months} month{'' if months == 1 else 's'}"
