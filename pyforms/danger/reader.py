"""Reads a text, sentence by sentence, for danger: said outright, or to be asked about.

Nothing here knows a kind of danger: the kinds are in kinds.toml, and how a thing may be said in ways.toml. What no
pattern foresaw is weighed word by word, which can raise the calm question, and turn red into it where the words around
are plainly harmless.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from pyforms.danger import kinds, weigher, words
from pyforms.danger.kinds import Kind, Ways
from pyforms.danger.rows import Patterns, Rows, back, matched, spread
from pyforms.danger.weigher import Spans
from pyforms.danger.words import ENDS, PAUSES, Word

# How many words on a denial, a doubt, a game, a lesson or a question that is asked of everyone reaches.
DENIES, DENIES_FAR, DOUBTS, UNLESS, FRAMES, TEACHES, SCREENS = 4, 14, 9, 3, 9, 8, 6
LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of danger: its words, the kinds it may be, and whether it is said outright.

    Where no pattern knew a kind, `weighed` are the words that weighed most.
    """

    said: str
    kinds: tuple[Kind, ...]
    stated: bool
    weighed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text as rows of bits, with the places where its sentences stand and what is so said that it counts for less."""

    row: tuple[Word, ...]
    rows: Rows
    barrier: int
    harmless: int
    framed: int
    set_apart: int
    doubted: int
    denied: int
    nothing: int
    spans: Spans


def tell(text: str, *, age: int | None = None) -> tuple[Told, ...]:
    """The sentences of a text that are, or may be, about danger, in order; `age`: the child's, where it is known."""
    read = _read(text)
    weighed, harmless, calm = weigher.weighed(_weighable(read), read.spans)
    stated: dict[int, list[tuple[int, Kind]]] = {}
    asked: dict[int, list[tuple[int, Kind]]] = {}
    known = _known(read.rows)
    cleared, calmed = _of(harmless, read.spans) & known, _of(calm, read.spans) & known
    for kind in kinds.kinds():
        outright, perhaps = _of_kind(kind, read, cleared, calmed, age)
        _note(stated, outright, kind, read.spans)
        _note(asked, perhaps, kind, read.spans)
    return tuple(
        _told(text, read, number, stated.get(number, []), asked.get(number, []))
        for number in sorted({*stated, *asked, *weighed})
    )


