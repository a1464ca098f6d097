"""Signatures: a name that is typed, and lines of numbers in a box of 500 by 200 that are drawn, and nothing else.

"12,40 13,42|50,60 51,61" is two lines. What is no number is refused, so a file cannot bring its own drawing.
"""

import math
import unicodedata
from itertools import pairwise

from pyforms.document import Picture
from pyforms.form import problem

WIDTH, HEIGHT = 500, 200
SHORTEST = 50  # of all lines together; a small cross has 80. signature.js knows it too
NICKNAME = 3  # letters that a short name shares with the long one, as Chris with Christopher
TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr"}

type Point = tuple[int, int]


def strokes(drawn: str) -> tuple[tuple[Point, ...], ...]:
    """The lines of a drawing, each of one point or more; raises a problem for anything else."""
    return tuple(tuple(_point(pair) for pair in line.split()) for line in drawn.split("|") if line.strip())


def _point(pair: str) -> Point:
    left, _, top = pair.partition(",")
    if not (_is_number(left) and _is_number(top)) or int(left) > WIDTH or int(top) > HEIGHT:
        raise problem("drawn", "This signature cannot be read. Clear it, and sign again")
    return int(left), int(top)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= len(str(WIDTH))


def picture(drawn: str, name: str) -> Picture:
    lines = "".join(_line(line) for line in strokes(drawn))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH // 2}" '
        f'height="{HEIGHT // 2}" role="img"><title>Signature</title>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
        f'<g fill="none" stroke="#1d2b2f" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">'
        f"{lines}</g></svg>"
    )
    return Picture(svg, f"Signature of {name}", f"{name} signed on the screen.")


def _line(points: tuple[Point, ...]) -> str:
    """A dot is a line to itself."""
    start, *rest = points
    ends = rest or [start]
    return f'<path d="M{start[0]} {start[1]}{"".join(f"L{left} {top}" for left, top in ends)}"/>'


def is_drawn(drawn: str) -> bool:
    """More than a dot or a slip of the finger."""
    lines = strokes(drawn)
    return sum(math.dist(here, there) for line in lines for here, there in pairwise(line)) >= SHORTEST


def is_typed(typed: str) -> bool:
    """A name has letters."""
    return any(letter.isalpha() for letter in typed)


def is_name_of(typed: str, name: str) -> bool:
    """What was typed can be that person's name: every word of the shorter stands in the longer, an initial for a word.

    It says who may have signed, never who did.
    """
    shorter, longer = sorted((_words(typed), _words(name)), key=len)
    return bool(shorter) and all(any(_alike(one, other) for other in longer) for one in shorter)


def _words(name: str) -> list[str]:
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(letter)
    )
    apart = "".join(letter if letter.isalnum() else " " for letter in plain.replace("’", "").replace("'", ""))
    return [word for word in apart.split() if word not in TITLES]


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (long.startswith(short) and (len(short) == 1 or len(short) >= NICKNAME))
