"""Checks of the content files. Each error is for the person who writes them: it names file, key and remedy."""

from collections.abc import Collection, Iterable
from dataclasses import fields
from typing import Any

OPTIONAL = {
    "headline",
    "areas",
    "disputed",
    "danger",
    "need",
    "do",
    "do_agreed",
    "tools",
    "do_sources",
    "weeks",
    "tell_nobody",
    "on_advice",
    "no_meeting",
    "is_call",
    "own_route",
    "settles",
    "says",
    "from_age",
    "to_age",
    "to_age_for",
    "lines",
    "instead",
    "unreachable",
}
LEVELS = (1, 2, 3, 4)
HIGHEST = LEVELS[-1]


class ContentError(ValueError):
    """A mistake in the content files; the message names file, key and remedy."""


def keys(name: str, where: str, entry: dict[str, Any], shape: type, made_here: Collection[str] = ()) -> None:
    named = {each.name for each in fields(shape)} - set(made_here)
    missing, unknown = named - OPTIONAL - entry.keys(), entry.keys() - named
    if missing:
        raise ContentError(f"{name}: {where}: add {', '.join(sorted(missing))}.")
    if unknown:
        raise ContentError(f"{name}: {where}: remove or rename {', '.join(sorted(unknown))}.")


def known(name: str, where: str, key: str, found: Iterable[str], allowed: Collection[str]) -> None:
    for value in found:
        if value not in allowed:
            raise ContentError(f'{name}: {where}, {key}: "{value}" is not known. Use one of the defined ids.')


def unique(name: str, what: str, found: list[str]) -> None:
    twice = sorted({value for value in found if found.count(value) > 1})
    if twice:
        raise ContentError(f"{name}: {what}: {', '.join(twice)} is used twice. Rename one of them.")


def identifier(name: str, found: str) -> None:
    if not (found.isidentifier() and found.islower()):
        raise ContentError(f'{name}: {found}, id: use small letters, digits and "_" only.')


def ladder(name: str, concern: str, found: list[int]) -> None:
    if not found or found != sorted(found):
        raise ContentError(f"{name}: {concern}, step: give at least one, from the mildest to the gravest.")


def levels(name: str, where: str, found: list[int]) -> None:
    if any(level not in LEVELS for level in found):
        raise ContentError(f"{name}: {where}, level: a level is 1, 2, 3 or 4, not {found}.")
