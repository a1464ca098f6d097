"""Logistic regression over sets of features, by AdaGrad, in a set order: the same lessons give the same weights."""

import random
from collections import Counter
from math import exp, sqrt


def learn(lessons, *, rounds=6, step=0.3, shrink=0.1, seen=2):
    """Where weighing starts, and the weight of each feature that at least `seen` lessons hold.

    A lesson is its features, what it aims for (1, 0 or between) and how much it counts.
    """
    held = Counter(each for own, _, _ in lessons for each in own)
    lessons = [(sorted(each for each in own if held[each] >= seen), aim, counts) for own, aim, counts in lessons]
    weights = {each: 0.0 for each in sorted(held) if held[each] >= seen}
    slopes = dict.fromkeys(weights, 1e-6)
    start, steep = 0.0, 1e-6
    order = random.Random(1)  # noqa: S311 - an order, no secret
    for _ in range(rounds):
        order.shuffle(lessons)
        for own, aim, counts in lessons:
            share = 1 / sqrt(len(own) or 1)
            wrong = (1 / (1 + exp(-start - share * sum(weights[each] for each in own))) - aim) * counts
            steep += wrong * wrong
            start -= step * wrong / sqrt(steep)
            for each in own:
                slope = wrong * share + shrink * weights[each] / held[each]
                slopes[each] += slope * slope
                weights[each] -= step * slope / sqrt(slopes[each])
    return start, weights
