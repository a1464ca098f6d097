"""The document as PDF, read back by another program: its words, its tags, its answers."""

import io

import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import from_json
from samples import ENVELOPE, NAMES, sample

from pyforms.document import Document, Heading, Picture, Table, bullets, paragraph
from pyforms.exporters.pdf import letters, lines, sheet, write


@pytest.fixture(scope="module")
def rich() -> pypdf.PdfReader:
    return opened(sample())


def opened(document: Document) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(write(document)), strict=True)


def words(reader: pypdf.PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def tags(reader: pypdf.PdfReader) -> list[str]:
    """The kinds of element in the order that a screen reader meets them."""
    found = []

    def walk(element):
        found.append(element["/S"].removeprefix("/"))
        for kid in element["/K"]:
            kid = kid.get_object()  # noqa: PLW2901 - a reference stands for its element
            if isinstance(kid, dict) and "/S" in kid:
                walk(kid)

    walk(reader.root_object["/StructTreeRoot"]["/K"].get_object())
    return found


def elements(reader: pypdf.PdfReader, kind: str) -> list[dict]:
    every = (reader.get_object(number) for number in range(1, len(reader.xref[0]) + 1))
    return [element for element in every if isinstance(element, dict) and element.get("/S") == kind]


def test_every_name_can_be_found_and_read(rich):
    text = words(rich)
    assert all(name in text for name in NAMES)
    assert "This supports your judgement; it does not" in text
    assert "Area: Torbay · Date: 22 November 2026" in text


def test_the_answers_are_attached(rich):
    [data] = rich.attachments["early-help-answers.json"]
    assert from_json(data) == ENVELOPE


def test_title_language_and_date_come_from_the_document(rich):
    assert rich.metadata.title == "Threshold check"
    assert rich.metadata.creation_date.date().isoformat() == "2026-11-22"
    assert rich.root_object["/Lang"] == "en-GB"
    assert rich.root_object["/ViewerPreferences"]["/DisplayDocTitle"]


def test_headings_are_bookmarks(rich):
    def titles(outline):
        return [titles(item) if isinstance(item, list) else item.title for item in outline]

    assert titles(rich.outline) == [
        "Threshold check",
        ["Why", ["What was answered: plain words", "How it was worked out"], "On paper", ["Signed"]],
    ]


def test_screen_readers_find_headings_lists_notes_links_and_pictures(rich):
    found = tags(rich)
    assert rich.root_object["/MarkInfo"]["/Marked"]
    assert [kind for kind in found if kind.startswith("H")] == ["H1", "H2", "H3", "H3", "H2", "H3"]
    for kind in ("L", "LI", "Lbl", "LBody", "Link", "Div", "Figure", "Caption"):
        assert kind in found
    assert found.count("TR") == 4 + 31
    assert found.count("TH") == 4 + (4 + 30)


def test_table_heads_say_what_they_head():
    reader = opened(Document("Plan", (Table("Scores", ("Name", "Score"), (("Siân", "7"),)),)))
    scopes = [head["/A"]["/Scope"] for head in elements(reader, "/TH")]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_a_picture_says_what_it_shows(rich):
    [figure] = elements(rich, "/Figure")
    assert figure["/Alt"] == "Scores since March. The score rises from 3 in March to 7 in June."


def test_every_page_has_its_number_the_title_and_the_training_mark(rich):
    total = len(rich.pages)
    assert total > 2
    for number, page in enumerate(rich.pages, start=1):
        text = page.extract_text()
        assert f"Page {number} of {total}" in text
        assert "Training example" in text
        assert "Threshold check" in text


def test_a_table_over_two_pages_has_its_head_on_both(rich):
    assert [page.extract_text().count("How long ") for page in rich.pages][:2] == [1, 1]


def test_pages_are_a4(rich):
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in rich.pages} == {(595, 842)}


def test_letters_that_cannot_be_drawn_are_told_at_the_top_with_the_formats_that_keep_them():
    text = " ".join(words(opened(Document("محمد", (Heading(2, "ਗੁਰਪ੍ਰੀਤ and Siân"),)))).split())
    assert "Some letters are missing here" in text
    assert "The web page (HTML) and Word files keep every letter" in text
    assert "and Siân" in text


def test_a_document_in_latin_letters_has_no_such_notice(rich):
    assert "Some letters are missing" not in words(rich)


@settings(max_examples=40)
@given(st.text(max_size=200))
def test_any_words_in_any_place_make_a_file_that_opens(typed):
    reader = opened(sample(typed))
    assert reader.attachments["early-help-answers.json"]
    assert "On paper" in words(reader)


@pytest.mark.parametrize("typed", ["{nb}", "(x) Tj ET \\", "%PDF-1.4 endobj", "**not bold**", "<</JS (x)>>"])
def test_words_that_mean_something_to_pdf_are_only_words(typed):
    assert typed in words(opened(Document("Plan", (paragraph(typed),))))


def test_a_long_answer_in_a_table_flows_over_pages_without_losing_a_word():
    said = " ".join(f"word{number}" for number in range(3000))
    reader = opened(Document("Plan", (Table("Said", ("Who", "What"), (("Siân", said), ("Łukasz", "last"))),)))
    text = words(reader)
    assert len(reader.pages) > 2
    assert all(f"word{number}" in text for number in range(3000))
    assert "last" in text


def test_two_hundred_rows_take_no_more_than_a_page_for_each_ten():
    rows = tuple((f"Action {number}", "Who", "When") for number in range(200))
    assert len(opened(Document("Plan", (Table("Actions", ("What", "Who", "When"), rows),))).pages) < 20


def test_chromium_s_own_reader_finds_every_letter():
    pages = pypdfium2.PdfDocument(write(sample()))
    assert "Nguyễn Thị Ánh" in "".join(page.get_textpage().get_text_range() for page in pages)


def test_no_letter_is_lost_when_lines_are_broken():
    @given(st.text("ab \n", max_size=60), st.integers(1, 12))
    def check(typed, width):
        broken = lines.lines(bullets(typed).items[0], width, lambda text, _strong: len(text))
        assert all(sum(len(piece.text) for piece in line) <= width for line in broken)
        kept = "".join(piece.text for line in broken for piece in line)
        assert kept.replace(" ", "") == typed.replace(" ", "").replace("\n", "")

    check()


def test_what_has_no_letter_is_one_mark_and_the_rest_is_kept():
    font = letters.Letters(frozenset(map(ord, "abc é" + letters.MISSING)))
    assert font.drawable("a محمد b") == f"a {letters.MISSING} b"
    assert font.drawable("e\u0301") == "é"
    assert font.drawable("plain") == "plain"


@given(st.lists(st.tuples(st.floats(1, 300), st.floats(1, 60)), min_size=1, max_size=9))
def test_columns_fill_the_width_and_give_each_word_its_room(sizes):
    leasts = [least for _, least in sizes]
    widths = sheet.columns([natural for natural, _ in sizes], leasts, 176.0)
    assert sum(widths) == pytest.approx(176.0)
    if sum(leasts) < 176:
        assert all(width >= least for width, least in zip(widths, leasts, strict=True))


@pytest.mark.parametrize("letters", ["Łukasz", "Ā", "محمد"])
def test_a_drawing_s_letters_are_those_of_our_font_or_are_marked(letters):
    drawn = f'<text x="0" y="9" font-family="serif">{letters}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 20">{drawn}</svg>'
    assert opened(Document("Names", (Picture(svg, "A name", f"The name {letters}"),))).pages
