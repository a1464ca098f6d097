"""From whom the family asks to keep something: a page or letter that would tell them is held."""

import re
from functools import cache

from pyforms.consent.answers import ConsentAnswers
from pyforms.consent.parts import Person, YesNo
from pyforms.resources import read_toml

DOCTOR = "the doctor"


@cache
def _table() -> dict[str, re.Pattern[str]]:
    return {each["name"]: re.compile(each["words"]) for each in read_toml("pyforms.consent", "kept_from.toml")["from"]}


def named(words: str) -> list[str]:
    """Who is named in some words, as the table calls them."""
    return [name for name, pattern in _table().items() if pattern.search(words.lower())]


def told_all_the_same(answers: ConsentAnswers) -> list[str]:
    """Services that are to be told, and are named in what is to be kept private."""
    kept = {*named(answers.restrictions)}
    told = [each.name for each in answers.agencies if each.may == YesNo.YES and kept & {*named(each.name)}]
    return list(dict.fromkeys(told))


def is_kept_from(answers: ConsentAnswers, person: Person) -> bool:
    """What the person is to the child is named in what is to be kept private."""
    return bool({*named(answers.restrictions)} & {*named(f"{person.relationship} {person.name}")})
