"""Whom to call, as lines of a document: the same in every form, on every blank form and in every file."""

from pyforms.areas import Area, lookup
from pyforms.areas.keys import ContactKey
from pyforms.areas.shapes import Contact
from pyforms.document import Run, Runs

EMERGENCY: Runs = (Run("In an emergency: "), Run("999", strong=True, href="tel:999"))
BY_DAY_AND_NIGHT: tuple[ContactKey, ...] = ("safeguarding_day", "safeguarding_out_of_hours")
FOR_PRACTITIONERS: tuple[ContactKey, ...] = (
    "safeguarding_day",
    "safeguarding_professionals",
    "safeguarding_out_of_hours",
)


def own_lines(area: Area, keys: tuple[ContactKey, ...] = BY_DAY_AND_NIGHT) -> tuple[Contact, ...]:
    """The safeguarding lines that the area's own sources state; none where they state none."""
    return tuple(contact for key in keys if (contact := area.contacts.get(key)))


def safeguarding(area: Area, keys: tuple[ContactKey, ...] = BY_DAY_AND_NIGHT) -> tuple[Contact, ...]:
    """The area's safeguarding lines, or else where to find any council's number."""
    finder = lookup.contact(area, "find_council")
    return own_lines(area, keys) or ((finder,) if finder else ())


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
