"""A form on paper: its questions as a document with space to write and boxes to tick, danger first."""

from collections.abc import Callable, Iterator
from itertools import groupby

from pyforms import areas, whom_to_call
from pyforms.areas import Area
from pyforms.document import (
    Blank,
    Block,
    Boxes,
    Document,
    Facts,
    Heading,
    Note,
    Run,
    Runs,
    Table,
    bullets,
    paragraph,
    text,
)
from pyforms.fields import Entry, Field, Option, When
from pyforms.form import Form
from pyforms.product import made_with

REPEATS = 3  # of a group that the page would let people add to
TICKED = 6  # rows to write more about what was ticked
LONG = 4  # lines for an answer that may be long


def blank(form: Form, area: Area) -> Document:
    """The form without answers, with the area's numbers; with every area's in the general one."""
    return Document(
        title=form.title,
        blocks=(
            _danger(area),
            paragraph("Write in the spaces and tick the boxes. Leave what you do not know."),
            *_questions(form.fields),
        ),
        about=(
            ("Area", area.name),
            ("Made with", f"{made_with()}: {form.title} (version {form.version}, blank)"),
        ),
    )


def _danger(area: Area) -> Note:
    """Whom to call first. It stands before every question, as it does on the page."""
    everywhere = area.id == "general"
    near = [areas.get(other) for other in areas.AREA_IDS] if everywhere else [area]
    rows = [(each.name, lines) for each in near if (lines := _lines(each))]
    finder = areas.contact(area, "find_council") if everywhere or not whom_to_call.own_lines(area) else None
    title = "Anywhere else" if everywhere else "Where to find the number"
    elsewhere = [(title, whom_to_call.line(finder, for_whom=False))] if finder else []
    return Note(
        "danger",
        "Is someone in danger now?",
        (
            paragraph(Run("Call 999", strong=True, href="tel:999"), " if anyone is hurt, or about to be."),
            paragraph("If you fear that a child is being harmed, but not at this moment, call the children’s team:"),
            Facts((*rows, *elsewhere)),
            *((whom_to_call.NUMBER_TO_FIND,) if elsewhere else ()),
            bullets("Say where the child is now, and what you saw, heard or were told.", "Consent can wait."),
        ),
    )


def _lines(area: Area) -> Runs:
    """The area's own safeguarding lines, each on a line, or else what numbers it does state and for whom."""
    own = [whom_to_call.line(contact, for_whom=False) for contact in whom_to_call.own_lines(area)]
    lines = own or [whom_to_call.line(contact) for contact in whom_to_call.next_best(area)]
    return tuple(run for place, line in enumerate(lines) for run in (*_break(place), *line))


def _break(place: int) -> Runs:
    return text("\n") if place else ()


def _questions(fields: tuple[Field, ...], level: int = 2) -> tuple[Block, ...]:
    asked = (field for field in fields if field.question.on_paper)
    return tuple(
        block
        for when, those in groupby(asked, key=lambda field: field.question.when)
        for block in (*_only(when), *(block for field in those for block in WRITERS[field.kind](field, level)))
    )


def _only(when: When | None) -> tuple[Block, ...]:
    return (paragraph(Run(f"Only {when.only}:", strong=True)),) if when else ()


def _label(field: Field) -> str:
    needed = field.required or field.question.one_of or field.kind in ("group", "repeat", "catalogue")
    return field.question.label if needed else f"{field.question.label} (optional)"


def _hint(field: Field, usual: str = "") -> str:
    return field.question.hint or usual


def _hidden(_field: Field, _level: int) -> Iterator[Block]:
    return iter(())


def _line(field: Field, _level: int) -> Iterator[Block]:
    yield Blank(_label(field), _hint(field))


def _signature(field: Field, _level: int) -> Iterator[Block]:
    yield Blank(_label(field), "Sign here")


def _long(field: Field, _level: int) -> Iterator[Block]:
    yield Blank(_label(field), _hint(field), LONG)


def _date(field: Field, _level: int) -> Iterator[Block]:
    yield Blank(_label(field), _hint(field, "Day, month and year"))


def _number(field: Field, _level: int) -> Iterator[Block]:
    limits = (field.lowest, field.highest)
    usual = f"From {limits[0]:g} to {limits[1]:g}" if limits[0] is not None and limits[1] is not None else ""
    unit = f", in {field.question.unit}" if field.question.unit else ""
    yield Blank(_label(field) + unit, _hint(field, usual))


def _one(field: Field, _level: int) -> Iterator[Block]:
    yield Boxes(_label(field), _options(field.options), _hint(field, "Tick one"))


def _many(field: Field, _level: int) -> Iterator[Block]:
    yield Boxes(_label(field), _options(field.options), _hint(field, "Tick all that apply"), many=True)


def _options(options: tuple[Option, ...]) -> tuple[str, ...]:
    return tuple(f"{option.label}: {option.hint}" if option.hint else option.label for option in options)


def _group(field: Field, level: int) -> Iterator[Block]:
    yield Heading(level, field.question.label)
    yield from _said(field)
    yield from _questions(field.children, min(level + 1, 4))


def _repeat(field: Field, level: int) -> Iterator[Block]:
    yield Heading(level, field.question.label)
    yield from _said(field)
    for number in range(1, REPEATS + 1):
        yield Heading(min(level + 1, 4), f"{field.question.title or field.question.label} {number}")
        yield from _questions(field.children, min(level + 2, 4))


def _catalogue(field: Field, level: int) -> Iterator[Block]:
    """A tick for each entry, then room to say more of those that were ticked."""
    yield Heading(level, field.question.label)
    yield from _said(field)
    for section, entries in groupby(field.entries, key=lambda entry: entry.section):
        yield Boxes(section, _entries(entries), many=True)
    yield Heading(min(level + 1, 4), "More about what you ticked")
    choices = tuple((child.question.label, text(_either(child))) for child in field.children if child.options)
    if choices:
        yield Facts(choices)
    columns = ("What you ticked", *(child.question.label for child in field.children))
    yield Table("Write a row for each", columns, (("\n\n\n", *("" for _ in field.children)),) * TICKED)


def _entries(entries: Iterator[Entry]) -> tuple[str, ...]:
    return tuple(entry.label for entry in entries)


def _either(field: Field) -> str:
    return " / ".join(option.label for option in field.options)


def _said(field: Field) -> Iterator[Block]:
    if field.question.hint:
        yield paragraph(field.question.hint)


WRITERS: dict[str, Callable[[Field, int], Iterator[Block]]] = {
    "hidden": _hidden,
    "text": _line,
    "long": _long,
    "date": _date,
    "number": _number,
    "signature": _signature,
    "radios": _one,
    "select": _one,
    "checkboxes": _many,
    "group": _group,
    "repeat": _repeat,
    "catalogue": _catalogue,
}
