"""Word files are written in the page, under the site's policy, and other programs can read them."""

import base64
import io
import shutil
import subprocess
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
from pyforms.reopen import opened

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
    assert opened(data).envelope == _compact(ENVELOPE)


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


# Saved again by another program


def saved_again(data: bytes, change=None) -> bytes:
    file = docx.Document(io.BytesIO(data))
    if change:
        change(file)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def reworded(file) -> None:
    run = next(run for paragraph in file.paragraphs for run in paragraph.runs if run.text.strip())
    run.text += "!"


def in_a_cell(file) -> None:
    file.tables[0].rows[0].cells[0].paragraphs[0].add_run("Gran")


@pytest.mark.parametrize("words", ["plain words", "a\nb\tc", HOSTILE, "محمد", "\ufeff\u00a0\u2028 x"])
def test_a_file_that_is_as_it_was_saved_is_not_taken_for_changed(written, words):
    data = written(sample(words))
    assert opened(data) == (_compact(ENVELOPE), False)
    assert opened(saved_again(data)) == (_compact(ENVELOPE), False)


@pytest.mark.parametrize("change", [reworded, in_a_cell])
def test_a_file_whose_text_was_changed_says_so(written, change):
    assert opened(saved_again(written(sample()), change)) == (_compact(ENVELOPE), True)


def test_the_file_says_last_that_its_text_is_not_read(written):
    assert "changes to this text are not read" in docx.Document(io.BytesIO(written(sample()))).paragraphs[-1].text


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_keeps_the_answers_when_it_saves_the_file_again(written, tmp_path):
    (tmp_path / "saved.docx").write_bytes(written(sample()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    again = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", "again", "saved.docx"]
    subprocess.run(again, cwd=tmp_path, check=True, capture_output=True, timeout=180)
    assert opened((tmp_path / "again/saved.docx").read_bytes()) == (_compact(ENVELOPE), False)
