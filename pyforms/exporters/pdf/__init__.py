"""A document as a PDF: tagged for screen readers, with bookmarks, its own letters and its answers attached.

fpdf2 writes the file; the layout and the tags are ours, because fpdf2 tags little of what it lays out.
Loaded only when a PDF is asked for.
"""

from datetime import UTC, date, datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.prefs import ViewerPreferences

from pyforms.document import Document, closing, for_paper, text
from pyforms.exporters import answers
from pyforms.exporters.pdf import blocks, looks
from pyforms.exporters.pdf.letters import NOTICE
from pyforms.exporters.pdf.sheet import FONT, LEFT, WIDTH, Look, Sheet, Stroke
from pyforms.product import product

FONTS = Path(__file__).parent / "fonts"
SMALL = Look(8.5, looks.QUIET)
UNDATED = date(2000, 1, 1)  # of a blank form, so that the same form is always the same file


def write(document: Document) -> bytes:
    """The document as PDF bytes; the same document always gives the same bytes."""
    document = for_paper(document)
    pdf = _new(document)
    sheet = Sheet(pdf)
    _draw(document, sheet)
    _on_every_page(document, sheet)
    _attach(document, pdf)
    return bytes(pdf.output())


def _new(document: Document) -> FPDF:
    pdf = FPDF(format="A4")
    pdf.add_font(FONT, "", FONTS / "regular.ttf")
    pdf.add_font(FONT, "B", FONTS / "bold.ttf")
    pdf.set_auto_page_break(auto=False)
    pdf.set_lang(document.language)
    pdf.set_title(document.title)
    pdf.set_producer(product().name)
    pdf.set_creation_date(_date(document))
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)
    return pdf


def _date(document: Document) -> datetime:
    saved = document.envelope["saved"] if document.envelope else UNDATED.isoformat()
    return datetime.combine(date.fromisoformat(str(saved)), datetime.min.time(), UTC)


def _draw(document: Document, sheet: Sheet) -> None:
    if document.training:
        with sheet.box(looks.ACCENT):
            sheet.write(text(document.training, strong=True), looks.BODY, sheet.tags.add("P"))
        sheet.y += 3.0
    blocks.heading(sheet, document.title, 1)
    sheet.rule(LEFT, sheet.y, WIDTH, Stroke(looks.ACCENT, 0.8))
    sheet.y += 1.5
    about = " · ".join(f"{term}: {value}" for term, value in document.about)
    sheet.write(text(about), SMALL, sheet.tags.add("P"))
    sheet.y += 3.0
    notice = (NOTICE,) if sheet.letters.lacks(document) else ()
    for block in (*notice, *document.blocks):
        blocks.draw(block, sheet)
    if words := closing(document):
        sheet.y += 3.0
        sheet.write(text(words), SMALL, sheet.tags.add("P"))


def _on_every_page(document: Document, sheet: Sheet) -> None:
    """The training mark at the head, the title and the page's number at the foot; readers skip them."""
    total = len(sheet.pdf.pages)
    for number in range(1, total + 1):
        sheet.pdf.page = number
        sheet.pdf.current_font_is_set_on_page = False
        if document.training:
            sheet.words(text("Training example", strong=True), LEFT, 10.0, SMALL, None)
        sheet.words(text(document.title), LEFT, 284.0, SMALL, None)
        counted = f"Page {number} of {total}"
        right = LEFT + WIDTH - sheet.measure(counted, SMALL.size, strong=False)
        sheet.words(text(counted), right, 284.0, SMALL, None)


def _attach(document: Document, pdf: FPDF) -> None:
    if document.envelope is not None:
        pdf.embed_file(
            bytes=answers.write(document),
            basename=f"{answers.NAME}.json",
            mime_type="application/json",
            desc="The answers, so that this file can be opened again",
            associated_file_relationship="Data",
            compress=True,
        )
