"""Breaking runs of text into lines of a width. No letter is lost: a word too long for a line is cut."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from pyforms.document import Runs


@dataclass(frozen=True)
class Piece:
    """A stretch of one line in one look."""

    text: str
    strong: bool
    href: str


type Line = tuple[Piece, ...]
type Word = list[Piece]
type Measure = Callable[[str, bool], float]


def lines(runs: Runs, width: float, measure: Measure) -> list[Line]:
    """The lines of a text; `measure` gives the width of words, strong or not, in the unit of `width`."""
    broken = [line for part in _parts(runs) for line in _broken(_words(part), width, measure)]
    return broken or [()]


def _parts(runs: Runs) -> list[list[Piece]]:
    """The pieces between people's own line breaks."""
    parts: list[list[Piece]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        parts[-1].append(Piece(first, run.strong, run.href))
        parts.extend([Piece(text, run.strong, run.href)] for text in rest)
    return parts


def _words(pieces: list[Piece]) -> list[Word]:
    """Words are what has no space within; one may hold pieces of several looks, such as "**level 3**."."""
    words: list[Word] = [[]]
    for piece in pieces:
        first, *rest = piece.text.split(" ")
        words[-1].append(Piece(first, piece.strong, piece.href))
        words.extend([Piece(text, piece.strong, piece.href)] for text in rest)
    return [word for word in words if any(piece.text for piece in word)]


def _broken(words: list[Word], width: float, measure: Measure) -> Iterator[Line]:
    line: Word = []
    used, space = 0.0, measure(" ", False)  # noqa: FBT003 - not strong
    for word in (fitting for long in words for fitting in _cut(long, width, measure)):
        size = sum(measure(piece.text, piece.strong) for piece in word)
        if line and used + space + size > width:
            yield _joined(line)
            line, used = [], 0.0
        spaced = [Piece(" ", line[-1].strong, line[-1].href if line[-1].href == word[0].href else "")] if line else []
        line += spaced + word
        used += size + (space if spaced else 0.0)
    yield _joined(line)


def _cut(word: Word, width: float, measure: Measure) -> Iterator[Word]:
    """A word in parts that fit the width; nearly always the word itself."""
    if sum(measure(piece.text, piece.strong) for piece in word) <= width:
        yield word
        return
    part: Word = []
    used = 0.0
    for letter in (Piece(letter, piece.strong, piece.href) for piece in word for letter in piece.text):
        size = measure(letter.text, letter.strong)
        if part and used + size > width:
            yield part
            part, used = [], 0.0
        part.append(letter)
        used += size
    yield part


def _joined(pieces: Word) -> Line:
    """Neighbours of one look as one piece."""
    looks = groupby(pieces, key=lambda piece: (piece.strong, piece.href))
    return tuple(Piece("".join(piece.text for piece in same), *look) for look, same in looks)
