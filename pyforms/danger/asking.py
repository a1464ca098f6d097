"""The question beside a box that may be about danger: calm, and never a reproach."""

from functools import cache

from pyforms import whom_to_call
from pyforms.areas import Area
from pyforms.resources import read_toml
from pyforms.wording import listed

UNREAD = "something that this tool cannot read, such as another language"
QUESTION = "Is anyone hurt or in danger?"


def weighed(words: tuple[str, ...]) -> str:
    """What a sentence may mean whose words were only weighed: nobody foresaw what it tells."""
    told = listed(f"“{word}”" for word in dict.fromkeys(words) if word.lower() not in _common())
    return f"harm or danger, by its words {told}" if told else "harm or danger, by all its words together"


@cache
def _common() -> frozenset[str]:
    """Words that everyone uses, which are a reason for nothing."""
    return frozenset(read_toml("pyforms.danger", "asking.toml")["common"].split())


def practitioner(said: str, means: str, area: Area, *, stated: bool) -> tuple[str, str, str]:
    """The question, what it comes from, and what to do, for someone who works with the family."""
    if means == UNREAD:
        reason = f"You wrote: “{said}”. It holds words that this tool cannot read. Please read it for danger yourself."
    else:
        reason = f"You wrote: “{said}”. This can be a sign of {means}."
    act = "If so, act today, before you go on with this form." if stated else "If so, do not wait."
    return QUESTION, reason, f"{act} If it is happening now, call 999. If not, call: {_lines(area)}."


def _lines(area: Area) -> str:
    """The area's own lines in a sentence."""
    contacts = whom_to_call.safeguarding(area, whom_to_call.FOR_PRACTITIONERS)
    return listed(f"{each.name} ({each.phone or each.web.removeprefix('https://')})" for each in contacts)
