"""The macro for what has changed in England: no sentence about it stands on a page without how sure it is."""

from collections.abc import Callable
from typing import Any, get_args

from markupsafe import Markup

from macros.areas import published
from macros.render import render
from pyforms.national import SURE, SURE_PLAIN, NationalKey, national, source_of


def country(*keys: NationalKey, plain: bool = False) -> Markup:
    """Those facts, each with how sure it is and its source; `plain` is for families. Call it at column 0."""
    unknown = {*keys} - {*get_args(NationalKey)}
    if unknown:
        raise ValueError(f"{sorted(unknown)} are no national facts: {', '.join(get_args(NationalKey))}")
    facts = [national().facts[key] for key in keys]
    undated = [f"{key}-date" for key in keys if f"{key}-date" in get_args(NationalKey) and f"{key}-date" not in keys]
    if undated:
        raise ValueError(f"what starts on a day is never told without it: add {undated}")
    silent = [fact.topic for fact in facts if plain and not fact.plain]
    if silent:
        raise ValueError(f"no words for families yet: {silent}. Give them a `plain` in pyforms/national/facts.toml")
    told = [
        {
            "topic": (plain and fact.plain_topic) or fact.topic,
            "text": fact.plain if plain else fact.text,
            "note": "" if plain else fact.note,
            "sure": (SURE_PLAIN if plain else SURE)[fact.how_sure],
            "source": source_of(fact),
            "where": fact.where,
        }
        for fact in facts
    ]
    return render("country.html", facts=told, plain=plain)


def rests_on(*keys: NationalKey, plain: bool = False) -> Markup:
    """What the words above it rest on, where the page tells them in its own way. Call it at column 0."""
    lines = [
        {
            "topic": (plain and fact.plain_topic) or fact.topic,
            "sure": (SURE_PLAIN if plain else SURE)[fact.how_sure],
            "source": source_of(fact).title,
            "where": fact.where,
        }
        for fact in (national().facts[key] for key in keys)
    ]
    return render("rests_on.html", lines=lines)


def national_sources() -> Markup:
    """The documents that the national facts rest on."""
    return render("national_sources.html", sources=national().sources.values(), published=published)


MACROS: tuple[Callable[..., Any], ...] = (country, national_sources, rests_on)
