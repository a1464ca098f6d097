"""A table as CSV, for spreadsheets."""

import csv
import io

from pyforms.document import Table
from pyforms.exporters.text import clean

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_of(table: Table) -> bytes:
    """UTF-8 with the mark by which Excel knows it; what a spreadsheet would run as a formula is made plain text."""
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerows([_harmless(cell) for cell in row] for row in (table.columns, *table.rows))
    return written.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    words = clean(cell)
    return f"'{words}" if words.lstrip(" ").startswith(FORMULA) else words
