"""Every file opens again with the answers it was saved with, and no other file does harm."""

import base64
import io
import re
import shutil
import subprocess
import zipfile
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import from_json
from samples import ENVELOPE, sample

from pyforms import CannotOpen, reopen
from pyforms.exporters import FORMATS, write
from pyforms.reopen import opened

ANSWERS = st.dictionaries(
    st.text(), st.recursive(st.none() | st.booleans() | st.integers(0, 10) | st.text(), st.lists, max_leaves=8)
)


def envelope_in(data):
    """The JSON envelope alone."""
    return opened(data).envelope


def word(item: bytes, name: str = "customXml/item1.xml") -> bytes:
    """A .docx with one part."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, item)
    return packed.getvalue()


def part(text: bytes) -> bytes:
    return b'<?xml version="1.0"?><answers xmlns="urn:early-help-guide:answers">' + text + b"</answers>"


def pdf(stream: bytes) -> bytes:
    return b"%PDF-1.4\n1 0 obj\n<</Type /EmbeddedFile>>\nstream\n" + stream + b"\nendstream\nendobj\n"


@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=25)
@given(answers=ANSWERS)
def test_opening_what_was_saved_gives_the_same_answers(kind, answers):
    envelope = {**ENVELOPE, "answers": answers}
    assert from_json(envelope_in(write(sample(envelope=envelope), kind))) == envelope


def test_word_answers_are_read_from_their_own_part():
    assert envelope_in(word(part(base64.b64encode(b'{"kind": 1}')))) == b'{"kind": 1}'


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\n\n", b""])
@pytest.mark.parametrize("kind", ["html", "json"])
def test_a_file_that_an_editor_saved_again_opens(kind, mark):
    assert from_json(envelope_in(mark + write(sample(), kind).replace(b"\n", b"\r\n"))) == ENVELOPE


def test_a_pdf_that_another_program_saved_again_opens():
    pypdf = pytest.importorskip("pypdf")
    saved = io.BytesIO()
    pypdf.PdfWriter(clone_from=io.BytesIO(write(sample(), "pdf"))).write(saved)
    assert from_json(envelope_in(saved.getvalue())) == ENVELOPE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("kind", ["html", "json"])
def test_a_file_that_an_editor_saved_in_another_unicode_opens(kind, encoding):
    found = opened(write(sample(), kind).decode().encode(encoding))
    assert (from_json(found[0]), found[1]) == (ENVELOPE, False)


def test_a_pdf_whose_attachment_another_program_unpacked_opens():
    assert from_json(envelope_in(pdf(b'{"endstream": 1}'))) == {"endstream": 1}


def test_a_pdf_with_a_password_is_not_called_damaged():
    pypdf = pytest.importorskip("pypdf")
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(write(sample(), "pdf")))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(CannotOpen, match="password"):
        envelope_in(locked.getvalue())


@pytest.mark.skipif(not shutil.which("gs"), reason="Ghostscript is not installed")
def test_a_pdf_that_ghostscript_saved_again_opens(tmp_path):
    (tmp_path / "saved.pdf").write_bytes(write(sample(), "pdf"))
    again = ["gs", "-q", "-sDEVICE=pdfwrite", "-o", "again.pdf", "saved.pdf"]
    subprocess.run(again, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert from_json(envelope_in((tmp_path / "again.pdf").read_bytes())) == ENVELOPE


def test_a_web_page_tells_whether_its_text_was_changed():
    page = write(sample(), "html").decode()
    assert opened(page.encode())[1] is False
    assert opened(page.replace("\n", "\r\n").replace("<p>", '<p class="x">').encode())[1] is False
    assert opened(page.replace("plain words", "other words").encode())[1] is True
    assert (
        opened(re.sub(r' data-text="\w+"', "", page).replace("plain", "other").encode())[1] is False
    )  # an earlier file


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_file_says_near_its_end_that_its_text_is_not_read(kind):
    data = write(sample(), kind)
    words = data.decode() if kind == "html" else _words_of_pdf(data)
    assert "changes to this text are not read" in " ".join(words[-600:].split())


def _words_of_pdf(data: bytes) -> str:
    pypdf = pytest.importorskip("pypdf")
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages[-2:])


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_cut_short_opens_whole_or_not_at_all(kind):
    whole = write(sample(), kind)
    for size in range(0, len(whole), max(len(whole) // 60, 1)):
        try:
            found = envelope_in(whole[:size])
        except CannotOpen:
            continue
        try:
            assert from_json(found) == ENVELOPE
        except ValueError:
            assert kind == "json"  # judged by pyforms.saved, which reads the JSON


@given(st.binary(max_size=300))
def test_any_other_file_is_refused_and_never_a_fault(data):
    for start in (b"", b"%PDF-", b"PK\x03\x04", b"<html>", b'<script id="early-help-answers">'):
        with suppress(CannotOpen):
            assert isinstance(envelope_in(start + data), bytes)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"GIF89a", reopen.NOT_OURS),
        (b"", reopen.NOT_OURS),
        (b"<html><p>another page</p>", reopen.NO_ANSWERS),
        (b'<script id="early-help-answers">{', reopen.NO_ANSWERS),
        (b"%PDF-1.7 nothing attached", reopen.NO_ANSWERS),
        (pdf(b"not deflated"), reopen.DAMAGED),
        (pdf(zlib.compress(b"an invoice")), reopen.NO_ANSWERS),
        (pdf(zlib.compress(b"{" * 99)[:6]), reopen.DAMAGED),
        (pdf(zlib.compress(b" " * 6_000_000)), reopen.TOO_LARGE),
        (b"PK\x03\x04 not an archive", reopen.DAMAGED),
        (word(b"<w:document/>", "word/document.xml"), reopen.NO_ANSWERS),
        (word(part(b"*** not base64 ***")), reopen.DAMAGED),
        (word(part(b" " * 6_000_000)), reopen.TOO_LARGE),
        (b"{" + b" " * 6_000_000, reopen.TOO_LARGE),
    ],
)
def test_each_trouble_has_its_own_words(data, message):
    with pytest.raises(CannotOpen) as refusal:
        envelope_in(data)
    assert str(refusal.value) == message


def test_a_part_that_lies_about_its_size_unpacks_no_more_than_it_says():
    data = word(part(b"A" * 4_000_000))
    true_size, lie = (4_000_000 + len(part(b""))).to_bytes(4, "little"), (100).to_bytes(4, "little")
    with pytest.raises(CannotOpen):
        envelope_in(data.replace(true_size, lie))


def test_many_attachments_take_no_longer_than_a_few():
    with pytest.raises(CannotOpen):
        envelope_in(b"%PDF-1.4" + b"/EmbeddedFile endobj stream" * 100_000)
