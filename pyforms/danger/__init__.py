"""Words that may be about danger, in whatever box they were typed.

It reads every text of a form, whole. It can only raise a question, never settle one: a sentence without its words says
nothing about safety.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from pyforms import fields
from pyforms.areas import Area
from pyforms.danger import asking, language, reader
from pyforms.form import Answers, Form, Prompt
from pyforms.resources import read_toml

NAME = 4  # so many words may be a name or a street
MOST = 3  # things that a sentence may mean, when it is told


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sentence may be about. `stated` is danger said outright; otherwise somebody has to be asked.

    `said` is the sentence as it was typed, `means` what it may be a sign of, in plain words, `concerns` the ids of the
    threshold tool's concerns that it may belong to, and `kinds` the keys of the kinds that were read in it; it has none
    where only the weight of its words raised it, or where they could not be read.
    """

    said: str
    means: str
    concerns: tuple[str, ...]
    stated: bool
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A sign in the answer at `path`, whose question is `label`."""

    path: str
    label: str
    sign: Sign


@lru_cache(maxsize=256)  # a form asks for the signs of one text several times
def read(text: str, *, age: int | None = None) -> tuple[Sign, ...]:
    """The signs in a text, in its order; empty where none of the words of danger is in it, which says nothing.

    `age` is the child's, where a form asks for it.
    """
    return tuple(_sign(told) for told in reader.tell(text, age=age))


def _sign(told: reader.Told) -> Sign:
    if not told.kinds:
        return Sign(told.said, asking.weighed(told.weighed), (), stated=False)
    means = tuple(dict.fromkeys(kind.means for kind in told.kinds))[:MOST]
    concerns = tuple(dict.fromkeys(concern for kind in told.kinds for concern in kind.concerns))
    return Sign(told.said, "; or ".join(means), concerns, told.stated, tuple(kind.key for kind in told.kinds))


def found(form: Form, answers: Answers) -> tuple[Found, ...]:
    """Every sign in every text of the answers, in page order."""
    return tuple(_found(form, answers))


def _found(form: Form, answers: Answers) -> Iterator[Found]:
    for path, asked, text in fields.texts(form.fields, answers.model_dump(mode="json", exclude_defaults=True)):
        for sign in _signs(asked, text, getattr(answers, "child_age", None)):
            yield Found(path, asked.question.label, sign)


def _signs(asked: fields.Field, text: str, age: int | None) -> tuple[Sign, ...]:
    """What was read in an answer, and what could not be.

    In a part that cannot be read nothing was read either, unless it states a danger in English with slips.
    """
    signs = read(text, age=age)
    for part in _parts(asked, text):
        inside = tuple(sign for sign in signs if sign.said in part)
        if not (language.has_english(part) and any(sign.stated for sign in inside)):
            signs = (*(sign for sign in signs if sign not in inside), _not_read(part))
    return signs


def _parts(asked: fields.Field, text: str) -> tuple[str, ...]:
    """In a short answer a few strange words are a name or an address."""
    parts = language.unread(text, alone=asked.question.by != "practitioner")
    return tuple(part for part in parts if asked.kind == "long" or len(part.split()) > NAME)


def unread(text: str) -> tuple[Sign, ...]:
    """Words that nobody taught us, such as another language, may say anything."""
    return tuple(_not_read(part) for part in language.unread(text))


def _not_read(part: str) -> Sign:
    return Sign(reader.shortened(part), asking.UNREAD, (), stated=False)


def prompts(form: Form, answers: Answers, area: Area) -> tuple[Prompt, ...]:
    """One calm question beside each answer that may be about danger, about its gravest sentence."""
    ask = asking.practitioner
    signs = unsettled(form, answers)
    return tuple(Prompt(path, *ask(sign.said, sign.means, area, stated=sign.stated)) for path, sign in signs.items())


def unsettled(form: Form, answers: Answers) -> dict[str, Sign]:
    """The gravest sign in each answer that has one of which the form does not know enough already. What was copied from
    another answer into a list of words that were looked at is there once."""
    gravest: dict[str, Sign] = {}
    for each in found(form, answers):
        if each.path.startswith("looked.") and any(each.sign.said in sign.said for sign in gravest.values()):
            continue
        if form.settled and form.settled(answers, each.path, each.sign):
            continue
        if each.path not in gravest or (each.sign.stated and not gravest[each.path].stated):
            gravest[each.path] = each.sign
    return gravest


@cache
def data() -> dict[str, Any]:
    """The single words that make the threshold tool's finder show a concern, whatever stands around them."""
    return read_toml("pyforms.danger", "signs.toml")
