"""Pages of A4 on which text flows: where the next line goes, page breaks, boxes. Lengths are millimetres."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from fpdf import FPDF

from pyforms.document import Runs
from pyforms.exporters.pdf.letters import Letters
from pyforms.exporters.pdf.lines import Line, lines
from pyforms.exporters.pdf.tags import Element, Tags

LEFT, TOP, WIDTH, BOTTOM = 17.0, 20.0, 176.0, 275.0
POINT = 25.4 / 72
FONT = "sans"


type Colour = tuple[int, int, int]  # red, green and blue, 0 to 255


@dataclass(frozen=True)
class Stroke:
    """A line's colour and width."""

    colour: Colour
    width: float = 0.2


@dataclass(frozen=True)
class Look:
    """How text looks: its size in points, its colour, and how far lines stand apart."""

    size: float
    colour: Colour = (0, 0, 0)
    leading: float = 1.4

    @property
    def height(self) -> float:
        return self.size * POINT * self.leading


class Sheet:
    """The pages so far. `y` is where the next thing goes; `left` and `width` are the column that it goes in."""

    def __init__(self, pdf: FPDF) -> None:
        self.pdf, self.tags = pdf, Tags(pdf)
        self.letters = Letters(frozenset(pdf.fonts[FONT].cmap))  # type: ignore[union-attr]  # ours is never a core font
        self.left, self.width, self.y = LEFT, WIDTH, TOP
        self.boxes: list[Box] = []
        self.widths: dict[tuple[str, bool], float] = {}
        self.inside = self.tags.document
        self.new_page()

    def new_page(self) -> None:
        for box in self.boxes:
            box.close(self)
        self.pdf.add_page()
        self.y = TOP
        for box in self.boxes:
            box.top = TOP

    def at_top(self) -> bool:
        return self.y <= TOP

    def room(self, height: float) -> None:
        """Start a new page unless something of this height fits on this one."""
        if self.y + height > BOTTOM and not self.at_top():
            self.new_page()

    def gap(self, height: float) -> None:
        if not self.at_top():
            self.y += height

    def measure(self, words: str, size: float, *, strong: bool) -> float:
        """The width of words at a size in points; the same words are asked for again and again."""
        key = (words, strong)
        if key not in self.widths:
            font = self.pdf.fonts[FONT + ("B" if strong else "")]
            self.widths[key] = font.get_text_width(words, 1.0, None)[1] * POINT
        return self.widths[key] * size

    def lines(self, runs: Runs, look: Look, width: float) -> list[Line]:
        drawable = self.letters.runs(runs)
        return lines(drawable, width, lambda words, strong: self.measure(words, look.size, strong=strong))

    def write(self, runs: Runs, look: Look, element: Element | None, indent: float = 0.0) -> None:
        """A text in the column, over as many pages as it needs."""
        for line in self.lines(runs, look, self.width - indent):
            self.room(look.height)
            self.line(line, self.left + indent, self.y, look, element)
            self.y += look.height

    def line(self, line: Line, x: float, y: float, look: Look, element: Element | None) -> None:
        """One line with its top at `y`; it ends with a space, so that a reader does not join it to the next."""
        for piece in line:
            owner = self.tags.add("Link", element) if piece.href and element else element
            with self.tags.mark(owner):
                self.pdf.set_font(FONT, "B" if piece.strong else "", look.size)
                self.pdf.set_text_color(*look.colour)
                last = piece is line[-1]
                self.pdf.text(x, y + look.size * POINT * 1.05, piece.text + (" " if last else ""))
            width = self.measure(piece.text, look.size, strong=piece.strong)
            if piece.href:
                self._link(x, y, width, look, piece.href)
            x += width

    def words(self, runs: Runs, x: float, y: float, look: Look, element: Element | None) -> None:
        """A text that takes one line, whatever its length."""
        for line in self.lines(runs, look, WIDTH)[:1]:
            self.line(line, x, y, look, element)

    def _link(self, x: float, y: float, width: float, look: Look, href: str) -> None:
        self.pdf.link(x, y, width, look.height, href)
        self.rule(x, y + look.size * POINT * 1.2, width, Stroke(look.colour))

    def rule(self, x: float, y: float, width: float, stroke: Stroke) -> None:
        """A line across, as decoration."""
        self.frame(x, y, width, 0.0, stroke)

    def frame(self, x: float, y: float, width: float, height: float, stroke: Stroke) -> None:
        """A rectangle's outline, as decoration."""
        with self.tags.mark(None):
            self.pdf.set_draw_color(*stroke.colour)
            self.pdf.set_line_width(stroke.width)
            self.pdf.rect(x, y, width, height)

    def fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        """A filled rectangle, as decoration."""
        with self.tags.mark(None):
            self.pdf.set_fill_color(*colour)
            self.pdf.rect(x, y, width, height, style="F")

    @contextmanager
    def within(self, kind: str) -> Iterator[None]:
        """What is drawn meanwhile belongs to an element of this kind."""
        above = self.inside
        self.inside = self.tags.add(kind, above)
        yield
        self.inside = above

    @contextmanager
    def box(self, colour: Colour) -> Iterator[None]:
        """A framed column: what is written meanwhile stands in it, on each page that it reaches."""
        box = Box(colour, self.left, self.width, self.y)
        self.boxes.append(box)
        self.left, self.width, self.y = self.left + 6, self.width - 9, self.y + 3
        yield
        self.y += 2
        box.close(self)
        self.boxes.remove(box)
        self.left, self.width = box.left, box.width


@dataclass
class Box:
    """An open box: its frame is drawn when it ends, or the page does."""

    colour: Colour
    left: float
    width: float
    top: float

    def close(self, sheet: Sheet) -> None:
        height = min(sheet.y, BOTTOM + 4) - self.top
        sheet.frame(self.left, self.top, self.width, height, Stroke(self.colour, 0.3))
        sheet.fill(self.left, self.top, 2.0, height, self.colour)


def columns(naturals: Sequence[float], leasts: Sequence[float], width: float) -> list[float]:
    """Widths that fill a table: each column has what its longest word needs, and then its share of the rest."""
    spare = width - sum(leasts)
    if spare <= 0:
        return [width * least / sum(leasts) for least in leasts]
    wishes = [min(natural, width / 2) - least + 1.0 for natural, least in zip(naturals, leasts, strict=True)]
    wishes = [max(wish, 1.0) for wish in wishes]
    return [least + spare * wish / sum(wishes) for least, wish in zip(leasts, wishes, strict=True)]
