"""Days that a question does not usually mean: oddly far from today, or still to come where it asks what has happened.

Each is asked about beside its field, and none is refused.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from pyforms import fields, resources
from pyforms.dates import add_months
from pyforms.document import Details, Document, Note, as_json, bullets, paragraph
from pyforms.fields import Field
from pyforms.form import Answers, Prompt, Result
from pyforms.wording import day, listed

MONTHS = 12
ASKED = "Asked when this was made, and still open:"


@dataclass(frozen=True)
class Odd:
    """The answer `when` at `path`, and why it is asked about."""

    path: str
    when: date
    reason: str

    @property
    def question(self) -> str:
        return f"Do you mean {day(self.when)}?"


def prompts(odd: tuple[Odd, ...]) -> tuple[Prompt, ...]:
    """One calm question beside each."""
    mend = "If not, enter the right date. If you do, leave it."
    return tuple(Prompt(each.path, each.question, each.reason, mend) for each in odd)


def found(answers: Answers, today: date) -> tuple[Odd, ...]:
    """Every odd day of a form's answers, in page order."""
    return tuple(_found(answers, today))


def marked(result: Result, odd: tuple[Odd, ...], asked: tuple[Field, ...]) -> Result:
    """The result with what was asked about its days said in every document that they stand in."""
    if not odd:
        return result
    documents = {key: _to_check(document, odd) for key, document in result.documents.items()}
    return replace(result, document=_still_asked(result.document, odd, asked), documents=documents)


def _still_asked(document: Document, odd: tuple[Odd, ...], asked: tuple[Field, ...]) -> Document:
    """Beside what the document says that it did not take in, where it does."""
    told = bullets(*(f"{_label(each, asked)}: {each.question} {each.reason}" for each in odd))
    *others, last = document.blocks
    if isinstance(last, Details):
        blocks = (*others, replace(last, blocks=(*last.blocks, paragraph(ASKED), told)))
    else:
        blocks = (*document.blocks, Note("information", "Dates to look at", (paragraph(ASKED), told)))
    return replace(document, blocks=blocks)


def _label(odd: Odd, asked: tuple[Field, ...]) -> str:
    field = fields.find(asked, odd.path)
    return field[0].question.label.rstrip("?:.") if field else ""


def _to_check(document: Document, odd: tuple[Odd, ...]) -> Document:
    """Whoever hands it out reads this first."""
    words = json.dumps(as_json(document), ensure_ascii=False)
    days = dict.fromkeys(day(each.when) for each in odd if day(each.when) in words)
    if not days:
        return document
    check = paragraph(f"Is this right: {listed(days)}? Mend it in the form before you give this to anyone.")
    return replace(document, blocks=(Note("information", "A date to look at", (check,)), *document.blocks))


def _found(answers: Answers, today: date) -> Iterator[Odd]:
    asked = fields.walk(type(answers))
    for path, field, when in fields.days(asked, answers.model_dump(mode="json", exclude_defaults=True)):
        limit = _limits().get(field.question.far)
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


@cache
def _limits() -> dict[str, Any]:
    return resources.read_toml("pyforms", "far_days.toml")
