"""One document, many files. No exporter knows a form, and no form knows a file format.

Word is written in the page by `word.js`, from the same document as JSON.
"""

from collections.abc import Callable

from pyforms import ics
from pyforms.document import Document, Picture, Plain, Table
from pyforms.ics import Calendar


class UnknownFormat(KeyError):
    """A format that no exporter here writes."""

    def __str__(self) -> str:
        return str(self.args[0])


def _html(document: Document) -> bytes:
    from pyforms.exporters import html  # noqa: PLC0415 - each exporter is loaded when it is asked for

    return html.page(document)


def _json(document: Document) -> bytes:
    from pyforms.exporters import answers  # noqa: PLC0415 - likewise

    return answers.write(document)


def _pdf(document: Document) -> bytes:
    from pyforms.exporters.pdf import write as write_pdf  # noqa: PLC0415 - likewise

    return write_pdf(document)


FORMATS: dict[str, Callable[[Document], bytes]] = {"html": _html, "json": _json, "pdf": _pdf}


def write(document: Document, format: str) -> bytes:  # noqa: A002 - the contract's name
    """A document as a file's bytes; raises UnknownFormat, a KeyError, for a format that is none."""
    if format not in FORMATS:
        message = f"There is no format {format!r}; there are {', '.join(FORMATS)}"
        raise UnknownFormat(message)
    return FORMATS[format](document)


def write_part(part: Table | Picture | Calendar | Plain) -> bytes:
    """A table as CSV, a picture as SVG, a calendar as ICS, words as they are."""
    if isinstance(part, Plain):
        return part.text.encode()
    if isinstance(part, Calendar):
        return ics.written(part)
    if isinstance(part, Picture):
        return part.svg.encode()
    from pyforms.exporters import tables  # noqa: PLC0415 - likewise

    return tables.csv_of(part)
