"""Finding the saved answers inside a file that may be anything: ours, another's, cut short or hostile.

Only the kind of file is recognised here, and the envelope's text cut out of it; `pyforms.saved` judges
the envelope itself. Nothing is unpacked beyond a limit, whatever size it says it has.
"""

from collections.abc import Iterator
from itertools import islice

from pyforms.exporters.answers import NAME
from pyforms.saved import CannotOpen

LARGEST = 5_000_000  # bytes, of the file and of what is unpacked; a plan of 200 actions is some 200,000
ATTACHMENTS = 16  # of a PDF, how many are looked into
WORD_NAMESPACE = b"urn:early-help-guide:answers"

NOT_OURS = "This is not a kind of file that these forms save. Choose an HTML, JSON, PDF or Word file saved here."
NO_ANSWERS = "This file holds no saved answers: another program made it, or part of it is missing. Choose another."
TOO_LARGE = "This file holds more than 5 MB, so these forms did not save it. Choose another file."
DAMAGED = "This file is damaged, or only part of it arrived. Copy it again, or choose another file."


def envelope_in(data: bytes) -> bytes:
    """The JSON envelope in the bytes of a JSON, HTML, PDF or Word file; raises CannotOpen."""
    if len(data) > LARGEST:
        raise CannotOpen(TOO_LARGE)
    data = data.removeprefix(b"\xef\xbb\xbf")
    start = data[:1024].lstrip()
    if start.startswith(b"{"):
        return data
    if start.startswith(b"<"):
        return _in_html(data)
    if start.startswith(b"PK\x03\x04"):
        return _in_word(data)
    if b"%PDF-" in start:
        return _in_pdf(data)
    raise CannotOpen(NOT_OURS)


def _in_html(data: bytes) -> bytes:
    """The script element's text: each "<" in the answers is written \\u003c, so the first one ends it."""
    element = data.partition(f'id="{NAME}"'.encode())[2]
    text, closed, _ = element.partition(b">")[2].partition(b"</script")
    if not closed:
        raise CannotOpen(NO_ANSWERS)
    return text


def _in_pdf(data: bytes) -> bytes:
    """The attached file. It is a stream, and streams lie in the open however a program saves a PDF again."""
    for place in islice(_places(data, b"/EmbeddedFile"), ATTACHMENTS):
        begin = data.find(b"stream", place)
        if begin < 0 or data.find(b"endobj", place, begin) >= 0:
            continue
        text = _inflated(data[begin + len(b"stream") :].lstrip(b"\r\n"))
        if text.lstrip().startswith(b"{"):
            return text
    raise CannotOpen(NO_ANSWERS)


def _places(data: bytes, word: bytes) -> Iterator[int]:
    start = data.find(word)
    while start >= 0:
        yield start
        start = data.find(word, start + 1)


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


def _in_word(data: bytes) -> bytes:
    """The custom XML part of our namespace, which Word keeps when it saves the document again."""
    import base64  # noqa: PLC0415

    for part in _custom_parts(data):
        element = part.partition(WORD_NAMESPACE)[2]
        text, closed, _ = element.partition(b">")[2].partition(b"</")
        if closed:
            try:
                return base64.b64decode(text, validate=True)
            except ValueError:
                raise CannotOpen(DAMAGED) from None
    raise CannotOpen(NO_ANSWERS)


def _custom_parts(data: bytes) -> list[bytes]:
    import io  # noqa: PLC0415
    import zipfile  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if part.filename.startswith("customXml/item")]
            # What a part says of its size is all that is read of it, so a lie cannot unpack more.
            fits = sum(part.file_size for part in parts) <= LARGEST
            texts = [archive.read(part) for part in parts if fits]
    except Exception:  # noqa: BLE001 - a hostile archive fails in as many ways as zipfile has
        raise CannotOpen(DAMAGED) from None
    if not fits:
        raise CannotOpen(TOO_LARGE)
    return texts
