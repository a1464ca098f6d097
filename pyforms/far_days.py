"""Days that could be meant, but lie oddly far from today: each is asked about beside its field, and none is refused."""

from collections.abc import Iterator
from datetime import date

from pyforms import fields, resources
from pyforms.fields import Field
from pyforms.form import Answers, Form, Prompt
from pyforms.wording import day

MONTHS = 12


def prompts(form: Form, answers: Answers, today: date) -> tuple[Prompt, ...]:
    """One calm question beside each day that lies oddly far from today, in page order."""
    return tuple(_asked(form.fields, answers, today))


def _asked(asked: tuple[Field, ...], answers: Answers, today: date) -> Iterator[Prompt]:
    limits = resources.read_toml("pyforms", "far_days.toml")
    for path, field, when in fields.days(asked, answers.model_dump(mode="json", exclude_defaults=True)):
        limit = limits.get(field.question.far)
        away = _months(today, when)
        if limit and not -limit["before"] <= away <= limit["after"]:
            yield Prompt(
                path,
                f"Do you mean {day(when)}?",
                f"It is {_long(abs(away))} {'before' if away < 0 else 'after'} today.",
                "If not, enter the right date. If you do, leave it.",
            )


def _months(today: date, when: date) -> int:
    return (when.year - today.year) * MONTHS + when.month - today.month


def _long(months: int) -> str:
    """3 years, or 14 months"""
    years = months // MONTHS
    return f"{years} years" if years > 1 else f"{months} months"
