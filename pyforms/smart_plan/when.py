"""Whether words hold a day, a span or an event whose day is known: "by 16 October", "until half term", "17/9"."""

from itertools import pairwise

from pyforms.smart_plan.numbers import AGE, CLOCK, DATE, LONG, OFTEN, STAGE, YEAR, numbers_in, numbers_of
from pyforms.smart_plan.words import Line, Words, data

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
BEFORE_MONTHS = ("in", "the", "during", "by", "until", "before", "from", "early", "late", "mid", "of")
RECURS = (("nights",), ("mornings",), ("evenings",), ("afternoons",))
NEAR = 5  # words after "by" or "before" in which a day stands


def has_deadline(line: Line) -> bool:
    """How often is no date: "every Friday" ends on no day."""
    words = line.words
    return _has_date(line) or _on_a_day(words) or _has_span(words) or _has_event(words) or _ends_at(words)


def names_a_day(line: Line) -> bool:
    """A measure's spans are how long it lasts, so only a day or an event counts: "suspensions this half term"."""
    return _has_date(line) or _has_event(line.words)


def names_a_weekday(line: Line) -> bool:
    """ "Every other Thursday", "on Thursday nights" tell how often, though not until when."""
    return not set(DAYS).isdisjoint(line.words.lower)


def _has_date(line: Line) -> bool:
    return any(number.says == DATE for number in numbers_of(line.clauses)) or _names_a_month(line.words)


def _names_a_month(words: Words) -> bool:
    """ "At the December clinic", "in May"."""
    months = data()["deadline"]["months"]
    named = [
        at for at, word in enumerate(words.lower) if at and word in months and words.lower[at - 1] in BEFORE_MONTHS
    ]
    return any("since" not in words.lower[max(at - NEAR, 0) : at] for at in named)


def _has_span(words: Words) -> bool:
    """ "Within six weeks", "for a month"; a "12 week course" is only its length, and "five nights in a week" a rate."""
    if words.lower and [
        number
        for number in numbers_in(words)
        if number.says == LONG and words.text.endswith(f" {number.words.lower()} ")
    ]:
        return True
    if any(f" all {season} " in words.text for season in data()["deadline"]["lasting"]):
        return True
    spans = data()["deadline"]["spans"]
    for at, word in enumerate(words.lower):
        before = words.lower[max(at - 4, 0) : at]
        if word in spans and any(
            each in ("within", "for", "in", "over", "next", "after", "until", "during", "from") for each in before
        ):
            after = words.lower[at + 1 : at + 2]
            if not set(after) & {"course", "programme", "block", "plan", "off", "old"} and not set(before) & {
                "a",
                "per",
                "each",
            } - ({"a"} if "for" in before or "within" in before or "in" in before else set()):
                return _is_a_length(before)
    return False


def _is_a_length(before: tuple[str, ...]) -> bool:
    """A number or "a", "the next" stands between: "in class five days" is no span."""
    start = max(
        at
        for at, word in enumerate(before)
        if word in ("within", "for", "in", "over", "next", "after", "until", "during", "from")
    )
    between = before[start + 1 :]
    if before[start] == "in" and between == ("a",):
        return False
    has_number = any(
        word in ("a", "next", "first", "last", "coming", "couple")
        or word.isdecimal()
        or word in data()["numbers"]["words"]
        for word in between
    )
    if not has_number or between[-2:] == ("the", "coming"):
        return False
    return all(
        word
        in (
            "a",
            "the",
            "next",
            "first",
            "last",
            "least",
            "at",
            "about",
            "coming",
            "couple",
            "of",
            "whole",
            "full",
            "half",
        )
        or word in data()["numbers"]["words"]
        or word.isdecimal()
        for word in between
    )


def _on_a_day(words: Words) -> bool:
    """ "On Saturday" is one day; "on Mondays and Thursdays", "every Friday" and "a Friday" are how often."""
    days = [at for at, word in enumerate(words.lower) if word in DAYS]
    often = any(number.says == OFTEN for number in numbers_in(words))
    recurs = any(words.lower[at + 1 : at + 2] in RECURS for at in days)
    return (
        len(days) == 1
        and not often
        and not recurs
        and words.lower[days[0] - 1] in ("on", "this", "next", "by")
        and days[0] > 0
    )


def _has_event(words: Words) -> bool:
    known = data()["deadline"]
    is_next = any(word == "next" and after not in known["not_next"] for word, after in pairwise(words.lower))
    return is_next or any(f" {event} " in words.text and not _is_past(words, event) for event in known["events"])


def _is_past(words: Words, event: str) -> bool:
    return any(f" {word} {event} " in words.text for word in ("since", "last"))


def _ends_at(words: Words) -> bool:
    """ "By the end of Key Stage 2", "before her birthday", "by Friday"."""
    ends = data()["deadline"]["ends"]
    return any(_is_an_end(words, at) for at, word in enumerate(words.lower) if word in ends)


def _is_an_end(words: Words, at: int) -> bool:
    """ "By 8 on school nights" is a time of the day, every day."""
    is_clock = any(number.says == CLOCK for number in numbers_in(Words(words.said[at : at + 3])))
    near = set(words.lower[at + 1 : at + 1 + NEAR])
    known = data()["deadline"]
    return not is_clock and (bool(near.intersection(known["calendar"])) or _says_how_old(words, at))


def _says_how_old(words: Words, at: int) -> bool:
    near = Words(words.said[at + 1 : at + 1 + NEAR])
    return any(number.says in (AGE, YEAR, STAGE, CLOCK, DATE) for number in numbers_in(near))
