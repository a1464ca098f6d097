"""A folder on paper, for one reader: contents, who is who, where things stand, the next dates, then each form."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pyforms
from pyforms import fields
from pyforms import form as forms
from pyforms.areas import id_here
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
from pyforms.folder.copies import AT_HOME, INSIDE, Recipient
from pyforms.folder.due import due
from pyforms.folder.model import Folder, Item
from pyforms.folder.sharing import Sharing
from pyforms.folder.view import about, training
from pyforms.product import made_with
from pyforms.wording import day, same

type Blocks = tuple[Block, ...]
type Part = tuple[str, Blocks]

DEEPEST = 4  # level of a heading


def bundle(whole: Folder, copy: Folder, to: Recipient, known: Sharing, today: date) -> Document:
    """What they may have of the folder, as one document. `copy` is what they get; `known` stays with the team."""
    parts = [*_pages(whole, to, known), *(_part(item) for item in reversed(copy.newest_first()))]
    example = training(copy)
    return Document(
        "The family’s folder",
        (
            paragraph(f"For: {to.name}. As things stand on {day(today)}."),
            *_contents(parts),
            *_who(copy, today),
            *_where(copy),
            *_dates(copy, today),
            *(_agreed(known) if to.kind in INSIDE else ()),
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


def _agreed(known: Sharing) -> Blocks:
    """Only for those who work with the whole record."""
    if not known.source:
        return (Heading(2, "What each person agreed to"), paragraph("No consent record is finished yet."))
    rows = tuple((each.name, each.answer, "; ".join(each.to)) for each in known.answered)
    told = tuple(
        f"{each.name}{f', about: {each.what}' if each.what else ''}{f', until {day(each.until)}' if each.until else ''}"
        for each in known.may_know
        if each.may
    )
    wishes = [f"{', '.join(each.whose) or 'Nobody wrote down whose wish it is'}: {each.words}" for each in known.wishes]
    return (
        Heading(2, "What each person agreed to"),
        paragraph(f"From {known.source}.{f' Mind: {known.unsettled}.' if known.unsettled else ''}"),
        Table("Answers to help", ("Who", "Answer", "Yes to"), rows),
        Heading(3, "Who may know"),
        bullets(*told) if told else paragraph("Nobody has a yes."),
        Heading(3, "Who may not know, and what is to be kept private"),
        bullets(*known.may_not_know, *wishes)
        if known.may_not_know or wishes
        else paragraph("Nothing is written down. That does not mean that there is nothing: ask."),
    )


def _pages(whole: Folder, to: Recipient, known: Sharing) -> Iterator[Part]:
    """In the place of a record that is not for everyone it is about: the page that it makes for this reader.

    The family together gets the pages of those who agreed, where nobody wishes anything to be kept.
    """
    if to.kind not in AT_HOME or to.says == "no" or known.unsettled:
        return
    agreed = {same(each.name) for each in known.answered if each.agrees}
    mine = {same(to.name)} if to.kind == "person" else set() if known.wishes else agreed
    records = [item for item in whole.newest_first() if joining.pages(item.saved["form"])]
    for item in records[:1]:
        yield from _pages_of(item, mine)


def _pages_of(item: Item, mine: set[str]) -> Iterator[Part]:
    form, asked = forms.get(item.saved["form"]), joining.pages(item.saved["form"])
    whose = dict(asked(forms.check(form, entries.answers_of(item)))) if asked else {}
    documents = _made(item).documents
    for key, name in whose.items():
        if same(name) in mine and key in documents:
            yield documents[key].title, documents[key].blocks


def _made(item: Item) -> forms.Result:
    return pyforms.submit(item.saved["form"], entries.answers_of(item), id_here(str(item.saved["area"])), item.on)


def _part(item: Item) -> Part:
    """A finished form’s own document; of half-done work, and of a form with a day to mend, what was typed."""
    by = f", by {item.by}" if item.by else ""
    title = f"{_title(item)}{by}"
    if not entries.is_unfinished(item):
        try:
            return title, _made(item).document.blocks
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
