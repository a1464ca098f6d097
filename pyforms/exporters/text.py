"""What every exporter does to text before it writes it: answers may hold any characters."""

from itertools import chain

# What XML 1.0 cannot hold or discourages: control characters, half of a surrogate pair, non-characters.
ILLEGAL = frozenset(
    chain(
        range(0x09),
        (0x0B, 0x0C),
        range(0x0E, 0x20),
        range(0x7F, 0xA0),
        range(0xD800, 0xE000),
        range(0xFDD0, 0xFDF0),
        *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
    )
)
REPLACED = dict.fromkeys(ILLEGAL, "\N{REPLACEMENT CHARACTER}")

# Hebrew, Arabic and their neighbours, with their presentation forms.
RIGHT_TO_LEFT = ((0x0590, 0x0900), (0xFB1D, 0xFE00), (0xFE70, 0xFF00), (0x10800, 0x11000), (0x1E800, 0x1F000))
FIRST_RIGHT_TO_LEFT = chr(RIGHT_TO_LEFT[0][0])

SCHEMES = ("https:", "tel:", "mailto:")


def clean(text: str) -> str:
    """The text with every character that XML cannot hold shown as the replacement character."""
    return text.translate(REPLACED)


def address(href: str, *, in_site: bool) -> str:
    """The address when it is safe to follow, else "": `https:`, `tel:`, `mailto:`, or within the site.

    Browsers skip blanks and control characters within an address and read a backslash as a slash, so
    an address that has any of them is not one of ours. A file that left the site has no page beside it.
    """
    if not href.isprintable() or " " in href or "\\" in href:
        return ""
    if href.lower().startswith(SCHEMES):
        return href
    leaves = ":" in href.split("/", maxsplit=1)[0] or href.startswith("//")
    return href if in_site and not leaves else ""


def is_right_to_left(text: str) -> bool:
    """Whether most of the letters are of a script that is written from right to left."""
    if max(text, default="") < FIRST_RIGHT_TO_LEFT:  # of nearly every text, and at once
        return False
    letters = [ord(letter) for letter in text if letter.isalpha()]
    leftward = sum(any(first <= letter < end for first, end in RIGHT_TO_LEFT) for letter in letters)
    return leftward * 2 > len(letters)
