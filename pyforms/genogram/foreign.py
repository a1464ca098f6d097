"""GEDCOM from another program, and a family as text, as saved answers of this form."""

from datetime import date
from typing import Any

from pyforms.genogram import gedcom, notation
from pyforms.saved import CannotOpen

LARGEST = 20_000_000  # bytes


def envelope(data: bytes) -> dict[str, Any]:
    """What the picture cannot show stands in the text, as remarks; raises CannotOpen."""
    if len(data) > LARGEST:
        raise CannotOpen("This GEDCOM file holds more than 20 MB. Export only the people whom you want to draw.")
    if not gedcom.is_gedcom(data):
        return _envelope(data.decode(errors="replace"), None)
    try:
        family, not_shown = gedcom.read(data)
    except gedcom.NoGedcom as fault:
        raise CannotOpen(str(fault)) from None
    remarks = f"# From GEDCOM. The picture cannot show: {', '.join(not_shown)}\n" if not_shown else ""
    return _envelope(remarks + notation.write(family), gedcom.saved_on(data))


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
