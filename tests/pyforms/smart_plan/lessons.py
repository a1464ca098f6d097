"""Learns the weights of the weigher: `PYTHONPATH=.:tests/pyforms python tests/pyforms/smart_plan/lessons.py` writes
weights.toml.

Its lessons are every labelled line in this folder. With the name of a set (`d`, say) it prints how the check does on
that set by weights that the set, and those after it, taught nothing.
"""

import sys
from pathlib import Path
from unittest.mock import patch

from learning import learn
from measure import BATCHES, BLIND, READ, UNREAD, agreed, blind_figures, line, rows

import pyforms
from pyforms import areas
from pyforms.smart_plan import weigher
from pyforms.smart_plan.check import check_line

WEIGHTS = Path(pyforms.__file__).parent / "smart_plan" / "weights.toml"
OWN = ("policy.json", *BATCHES)
SETS = (*OWN, *(each for each in BLIND if each not in UNREAD), *READ)
ASKS = {"S": 45, "M": 120}  # where, of sets held out, most of what was asked was right
COUNTS = {"policy.json": 2.0}  # what the policy names is surest
SHRINK, SEEN = 0.1, 2
SMALLEST = 60  # in hundredths; lighter ones change next to nothing


def lessons(names, letter):
    for name in names:
        for row in rows(name):
            read, fine = line(row), agreed(row, letter)
            if fine is None or (letter == "S" and not fine and _is_only_about_whom(read)):
                continue
            yield weigher.features(read.kind, read.said, read.measured), float(not fine), COUNTS.get(name, 1.0)


def _is_only_about_whom(read):
    """Nobody is named, which no word of the line tells."""
    found = next(each for each in check_line(read, areas.get("general")) if each.name == "Specific")
    return {ask.about for ask in found.asks} == {"who"}


def learnt(names, letter):
    with patch.object(weigher, "asks", lambda *_: False):
        start, words = learn(list(lessons(names, letter)), shrink=SHRINK, seen=SEEN)
    return weigher.Weights(
        round(start * 100), ASKS[letter], {each: round(weight * 100) for each, weight in words.items()}
    )


def both(names):
    """The weights of each letter, without features that weigh little for either."""
    own = {letter: learnt(names, letter) for letter in weigher.LETTERS}
    every = {each for weights in own.values() for each, weight in weights.words.items() if abs(weight) >= SMALLEST}
    return {
        letter: weights._replace(words={each: weights.words.get(each, 0) for each in sorted(every)})
        for letter, weights in own.items()
    }


def written(names=SETS):
    own = both(names)
    words = "\n".join(
        " ".join((each, *(str(weights.words[each]) for weights in own.values()))) for each in own["S"].words
    )
    return (
        "# Learnt by tests/pyforms/smart_plan/lessons.py: do not change by hand. How much each word weighs towards\n"
        "# looking again, in hundredths, for Specific (S) and for Measurable (M).\n"
        f"start = {_of_each(own, 'start')}\nasks = {_of_each(own, 'asks')}\n"
        f'words = """\n{words}"""\n'
    )


def _of_each(own, name):
    return "{ " + ", ".join(f"{letter} = {getattr(weights, name)}" for letter, weights in own.items()) + " }"


def held_out(name):
    """The figures of a set by weights of the sets before it."""
    own = both(SETS[: SETS.index(name)])
    with patch.object(weigher, "weights", lambda: own):
        return list(blind_figures(name))


if __name__ == "__main__":
    if sys.argv[1:]:
        for each in (each for each in SETS if each.endswith(f"_{sys.argv[1]}.json")):
            sys.stdout.write("".join(f"{told}\n" for told in held_out(each)))
    else:
        WEIGHTS.write_text(written())
