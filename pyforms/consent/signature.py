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
TITLES = {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev"}
RELATIONS = {
    "mum", "mummy", "mam", "mom", "mother", "dad", "daddy", "father", "stepmum", "stepdad", "nan", "nana", "nanny",
    "gran", "granny", "grandma", "grandad", "grandpa", "aunt", "auntie", "aunty", "uncle", "carer", "parent",
}  # fmt: skip
NO_NAME = RELATIONS | {"for", "pp", "per", "by", "behalf", "of", "yes", "no", "ok", "okay", "agreed", "agree"}
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "\u0131": "i"})

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
    """What was typed can be that person’s name. Whatever else it may be is asked about, and not counted.

    It is the name in any order, a first name alone, a surname after the one name that is known, or a given name before
    a surname that is known by its title (Mrs Nguyễn). With a surname beside it, an initial or a short form will do.
    It says who may have signed, never who did.
    """
    if _words(typed) == _words(name):
        return bool(_words(typed))
    given, known = _own_words(typed), _own_words(name)
    if not given or not known or _says_more(typed, name):
        return False
    if len(given) == len(known):
        return given == known or (len(known) > 1 and _pairs(given, known))
    if len(given) < len(known):
        return given == known[: len(given)]
    return len(known) == 1 and known[0] == (given[-1] if _is_titled(name) else given[0])


def _says_more(typed: str, name: str) -> bool:
    """Words that are no name: for whom it is signed, who they are to the family, or an answer."""
    return bool(set(_words(typed)) & NO_NAME - set(_words(name)))


def _pairs(given: list[str], known: list[str]) -> bool:
    """Each word has one of its own on the other side, and one at least stands in full."""
    left = [*known]
    for word in sorted(given, key=len, reverse=True):
        own = next((other for other in left if word == other), None) or next(
            (other for other in left if _alike(word, other)), None
        )
        if own is None:
            return False
        left.remove(own)
    return any(len(word) > 1 for word in set(given) & set(known)) or any(
        "-" in word and len(set(word.split("-")) & set(known)) > 0 for word in given
    )


def is_relation_only(name: str) -> bool:
    """Mum, Dad or Nan: a name that many people share."""
    return bool(_words(name)) and not set(_words(name)) - RELATIONS


def _is_titled(name: str) -> bool:
    return bool(set(_every_word(name)) & TITLES)


def _words(name: str) -> list[str]:
    return [word for word in _every_word(name) if word not in TITLES]


def _own_words(name: str) -> list[str]:
    return [word for word in _words(name) if word not in RELATIONS]


def _every_word(name: str) -> list[str]:
    folded = name.casefold().translate(LETTERS)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(letter))
    apart = "".join(letter if letter.isalnum() or letter == "-" else " " for letter in plain if letter not in "’'")
    return [word for word in (part.strip("-") for part in apart.split()) if word]


def _alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (long.startswith(short) and (len(short) == 1 or len(short) >= NICKNAME)) or short == long.partition("-")[0]
