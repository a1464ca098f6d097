"""The macro that puts a form on a page: plain HTML from the form's model, for any browser and for paper."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from markupsafe import Markup

from macros.render import render
from pyforms import examples, get
from pyforms.fields import FIRST_DAY, LAST_DAY, Entry, Field
from pyforms.version import VERSION


def form(form_id: str, *, button: str = "Check my answers", finder: str = "", builder: str = "") -> Markup:
    """The form with that id, what stands around it and a place for its result; call it at column 0.

    `finder` is the hint of a search box above a catalogue; the form answers it under the name "find". `builder` is HTML
    that fills the form step by step, and stands above it.
    On a family's form the training examples come last.
    """
    asked = get(form_id)
    usual = Counter(field.question.by for field in _leaves(asked.fields)).most_common(1)[0][0]
    parts = [
        (title, needs(fields), draw_all(tuple(fields), usual=usual, finder=finder))
        for title, fields in parts_of(asked.fields)
    ]
    return render(
        "form.html",
        form=asked,
        made_with=VERSION,
        parts=parts,
        button=button,
        builder=builder,
        examples=examples(form_id),
        for_families=usual == "family",
    )


def draw_all(fields: tuple[Field, ...], above: str = "", *, usual: str = "practitioner", finder: str = "") -> Markup:
    """Fields in a row; those that are asked only sometimes stand together, under the words that say when."""
    together = [(when, list(those)) for when, those in groupby(fields, key=lambda field: field.question.when)]
    return Markup("\n").join(
        render(
            "when.html",
            when=when,
            stays=any(field.stays for field in those),
            fields=[draw(field, above, usual=usual, finder=finder) for field in those],
        )
        for when, those in together
    )


def draw(
    field: Field, above: str = "", *, usual: str = "practitioner", optional: bool = True, finder: str = ""
) -> Markup:
    """One field and what it holds.

    `above` is the path of what holds it. `usual` is who answers most of the form: anyone else is named.
    `optional` says to mark what may be left out.
    """

    def below(child: Field, path: str, *, optional: bool = True) -> Markup:
        return draw(child, f"{path}.", usual=usual, optional=optional)

    def below_all(children: tuple[Field, ...], path: str) -> Markup:
        return draw_all(children, f"{path}.", usual=usual)

    return render(
        f"{field.kind}.html",
        field=field,
        name=above + field.name,
        draw=below,
        draw_all=below_all,
        usual=usual,
        optional=optional and not field.required,
        finder=finder,
        sections=sections(field.entries),
        days=(FIRST_DAY, LAST_DAY),
    )


def parts_of(fields: tuple[Field, ...]) -> list[tuple[str, list[Field]]]:
    """A form's fields by part: each begins where a question says so. What comes before the first has no title."""
    parts: list[tuple[str, list[Field]]] = [("", [])]
    for field in fields:
        if field.question.part:
            parts.append((field.question.part, []))
        parts[-1][1].append(field)
    return [part for part in parts if part[1]]


def needs(fields: list[Field]) -> str:
    """What has to be answered in a part, as names: "day worker.name"; of "child_age|due_date" one is enough."""
    asked = [field for field in fields if field.required and field.kind != "group"]
    either = "|".join(field.name for field in asked if field.question.one_of)
    within = [f"{field.name}.{name}" for field in fields for name in needs(list(_of_group(field))).split()]
    return " ".join((*(field.name for field in asked if not field.question.one_of), *filter(None, [either]), *within))


def _of_group(field: Field) -> tuple[Field, ...]:
    return field.children if field.kind == "group" and not field.question.folded else ()


def sections(entries: tuple[Entry, ...]) -> list[tuple[str, list[Entry]]]:
    """A catalogue's entries under the heading of their section, in page order."""
    return [(section, list(those)) for section, those in groupby(entries, attrgetter("section"))]


def _leaves(fields: tuple[Field, ...]) -> Iterator[Field]:
    for field in fields:
        if field.children:
            yield from _leaves(field.children)
        elif field.kind != "hidden":
            yield field


MACROS: tuple[Callable[..., Any], ...] = (form,)
