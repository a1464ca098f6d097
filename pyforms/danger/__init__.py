"""Words that may be about danger, in whatever box they were typed.

It reads every text of a form, whole. It can only raise a question, never settle one: a sentence without its words says
nothing about safety.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pyforms import fields, plain_words
from pyforms.form import Answers, Form, Prompt
from pyforms.resources import read_toml


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sentence may be about. `stated` is danger said outright; otherwise somebody has to be asked.

    `said` is the sentence as it was typed, `means` what it may be a sign of, in plain words, and `concerns` the ids of
    the threshold tool's concerns that it may belong to.
    """

    said: str
    means: str
    concerns: tuple[str, ...]
    stated: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A sign in the answer at `path`, whose question is `label`."""

    path: str
    label: str
    sign: Sign


def read(text: str) -> tuple[Sign, ...]:
    """The signs in a text, in its order; empty where none of the words of danger is in it, which says nothing."""
    stems = set(plain_words.stems(text))
    return tuple(
        Sign(text, "danger", tuple(group["concerns"]), stated=False)
        for group in data()["sign"]
        if stems & {plain_words.stem(word) for word in group["words"]}
    )[:1]


def found(form: Form, answers: Answers) -> tuple[Found, ...]:
    """Every sign in every text of the answers, in page order."""
    return tuple(_found(form, answers))


def _found(form: Form, answers: Answers) -> Iterator[Found]:
    for path, asked, text in fields.texts(form.fields, answers.model_dump(mode="json", exclude_defaults=True)):
        for sign in read(text):
            yield Found(path, asked.question.label, sign)


def prompts(form: Form, answers: Answers) -> tuple[Prompt, ...]:
    """One calm question beside each answer that may be about danger."""
    first = {each.path: each for each in reversed(found(form, answers))}
    return tuple(
        Prompt(each.path, "Is anyone hurt or in danger?", f"You wrote: “{each.sign.said}”", "If so, call 999.")
        for each in reversed(first.values())
    )


@cache
def data() -> dict[str, Any]:
    return read_toml("pyforms.danger", "signs.toml")
