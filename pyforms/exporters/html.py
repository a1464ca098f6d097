"""A document as HTML: a fragment for the page's result region, and a file that stands alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from pyforms import document as model
from pyforms import resources
from pyforms.document import Block, Document, Runs
from pyforms.exporters.answers import NAME, mark
from pyforms.exporters.text import REPLACED, address, is_right_to_left

ESCAPED = REPLACED | {
    ord(raw): safe for raw, safe in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;"))
}
DEEPEST_HEADING = 6
FEW = 6  # boxes to tick that may stand in a row; more stand in columns


@dataclass(frozen=True)
class Place:
    """Where a block stands: how far its headings move down, and whether the site is around it."""

    shift: int
    in_site: bool


def fragment(document: Document, level: int = 2) -> str:
    """The document for a page: its title is a heading of `level`, and its other headings follow."""
    return _document(document, level, Place(level - 1, in_site=True))


def _document(document: Document, level: int, place: Place) -> str:
    parts = (
        f'<div class="eh-document" lang="{escape(document.language)}">',
        _training(document),
        _element(f"h{level}", document.title, 'class="eh-document__title"'),
        *(_block(block, place) for block in document.blocks),
        _about(document),
        "</div>",
    )
    return "\n".join(part for part in parts if part)


def page(document: Document) -> bytes:
    """The document as a file that needs nothing else: its style and its answers are inside, and no script.

    Its own policy lets nothing run and nothing be fetched, wherever the file is opened.
    """
    style = _style()
    written = [_document(document, 1, Place(0, in_site=False))]
    if closing := model.closing(document):
        written.append(_element("p", closing, 'class="eh-about"'))
    main = "\n".join(("<main>", *written, "</main>"))
    training = ' class="eh-training-document"' if document.training else ""
    lines = (
        "<!doctype html>",
        f'<html lang="{escape(document.language)}"{training}>',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        '<meta name="color-scheme" content="light dark">',
        f"<title>{escape(document.title)}</title>",
        f"<style>{style}</style>",
        _envelope(document, mark(words_of(main))),
        "</head>",
        "<body>",
        main,
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(line for line in lines if line or line == lines[-1]).encode()


def escape(text: str) -> str:
    """Text for an element or a quoted attribute."""
    return text.translate(ESCAPED)


def _style() -> str:
    return "".join(resources.read(__package__, name).decode() for name in ("document.css", "page.css"))


def _policy(style: str) -> str:
    import base64  # noqa: PLC0415 - the page's own fragment needs neither
    import hashlib  # noqa: PLC0415 - likewise

    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def words_of(markup: str) -> str:
    """The text that a piece of HTML shows, which another program may write with other tags and escapes."""
    from html import unescape  # noqa: PLC0415 - only files need it

    return unescape(re.sub(r"<[^>]*>", "", markup))


def _envelope(document: Document, text: str) -> str:
    if document.envelope is None:
        return ""
    # "<" could end the script element early; JSON may write it as \u003c anywhere in a string.
    data = to_json(document.envelope).decode().replace("<", "\\u003c")
    return f'<script type="application/json" id="{NAME}" data-text="{text}">{data}</script>'


def _training(document: Document) -> str:
    return _element("p", document.training, 'class="eh-training"') if document.training else ""


def _about(document: Document) -> str:
    if not document.about:
        return ""
    rows = "".join(f"<div>{_element('dt', term)}{_element('dd', value)}</div>" for term, value in document.about)
    return f'<footer class="eh-about"><dl>{rows}</dl></footer>'


def _element(name: str, text: str, attributes: str = "") -> str:
    return f"<{name}{_attributes(attributes, text)}>{escape(text)}</{name}>"


def _runs_in(name: str, runs: Runs, place: Place) -> str:
    inner = "".join(_run(run, place) for run in runs)
    return f"<{name}{_attributes('', model.plain(runs))}>{inner}</{name}>"


def _attributes(attributes: str, text: str) -> str:
    given = f" {attributes}" if attributes else ""
    return f'{given} dir="rtl"' if is_right_to_left(text) else given


def _run(run: model.Run, place: Place) -> str:
    words = f"<strong>{escape(run.text)}</strong>" if run.strong else escape(run.text)
    href = address(run.href, in_site=place.in_site)
    return f'<a href="{escape(href)}">{words}</a>' if href else words


def _block(block: Block, place: Place) -> str:
    return WRITERS[type(block)](block, place)


def _heading(block: model.Heading, place: Place) -> str:
    return _element(f"h{min(block.level + place.shift, DEEPEST_HEADING)}", block.text)


def _paragraph(block: model.Paragraph, place: Place) -> str:
    return _runs_in("p", block.runs, place)


def _items(block: model.Items, place: Place) -> str:
    name = "ol" if block.ordered else "ul"
    return f"<{name}>{''.join(_runs_in('li', runs, place) for runs in block.items)}</{name}>"


def _facts(block: model.Facts, place: Place) -> str:
    rows = (f"<div>{_element('dt', term)}{_runs_in('dd', runs, place)}</div>" for term, runs in block.rows)
    return f'<dl class="eh-facts">{"".join(rows)}</dl>'


def _table(block: model.Table, _place: Place) -> str:
    head = "".join(_element("th", column, 'scope="col"') for column in block.columns)
    body = "\n".join(f"<tr>{_cells(row, headed=block.row_headers)}</tr>" for row in block.rows)
    # The region takes focus, so that a wide table can be scrolled by keyboard.
    return (
        f'<div class="eh-table" role="region" aria-label="{escape(block.caption)}" tabindex="0">'
        f"<table>{_element('caption', block.caption)}"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(row: tuple[str, ...], *, headed: bool) -> str:
    return "".join(
        _element("th", cell, 'scope="row"') if headed and not place else _element("td", cell)
        for place, cell in enumerate(row)
    )


def _note(block: model.Note, place: Place) -> str:
    word = model.NOTE_WORDS[block.kind]
    title = f'<p class="eh-note__title"><span class="eh-note__word">{word}</span> {escape(block.title)}</p>'
    inner = "\n".join(_block(each, place) for each in block.blocks)
    label = escape(f"{word}: {block.title}")
    opening = f'<div class="eh-note eh-note--{block.kind}" role="note" aria-label="{label}">'
    return f"{opening}{title}\n{inner}</div>"


def _details(block: model.Details, place: Place) -> str:
    # A file that stands alone has no script that could open it for paper.
    opened = "" if place.in_site or not block.on_paper else " open"
    kind = "eh-details" if block.on_paper else "eh-details eh-details--screen"
    title = _heading(model.Heading(block.level, block.title), place)
    inner = "\n".join(_block(each, place) for each in block.blocks)
    return f'<details class="{kind}"{opened}><summary>{title}</summary>\n{inner}</details>'


def _picture(block: model.Picture, _place: Place) -> str:
    import base64  # noqa: PLC0415 - few documents have pictures

    # As an image a drawing can run and fetch nothing, whatever it holds.
    data = base64.b64encode(block.svg.encode(errors="replace")).decode()
    words = escape(f"{block.title}. {block.description}")
    return (
        f'<figure class="eh-picture"><img src="data:image/svg+xml;base64,{data}" alt="{words}">'
        f"{_element('figcaption', block.title)}</figure>"
    )


def _blank(block: model.Blank, _place: Place) -> str:
    lines = '<span class="eh-rule"></span>' * block.lines
    label = _label(block.label, block.hint)
    return f'<div class="eh-blank">{label}<div aria-hidden="true">{lines}</div></div>'


def _boxes(block: model.Boxes, _place: Place) -> str:
    options = "".join(f'<li><span class="eh-box"></span>{escape(option)}</li>' for option in block.options)
    long = " eh-boxes--long" if len(block.options) > FEW else ""
    return f'<div class="eh-boxes{long}">{_label(block.label, block.instruction)}<ul>{options}</ul></div>'


def _page_break(_block: model.PageBreak, _place: Place) -> str:
    return '<div class="eh-page-break"></div>'


def _label(label: str, hint: str) -> str:
    shown = f'<span class="eh-hint">{escape(hint)}</span>' if hint else ""
    return f'<p class="eh-label">{escape(label)}{shown}</p>'


WRITERS: dict[type, Callable[[Any, Place], str]] = {
    model.Heading: _heading,
    model.Paragraph: _paragraph,
    model.Items: _items,
    model.Facts: _facts,
    model.Table: _table,
    model.Note: _note,
    model.Details: _details,
    model.Picture: _picture,
    model.Blank: _blank,
    model.Boxes: _boxes,
    model.PageBreak: _page_break,
}
