"""Tables over pages: rows stay whole where they can, and the head is drawn again on each page."""

from collections.abc import Sequence
from dataclasses import dataclass

from pyforms.document import Runs, plain
from pyforms.exporters.pdf.lines import Line
from pyforms.exporters.pdf.sheet import BOTTOM, TOP, Look, Sheet, Stroke, columns
from pyforms.exporters.pdf.tags import Element

CELL = Look(9.5)
LINE, HEAD = Stroke((150, 160, 160)), (247, 240, 229)
PADDING = 1.6


@dataclass(frozen=True)
class Cell:
    runs: Runs
    kind: str = "TD"
    scope: str = ""

    @property
    def attributes(self) -> str:
        return f"/O /Table /Scope /{self.scope}" if self.scope else ""


class Grid:
    """A table being drawn: its columns' widths, its head, and its place in the tags."""

    def __init__(self, sheet: Sheet, widths: Sequence[float], head: Sequence[Cell], *, framed: bool) -> None:
        self.sheet, self.widths, self.head, self.framed = sheet, widths, head, framed
        self.table = sheet.tags.add("Table", sheet.inside)
        if head:
            self.row(head)

    def row(self, cells: Sequence[Cell]) -> None:
        owner = self.sheet.tags.add("TR", self.table)
        elements = [self.sheet.tags.add(cell.kind, owner, cell.attributes) for cell in cells]
        texts = self._lines(cells)
        tallest = max(len(text) for text in texts)
        place = 0
        while place < tallest:
            fits = self._fits(tallest - place)
            self._band([text[place : place + fits] for text in texts], fits, elements, headed=cells is self.head)
            place += fits

    def _lines(self, cells: Sequence[Cell]) -> list[list[Line]]:
        return [
            self.sheet.lines(cell.runs, CELL, width - 2 * PADDING)
            for cell, width in zip(cells, self.widths, strict=True)
        ]

    def _fits(self, wanted: int) -> int:
        """How many of the wanted lines go here: on a new page, when they fit there and do not fit here."""
        here, there = self._lines_from(self.sheet.y), self._lines_from(TOP) - 4
        if here < wanted and (wanted <= there or here < 1):
            self.sheet.new_page()
            self._head_again()
            here = max(self._lines_from(self.sheet.y), 1)
        return min(here, wanted)

    def _lines_from(self, y: float) -> int:
        return int((BOTTOM - y - 2 * PADDING) / CELL.height)

    def _head_again(self) -> None:
        if self.head and self.table.kids:
            texts = self._lines(self.head)
            self._band(texts, max(len(text) for text in texts), [None] * len(texts), headed=True)

    def _band(self, texts: list[list[Line]], count: int, elements: Sequence[Element | None], *, headed: bool) -> None:
        """The cells' lines side by side, with their frame."""
        sheet, height, x = self.sheet, count * CELL.height + 2 * PADDING, self.sheet.left
        for text, width, element in zip(texts, self.widths, elements, strict=True):
            if headed:
                sheet.fill(x, sheet.y, width, height, HEAD)
            if self.framed:
                sheet.frame(x, sheet.y, width, height, LINE)
            for number, line in enumerate(text):
                sheet.line(line, x + PADDING, sheet.y + PADDING + number * CELL.height, CELL, element)
            x += width
        if not self.framed:
            sheet.rule(sheet.left, sheet.y + height, sum(self.widths), LINE)
        sheet.y += height


def draw(sheet: Sheet, head: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> None:
    """A framed table whose columns are as wide as their words ask for."""
    every = [head, *rows]
    naturals = [max(_natural(sheet, row[place]) for row in every) for place in range(len(head))]
    leasts = [max(_least(sheet, row[place]) for row in every) for place in range(len(head))]
    grid = Grid(sheet, columns(naturals, leasts, sheet.width), head, framed=True)
    for row in rows:
        grid.row(row)


def draw_facts(sheet: Sheet, rows: Sequence[Sequence[Cell]]) -> None:
    """Terms beside what is known of them, without a head."""
    grid = Grid(sheet, (sheet.width * 0.34, sheet.width * 0.66), (), framed=False)
    for row in rows:
        grid.row(row)


def _natural(sheet: Sheet, cell: Cell) -> float:
    words = sheet.letters.drawable(plain(cell.runs))
    return max(sheet.measure(line, CELL.size, strong=True) for line in words.split("\n")) + 2 * PADDING


def _least(sheet: Sheet, cell: Cell) -> float:
    words = sheet.letters.drawable(plain(cell.runs)).split() or [""]
    return min(max(sheet.measure(word, CELL.size, strong=True) for word in words), 40.0) + 2 * PADDING
