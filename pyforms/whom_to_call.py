"""Whom to call, as lines of a document: the same in every form, on every blank form and in every file."""

from collections.abc import Iterable

from pyforms.areas import Area, lookup
from pyforms.areas.keys import ContactKey
from pyforms.areas.shapes import Contact
from pyforms.document import Blank, Block, Items, Note, Run, Runs, paragraph
from pyforms.wording import listed

EMERGENCY: Runs = (Run("In an emergency: "), Run("999", strong=True, href="tel:999"))
FOR_PRACTITIONERS: tuple[ContactKey, ...] = (
    "safeguarding_day",
    "safeguarding_professionals",
    "safeguarding_out_of_hours",
)

NUMBER_TO_FIND = Blank("Your council’s number", "Find your council’s number and write it here, for this paper.")


def own_lines(area: Area, keys: tuple[ContactKey, ...] = lookup.SAFEGUARDING) -> tuple[Contact, ...]:
    """The safeguarding lines that the area's own sources state a number for; none where they state none."""
    return tuple(contact for contact in lookup.own_lines(area, keys) if contact.phone)


def next_best(area: Area) -> tuple[Contact, ...]:
    """What else the area states to ring or open, where its sources state no safeguarding line."""
    finder = lookup.lines(area, "find_council")
    return () if own_lines(area) else tuple(each for each in lookup.whom_to_ring(area) if each not in finder)


def safeguarding(area: Area, keys: tuple[ContactKey, ...] = lookup.SAFEGUARDING) -> tuple[Contact, ...]:
    """The area's safeguarding lines, or else where to find any council's number, with any that the area states."""
    return lookup.whom_to_ring(area, keys)


def at_the_hard_end(people: Iterable[str], area: Area) -> tuple[Note, ...]:
    """What to do today where someone's latest score is at the hard end of a scale; nothing where nobody's is."""
    found = dict.fromkeys(people)
    if not found:
        return ()
    told = (
        f"The latest score of {listed(found)} is at the hard end. Talk about it today, with them, before "
        "the plan. Ask if anyone is hurt or in danger. If a child may be at risk of significant harm, "
        "do not wait for a review:"
    )
    return (Note("danger", "Someone is at the hard end", (paragraph(told), practitioners_lines(area))),)


def practitioners_lines(area: Area) -> Items:
    """999 and the area's safeguarding lines for people who work with children."""
    return Items((EMERGENCY, *(line(each) for each in safeguarding(area, FOR_PRACTITIONERS))))


def to_call(area: Area) -> tuple[Block, ...]:
    """The same in few words. Where the area's sources state no number: one that answers anyone, and a line to write
    the council's on."""
    own = own_lines(area, FOR_PRACTITIONERS)
    anyone = lookup.contact(area, "adult_helpline")
    others = () if own or anyone is None else (anyone,)
    found = (*safeguarding(area, FOR_PRACTITIONERS), *others)
    lines = Items((EMERGENCY, *(briefly(each) for each in found)))
    return (lines,) if own else (lines, NUMBER_TO_FIND)


def briefly(contact: Contact) -> Runs:
    """A contact's name, the quickest way to reach it and its hours: for whoever has two minutes."""
    first = contact.model_copy(update={"email": "", "web": ""} if contact.phone else {})
    return line(first, for_whom=False)


def line(contact: Contact, *, for_whom: bool = True) -> Runs:
    """A contact's name, every way to reach it, its hours, and whom it is for."""
    ways = (
        (contact.phone, f"tel:{contact.tel}"),
        (contact.email, f"mailto:{contact.email}"),
        (contact.web.removeprefix("https://"), contact.web),
    )
    told = [Run(words, strong=True, href=href) for words, href in ways if words]
    joined = [part for run in told for part in (Run(", "), run)][1:]
    details = "; ".join(words for words in (contact.hours, contact.for_whom if for_whom else "") if words)
    return (Run(f"{contact.name}: "), *joined, *((Run(f" ({details})"),) if details else ()))
