"""What a form's answers become: one neutral document that every exporter reads.

No block knows a file format, and no exporter knows a form. Text is plain text everywhere: an
exporter escapes it for its own format, so an answer can hold any characters.
"""

from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

from pyforms.product import product

type Json = dict[str, Any]


@dataclass(frozen=True)
class Run:
    """A stretch of text within a paragraph; `href` is `tel:`, `mailto:`, `https:` or a page's address."""

    text: str
    strong: bool = False
    href: str = ""


type Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; the document's title is level 1, so `level` is 2, 3 or 4."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    runs: Runs


@dataclass(frozen=True)
class Items:
    """A list, numbered when `ordered`."""

    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True)
class Facts:
    """Terms with what is known of each, for an answer beside its question."""

    rows: tuple[tuple[str, Runs], ...]


@dataclass(frozen=True)
class Table:
    """A table; with `row_headers` the first cell of each row names the row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_headers: bool = True


# What kind of note it is, in words, so that no reader depends on its colour.
CLOSING = (
    "This file can be opened again on the form’s page. What comes back are the answers kept inside it: "
    "changes to this text are not read."
)
CLOSING_OF_A_FOLDER = (
    "This file holds the folder’s data, and can be opened again on the page “The family’s folder”. What comes back is "
    "what is kept inside it: changes to this text are not read."
)
NOTE_WORDS = {"danger": "Danger", "warning": "Important", "information": "Note", "success": "Going well"}


@dataclass(frozen=True)
class Note:
    """A boxed message. `danger` is for safety only, and is never told by colour alone."""

    kind: Literal["danger", "warning", "information", "success"]
    title: str
    blocks: "tuple[Block, ...]"


@dataclass(frozen=True)
class Details:
    """What a reader may want next: a heading that opens on a screen, and on paper a heading with what follows it.

    With `on_paper` false it is a choice that only a screen can offer, and files for paper leave it out.
    """

    title: str
    blocks: "tuple[Block, ...]"
    level: int = 2
    on_paper: bool = True


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG text of our own making, with the words that say the same."""

    svg: str
    title: str
    description: str


@dataclass(frozen=True)
class Plain:
    """Words as a file of their own, in a format that is text. Never part of a document."""

    text: str


@dataclass(frozen=True)
class Blank:
    """Space to write on paper: `lines` ruled lines under a label."""

    label: str
    hint: str = ""
    lines: int = 1


@dataclass(frozen=True)
class Boxes:
    """Options to tick on paper; `many` says whether more than one may be ticked."""

    label: str
    options: tuple[str, ...]
    hint: str = ""
    many: bool = False

    @property
    def instruction(self) -> str:
        """The hint, or else how many to tick."""
        return self.hint or ("Tick all that apply" if self.many else "Tick one")


@dataclass(frozen=True)
class PageBreak:
    """What follows starts a new page, on paper."""


type Block = Heading | Paragraph | Items | Facts | Table | Note | Details | Picture | Blank | Boxes | PageBreak


@dataclass(frozen=True)
class Document:
    """A finished document.

    `about` is what every file carries about itself (area, date, version), `training` the words that
    mark a training example, and `envelope` the saved answers that let the file be opened again.
    """

    title: str
    blocks: tuple[Block, ...]
    about: tuple[tuple[str, str], ...] = ()
    language: str = "en-GB"
    training: str = ""
    envelope: Json | None = None


def text(words: str, *, strong: bool = False, href: str = "") -> Runs:
    """The common case: one run."""
    return (Run(words, strong=strong, href=href),)


def paragraph(*parts: "str | Run") -> Paragraph:
    """A paragraph of plain words and runs."""
    return Paragraph(tuple(part if isinstance(part, Run) else Run(part) for part in parts))


def bullets(*items: str) -> Items:
    return Items(tuple(text(item) for item in items))


def plain(runs: Runs) -> str:
    """The words alone."""
    return "".join(run.text for run in runs)


def closing(document: Document) -> str:
    """What a file says last of the answers inside it; nothing where it holds none."""
    if document.envelope is None:
        return ""
    return CLOSING_OF_A_FOLDER if document.envelope["kind"] == "early-help-folder" else CLOSING


def as_json(document: Document) -> Json:
    """The document for paper as JSON values; each block says its kind under "block", and `maker` is what made it."""
    blocks = [_block_as_json(block) for block in for_paper(document).blocks]
    return {**asdict(document), "maker": product().name, "blocks": blocks, "closing": closing(document)}


def _block_as_json(block: Block) -> Json:
    named: Json = {"block": type(block).__name__.lower(), **asdict(block)}
    if isinstance(block, Note):
        named["word"] = NOTE_WORDS[block.kind]
    if isinstance(block, Note | Details):
        named["blocks"] = [_block_as_json(inner) for inner in block.blocks]
    return named


def for_paper(document: Document) -> Document:
    """The document without what only a screen can offer."""
    return replace(document, blocks=_for_paper(document.blocks))


def _for_paper(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    kept = (each for each in blocks if not isinstance(each, Details) or each.on_paper)
    return tuple(
        replace(each, blocks=_for_paper(each.blocks)) if isinstance(each, Note | Details) else each for each in kept
    )
