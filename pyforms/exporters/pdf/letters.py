"""Which letters the PDF's own font can draw, and what stands in for those that it cannot."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pyforms import document as model
from pyforms.document import Document, Runs
from pyforms.exporters.text import clean

MISSING = "\N{REPLACEMENT CHARACTER}"
IN_WORDS = str.maketrans({"\t": " ", "\u2190": "<-", "\u2192": "->", "\u2713": "yes", "\u2714": "yes", "\u2610": "[ ]"})
NOTICE = model.Note(
    "warning",
    f"Some letters are missing here, shown as {MISSING}",
    (
        model.paragraph(
            "A PDF made in the browser cannot draw every script. "
            "The web page (HTML) and Word files keep every letter: use one of those."
        ),
    ),
)


class Letters:
    """The characters of a font."""

    def __init__(self, covered: frozenset[int]) -> None:
        self.covered = covered | {ord("\n")}

    def drawable(self, text: str) -> str:
        """The text with each stretch that cannot be drawn as one mark."""
        if text.isascii() and text.isprintable():
            return text
        plain = unicodedata.normalize("NFC", clean(text)).translate(IN_WORDS).replace("\r\n", "\n").replace("\r", "\n")
        marked = "".join(letter if ord(letter) in self.covered else MISSING for letter in plain)
        while MISSING * 2 in marked:
            marked = marked.replace(MISSING * 2, MISSING)
        return marked

    def runs(self, runs: Runs) -> Runs:
        return tuple(replace(run, text=self.drawable(run.text)) for run in runs)

    def lacks(self, document: Document) -> bool:
        """Whether a letter of the document cannot be drawn."""
        shown = {**model.as_json(document), "envelope": None}
        return any(MISSING in self.drawable(text) for text in _texts(shown))


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
