"""The saved answers alone, as a file: the envelope as JSON in UTF-8, set out to be read.

Also what the other files say of the answers inside them, and how a text tells that it was changed afterwards.
"""

from typing import Any

from pydantic_core import to_json

from pyforms.document import Document

NAME = "early-help-answers"
SPACES = dict.fromkeys(map(ord, "\t\n\v\f\r \u00a0\u2028\u2029\u2610\ufeff"))  # who saves again sets these anew


def envelope(document: Document) -> dict[str, Any]:
    """A document's saved answers; raises ValueError for a document without any, such as a blank form."""
    if document.envelope is None:
        message = f"{document.title!r} holds no answers to save"
        raise ValueError(message)
    return document.envelope


def write(document: Document) -> bytes:
    return to_json(envelope(document), indent=2) + b"\n"


def mark(text: str) -> str:
    """A number for a text, whatever its spaces and boxes to tick. word.js works out the same."""
    from zlib import crc32  # noqa: PLC0415 - only files need it

    return f"{crc32(text.translate(SPACES).encode(errors='replace')):08x}"
