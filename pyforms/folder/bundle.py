"""A folder on paper, for one reader: contents, who is who, where things stand, the next dates, then each form."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pyforms import fields
from pyforms import form as forms
from pyforms.document import (
    Block,
    Details,
    Document,
    Facts,
    Heading,
    Items,
    Note,
    PageBreak,
    Table,
    bullets,
    paragraph,
    text,
)
from pyforms.folder import entries, joining
from pyforms.folder.copies import INSIDE, Reader, agreed
from pyforms.folder.due import due
from pyforms.folder.model import Folder, Item
from pyforms.folder.own_page import made, own_page
from pyforms.folder.view import about, training
from pyforms.product import made_with
from pyforms.wording import day

type Blocks = tuple[Block, ...]
type Part = tuple[str, Blocks]

MORE = "More is to be kept private than stands in this copy. Before you pass anything on, ask whoever gave it to you."
DEEPEST = 4  # level of a heading


def bundle(copy: Folder, by: Reader, today: date) -> Document:
    """What they may have of the folder, as one document: `copy` is what they get."""
    parts = [*_own(by), *(_part(item) for item in reversed(copy.newest_first()))]
    whom = "" if by.tells(by.to.name) else f"For: {by.to.name}. "
    example = training(copy)
    return Document(
        "The family’s folder",
        (
            paragraph(f"{whom}As things stand on {day(today)}."),
            *_contents(parts),
            *_who(copy, today),
            *_where(copy),
            *_dates(copy, today),
            *(_agreed(by) if by.to.kind in INSIDE else ()),
            *(block for part in parts for block in _on_a_new_page(part)),
        ),
        about=(
            ("Area", joining.place(copy).name),
            ("Date", day(today)),
            ("Made with", made_with()),
            ("Privacy", "Made in the browser. Nothing was sent."),
        ),
        training=f"Training example: {example}" if example else "",
    )


def _contents(parts: list[Part]) -> Blocks:
    named = tuple(text(title) for title, _ in parts)
    return (Heading(2, "In this bundle"), Items(named, ordered=True) if named else paragraph("No form is in it."))


def _who(copy: Folder, today: date) -> Blocks:
    rows = tuple((each.name, about(each, today)) for each in copy.people)
    return (Heading(2, "Who is who"), Table("People", ("Name", "Who they are"), rows)) if rows else ()


def _where(copy: Folder) -> Blocks:
    rows = tuple(
        (_title(each), "Half done" if entries.is_unfinished(each) else "Finished", each.by)
        for each in copy.newest_first()
    )
    columns = ("Form", "State", "By")
    return (Heading(2, "Where things stand"), Table("Forms, the newest first", columns, rows)) if rows else ()


def _dates(copy: Folder, today: date) -> Blocks:
    """By the forms in this copy alone; a day that is past is not missed, and stands in its form."""
    rows = tuple(
        (each.what, day(each.day), "; ".join(f"{why.said} ({why.source})" for why in each.why))
        for each in due(copy, today)
        if each.day and not each.is_past
    )
    none = paragraph("None that these forms tell of.")
    return (Heading(2, "Next dates"), Table("Next dates", ("What", "When", "From"), rows) if rows else none)


def _agreed(by: Reader) -> Blocks:
    """Only for those who work with the whole record."""
    if not by.known.source:
        return (Heading(2, "What each person agreed to"), paragraph("No consent record is finished yet."))
    said = agreed(by)
    rows = tuple((each.name, each.answer, "; ".join(each.to)) for each in said.answered)
    kept = (*said.kept, *([MORE] if said.hidden else []))
    return (
        Heading(2, "What each person agreed to"),
        paragraph(f"From {by.known.source}.{f' Mind: {by.known.unsettled}.' if by.known.unsettled else ''}"),
        *((Table("Answers to help", ("Who", "Answer", "Yes to"), rows),) if rows else ()),
        Heading(3, "Who may know"),
        bullets(*said.told) if said.told else paragraph("Nobody has a yes."),
        Heading(3, "Who may not know, and what is to be kept private"),
        bullets(*kept)
        if kept
        else paragraph("Nothing is written down. That does not mean that there is nothing: ask."),
    )


def _own(by: Reader) -> Iterator[Part]:
    found = own_page(by)
    if found and not found.tells:
        yield found.page.title, found.page.blocks


def _part(item: Item) -> Part:
    """A finished form’s own document; of half-done work, and of a form with a day to mend, what was typed."""
    by = f", by {item.by}" if item.by else ""
    title = f"{_title(item)}{by}"
    if not entries.is_unfinished(item):
        try:
            return title, made(item).document.blocks
        except forms.AnswersInvalid:
            pass
    asked = fields.answered(entries.fields_of(item), entries.answers_of(item))
    rows = tuple((field.question.label, text(", ".join(field.said(value)))) for _, field, value in asked)
    note = paragraph("This is not finished: nothing of it has been checked.")
    return title, (note, Facts(rows)) if rows else (note,)


def _title(item: Item) -> str:
    return f"{forms.title(item.saved['form'])}, {day(item.on)}"


def _on_a_new_page(part: Part) -> Iterator[Block]:
    title, blocks = part
    yield PageBreak()
    yield Heading(2, title)
    yield from map(_lower, blocks)


def _lower(block: Block) -> Block:
    """A form’s headings stand one level below its title here."""
    if isinstance(block, Heading | Details):
        block = replace(block, level=min(block.level + 1, DEEPEST))
    if isinstance(block, Note | Details):
        block = replace(block, blocks=tuple(map(_lower, block.blocks)))
    return block
