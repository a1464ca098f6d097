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
BATCHES = {**MENDED_BY, "labelled_last.json": "last", "labelled_fourth.json": "while the rules were mended"}
# Its days were labelled with the check at hand, so that they can say nothing of it.
NOT_JUDGED = {"labelled_fourth.json": "Time-bound"}
BLIND = {
    "blind_a.json": "set A, which was read while rules were made",
    "blind_b.json": "set B, mended after its blind figure",
    "blind_c.json": "set C, mended after its blind figure",
    "blind_d.json": "set D, mended after its blind figure",
    "blind_e.json": "set E, whose lines the rules have not seen",
    "blind_h.json": "set H, whose lines the rules have not seen",
}
UNREAD = ("blind_e.json", "blind_h.json")
# By one reader each.
READ = {
    "read_f.json": "set F, mended after its blind figure",
    "read_g.json": "set G, mended after its blind figure",
}
READERS = ("one", "two")


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
        if NOT_JUDGED.get(name) == letter or not right + wrong + missed:
            continue
        yield letter, right + missed, right / (right + wrong or 1), right / (right + missed or 1)


def agreed(row, letter):
    """What all readers found of a letter; None where they disagree."""
    found = {letter in row[reader] for reader in READERS if reader in row} or {letter in row["met"]}
    return found.pop() if len(found) == 1 else None


def blind_counts(*names):
    """As `counts`, for the letters on which two readers agree, and for "Any" where they agree on every letter."""
    found = {letter: Counter() for letter in ("Specific", "Measurable", "Time-bound", "Any")}
    for row in (row for name in names for row in rows(name)):
        met = {letter.name: letter.met is not False for letter in check_line(line(row), areas.get("general"))}
        want = {letter: agreed(row, JUDGED[letter]) for letter in found if letter in JUDGED}
        for letter, fine in want.items():
            if fine is not None:
                found[letter][not fine, not met[letter]] += 1
        if None not in want.values():
            found["Any"][not all(want.values()), not all(met[letter] for letter in want)] += 1
    return found


def blind_figures(*names):
    for letter, found in blind_counts(*names).items():
        right, wrong, missed = found[True, True], found[False, True], found[True, False]
        yield letter, right / (right + wrong), right / (right + missed)


def blind_table():
    for name, what in {**BLIND, **READ}.items():
        told = " | ".join(f"{precision:.2f} / {recall:.2f}" for _, precision, recall in blind_figures(name))
        yield f"| {len(rows(name))} of {what} | now | {told} |"
    told = " | ".join(f"{precision:.2f} / {recall:.2f}" for _, precision, recall in blind_figures(*UNREAD))
    yield f"| **{sum(len(rows(name)) for name in UNREAD)} of E and H together** | now | {told} |"


def disagreements():
    """The lines that two readers read differently: set, line, letter, and who found it fine."""
    for name in BLIND:
        for row in rows(name):
            for letter, short in JUDGED.items():
                if short != "R" and agreed(row, short) is None:
                    fine = "first" if short in row["one"] else "second"
                    text = " ".join(filter(None, (row["text"], f"({row['measure']})" if row["measure"] else "")))
                    yield f"- {row['id']}, {letter}: “{text}”; only the {fine} reader found it fine."


def table():
    yield "| Lines | Letter | To look at again | Precision | Recall |"
    yield "|---|---|---|---|---|"
    for name, when in BATCHES.items():
        for letter, asked, precision, recall in figures(name):
            yield f"| {len(rows(name))} labelled {when} | {letter} | {asked} | {precision:.2f} | {recall:.2f} |"


if __name__ == "__main__":
    sys.stdout.write("\n".join([*table(), "", *blind_table(), "", *disagreements()]) + "\n")
