"""Drawings in a PDF: the SVG's lines and letters, tagged with the words that say the same."""

import re

from fpdf.svg import SVGObject

from pyforms.document import Picture, text
from pyforms.exporters.pdf.sheet import FONT, Look, Sheet

TALLEST = 180.0  # millimetres
LARGEST_SCALE = 0.42  # millimetres for each unit of the drawing, so that its letters match the page's


def draw(picture: Picture, sheet: Sheet, look: Look) -> None:
    """The picture as a figure with its description; only the words when the drawing has no size."""
    svg = _in_our_letters(picture.svg, sheet)
    box = SVGObject(svg).viewbox
    if not box:
        sheet.write(text(picture.description), look, sheet.tags.add("P", sheet.inside))
        return
    scale = min(sheet.width / box[2], TALLEST / box[3], LARGEST_SCALE)
    height = box[3] * scale
    sheet.room(height + 10)
    figure = sheet.tags.add("Figure", sheet.inside, words=f"{picture.title}. {picture.description}")
    with sheet.tags.mark(figure):
        sheet.pdf.image(svg.encode(), sheet.left, sheet.y, box[2] * scale, height)
    sheet.y += height + 1.0


def _in_our_letters(svg: str, sheet: Sheet) -> str:
    """The drawing in the one font that is here, without letters that it lacks; its words go into the tags instead."""
    bare = re.sub(r' font-family="[^"]*"|<(title|desc)>[^<]*</\1>', "", svg)
    return sheet.letters.drawable(bare).replace("<svg ", f'<svg font-family="{FONT}" ', 1)
