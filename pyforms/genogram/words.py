"""The words of `words.toml`, each list ready to be looked up."""

from functools import cache
from typing import Any

from pyforms.resources import read_toml


@cache
def words() -> dict[str, Any]:
    return read_toml("pyforms.genogram", "words.toml")


def plain(word: str) -> str:
    """One word as the lists write it."""
    return word.casefold().replace("’", "'").replace(".", "").strip(",;:!()[]\"'")


@cache
def phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    """What is said of one person: the words of a phrase, with what it is about and what it says."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for sex, every in words()["sex"].items():
        found |= dict.fromkeys(map(_cut, every), ("sex", sex))
    for need, sexes in words()["relation"].items():
        for sex, every in sexes.items():
            found |= dict.fromkeys(map(_cut, every), (f"relation {need}", sex))
    for what, every in words()["life"].items():
        if what not in ("no_date", "filler", "not_on"):
            found |= dict.fromkeys(map(_cut, every), (what, ""))
    return found


@cache
def longest_phrase() -> int:
    return max(len(each) for each in phrases())


@cache
def kinds() -> dict[str, tuple[str, str]]:
    """How a child came: the words in a bracket, with the kind and the word that stays with it."""
    found: dict[str, tuple[str, str]] = {}
    for kind, every in words()["kind"].items():
        if isinstance(every, dict):
            found |= {each: (kind, said) for said, ways in every.items() for each in ways}
        else:
            found |= dict.fromkeys(every, (kind, kind if kind == "donor" else ""))
    return found


@cache
def among(group: str, name: str) -> frozenset[str]:
    """One list of the file, to ask whether a word is in it."""
    return frozenset(words()[group][name])


@cache
def roles() -> dict[str, tuple[str, int]]:
    """Names such as Nan: which group of names it belongs to, and how many generations it stands above the child."""
    return {each: (name, role["above"]) for name, role in words()["role"].items() for each in role["words"]}


def _cut(phrase: str) -> tuple[str, ...]:
    return tuple(plain(word) or word for word in phrase.split())
