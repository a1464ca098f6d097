"""Finds the concerns that a worry in ordinary words belongs to.

A word weighs more the fewer concerns use it. A concern gains by the words that it shares with the worry, and by
whole phrases of its own that the worry holds. What is found is only shown to the reader, never chosen for them.
"""

from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from math import log, sqrt

from pyforms import danger
from pyforms import plain_words as wording
from pyforms.threshold.concerns import Concern, by_id

LONGEST_TEXT = 2_000
# How much a shared word counts by where it stands, and a phrase beside its single words.
IN_WORDS, IN_LABEL, IN_STEPS = 1.0, 1.0, 0.4
PHRASE = 1.6
FAINT = 0.35  # of the best score: a fainter hit is noise, unless it is a danger


@dataclass(frozen=True, slots=True)
class Hit:
    """A concern found; `steps` are the lines of its ladder closest to the worry, `matched` the worry's own words."""

    concern_id: str
    score: float
    steps: tuple[str, ...]
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A concern as the finder sees it: how much each stem counts, its phrases and its steps as sets of stems."""

    concern: Concern
    counts: dict[str, float]
    phrases: tuple[frozenset[str], ...]
    steps: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Index:
    entries: tuple[Entry, ...]
    weights: dict[str, float]
    spellings: dict[str, str]
    danger: dict[str, tuple[str, ...]]


def find(text: str, limit: int = 8) -> tuple[Hit, ...]:
    """The concerns closest to `text` (its first 2,000 characters), best first; empty when none is."""
    index = _index()
    said = _understood(text[:LONGEST_TEXT], index)
    scored = [(_score(entry, said, index), entry) for entry in index.entries]
    ranked = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    chosen = _with_danger(ranked, _in_danger(said, index), limit)
    return tuple(Hit(e.concern.id, round(score, 2), _steps(e, said, index), _matched(e, said)) for score, e in chosen)


def _understood(text: str, index: Index) -> dict[str, str]:
    """Each known stem in the text, with the word that it came from."""
    said: dict[str, str] = {}
    for word in wording.telling(text):
        stem = wording.stem(word)
        for known in [stem] if stem in index.weights else _meant(word, index):
            said.setdefault(known, word)
    return said


def _meant(word: str, index: Index) -> list[str]:
    """What a misspelt word may stand for: every danger close to it, so that none is missed, or else the closest."""
    stems = [index.spellings[spelling] for spelling in wording.closest(word, _slips(word[0]))]
    return [stem for stem in stems if stem in index.danger] or stems[:1]


def _score(entry: Entry, said: dict[str, str], index: Index) -> float:
    shared = entry.counts.keys() & said.keys()
    words = sum(entry.counts[stem] * index.weights[stem] for stem in shared)
    phrases = max((_held(phrase, shared, index) for phrase in entry.phrases), default=0.0) if shared else 0.0
    return words + PHRASE * phrases


def _held(phrase: frozenset[str], shared: AbstractSet[str], index: Index) -> float:
    """What the phrase is worth, less by the share of it that the text does not hold."""
    there = phrase & shared
    if not there:
        return 0.0
    weight = sum(index.weights[stem] for stem in there)
    return weight * (weight / sum(index.weights[stem] for stem in phrase)) ** 2


def _in_danger(said: dict[str, str], index: Index) -> set[str]:
    return {concern for stem in said for concern in index.danger.get(stem, ())}


def _with_danger(ranked: list[tuple[float, Entry]], danger: set[str], limit: int) -> list[tuple[float, Entry]]:
    """The best, in which a concern of danger takes the place of a lesser one rather than fall off the end."""
    urgent = [pair for pair in ranked if pair[1].concern.id in danger]
    others = [pair for pair in ranked if pair[1].concern.id not in danger and pair[0] >= FAINT * ranked[0][0]]
    room = max(limit - len(urgent), 0)
    return sorted(urgent + others[:room], key=lambda pair: -pair[0])


def _matched(entry: Entry, said: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for stem, word in said.items() if stem in entry.counts))


def _steps(entry: Entry, said: dict[str, str], index: Index) -> tuple[str, ...]:
    scores = {step: _fit(own, said, index) for step, own in entry.steps.items()}
    best = max(scores.values())
    return tuple(step for step, score in scores.items() if score == best and best > 0)


def _fit(own: frozenset[str], said: dict[str, str], index: Index) -> float:
    return sum(index.weights[stem] for stem in own & said.keys()) / sqrt(len(own) + 1)


@cache
def _index() -> Index:
    entries = tuple(_entry(concern) for concern in by_id().values())
    spread = Counter(stem for entry in entries for stem in entry.counts)
    weights = {stem: log(1 + len(entries) / number) for stem, number in spread.items()}
    spellings = wording.spellings(text for concern in by_id().values() for text in _texts(concern))
    return Index(entries, weights, spellings, _danger())


@cache
def _slips(initial: str) -> dict[str, list[str]]:
    """The spellings with that initial, or with it second ("nife"): by letter, as few are ever asked for."""
    return wording.nearby(spelling for spelling in _index().spellings if initial in spelling[:2])


def _texts(concern: Concern) -> tuple[str, ...]:
    return concern.label, *concern.words, *(step.text for step in concern.steps)


def _entry(concern: Concern) -> Entry:
    phrases = tuple(frozenset(wording.stems(phrase)) for phrase in (concern.label, *concern.words))
    steps = {step.id: frozenset(wording.stems(step.text)) for step in concern.steps}
    counts = dict.fromkeys((stem for own in steps.values() for stem in own), IN_STEPS)
    counts |= dict.fromkeys(wording.stems(concern.label), IN_LABEL)
    counts |= dict.fromkeys((stem for phrase in phrases for stem in phrase), IN_WORDS)
    return Entry(concern, counts, tuple(set(phrases) - {frozenset()}), steps)


def _danger() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in danger.data()["sign"]:
        for word in group["words"]:
            stem = wording.stem(word)
            found[stem] = (*found.get(stem, ()), *group["concerns"])
    return found
