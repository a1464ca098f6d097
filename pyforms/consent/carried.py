"""Who carries an answer, or a page, for somebody who cannot read it: an interpreter, or whoever reads it out to them.

Whoever carries it is told it. So with somebody close between, no page is made where something may not be theirs to
know, and nobody signs a page that was not read to them by somebody whose work that is.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from pyforms import danger, form
from pyforms.consent import kept_from, names, printed, said
from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Agency, Answer, Person, YesNo
from pyforms.consent.signature import is_name_of
from pyforms.resources import read_toml
from pyforms.wording import listed, same

ASK_AGAIN = (
    "Ask again through a professional interpreter, never a child and nobody close to them, alone where that is safe, "
    "and write who that was under “Who interpreted”."
)
READ_IT = (
    "Read it to them yourself, or through a professional interpreter, alone where that is safe, and write down who did."
)


class Carrier(NamedTuple):
    """Somebody who is close, or may be: in which answer they stand, in which words, and whether only who they are is
    missing."""

    asked: str
    words: str
    unclear: bool = False

    @property
    def reads(self) -> bool:
        return self.asked not in ("interpreter", "heard_by")

    @property
    def what_to_do(self) -> str:
        return READ_IT if self.reads else ASK_AGAIN


def carrier(answers: ConsentAnswers, person: Person) -> Carrier | None:
    """Whoever stands between, and is not known to be a professional."""
    return next(_carriers(answers, person), None)


def _carriers(answers: ConsentAnswers, person: Person) -> Iterator[Carrier]:
    if person.interpreter and not _is("nobody", person.interpreter, whole=True):
        if _is_close(answers, person.interpreter):
            yield Carrier("interpreter", person.interpreter)
        elif not _is_at_work(answers, person.interpreter):
            yield Carrier("interpreter", person.interpreter, unclear=True)
    if (_is("interprets", person.heard_by) or _is("reads_out", person.heard_by)) and _is_close(
        answers, _without(person.heard_by, answers.worker.name)
    ):
        yield Carrier("heard_by", person.heard_by)
    for asked in ("why_not_written", "relationship"):
        for words in kept_from.sentences(getattr(person, asked)):
            if _is("reads_out", words) and _is_close(answers, words):
                yield Carrier(asked, words)


def why_none(answers: ConsentAnswers, person: Person) -> str:
    """Why no page can go through whoever stands between; empty where it can."""
    between = carrier(answers, person)
    kept = between and _not_theirs(answers, person, between)
    if not between or not kept:
        return ""
    how = "would read it to them" if between.reads else "interprets for them"
    may_be = ", may be close to them" if between.unclear else ""
    return f"“{between.words}” {how}{may_be}, and {kept}. {between.what_to_do}"


def _not_theirs(answers: ConsentAnswers, person: Person, between: Carrier) -> str:
    """What may not be for whoever stands between to know; empty where nothing is."""
    own = _people(answers, person, between.words)
    shared = own and all(said.is_theirs(answers, answers.wished_by, each) for each in own)
    if answers.restrictions and not shared:
        return "something is to be kept private"
    if said.stated_dangers(answers) or danger.unsettled(form.get("consent"), answers):
        return "there are words here that may tell of danger"
    if any(names.gives_away(words) for _, words in printed.on_page_of(answers, person)):
        return "their page names a service that tells what the help is about"
    if any(each.answer == Answer.NOT_ASKED for each in own):
        return "they were not asked themselves"
    alone = [each.name for each in answers.agencies if any(_is_said_without(answers, each, person, one) for one in own)]
    return f"their page tells what only {person.name} said, of {listed(alone)}" if alone else ""


def _is_said_without(answers: ConsentAnswers, each: Agency, person: Person, other: Person) -> bool:
    mine, theirs = (said.is_theirs(answers, each.said_by, one) for one in (person, other))
    return person.agrees and each.may == YesNo.YES and mine and not theirs


def _people(answers: ConsentAnswers, person: Person, words: str) -> list[Person]:
    found = [each for each in answers.people if _is_named(each.name, words)]
    found += kept_from.people_in(answers, words)
    return list({same(each.name): each for each in found if same(each.name) != same(person.name)}.values())


# Who they are


def _is_close(answers: ConsentAnswers, words: str) -> bool:
    """Called what somebody close is, by the name of somebody in this record, or with an age; or by a name that might be
    theirs, where no work is named."""
    if same(answers.worker.name) == same(words.partition(",")[0]):
        return False
    here = re.sub(_away(), " ", re.sub(_data()["not_close"], " ", kept_from.plain(words)))
    everyone = [*(each.name for each in answers.people), *(each.name for each in answers.children)]
    return (
        bool(re.search(rf"\b{_data()['close']}\b", here))
        or any(_is_named(name, words) for name in everyone)
        or (not _has_work(words) and (_is_young(words) or kept_from.bears_a_name(answers, words)))
    )


def _is_young(words: str) -> bool:
    return bool(re.search(_data()["is_young"], words.lower()))


def _is_named(name: str, words: str) -> bool:
    return is_name_of(re.split(r"[,;(]| as ", words, maxsplit=1)[0].strip(), name)


def _is_at_work(answers: ConsentAnswers, words: str) -> bool:
    own = same(answers.worker.name) == same(words.partition(",")[0])
    return own or _has_work(words) or _is("interprets", words)


def _has_work(words: str) -> bool:
    return _is("works", words) or names.is_work(words)


# What they can read


def reads_no_english(person: Person) -> bool:
    """A page in English has to be read to them first."""
    told = _told(person)
    with_help = bool(person.interpreter) and not _is("nobody", person.interpreter, whole=True)
    return with_help or any(re.search(_cannot_read(), kept_from.plain(words)) for words in told) or _is_read_to(told)


def _is_read_to(told: tuple[str, ...]) -> bool:
    return any(_is("reads_out", words) for words in told)


def language(person: Person) -> str:
    """The language that is named where it is told how they answered; empty where none is."""
    told = " ".join(_told(person)).lower()
    return listed(name for name in _data()["languages"] if re.search(rf"\b{name.lower()}\b", told))


def to_do(answers: ConsentAnswers, person: Person, page: str, *, signed: bool) -> Iterator[str]:
    between = carrier(answers, person)
    if between and not between.reads:
        yield (
            f"Ask {person.name} again through a professional interpreter, never a child and nobody close to them, "
            f"alone where that is safe. Their answer came through “{between.words}”."
        )
    if page and reads_no_english(person):
        before = "and ask whether what they signed still holds" if signed else "before they sign it"
        yield f"Have “{page}” {read_to(person)} {before}. Nobody signs what they cannot read."


def read_to(person: Person) -> str:
    tongue = language(person)
    by = "by you or a professional, and nobody close to them"
    return f"read to {person.name}{f' in {tongue}' if tongue else ''}, {by},"


# Words


def _told(person: Person) -> tuple[str, ...]:
    return (person.interpreter, person.heard_by, person.why_not_written, person.relationship)


def _without(words: str, name: str) -> str:
    return re.sub(re.escape(name), " ", words, flags=re.IGNORECASE)


def _is(key: str, words: str, *, whole: bool = False) -> bool:
    text = kept_from.plain(words)
    return bool(re.fullmatch(_data()[key], text) if whole else re.search(_data()[key], text))


@cache
def _away() -> str:
    return str(_data()["away"]).replace("{close}", _data()["close"])


@cache
def _cannot_read() -> str:
    any_of = f"({'|'.join(map(str.lower, _data()['languages']))})"
    return str(_data()["cannot_read"]).replace("{language}", any_of)


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.consent", "carried.toml")
