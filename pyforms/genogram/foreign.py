"""GEDCOM from another program as saved answers of this form."""

from datetime import date
from typing import Any

from pyforms.genogram import gedcom, notation
from pyforms.saved import CannotOpen

LARGEST = 20_000_000  # bytes


def envelope(data: bytes) -> dict[str, Any]:
    """What the picture cannot show stands in the text, as remarks; raises CannotOpen."""
    if len(data) > LARGEST:
        raise CannotOpen("This GEDCOM file holds more than 20 MB. Export only the people whom you want to draw.")
    try:
        family, not_shown = gedcom.read(data)
    except gedcom.NoGedcom as fault:
        raise CannotOpen(str(fault)) from None
    remarks = f"# From GEDCOM. The picture cannot show: {', '.join(not_shown)}\n" if not_shown else ""
    saved = gedcom.saved_on(data) or date.today()  # noqa: DTZ011 - a file without a date was opened today
    return {
        "kind": "early-help-form",
        "form": "genogram",
        "version": 1,
        "area": "general",
        "saved": saved.isoformat(),
        "answers": {"text": remarks + notation.write(family)},
    }
