"""What is filled in by hand: lines to write on and boxes to tick. Lengths are millimetres."""

from pyforms.document import Blank, Boxes, text
from pyforms.exporters.pdf.lines import Line
from pyforms.exporters.pdf.looks import BODY, BOX, LABEL, PEN, SMALL
from pyforms.exporters.pdf.sheet import BOTTOM, Sheet

RULED = 9.0  # between lines to write on
SQUARE, BESIDE = 3.8, 6.0  # a box to tick, and where its words begin
APART = 5.0
FEW = 6  # options that may stand in a row; more stand in two columns, to be looked through


def blank(block: Blank, sheet: Sheet) -> None:
    _label(sheet, block.label, block.hint, min(block.lines, 6) * RULED)
    for _ in range(block.lines):
        sheet.room(RULED)
        sheet.y += RULED
        sheet.rule(sheet.left, sheet.y, sheet.width, PEN)
    sheet.y += 2.5


def boxes(block: Boxes, sheet: Sheet) -> None:
    _label(sheet, block.label, block.instruction, 8.0)
    sheet.y += 1.2
    few = len(block.options) <= FEW
    room = (sheet.width if few else sheet.width / 2 - APART) - BESIDE
    options = [sheet.lines(text(option), BODY, room) for option in block.options]
    owner = sheet.tags.add("L", sheet.inside)
    for row in _in_rows(sheet, options) if few else _in_columns(sheet, options):
        height = max(len(lines) for _, lines in row) * BODY.height
        if sheet.y + height > BOTTOM:
            sheet.new_page()
        for x, lines in row:
            element = sheet.tags.add("LBody", sheet.tags.add("LI", owner))
            sheet.frame(sheet.left + x, sheet.y + 0.6, SQUARE, SQUARE, BOX)
            for number, line in enumerate(lines):
                sheet.line(line, sheet.left + x + BESIDE, sheet.y + number * BODY.height, BODY, element)
        sheet.y += height + 1.0
    sheet.y += 2.0


type Option = list[Line]
type Row = list[tuple[float, Option]]  # each option with its distance from the left


def _in_rows(sheet: Sheet, options: list[Option]) -> list[Row]:
    """As many options in a row as fit."""
    rows: list[Row] = [[]]
    x = 0.0
    for option in options:
        width = BESIDE + max(_width(sheet, line) for line in option)
        if rows[-1] and x + width > sheet.width:
            rows.append([])
            x = 0.0
        rows[-1].append((x, option))
        x += width + APART
    return [row for row in rows if row]


def _in_columns(sheet: Sheet, options: list[Option]) -> list[Row]:
    """Two in a row, in the order of the tags."""
    places = (0.0, sheet.width / 2)
    return [list(zip(places, options[start : start + 2], strict=False)) for start in range(0, len(options), 2)]


def _width(sheet: Sheet, line: Line) -> float:
    return sum(sheet.measure(piece.text, BODY.size, strong=piece.strong) for piece in line)


def _label(sheet: Sheet, label: str, hint: str, room: float) -> None:
    """What to write or tick, which stays with the place to do it."""
    sheet.gap(1.5)
    rows = len(sheet.lines(text(label, strong=True), LABEL, sheet.width))
    sheet.room(rows * LABEL.height + SMALL.height + room)
    sheet.write(text(label, strong=True), LABEL, sheet.tags.add("P", sheet.inside))
    if hint:
        sheet.write(text(hint), SMALL, sheet.tags.add("P", sheet.inside))
