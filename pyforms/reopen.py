"""Finding the saved answers inside a file that may be anything: ours, another's, cut short or hostile.

Only the kind of file is recognised here, and the envelope's text cut out of it; `pyforms.saved` judges
the envelope itself. Nothing is unpacked beyond a limit, whatever size it says it has.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from pyforms.cannot_open import CannotOpen
from pyforms.exporters.answers import NAME, mark

LARGEST = 5_000_000  # bytes, of the file and of what is unpacked; a plan of 200 actions is some 200,000
ATTACHMENTS = 16  # of a PDF, how many are looked into
ENCODINGS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
    b"{\0": "utf-16-le",
    b"<\0": "utf-16-le",
    b"\0{": "utf-16-be",
    b"\0<": "utf-16-be",
}
WORD_BODY = "word/document.xml"
WORD_TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
WORD_NAMESPACE = b"urn:early-help-guide:answers"

NOT_OURS = "This is not a kind of file that these forms save. Choose an HTML, JSON, PDF or Word file saved here."
NO_ANSWERS = "This file holds no saved answers: another program made it, or part of it is missing. Choose another."
TOO_LARGE = "This file holds more than 5 MB, so these forms did not save it. Choose another file."
LOCKED = "This PDF is protected with a password, so its answers cannot be read. Choose a copy without the password."
DAMAGED = "This file is damaged, or only part of it arrived. Copy it again, or choose another file."


class Found(NamedTuple):
    """The envelope’s JSON, and whether the text around it was changed after it was saved, as far as can be told."""

    envelope: bytes
    is_changed: bool = False


def opened(data: bytes, largest: int = LARGEST) -> Found:
    """The JSON envelope in the bytes of a JSON, HTML, PDF or Word file; raises CannotOpen."""
    if len(data) > largest:
        raise CannotOpen(TOO_LARGE)
    data = _as_utf8(data)
    start = data[:1024].lstrip()
    if start.startswith(b"{"):
        return Found(data)
    if start.startswith(b"<"):
        return _in_html(data)
    if start.startswith(b"PK\x03\x04"):
        return _in_word(data)
    if b"%PDF-" in start:
        return _in_pdf(data)
    raise CannotOpen(NOT_OURS)


def _as_utf8(data: bytes) -> bytes:
    """A text as these forms save it, whichever Unicode an editor saved it in."""
    for start, encoding in ENCODINGS.items():
        if data.startswith(start):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff").encode()
    return data


def _in_html(data: bytes) -> Found:
    """The script element's text: each "<" in the answers is written \\u003c, so the first one ends it."""
    from pyforms.exporters.html import words_of  # noqa: PLC0415 - each kind loads what it needs

    element = data.partition(f'id="{NAME}"'.encode())[2]
    attributes, _, rest = element.partition(b">")
    text, closed, page = rest.partition(b"</script")
    if not closed:
        raise CannotOpen(NO_ANSWERS)
    shown = page.partition(b"<main>")[2].partition(b"</main>")[0]
    return Found(text, _is_changed(attributes, "data-text", words_of(shown.decode(errors="replace"))))


def _is_changed(attributes: bytes, name: str, text: str) -> bool:
    """Files of earlier versions have no mark to compare with."""
    marked = re.search(rf'{name}="([0-9a-f]{{8}})"'.encode(), attributes)
    return marked is not None and marked[1].decode() != mark(text)


def _in_pdf(data: bytes) -> Found:
    """The attached file. It is a stream, and streams lie in the open however a program saves a PDF again."""
    for place in islice(_places(data, b"/EmbeddedFile"), ATTACHMENTS):
        begin = data.find(b"stream", place)
        if begin < 0 or data.find(b"endobj", place, begin) >= 0:
            continue
        if b"/Encrypt" in data:
            raise CannotOpen(LOCKED)
        text = _unpacked(data[begin + len(b"stream") :].lstrip(b"\r\n"))
        if text.lstrip().startswith(b"{"):
            return Found(text)
    raise CannotOpen(LOCKED if b"/Encrypt" in data else NO_ANSWERS)


def _places(data: bytes, word: bytes) -> Iterator[int]:
    start = data.find(word)
    while start >= 0:
        yield start
        start = data.find(word, start + 1)


def _unpacked(stream: bytes) -> bytes:
    """A stream's content, packed or, as some programs save it again, plain: no line of JSON begins with a bare word."""
    return stream.partition(b"\nendstream")[0] if stream.startswith(b"{") else _inflated(stream)


def _inflated(stream: bytes) -> bytes:
    import zlib  # noqa: PLC0415 - only such files need it

    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(stream, LARGEST)
    except zlib.error:
        raise CannotOpen(DAMAGED) from None
    if not unpacking.eof:
        raise CannotOpen(TOO_LARGE if len(text) == LARGEST else DAMAGED)
    return text


def _in_word(data: bytes) -> Found:
    """The custom XML part of our namespace, which Word keeps when it saves the document again."""
    import base64  # noqa: PLC0415 - only such files need it

    body, *custom = _word_parts(data)
    for part in custom:
        attributes, _, rest = part.partition(WORD_NAMESPACE)[2].partition(b">")
        text, closed, _ = rest.partition(b"</")
        if closed:
            try:
                envelope = base64.b64decode(text, validate=True)
            except ValueError:
                raise CannotOpen(DAMAGED) from None
            return Found(envelope, _is_changed(attributes, "text", _words_in_word(body)))
    raise CannotOpen(NO_ANSWERS)


def _words_in_word(body: bytes) -> str:
    from html import unescape  # noqa: PLC0415 - only such files need it

    return unescape("".join(WORD_TEXT.findall(body.decode(errors="replace"))))


def _word_parts(data: bytes) -> list[bytes]:
    """The document’s body, and its custom XML parts."""
    import io  # noqa: PLC0415 - only such files need it
    import zipfile  # noqa: PLC0415 - likewise

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            held = archive.infolist()
            parts = [part for part in held if part.filename == WORD_BODY]
            parts += [part for part in held if part.filename.startswith("customXml/item")]
            # What a part says of its size is all that is read of it, so a lie cannot unpack more.
            fits = sum(part.file_size for part in parts) <= LARGEST
            texts = [archive.read(part) for part in parts if fits]
    except Exception:  # noqa: BLE001 - a hostile archive fails in as many ways as zipfile has
        raise CannotOpen(DAMAGED) from None
    if not fits:
        raise CannotOpen(TOO_LARGE)
    return texts if parts and parts[0].filename == WORD_BODY else [b"", *texts]