def shortened(text: str) -> str:
    """The beginning of a text, to show which one is meant."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE]}…"


def _told(text: str, read: Text, number: int, stated: list[tuple[int, Kind]], asked: list[tuple[int, Kind]]) -> Told:
    found = stated or asked
    start, end = read.spans[number]
    if not found:
        most = weigher.heaviest(read.row[start:end])
        said = _quoted(text, read.row, start, end, start + read.row[start:end].index(most[0]) if most else start)
        return Told(said, (), stated=False, weighed=tuple(text[word.start : word.end] for word in most))
    said = _quoted(text, read.row, start, end, found[0][0])
    return Told(said, _named(tuple(kind for _, kind in found)), stated=bool(stated))


def _named(found: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """The kinds to name: one that may be anything is named only where no other was read."""
    return tuple(kind for kind in found if not kind.vague) or found


def _note(found: dict[int, list[tuple[int, Kind]]], row: int, kind: Kind, spans: Spans) -> None:
    """Files a kind under every sentence that a row has a bit in, with the first place."""
    starts = [start for start, _ in spans]
    while row:
        place = (row & -row).bit_length() - 1
        number = bisect_right(starts, place) - 1
        found.setdefault(number, []).append((place, kind))
        row &= ~((1 << spans[number][1]) - 1)


def _quoted(text: str, row: tuple[Word, ...], start: int, end: int, core: int) -> str:
    """The sentence as it was typed; of a very long one the part about its core."""
    after, before = row[start - 1].end if start else 0, row[end].start if end < len(row) else len(text)
    said = text[after:before].strip()
    if len(said) <= LONGEST_QUOTE:
        return said
    first, last = core, core
    while row[last].end - row[first].start < LONGEST_QUOTE * 0.7 and (first > start or last < end - 1):
        first, last = max(start, first - 1), min(end - 1, last + 1)
    told = text[row[first].start : row[last].end][: LONGEST_QUOTE + words.LONGEST]
    return f"{'…' if first > start else ''}{told}{'…' if last < end - 1 else ''}"


def _of(numbers: Iterable[int], spans: Spans) -> int:
    """Every place of some sentences."""
    found = 0
    for number in numbers:
        start, end = spans[number]
        found |= (1 << end) - (1 << start)
    return found


def _known(rows: Rows) -> int:
    """Where words stand that some sentence taught a weight: a word that none did, such as "refuge", is not weighed."""
    return reduce(or_, (places for word, places in rows.items() if word in weigher.weights().words), 0)


def _of_kind(kind: Kind, text: Text, cleared: int, calmed: int, age: int | None) -> tuple[int, int]:
    """Where a kind of danger is said outright, and where it may be meant.

    What only may be danger is not asked about in a sentence that weighs plainly harmless. Single words cannot weigh a
    "not", so what is told with one is asked about all the same. What is stated there is asked about instead.
    """
    outright = {pattern for said in (kind.stated, *kind.of_age(age)) for pattern in said.possible(text.rows)}
    perhaps = kind.ask.possible(text.rows)
    if not (outright or perhaps):  # as of most kinds in most texts
        return 0, 0
    cleared = 0 if kind.always else cleared & ~text.denied
    harmless = (
        text.harmless | text.nothing | _covered(kind.harmless, text.rows, text.barrier) | _told_as_another(kind, text)
    )
    deeds = text.barrier | text.rows.get("@does", 0)
    harmless |= _covered(kind.listeners, text.rows, deeds)
    calm = _covered(kind.calm, text.rows, text.barrier)
    stated = asked = 0
    for pattern in outright:
        core, _ = matched(pattern, text.rows, text.barrier)
        if core:
            core &= ~harmless
            less = calm | text.doubted | (0 if kind.anywhere else text.framed) | (0 if pattern.denies else text.denied)
            stated |= core & ~less
            asked |= core & less
    for pattern in perhaps:
        core, _ = matched(pattern, text.rows, text.barrier)
        less = cleared | (0 if kind.asks_denied else text.denied)
        asked |= core & ~harmless & ~(0 if kind.always else text.set_apart) & ~(0 if pattern.denies else less)
    light = 0 if age == 0 or kind.always else _light(stated & calmed, text)
    return stated & ~light, (asked | light) & ~(stated & ~light)


def _told_as_another(kind: Kind, text: Text) -> int:
    """Where a text says something that another kind stands for instead."""
    instead = (each for each in kinds.kinds() if kind.key in each.instead_of)
    told = (_covered(said, text.rows, text.barrier) for each in instead for said in (each.stated, each.ask))
    return reduce(or_, told, 0)


def _light(places: int, text: Text) -> int:
    found = 0
    for start, end in text.spans if places else ():
        for place in range(start, end):
            if places >> place & 1 and weigher.is_light(text.row[start:end], place - start):
                found |= 1 << place
    return found


def _read(text: str) -> Text:
    row = tuple(words.row(text))
    rows = _rows(row)
    ways = kinds.ways()
    spans = _spans(row)
    barrier = rows.get(ENDS, 0) | rows.get("@but", 0)
    rows = _with_meant(rows, barrier)
    every = (1 << len(row)) - 1
    thoughts = _thoughts(row)
    still = _whole(_covered(ways.still, rows, barrier), thoughts)
    past = _whole(_covered(ways.history, rows, barrier), thoughts) & ~still
    framed = _covered(ways.framed, rows, barrier)
    return Text(
        row,
        rows,
        barrier,
        _covered(ways.harmless, rows, barrier) | _wished_over(ways, rows, barrier),
        _nearby(framed, barrier) & _whole(framed, thoughts),
        _whole(framed, spans),
        (past | _unsure(ways, rows, barrier)) & every,
        _denied(ways, rows, barrier) & every,
        (
            _not_there(ways, rows, barrier)
            | _taught(ways, rows, barrier, spans)
            | _asked_and_denied(ways, rows, barrier)
            | _screened(ways, rows, barrier, spans)
            | _set_aside(ways, rows, barrier, spans)
        )
        & every,
        spans,
    )


def _rows(row: Iterable[Word]) -> dict[str, int]:
    """Where each word and each class of words stands, as bits."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(row):
        found.setdefault(word.plain, []).append(place)
        if word.named and word.plain not in kinds.classes():
            found.setdefault("@name", []).append(place)
        if word.kin:
            found.setdefault("@kin", []).append(place)
    own = {plain: _bits(places) for plain, places in found.items()}
    rows = dict(own)
    for plain, places in own.items():
        medicine = ("@pill",) if kinds.is_medicine(plain) else ()
        for name in {*kinds.classes().get(plain, ()), *kinds.groups().get(plain, ()), *medicine}:
            rows[name] = rows.get(name, 0) | places
    return rows


