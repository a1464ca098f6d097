"""How often the SMART check agrees with people: precision and recall of "look again", letter by letter.

`PYTHONPATH=. .venv/bin/python tests/pyforms/smart_plan/measure.py` prints the table that stands in README.md beside it.
"""

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from pyforms import areas
from pyforms.smart_plan.check import Line, check_line

HERE = Path(__file__).parent
JUDGED = {"Specific": "S", "Measurable": "M", "Realistic": "R", "Time-bound": "T"}
MENDED_BY = {
    "labelled.json": "before the rules",
    "labelled_later.json": "after the rules",
    "labelled_third.json": "next, for a second opinion",
}
BATCHES = {**MENDED_BY, "labelled_last.json": "last, and used for no rule"}


def rows(name):
    return json.loads((HERE / name).read_text())


def line(row):
    by = date.fromisoformat(row["by"]) if row["by"] else None
    told = {key: row[key] for key in ("kind", "text", "who", "measure")}
    return Line(**told, by=by, need="a need", plan_date=date(2026, 9, 8), review_date=date(2026, 10, 20))


def counts(name):
    """For each letter how often people and the check said "look again": both, only the check, only people."""
    found = {letter: Counter() for letter in JUDGED}
    for row in rows(name):
        for letter in check_line(line(row), areas.get("general")):
            if letter.name in JUDGED:
                found[letter.name][JUDGED[letter.name] not in row["met"], letter.met is False] += 1
    return found


def figures(name):
    """(letter, lines to look at again, precision, recall)"""
    for letter, found in counts(name).items():
        right, wrong, missed = found[True, True], found[False, True], found[True, False]
        yield letter, right + missed, right / (right + wrong or 1), right / (right + missed or 1)


def table():
    yield "| Lines | Letter | To look at again | Precision | Recall |"
    yield "|---|---|---|---|---|"
    for name, when in BATCHES.items():
        for letter, asked, precision, recall in figures(name):
            yield f"| {len(rows(name))} labelled {when} | {letter} | {asked} | {precision:.2f} | {recall:.2f} |"


if __name__ == "__main__":
    sys.stdout.write("\n".join(table()) + "\n")
