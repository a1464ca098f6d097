"""The forms and rules of Early Help. No page, no network: the same code runs in CPython and in the browser.

submit("threshold", answers, "torbay", date(2026, 11, 23)).findings
"""

from dataclasses import replace
from datetime import date

from pyforms.cannot_open import CannotOpen
from pyforms.form import FORM_IDS, AnswersInvalid, Example, Form, Json, Result, check, examples, get
from pyforms.saved import Envelope, open_saved, seal
from pyforms.version import VERSION

__version__ = VERSION

__all__ = [
    "FORM_IDS",
    "AnswersInvalid",
    "CannotOpen",
    "Envelope",
    "Example",
    "Form",
    "Result",
    "examples",
    "export",
    "get",
    "open_saved",
    "submit",
]


def submit(form_id: str, answers: Json, area: str, today: date) -> Result:
    """What a form makes of nested answers; raises AnswersInvalid, or KeyError for an unknown form or area."""
    from pyforms import areas, danger, far_days  # noqa: PLC0415 - what reads a text is not needed to start

    form = get(form_id)
    checked = check(form, answers)
    place = areas.get(area)
    result = seal(form, checked, place, today)
    calm = () if form.asks_about_danger else danger.prompts(form, checked, place)
    odd = far_days.found(checked, today)
    asked = (*calm, *far_days.prompts(odd), *result.prompts)
    return replace(far_days.marked(result, odd, form.fields), prompts=asked)


def export(form_id: str, answers: Json, area: str, today: date, format: str) -> bytes:  # noqa: A002 - the contract's name
    """A form's document as a file, one of its result's own `files` by name, or a further document as "letter.pdf".

    Raises AnswersInvalid, or KeyError for a format that is none.
    """
    from pyforms.exporters import write, write_part  # noqa: PLC0415 - a page that only submits writes no file

    result = submit(form_id, answers, area, today)
    if format in result.files:
        return write_part(result.files[format])
    key, _, ending = format.rpartition(".")
    return write(result.documents[key], ending) if key in result.documents else write(result.document, format)
