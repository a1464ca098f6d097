"""Finds the concerns that a worry in ordinary words belongs to, and the lines of their ladders that it fits.

A word weighs more the fewer concerns use it. A concern gains by the words that it shares with the worry, and by
whole phrases of its own that the worry holds. What is found is only shown to the reader, never chosen for them.

A line is marked only where the worry says more than the concern's own name; what the worry denies marks nothing but
lines that deny it too; where a graver line fits nearly as well it is marked beside the best; and no mild line is marked
for a worry that holds a word of danger. Where a worry speaks of a risk, and the line that fits it best does too, lines
that say that it has happened are not marked beside it.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, lru_cache
from math import log, sqrt

from pyforms import danger, stemming
from pyforms.threshold.concerns import Concern, Sayings, Step, by_id, sayings

LONGEST_TEXT = 2_000
# How much a shared word counts by where it stands, and a phrase beside its single words.
IN_WORDS, IN_LABEL, IN_SAYINGS, IN_STEPS = 1.0, 1.0, 0.7, 0.4
PHRASE = 2.5
NUMBER = 0.5  # a number is an age or a score more often than a worry
FAINT = 0.35  # of the best score: a fainter hit is noise, unless it is a danger
# A line is marked from this much shared weight on (about one word that few lines use), and a graver one from this
# share of the best line's fit on. Its own phrases have to be there nearly whole.
TELLS, NEARLY = 3.2, 0.6
PART, WHOLE = 0.2, 0.75  # how much of a line, and of one of its words, has to be there
MILD = 0.4, 1.0  # the same for a line below level 3, because a mild mark that is wrong would reassure
GRAVE = 3, False
TWO = 2  # words at least, where there are so many
MORE = 2.4  # the weight of what it has to say beyond the concern's name

TIES = 2  # meanings of a misspelt word that are as close as each other
SHORTEST_PART = 4  # letters of a word that may have been run together with another

type Told = tuple[str, bool]  # a stem, and whether it is denied
AT_RISK = (stemming.stem("risk"), False)
type Phrase = tuple[int, frozenset[str], float]  # the place of its entry, its stems, and their weight


@dataclass(frozen=True, slots=True)
class Hit:
    """A concern found; `steps` are the lines of its ladder that fit the worry, `matched` the worry's own words."""

    concern_id: str
    score: float
    steps: tuple[str, ...]
    matched: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A concern as the finder sees it: how much each stem counts, its phrases, what each line and its words say."""

    concern: Concern
    counts: dict[str, float]
    phrases: frozenset[frozenset[str]]
    lines: dict[str, frozenset[Told]]
    sayings: dict[str, tuple[frozenset[Told], ...]]
    name: frozenset[str]


@dataclass(frozen=True, slots=True)
class Index:
    """`counts` and `phrases` have for each stem the places of the entries, and the phrases, that hold it."""

    entries: tuple[Entry, ...]
    weights: dict[str, float]
    counts: dict[str, list[tuple[int, float]]]
    phrases: dict[str, list[Phrase]]
    rarity: dict[str, float]
    spellings: dict[str, str]
    danger: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Worry:
    """The known stems of a worry, each with the word that it came from, and with whether they are denied."""

    words: dict[str, str]
    told: frozenset[Told]


def find(text: str, limit: int = 8) -> tuple[Hit, ...]:
    """The concerns closest to `text` (its first 2,000 characters), best first; empty when none is."""
    index = _index()
    worry = _understood(text[:LONGEST_TEXT], index)
    scored = zip(_scores(worry.words, index), index.entries, strict=True)
    ranked = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    chosen = _with_danger(ranked, _in_danger(worry.words, index), limit)
    return tuple(
        Hit(e.concern.id, round(score, 2), _marked(e, worry, index), _matched(e, worry.words)) for score, e in chosen
    )


def _understood(text: str, index: Index) -> Worry:
    words: dict[str, str] = {}
    told: set[Told] = set()
    full = stemming.in_full(text)
    for word in stemming.telling(full):
        for known in _known(word, index):
            words.setdefault(known, word)
    for word, denied in stemming.told(full):
        told |= {(known, denied) for known in _known(word, index)}
    return Worry(words, frozenset(told))


def _known(word: str, index: Index) -> list[str]:
    stem = stemming.stem(word)
    return [stem] if stem in index.weights else _meant(word)


@lru_cache(maxsize=4_096)
def _meant(word: str) -> list[str]:
    """What an unknown word may stand for: every danger as close as the closest, or else the closest two.

    Two known words that were typed as one come before a word that is two slips away.
    """
    index = _index()
    near = sorted(_near(word))
    best = near[0][0] if near else TWO
    if best > 1 and (parts := _run_together(word, index)):
        return parts
    stems = list(dict.fromkeys(index.spellings[spelling] for slips, *_, spelling in near if slips == best))
    return [stem for stem in stems if stem in index.danger] or stems[:TIES]


def _run_together(word: str, index: Index) -> list[str]:
    """The stems of two known words that were typed as one, such as "groupchat"."""
    for place in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        first, second = word[:place], word[place:]
        if first in index.spellings and second in index.spellings:
            return [index.spellings[first], index.spellings[second]]
    return []


def _near(word: str) -> Iterable[tuple[int, bool, int, str]]:
    most = stemming.slips_allowed(word)
    if not most or word in stemming.data()["ordinary"]:
        return
    bits = stemming.letters(word)
    for spelling, its_bits in _slips(word[0]):
        apart = abs(len(spelling) - len(word))
        if apart <= most and (bits ^ its_bits).bit_count() <= 2 * most:
            slips = stemming.slips(word, spelling, most)
            if slips <= most:
                yield slips, spelling[0] != word[0], apart, spelling


def _scores(said: dict[str, str], index: Index) -> list[float]:
    """For each entry, the weight of the words that it shares, and of the best of its phrases."""
    words = [0.0] * len(index.entries)
    best = [0.0] * len(index.entries)
    held: dict[Phrase, float] = {}
    for stem in said:
        weight = index.weights[stem]
        for at, counts in index.counts[stem]:
            words[at] += counts * weight
        for phrase in index.phrases.get(stem, ()):
            held[phrase] = held.get(phrase, 0.0) + weight
    for (at, _, whole), weight in held.items():
        # What a phrase is worth, less by the share of it that the text does not hold.
        best[at] = max(best[at], weight * (weight / whole) ** 2)
    return [own + PHRASE * phrase for own, phrase in zip(words, best, strict=True)]


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


def _marked(entry: Entry, worry: Worry, index: Index) -> tuple[str, ...]:
    """The lines that fit best, and the gravest of those that fit nearly as well."""
    fits = _risks_only({step.id: _fit(entry, step.id, worry, index) for step in entry.concern.steps}, entry, worry)
    best = max(fits.values())
    if not best:
        return ()
    near = [step for step in entry.concern.steps if fits[step.id] >= NEARLY * best]
    gravest = max(near, key=_gravity)
    return tuple(step.id for step in near if fits[step.id] == best or step is gravest)


def _risks_only(fits: dict[str, float], entry: Entry, worry: Worry) -> dict[str, float]:
    """Without the lines that say that it has happened, where the best line and the worry speak of a risk."""
    risks = {step for step in fits if any(AT_RISK in own for own in (entry.lines[step], *entry.sayings.get(step, ())))}
    best = max(fits, key=lambda step: fits[step])
    if AT_RISK not in worry.told or best not in risks:
        return fits
    return {step: fit if step in risks else 0.0 for step, fit in fits.items()}


def _gravity(step: Step) -> tuple[int, bool]:
    return step.levels("")[1], step.danger


def _fit(entry: Entry, step: str, worry: Worry, index: Index) -> float:
    line = entry.lines[step]
    mild = _gravity(entry.concern.step(step)) < GRAVE
    if mild and any(stem in index.danger for stem, denied in worry.told if not denied):
        return 0.0
    part, whole = MILD if mild else (PART, WHOLE)
    read = [(line, part), *((saying, whole) for saying in entry.sayings.get(step, ()))]
    return max((_share(own, worry, entry, index, least) for own, least in read), default=0.0)


def _share(own: frozenset[Told], worry: Worry, entry: Entry, index: Index, least: float) -> float:
    """How well a line, or one of its words, fits; nothing where too little of it is there."""
    there = own & worry.told
    weight = _weight(there, index)
    if weight < max(TELLS, least * _weight(own, index)) or len(there) < min(TWO, len(own)):
        return 0.0
    more = _weight(((stem, denied) for stem, denied in there if stem not in entry.name), index)
    return weight / sqrt(len(own) + 1) if more >= MORE else 0.0


def _weight(told: Iterable[Told], index: Index) -> float:
    return sum(index.rarity[stem] for stem, _ in told)


@cache
def _index() -> Index:
    entries = tuple(_entry(concern) for concern in by_id().values())
    spread = Counter(stem for entry in entries for stem in entry.counts)
    weights = {
        stem: log(1 + len(entries) / number) * (NUMBER if stem[0].isdigit() else 1.0) for stem, number in spread.items()
    }
    lines = [line for entry in entries for line in entry.lines.values()]
    used = Counter(stem for line in lines for stem, _ in line)
    rarity = {stem: log(1 + len(lines) / max(used[stem], 1)) for stem in weights}
    texts = (
        text
        for concern in by_id().values()
        for text in (concern.label, *concern.words, *_more(concern), *(step.text for step in concern.steps))
    )
    signs = (word for group in danger.data()["sign"] for word in group["words"])
    spellings = stemming.spellings((*texts, *signs))
    return Index(entries, weights, *_held_by(entries, weights), rarity, spellings, _danger())


def _held_by(
    entries: tuple[Entry, ...], weights: dict[str, float]
) -> tuple[dict[str, list[tuple[int, float]]], dict[str, list[Phrase]]]:
    counts: dict[str, list[tuple[int, float]]] = {}
    phrases: dict[str, list[Phrase]] = {}
    for at, entry in enumerate(entries):
        for stem, much in entry.counts.items():
            counts.setdefault(stem, []).append((at, much))
        for own in entry.phrases:
            phrase = (at, own, sum(weights[stem] for stem in own))
            for stem in own:
                phrases.setdefault(stem, []).append(phrase)
    return counts, phrases


@cache
def _slips(initial: str) -> list[tuple[str, int]]:
    """The spellings with that initial, or with it second ("nife"), and their letters: few are ever asked for."""
    near = (spelling for spelling in _index().spellings if initial in spelling[:2])
    return [(spelling, stemming.letters(spelling)) for spelling in near]


def _said_of(concern: Concern) -> Sayings:
    return sayings().get(concern.id, Sayings((), {}))


def _more(concern: Concern) -> tuple[str, ...]:
    more = _said_of(concern)
    return *more.words, *(said for line in more.lines.values() for said in line)


def _entry(concern: Concern) -> Entry:
    own, more = _cut((concern.label, *concern.words)), _cut(_more(concern))
    name = frozenset(stemming.stems(concern.label))
    counts = dict.fromkeys((stem for step in concern.steps for stem in stemming.stems(step.text)), IN_STEPS)
    counts |= dict.fromkeys((stem for phrase in more for stem in phrase), IN_SAYINGS)
    counts |= dict.fromkeys((stem for phrase in own for stem in phrase), IN_WORDS)
    counts |= dict.fromkeys(name, IN_LABEL)
    lines = {step.id: _told(step.text, name) for step in concern.steps}
    words = {step: tuple(_told(said, frozenset()) for said in line) for step, line in _said_of(concern).lines.items()}
    return Entry(concern, counts, own | more, lines, words, name)


def _cut(phrases: Iterable[str]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(stemming.stems(phrase)) for phrase in phrases) - {frozenset()}


def _told(text: str, name: AbstractSet[str]) -> frozenset[Told]:
    told = ((stemming.stem(word), denied) for word, denied in stemming.told(text))
    return frozenset((stem, denied) for stem, denied in told if stem not in name)


def _danger() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for group in danger.data()["sign"]:
        for word in group["words"]:
            stem = stemming.stem(word)
            found[stem] = (*found.get(stem, ()), *group["concerns"])
    return found
