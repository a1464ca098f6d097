"""Word files are written in the page, under the site's policy, and other programs can read them."""

import base64
import io
import shutil
import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import docx
import pytest

from publish import vendor
from pyforms.document import Document, as_json
from pyforms.exporters import envelope_in

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests/pyforms/exporters"))

from samples import ENVELOPE, NAMES, sample  # noqa: E402 - the exporters' own sample, one folder over

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'none'; base-uri 'none'; object-src 'none'"
)
WRITE = """async (content) => {
  const { write } = await import("/assets/javascript/word.js");
  const bytes = await write(content);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}"""
HOSTILE = "<b>&amp;\x00\x0b\ufffe \ud800 {{x}} =cmd()|' </w:t><w:p/> ]]>"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_args):
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("word")
    shutil.copytree(ROOT / "docs/assets/javascript", folder / "assets/javascript")
    vendor.write(folder)
    page = (
        f'<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>t</title>'
    )
    (folder / "index.html").write_text(page)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def written(page, address):
    """Writes a document as Word in the page; fails on anything that the policy stops."""
    stopped = []
    page.on("console", lambda message: stopped.append(message.text) if message.type == "error" else None)
    page.goto(address)

    def write(document: Document) -> bytes:
        data = base64.b64decode(page.evaluate(WRITE, as_json(document)))
        assert not [text for text in stopped if "favicon" not in text and "404" not in text]
        return data

    return write


def _texts(file) -> str:
    paragraphs = [paragraph.text for paragraph in file.paragraphs]
    cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
    return "\n".join(paragraphs + cells)


def test_the_file_holds_every_heading_and_name_and_can_be_opened_again(written):
    data = written(sample())
    file = docx.Document(io.BytesIO(data))

    headings = [(p.style.name, p.text) for p in file.paragraphs if p.style.name.startswith("Heading")]
    assert headings == [
        ("Heading 1", "Threshold check"),
        ("Heading 2", "Why"),
        ("Heading 3", "What was answered: plain words"),
        ("Heading 3", "How it was worked out"),
        ("Heading 2", "On paper"),
        ("Heading 3", "Signed"),
    ]
    text = _texts(file)
    assert all(name in text for name in NAMES)
    assert "Danger: Is someone in danger now?" in text
    assert "Training example" in file.sections[0].header.paragraphs[0].text
    assert file.core_properties.title == "Threshold check"
    assert envelope_in(data) == _compact(ENVELOPE)


def test_table_heads_repeat_language_is_british_and_pictures_have_words(written):
    with zipfile.ZipFile(io.BytesIO(written(sample()))) as parts:
        body, styles = parts.read("word/document.xml").decode(), parts.read("word/styles.xml").decode()
    assert "<w:tblHeader" in body
    assert 'w:val="en-GB"' in styles
    assert 'descr="The score rises from 3 in March to 7 in June."' in body


@pytest.mark.parametrize("words", ["محمد", "ਗੁਰਪ੍ਰੀਤ", "a\nb", "=1+1", "😀"])
def test_words_in_any_script_stay_as_they_were(written, words):
    assert words in _texts(docx.Document(io.BytesIO(written(sample(words)))))


def test_text_written_from_right_to_left_says_so(written):
    with zipfile.ZipFile(io.BytesIO(written(sample("محمد")))) as parts:
        body = parts.read("word/document.xml").decode()
    assert "<w:bidi/>" in body
    assert "<w:rtl/>" in body


def test_hostile_words_are_only_words(written):
    text = _texts(docx.Document(io.BytesIO(written(sample(HOSTILE)))))
    assert "<b>&amp;\ufffd\ufffd\ufffd" in text
    assert "</w:t><w:p/> ]]>" in text


def test_only_safe_addresses_become_links(written):
    from pyforms.document import Run, paragraph  # noqa: PLC0415

    hrefs = ("javascript:alert(1)", "file:///etc/passwd", "/forms/consent/", "https://example.org/a", "tel:999")
    document = Document("Links", tuple(paragraph(Run(href, href=href)) for href in hrefs))
    with zipfile.ZipFile(io.BytesIO(written(document))) as parts:
        relations = parts.read("word/_rels/document.xml.rels").decode()
    assert "https://example.org/a" in relations
    assert "tel:999" in relations
    assert not any(bad in relations for bad in ("javascript", "passwd", "consent"))


def test_a_blank_form_holds_no_answers_and_can_still_be_written(written):
    file = docx.Document(io.BytesIO(written(sample(envelope=None))))
    assert "What would the family like to change?" in _texts(file)


def _compact(envelope: dict) -> bytes:
    import json  # noqa: PLC0415

    return json.dumps(envelope, ensure_ascii=False, separators=(",", ":")).encode()
