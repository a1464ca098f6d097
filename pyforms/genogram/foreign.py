"""GEDCOM from another program, and a family as text, as saved answers of this form."""

from datetime import date
from typing import Any

from pyforms.cannot_open import CannotOpen
from pyforms.genogram import gedcom, notation
from pyforms.genogram.signs import FROM

LARGEST = 5_000_000  # bytes; the page sends one more, so that a larger file is never drawn in part without a word


def envelope(data: bytes) -> dict[str, Any]:
    """What the picture cannot show stands in the text, as remarks; raises CannotOpen."""
    if len(data) > LARGEST:
        raise CannotOpen("This GEDCOM file holds more than 5 MB. Export only the people whom you want to draw.")
    if not gedcom.is_gedcom(data):
        return _envelope(data.decode(errors="replace"), None)
    try:
        family, not_shown = gedcom.read(data)
    except gedcom.NoGedcom as fault:
        raise CannotOpen(str(fault)) from None
    counted = [each for each in not_shown if " of " in each[:12]]
    remarks = [f"The picture cannot show: {', '.join(counted)}"] if counted else []
    remarks += [each for each in not_shown if each not in counted]
    return _envelope("".join(f"{FROM} {each}\n" for each in remarks) + notation.write(family), gedcom.saved_on(data))


def _envelope(text: str, saved: date | None) -> dict[str, Any]:
    day = saved or date.today()  # noqa: DTZ011 - a file without a date was opened today
    return {
        "kind": "early-help-form",
        "form": "genogram",
        "version": 1,
        "area": "general",
        "saved": day.isoformat(),
        "answers": {"text": text},
    }
