"""Learns the weights of the weigher: `PYTHONPATH=.:tests/pyforms python tests/pyforms/danger/learn.py` writes
weights.toml.

Learnt over the words and classes of words of each labelled text: see learning.py. With `crossed` it prints how it
tells fifths that it has not seen.
"""

import random
import sys
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from danger_figures import sentences, table
from learning import learn

import pyforms
from pyforms import fields
from pyforms.danger import weigher, words
from pyforms.form import FORM_IDS

WEIGHTS = Path(pyforms.__file__).parent / "danger" / "weights.toml"
DEVELOPED = ("dev_1.json", "dev_2.json", "dev_3.json", "dev_4.json")
OTHERS = (
    "own.json",
    "blind_a.json",
    "blind_b.json",
    "readers.json",
    "neighbours.json",
    "plain.json",
    "practitioners.json",
    "ordinary.json",
    "third_outsider.json",
    "notes.json",
    "long_notes.json",
)
OFTEN = {"ordinary.json": 2.5}  # what a sentence counts for where its like is written every day
PLANS = ("labelled.json", "labelled_later.json", "labelled_last.json", "labelled_third.json", "labelled_fourth.json")
AIM = {"danger": 1.0, "possible": 0.6, "harmless": 0.0}
ORDINARY = 0.5  # what an ordinary answer counts for: nobody labelled it
ASKS, CLEARS, CALMS = 30, -30, -10
SMALLEST = 3  # a weight below this, in hundredths, changes nothing


def ordinary():
    """What boxes are filled with on an ordinary day: the answers of the forms' own examples, and lines of plans."""
    found = set()
    for form_id in FORM_IDS:
        form = pyforms.get(form_id)
        for each in pyforms.examples(form_id):
            answers = form.answers.model_validate(each.answers).model_dump(mode="json")
            found.update(text for _, _, text in fields.texts(form.fields, answers))
    for name in PLANS:
        found.update(line["text"] for line in sentences(f"../smart_plan/{name}"))
    return sorted(found)


def lesson(text, aim, counts=1.0):
    return sorted(weigher.features(words.row(text))), aim, counts


def lessons(rows, counts=1.0):
    return [lesson(row["text"], AIM[row["truth"]], counts) for row in rows]


def lessons_of(names):
    return [each for name in names for each in lessons(sentences(name), OFTEN.get(name, 1.0))]


def everyday():
    return [lesson(text, 0.0, ORDINARY) for text in ordinary()]


def rounded(start, weights):
    whole = {each: round(weight * 100) for each, weight in weights.items()}
    return weigher.Weights(
        round(start * 100), ASKS, CLEARS, CALMS, {k: v for k, v in whole.items() if abs(v) >= SMALLEST}
    )


def written(own):
    head = (
        "# Learnt by tests/pyforms/danger/learn.py: do not change by hand. How much each word or class of words\n"
        "# weighs towards danger, in hundredths."
    )
    lines = "\n".join(f"{word} {weight}" for word, weight in sorted(own.words.items()))
    numbers = f"start = {own.start}\nasks = {own.asks}\nclears = {own.clears}\ncalms = {own.calms}"
    return f'{head}\n{numbers}\nwords = """\n{lines}"""\n'


def taught(names):
    return rounded(*learn(lessons_of(names) + everyday()))


def crossed(parts=5):
    """How each developed sentence is told by weights that were learnt without its fifth."""
    rows = [row for name in DEVELOPED for row in sentences(name)]
    random.Random(5).shuffle(rows)  # noqa: S311 - an order, no secret
    others = lessons_of(OTHERS) + everyday()
    counts = Counter()
    for part in range(parts):
        own = rounded(*learn(lessons([row for at, row in enumerate(rows) if at % parts != part]) + others))
        with patch.object(weigher, "weights", lambda own=own: own):
            counts += table(rows[part::parts])
    return counts


if __name__ == "__main__":
    if sys.argv[1:] == ["crossed"]:
        sys.stdout.write(f"{crossed()}\n")
    else:
        WEIGHTS.write_text(written(taught((*DEVELOPED, *OTHERS))))
