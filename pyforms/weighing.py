"""How much the features of a text weigh together, by weights that tests/pyforms/learning.py learnt in the same way."""

from collections.abc import Iterable, Mapping
from math import sqrt


def score(start: int, weights: Mapping[str, int], features: Iterable[str]) -> float:
    """From where weighing starts, against how many of the features are known; in hundredths, as weights are."""
    known = [weights[each] for each in features if each in weights]
    return start + sum(known) / sqrt(len(known) or 1)
