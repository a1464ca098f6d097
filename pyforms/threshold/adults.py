"""From 18 on: no level, which is for children, but adult social care first, and 999 before it."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from pyforms import whom_to_call
from pyforms.areas import lookup
from pyforms.areas.shapes import Contact
from pyforms.document import Blank, Heading, Items, Run, bullets, paragraph
from pyforms.document import Block as AnyBlock
from pyforms.resources import read_toml
from pyforms.threshold import ages, checks, took_in
from pyforms.threshold.assessment import Assessment
from pyforms.threshold.concerns import by_id, sources
from pyforms.wording import listed

if TYPE_CHECKING:
    from pyforms.areas.keys import ContactKey

type Blocks = tuple[AnyBlock, ...]

NAME = "adults.toml"
TITLE = "18 or over: adult social care"
NO_LEVEL = "Levels of need are for children, so there is none here. From 18 on you tell adult social care."
NUMBER_TO_FIND = Blank("Adult social care’s number", "Find your council’s number and write it here, for this paper.")
IF_A_CHILD = "Is there a child under 18 in the home? Then answer this form for that child too."


@dataclass(frozen=True, slots=True)
class Until25:
    """What a young adult keeps, or may ask for, up to 25."""

    policy: str
    text: str
    source: str


@cache
def until_25() -> tuple[Until25, ...]:
    """In the file's order. Raises ContentError on a mistake."""
    every = tuple(Until25(**entry) for entry in _data()["until_25"])
    for each in every:
        checks.known(NAME, each.policy, "source", [each.source], sources())
    return every


@cache
def with_children() -> ages.Lines:
    return ages.lines("children", _data()["children"]["lines"])


@cache
def keep_their_duties() -> frozenset[str]:
    found = _data()["duties"]["concerns"]
    checks.known(NAME, "duties", "concerns", found, by_id())
    return frozenset(found)


def first_step(found: Assessment) -> str:
    """The one thing to do next, in words."""
    if found.danger_is_stated:
        return "Ring 999 where someone is in danger now. Then tell adult social care."
    return (
        "Talk it through with your safeguarding lead, then tell adult social care. Ask the person first, unless unsafe."
    )


def to_call(found: Assessment) -> Blocks:
    """999, adult social care and the lines for what was chosen; children's lines too where a child is in the home."""
    social_care = lookup.contact(found.area, "adult_social_care")
    chosen = {reading.concern.id for reading in found.readings}
    keys: list[ContactKey] = [each["contact"] for each in _data()["call"] if chosen & {*each["concerns"]}]
    others = [contact for key in keys if (contact := lookup.contact(found.area, key))]
    children = whom_to_call.safeguarding(found.area, whom_to_call.FOR_PRACTITIONERS) if speaks_of_a_child(found) else ()
    lines = Items(
        (
            whom_to_call.EMERGENCY,
            *((whom_to_call.briefly(social_care),) if social_care else ()),
            *map(whom_to_call.briefly, others),
            *map(_about_the_child, children),
        )
    )
    return (lines,) if social_care and social_care.phone else (lines, NUMBER_TO_FIND)


def _about_the_child(contact: Contact) -> tuple[Run, ...]:
    return (Run("About the child: "), *whom_to_call.briefly(contact))


def speaks_of_a_child(found: Assessment) -> bool:
    return bool(_lines_with_a_child(found)) or any(_child_words().search(words) for words in took_in.words(found))


def the_child(found: Assessment) -> Blocks:
    """A child in the home is still a child."""
    if not speaks_of_a_child(found):
        return (paragraph(IF_A_CHILD),)
    named = _lines_with_a_child(found)
    about = f" ({listed([f'“{label}”' for label in named])})" if named else ""
    return (
        paragraph(
            Run("A child: ", strong=True),
            f"your answers speak of one{about}. Answer this form for that child too, and call children’s social care "
            "if you fear for them.",
        ),
    )


def below() -> Blocks:
    """What adult social care has to hear, and what a young adult keeps."""
    return (
        Heading(2, "When you call adult social care, say"),
        bullets(
            "What the person wants to happen. Ask them first, and alone, unless asking would add to the risk.",
            "What care or support they need, from whom they fear harm, and whether they can protect themself.",
            "Whether they can make this decision, and who else is at risk, children among them.",
            "That you ask for a safeguarding enquiry (Care Act 2014, section 42), or a needs assessment (section 9).",
        ),
        Heading(2, "Between 18 and 25"),
        bullets(*(f"{each.text} [{sources()[each.source].cited}]" for each in until_25())),
    )


def _lines_with_a_child(found: Assessment) -> tuple[str, ...]:
    return tuple(
        reading.concern.label
        for reading in found.readings
        if ages.holds(with_children(), reading.concern.id, reading.seen.step)
    )


@cache
def _child_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_data()['children']['words'])})\b", re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.threshold", NAME)
