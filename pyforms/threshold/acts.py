"""What a sentence has people do with a family: ask, tell or meet them. acts.toml holds the words; this is the one place
where a step is held back because someone at home may be the danger."""

import re
from collections.abc import Collection
from enum import StrEnum
from functools import cache, lru_cache

from pyforms.resources import read_toml


class Act(StrEnum):
    ASK = "ask"
    TELL = "tell"
    MEET = "meet"


EVERY = frozenset(Act)


def allowed(said: str, forbidden: Collection[Act]) -> bool:
    """Whether a step may stand on a page where some acts are forbidden."""
    return not (acts(said) & {*forbidden})


@lru_cache(maxsize=4096)  # the same steps are asked about many times for one page
def acts(said: str) -> frozenset[Act]:
    meant = _pattern("unless").sub("", said)
    return frozenset(act for act in Act if _pattern(act).search(meant))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(read_toml("pyforms.threshold", "acts.toml")[name]["words"]), re.IGNORECASE)
