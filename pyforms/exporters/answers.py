"""The saved answers alone, as a file: the envelope as JSON in UTF-8, set out to be read."""

from typing import Any

from pydantic_core import to_json

from pyforms.document import Document

NAME = "early-help-answers"


def envelope(document: Document) -> dict[str, Any]:
    """A document's saved answers; raises ValueError for a document without any, such as a blank form."""
    if document.envelope is None:
        message = f"{document.title!r} holds no answers to save"
        raise ValueError(message)
    return document.envelope


def write(document: Document) -> bytes:
    return to_json(envelope(document), indent=2) + b"\n"
