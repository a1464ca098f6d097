"""Small words that every form shares: a day, a list of names, one person's name however it was typed."""

from collections.abc import Iterable
from datetime import date


def day(when: date) -> str:
    """27 March 2026"""
    return f"{when.day} {when:%B %Y}"


def listed(words: Iterable[str]) -> str:
    """Maya, Mum and Dad; empty for nobody."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def either(words: Iterable[str]) -> str:
    """Maya, Mum or Dad; empty for nobody."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} or {last}" if first else last


def clipped(words: str, longest: int = 160) -> str:
    """Enough of a long text to know it by, cut between words where it has any."""
    if len(words) <= longest:
        return words
    start = words[:longest]
    return f"{start.rpartition(' ')[0] or start}…"


def same(name: str) -> str:
    """What two ways of typing one person's name share."""
    return " ".join(name.casefold().split())
