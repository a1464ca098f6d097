"""Whether an action is someone's: a person who can be rung and asked, or a service, a role or a whole family."""

from functools import cache, lru_cache
from typing import Any

from pyforms.smart_plan.words import data

DOERS = (" and ", "&", "/", ";", "+", " plus ")
WORKS_AT = ("(", ",", " from ", " at ", " of ", " - ", " – ", ":")


def people(who: str) -> tuple[str, ...]:
    """Everyone in "Mum and Dad", "Jo & Ella", "Priya Nair, youth worker; Nan": a comma's part may only describe."""
    for mark in DOERS:
        who = who.replace(mark, ";")
    return tuple(part.strip() for part in who.split(";") if part.strip())


@lru_cache(maxsize=1024)
def is_person(who: str) -> bool:
    """ "Jo (key worker)", "Mrs Hub", "Nan", "I": any part of it names somebody, or a post that one person holds."""
    return any(_names_somebody(part) or part.lower() in _lists()["held_by_one"] for part in _parts(who))


def _parts(who: str) -> tuple[str, ...]:
    for mark in WORKS_AT:
        who = who.replace(mark, ";")
    return tuple(part.strip(" ).'") for part in who.split(";") if part.strip(" ).'"))


def _names_somebody(part: str) -> bool:
    words = part.replace("’", "'").replace("-", " ").split() if part.lower() not in _lists()["family"] else [part]
    lower = [word.lower().strip(".,") for word in words]
    if not lower:
        return False
    if lower[0] in _lists()["titles"] and len(lower) > 1:
        return True
    if any(phrase in " ".join(lower) for phrase in _services()):
        return False
    known = _known()
    left = [
        word
        for word, bare in zip(words, lower, strict=True)
        if bare not in known and bare.removesuffix("'s") not in known
    ]
    if lower[-1] in _lists()["described"] and words[-2:-1] == left[-1:]:
        return False
    if any(bare.removesuffix("'s") in _family() for bare in lower) and "family" not in lower:
        return lower not in (["child"], ["children"]) and not _is_only_a_kind(lower)
    if len(lower) > 1 and lower[-1] in _lists()["surnames"] and left and left[0] == words[0]:
        return lower[0] not in _lists()["services"] and len(lower) == len(("Sarah", "Trust"))
    return any(not _is_initials(word) for word in left) and lower[-1] not in _endings()


def _is_only_a_kind(lower: list[str]) -> bool:
    """ "Foster carers team", "Parent support adviser": a family word within a role."""
    return len(lower) > 1 and lower[-1] in _known() and lower[-1] not in _family()


def _is_initials(word: str) -> bool:
    """ELSA, SENCO, IDVA: the letters of a role or a service, whichever it is."""
    return (word.isupper() and len(word) > len("TJ")) or not any(letter.isalpha() for letter in word)


@cache
def _services() -> tuple[str, ...]:
    return tuple(word for word in _lists()["words"] if " " in word)


@cache
def _endings() -> frozenset[str]:
    return frozenset(_lists()["endings"])


@cache
def _known() -> frozenset[str]:
    return frozenset(_lists()["words"]) | frozenset(_lists()["surnames"])


@cache
def _family() -> frozenset[str]:
    return frozenset(part for word in _lists()["family"] for part in (word, word.split("-")[-1]))


def _lists() -> dict[str, Any]:
    lists: dict[str, Any] = data()["who"]
    return lists
