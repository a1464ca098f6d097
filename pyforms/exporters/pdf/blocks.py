"""Each kind of block, drawn on a sheet and tagged for screen readers."""

from collections.abc import Callable
from typing import Any

from pyforms import document as model
from pyforms.document import Block, Run, Runs, text
from pyforms.exporters.pdf import paper, pictures, tables
from pyforms.exporters.pdf.looks import BODY, EDGES, HEADINGS, LABEL, SMALL
from pyforms.exporters.pdf.sheet import Look, Sheet
from pyforms.exporters.pdf.tables import Cell
from pyforms.exporters.text import address

INDENT = 6.0


def draw(block: Block, sheet: Sheet) -> None:
    WRITERS[type(block)](block, sheet)


def heading(sheet: Sheet, words: str, level: int) -> None:
    """A heading with its bookmark; it stays with at least two lines of what follows."""
    look = HEADINGS[level]
    sheet.gap(7.0 - level)
    rows = len(sheet.lines(text(words, strong=True), look, sheet.width))
    sheet.room(rows * look.height + 2 + 2 * BODY.height)
    sheet.pdf.y = sheet.y
    sheet.pdf.start_section(sheet.letters.drawable(words), level - 1, strict=False)
    sheet.write(text(words, strong=True), look, sheet.tags.add(f"H{level}", sheet.inside))
    sheet.y += 2.0


def _heading(block: model.Heading, sheet: Sheet) -> None:
    heading(sheet, block.text, block.level)


def _paragraph(block: model.Paragraph, sheet: Sheet) -> None:
    sheet.write(_runs(block.runs), BODY, sheet.tags.add("P", sheet.inside))
    sheet.y += 2.2


def _runs(runs: Runs) -> Runs:
    """Runs with only the addresses that a file may hold."""
    return tuple(Run(run.text, run.strong, address(run.href, in_site=False)) for run in runs)


def _items(block: model.Items, sheet: Sheet) -> None:
    owner = sheet.tags.add("L", sheet.inside)
    for number, item in enumerate(block.items, start=1):
        sheet.room(BODY.height)
        element = sheet.tags.add("LI", owner)
        mark = f"{number}." if block.ordered else "\N{BULLET}"
        sheet.words(text(mark), sheet.left + 1.5, sheet.y, BODY, sheet.tags.add("Lbl", element))
        sheet.write(_runs(item), BODY, sheet.tags.add("LBody", element), INDENT)
        sheet.y += 0.8
    sheet.y += 1.6


def _facts(block: model.Facts, sheet: Sheet) -> None:
    tables.draw_facts(
        sheet, [(Cell(text(term, strong=True), "TH", "Row"), Cell(_runs(value))) for term, value in block.rows]
    )
    sheet.y += 4.0


def _table(block: model.Table, sheet: Sheet) -> None:
    sheet.room(30.0)
    sheet.write(text(block.caption, strong=True), LABEL, sheet.tags.add("P", sheet.inside))
    sheet.y += 1.0
    head = [Cell(text(column, strong=True), "TH", "Column") for column in block.columns]
    tables.draw(sheet, head, [_row(row, headed=block.row_headers) for row in block.rows])
    sheet.y += 4.0


def _row(row: tuple[str, ...], *, headed: bool) -> list[Cell]:
    return [
        Cell(text(cell, strong=True), "TH", "Row") if headed and not place else Cell(text(cell))
        for place, cell in enumerate(row)
    ]


def _note(block: model.Note, sheet: Sheet) -> None:
    sheet.gap(1.5)
    sheet.room(20.0)
    with sheet.within("Div"), sheet.box(EDGES[block.kind]):
        title = text(f"{model.NOTE_WORDS[block.kind]}: {block.title}", strong=True)
        sheet.write(title, Look(11, EDGES[block.kind]), sheet.tags.add("P", sheet.inside))
        sheet.y += 1.2
        for inner in block.blocks:
            draw(inner, sheet)
    sheet.y += 4.0


def _details(block: model.Details, sheet: Sheet) -> None:
    sheet.room(30.0)
    heading(sheet, block.title, block.level)
    for inner in block.blocks:
        draw(inner, sheet)


def _picture(block: model.Picture, sheet: Sheet) -> None:
    pictures.draw(block, sheet, BODY)
    sheet.write(text(block.title), SMALL, sheet.tags.add("Caption", sheet.inside))
    sheet.y += 3.0


def _page_break(_block: model.PageBreak, sheet: Sheet) -> None:
    if not sheet.at_top():
        sheet.new_page()


WRITERS: dict[type, Callable[[Any, Sheet], None]] = {
    model.Heading: _heading,
    model.Paragraph: _paragraph,
    model.Items: _items,
    model.Facts: _facts,
    model.Table: _table,
    model.Note: _note,
    model.Details: _details,
    model.Picture: _picture,
    model.Blank: paper.blank,
    model.Boxes: paper.boxes,
    model.PageBreak: _page_break,
}
