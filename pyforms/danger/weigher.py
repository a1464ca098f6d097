"""Weighs the words of a sentence by what labelled sentences taught: a second reader beside the patterns.

It can raise the calm question, and turn red into it where the words weigh harmless; it silences nothing that is stated.
Its weights are learnt by tests/pyforms/danger/learn.py, a number for each word and each class of words, and it can say
which words weighed most.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from pyforms import weighing
from pyforms.danger import kinds
from pyforms.danger.words import ENDS, PAUSES, Word, plains
from pyforms.resources import read_toml

WINDOW = 40  # words weighed together: more would drown a danger in what stands around it
AROUND = 5  # words on either side of what is stated that are weighed by themselves
BLUNT = 7  # what is stated in so few words is stated
FEW = 3  # so few words say too little to be weighed
BRIEF = 5  # what may be danger is asked about in so few words, however they weigh
SHORT, LEAST = 12, 80  # so few words have to hold one that tells, and by itself weighs as much
MOST = 3  # words that are told
TOLD = 4  # the shortest word that says something alone
type Spans = tuple[tuple[int, int], ...]


class Weights(NamedTuple):
    """In hundredths: where weighing starts from, above what it `asks`, below what it `clears` a weak sign, below what a
    whole sentence `calms` what is stated in it, and each word's own.
    """

    start: int
    asks: int
    clears: int
    calms: int
    words: dict[str, int]


@cache
def weights() -> Weights:
    learnt = read_toml("pyforms.danger", "weights.toml")
    pairs = (line.split() for line in learnt["words"].splitlines())
    return Weights(
        learnt["start"],
        learnt["asks"],
        learnt["clears"],
        learnt["calms"],
        {word: int(weight) for word, weight in pairs},
    )


def features(row: Iterable[Word]) -> set[str]:
    """The words and the classes of words that a sentence holds, each once, in whatever order."""
    return {each for word in row if word.plain not in (ENDS, PAUSES) for each in _of(word)}


def score(row: Iterable[Word]) -> float:
    """How much some words weigh together, against how many of them are known."""
    own = weights()
    return weighing.score(own.start, own.words, features(row))


def weighed(row: tuple[Word, ...], spans: Spans) -> tuple[set[int], set[int], set[int]]:
    """The sentences to ask about, those that are plainly harmless, and those that are light enough to calm.

    Each is weighed with the one after it, for a danger is often told in two; the heavier of the two is asked about.
    """
    own = weights()
    asked: set[int] = set()
    heavy: set[int] = set()
    grave: set[int] = set()
    for number, (start, end) in enumerate(spans):
        pair = spans[number : number + 2]
        joined = len(pair) > 1 and pair[1][1] - start <= WINDOW
        last = pair[-1][1] if joined else end
        most = max(score(row[each : min(each + WINDOW, last)]) for each in _starts(start, last))
        numbers = (number, number + 1) if joined else (number,)
        if most > own.asks and last - start > FEW and _may_tell(row[start:last]):
            asked.add(max(numbers, key=lambda each: score(row[slice(*spans[each])])))
        if most > own.clears:
            heavy.update(numbers)
        if end - start <= BRIEF:
            heavy.add(number)
        if most > own.calms:
            grave.update(numbers)
        if score(row[start:end]) > own.calms or end - start <= BLUNT:
            grave.add(number)
    every = set(range(len(spans)))
    return asked, every - heavy, every - grave


def is_light(sentence: tuple[Word, ...], place: int) -> bool:
    """Whether what stands around a word weighs plainly harmless too: a danger may hide among many calm words."""
    around = sentence[max(place - AROUND, 0) : place + AROUND + 1]
    return score(around) <= weights().clears


def heaviest(row: Iterable[Word]) -> tuple[Word, ...]:
    """The telling words that weighed most, in the order of the sentence; none where all are common."""
    weighed = {
        word.plain: (_weight(word), -word.start, word) for word in row if _tells(word) and word.end - word.start >= TOLD
    }
    most = sorted(weighed.values(), reverse=True)[:MOST]
    return tuple(sorted((word for _, _, word in most), key=lambda word: word.start))


def _may_tell(row: tuple[Word, ...]) -> bool:
    """Whether one of the words is more than common, or they are so many that together they may tell of something."""
    said = [word for word in row if word.plain not in (ENDS, PAUSES)]
    return len(said) > SHORT or any(_tells(word) and _weight(word) > LEAST for word in said)


def _tells(word: Word) -> bool:
    """Whether a word weighs towards danger and is none that every note is made of, such as "since" or "came", nor a
    "not", nor somebody."""
    return _weight(word) > 0 and word.plain not in common() and not word.plain.isdigit() and not _is_small(word.plain)


@cache
def _is_small(plain: str) -> bool:
    return bool({"@not", *kinds.PEOPLE} & {*kinds.classes().get(plain, ())})


@cache
def common() -> frozenset[str]:
    """The commonest words, which carry no danger by themselves, as a text's words are made."""
    written = str(read_toml("pyforms.danger", "commonest_words.toml")["words"]).split()
    return frozenset(plain for word in written for plain in plains(word))


def _weight(word: Word) -> int:
    return sum(weights().words.get(each, 0) for each in _of(word))


def _of(word: Word) -> tuple[str, ...]:
    return (word.plain, *kinds.classes().get(word.plain, ()))


def _starts(start: int, end: int) -> range:
    """Where the windows of a long sentence begin: each overlaps the one before by half."""
    return range(start, max(end - WINDOW // 2, start + 1), WINDOW // 2)