def _bits(places: list[int]) -> int:
    """In bytes first: a long text would be copied whole for each of its words."""
    marks = bytearray(places[-1] // 8 + 1)
    for place in places:
        marks[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(marks, "little")


def _with_meant(rows: dict[str, int], barrier: int) -> dict[str, int]:
    """The same, with a common word as the word of danger too where it may have been typed for it."""
    meant = dict(rows)
    for each in kinds.mistaken():
        if each.typed in rows:
            places = _covered(each.when, rows, barrier) & rows[each.typed]
            for name in (each.meant, *kinds.classes().get(each.meant, ())) if places else ():
                meant[name] = meant.get(name, 0) | places
    return meant


def _spans(row: tuple[Word, ...]) -> Spans:
    """Where the sentences begin and end, their full stops left out."""
    return tuple(_pieces(row, (ENDS,)))


def _thoughts(row: tuple[Word, ...]) -> Spans:
    """The same, parted at commas and at "but" too: what was long ago is said of one thought."""
    return tuple(_pieces(row, (ENDS, PAUSES, *words.data()["class"]["but"])))


def _pieces(row: tuple[Word, ...], marks: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, word in enumerate(row):
        if word.plain in marks:
            if place > start:
                yield start, place
            start = place + 1
    if len(row) > start:
        yield start, len(row)


def _covered(patterns: Patterns, rows: Rows, barrier: int) -> int:
    found = 0
    for pattern in patterns.possible(rows):
        found |= matched(pattern, rows, barrier)[1]
    return found


def _nearby(row: int, barrier: int) -> int:
    return row | spread(row, FRAMES, barrier) | back(row, FRAMES, barrier)


def _whole(row: int, spans: Spans) -> int:
    """Every place of each span that a row touches."""
    found = 0
    if row:
        for start, end in spans:
            own = (1 << end) - (1 << start)
            if row & own:
                found |= own
    return found


def _denied(ways: Ways, rows: Rows, barrier: int) -> int:
    """What stands within a denial. "Not" stops at the next person or pause; "no concerns about" goes further."""
    idle = _covered(ways.idle, rows, barrier)
    near = _covered(ways.near, rows, barrier) & ~idle
    stops = barrier | rows.get(PAUSES, 0) | rows.get("@subject", 0)
    far = _covered(ways.far, rows, barrier)
    return spread(near, DENIES, stops) | spread(far, DENIES_FAR, barrier)


def _not_there(ways: Ways, rows: Rows, barrier: int) -> int:
    """What was looked for and not found: "no bruises, marks or rashes seen". The list ends where a mark has a place on
    the body: "no rash, bruise on cheek"."""
    findings, ors, ands = (rows.get(name, 0) for name in ("@finding", "@or", "@and"))
    present = _covered(ways.present, rows, barrier)
    asked = _covered(ways.looked_for, rows, barrier) & ~_covered(ways.this_time, rows, barrier)
    found = asked & findings
    grown = 0
    while found != grown:
        grown = found
        found |= findings & ((found & ors) << 1 | (found | found & ands) << 1 & ~present)
        found |= (ors | ands) & found << 1
    return asked | found & findings | _covered(ways.not_there, rows, barrier)


def _taught(ways: Ways, rows: Rows, barrier: int, spans: Spans) -> int:
    """What a lesson was about, where nothing is told that somebody said or did at it."""
    stops = barrier | rows.get(PAUSES, 0)
    topics = spread(_covered(ways.taught, rows, barrier), TEACHES, stops) | _covered(ways.topic, rows, barrier)
    return topics & ~_whole(_covered(ways.told_after, rows, barrier), spans)


def _asked_and_denied(ways: Ways, rows: Rows, barrier: int) -> int:
    """What is denied by somebody who was asked outright, which may be told in another sentence."""
    if not _covered(ways.asked_outright, rows, barrier) or _covered(ways.unsettles_it, rows, barrier):
        return 0
    return _covered(ways.denied_then, rows, barrier)


def _wished_over(ways: Ways, rows: Rows, barrier: int) -> int:
    """Who tells of a harm and wants “it” to stop means the harm, not their life."""
    wish = _covered(ways.wished_over, rows, barrier)
    if not wish:
        return 0
    harms = (kind.stated for kind in kinds.kinds() if kind.key in ways.wished_over_kinds)
    of_a_person = any(_covered(said, rows, barrier) for said in harms)
    if of_a_person:
        return wish
    return _covered(ways.wished_over_this, rows, barrier) if _covered(ways.wished_over_harm, rows, barrier) else 0


def _screened(ways: Ways, rows: Rows, barrier: int, spans: Spans) -> int:
    """What is denied to a question that is asked of everyone, where nothing else in the sentence unsettles it."""
    asked = spread(_covered(ways.screened, rows, barrier), SCREENS, barrier)
    return asked & ~_whole(_covered(ways.unsettled, rows, barrier), spans)


def _set_aside(ways: Ways, rows: Rows, barrier: int, spans: Spans) -> int:
    """What is said in a way that makes it no danger, in a sentence where nothing speaks against that."""
    return reduce(
        or_,
        (
            _covered(said, rows, barrier) & ~_whole(_covered(unless, rows, barrier), spans)
            for said, unless in ways.set_aside
        ),
        0,
    )


def _weighable(text: Text) -> tuple[Word, ...]:
    """The words to weigh: what is not there, a harmless saying and a usual trouble weigh nothing."""
    usual = _covered(kinds.ways().usual, text.rows, text.barrier)
    light = text.nothing | text.harmless | usual
    return tuple(
        word._replace(plain=PAUSES) if light >> place & 1 and word.plain != ENDS else word
        for place, word in enumerate(text.row)
    )


def _unsure(ways: Ways, rows: Rows, barrier: int) -> int:
    doubts = _covered(ways.unsure, rows, barrier)
    stops = barrier | rows.get(PAUSES, 0)
    return spread(doubts, DOUBTS, barrier) | spread(_covered(ways.unless, rows, barrier), UNLESS, stops)
