"""The list of what a safeguarding lead has to check: every fact, where it is used, and what it rests on.

It is made from the facts themselves, so that none can be left off it. Call it from a page in docs/about/.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from macros.areas import every_area
from pyforms import areas
from pyforms.areas import Area
from pyforms.areas.check import facts
from pyforms.areas.measures import Scale, Smart, Timescale
from pyforms.areas.shapes import Concerns, Contact, Fact, FormToUse, HowSure, Level, Link, Outcomes, Route, Rule, Term
from pyforms.areas.shapes import Source as Document
from pyforms.national import SURE, national, source_of
from pyforms.threshold import concerns as threshold

DOCS = Path(__file__).parents[1] / "docs"
CALL = re.compile(r"\{\{ *(\w+)\((.*?)\) *\}\}")
QUOTED = re.compile(r'(?<![=\w])"([\w-]+)"')
# What each macro puts on a page: keys of the area's file, with {} for each key that the macro is given.
SHOWS: dict[str, tuple[str, ...]] = {
    "timescales": ("timescales.{}",),
    "rules": ("rules.{}",),
    "next_steps": ("routes.{}",),
    "contacts": ("contacts.{}",),
    "helpline": ("contacts.{}",),
    "links": ("links.{}",),
    "form_to_use": ("forms.{}",),
    "word": ("words.{}",),
    "country": ("national.{}",),
    "rests_on": ("national.{}",),
    "words_used": ("words",),
    "levels_of_need": ("levels",),
    "levels_picture": ("levels",),
    "process_picture": ("timescales",),
    "scale": ("scale",),
    "scale_rulers": ("scale",),
    "smart": ("smart",),
    "consent_given": ("consent",),
    "area_outcomes": ("outcomes", "concerns"),
    "family_outcomes": ("outcomes",),
    "danger_panel": ("contacts.emergency", "contacts.safeguarding_day", "contacts.safeguarding_out_of_hours",
                     "contacts.find_council", "contacts.child_helpline", "contacts.adult_helpline"),
    "local_facts": ("words", "levels", "scale", "timescales", "contacts", "links"),
}  # fmt: skip
BY_FORMS = (
    "scale", "smart", "timescales", "routes", "levels", "contacts", "consent", "forms", "rules.consent", "rules.refusal"
)  # fmt: skip
DOCUMENT: dict[HowSure, str] = {
    "document": "We read the document.",
    "practice": "No document: what areas commonly do.",
    "act": "The Act’s own text.",
    "several": SURE["several"],
    "one": SURE["one"],
}
AREA = "What {} states"
GENERAL = "What serves wherever an area states nothing"
FEW = 3  # pages are named, and counted beyond that


@dataclass(frozen=True)
class Row:
    fact: str
    where: str
    source: Document
    sure: str
    place: str = ""  # the heading in the source


def facts_to_check() -> str:
    """A heading and a table in Markdown for the country, for what has been replaced, and for each area."""
    of_areas = {area.id: tuple(_of_area(area)) for area in every_area()}
    replaced = [row for rows in of_areas.values() for row in rows if row.source.replaced]
    return "\n\n".join(
        (
            _part("What has changed in England", _national()),
            _part("What rests on a replaced edition", replaced),
            _ladders(),
            *(
                _part(
                    GENERAL if area.id == "general" else AREA.format(area.name),
                    (row for row in of_areas[area.id] if not row.source.replaced),
                    area.id,
                )
                for area in every_area()
            ),
        )
    )


def _part(title: str, rows: Iterable[Row], area_id: str = "general") -> str:
    """Shown where that area is chosen; what is general is always shown, because it fills every area's gaps."""
    head = "| Fact | Where it is used | Source | How sure | Right? Initials and date |\n| --- | --- | --- | --- | --- |"
    table = "\n".join((f"## {title}", "", head, *map(_line, rows)))
    return f'<div data-for-area="{area_id}" markdown>\n\n{table}\n\n</div>' if area_id != "general" else table


def _line(row: Row) -> str:
    source = row.source
    title = f"[{_safe(source.title)}]({source.web})" if source.web else _safe(source.title)
    place = f", {_safe(row.place)}" if row.place else ""
    rests = f"{title}{place}. Published: {source.dated or 'not stated'}."
    sure = f"{row.sure} {source.caveat if source.replaced else ''}".strip()
    return f"| {_safe(row.fact)} | {row.where} | {rests} | {sure} | ☐ |"


def _safe(text: str) -> str:
    return text.replace("|", "/").replace("[", "(").replace("]", ")")


def _national() -> Iterator[Row]:
    for key, fact in national().facts.items():
        words = f"{fact.topic}: {fact.text} {fact.note}".strip()
        yield Row(words, _used(f"national.{key}"), source_of(fact), SURE[fact.how_sure], fact.where)


def _of_area(area: Area) -> Iterator[Row]:
    for key, fact in facts(area):
        source = areas.source_of(area, fact)
        yield Row(said(fact), _used(_key(key, fact)), source, DOCUMENT[source.how_sure], fact.where)


def _key(key: str, fact: Fact) -> str:
    """The key by which a macro asks for the fact, such as "routes.stuck"."""
    if isinstance(fact, Route):
        return f"routes.{fact.situation}"
    return f"links.{fact.about}" if isinstance(fact, Link) else key


def said(fact: Fact) -> str:  # noqa: C901 - one case for each shape
    """A fact in one line, as a reader meets it."""
    match fact:
        case Term():
            words = f"The word “{fact.name}”: {fact.plain}"
        case Level():
            words = f"Level {fact.number}: {fact.name or 'Early Help'}. {fact.practitioner}"
        case Scale():
            words = f"Scale: {fact.lowest} {fact.lowest_words}; {fact.highest} {fact.highest_words}; best {fact.best}."
        case Smart():
            words = f"SMART: {', '.join(fact.words)}."
        case Timescale():
            words = f"{fact.what}: {fact.text}{f', from {fact.counted_from}' if fact.counted_from else ''}."
        case Contact():
            ways = ", ".join(way for way in (fact.phone, fact.email, fact.web.removeprefix("https://")) if way)
            words = f"{fact.name}: {ways}."
        case FormToUse():
            words = f"{fact.name}: {fact.use}{f'; goes to {fact.send_to}' if fact.send_to else ''}."
        case Rule():
            words = fact.text
        case Route():
            words = f"Level {', '.join(map(str, fact.levels))}, {fact.situation.replace('_', ' ')}: {fact.text}"
        case Outcomes():
            words = f"{fact.name}: {fact.plain}"
        case Concerns():
            words = f"Headline concerns: {'; '.join(item.text for item in fact.items)}."
        case _:
            message = f"{type(fact).__name__} cannot be put into a line yet: add it here."
            raise TypeError(message)
    return f"{words[0].upper()}{words[1:]} {fact.note}".strip()


def _used(key: str) -> str:
    """Links to the pages that show it, and whether the forms use it."""
    pages = [page for page, shown in pages_showing().items() if shown & {key, key.partition(".")[0]}]
    links = [f"[{_title(page)}](../{page})" for page in pages[:FEW]]
    more = [f"{len(pages) - FEW} more"] if len(pages) > FEW else []
    forms = ["the forms"] if key.startswith(BY_FORMS) else []
    return ", ".join((*links, *more, *forms)) or "no page"


@cache
def pages_showing() -> dict[str, set[str]]:
    """What each page's macros show, by the page's place in docs."""
    return {
        str(page.relative_to(DOCS)): {
            key for call in CALL.finditer(page.read_text("utf-8")) for key in _shown(*call.groups())
        }
        for page in sorted(DOCS.rglob("*.md"))
    }


def _shown(macro: str, given: str) -> Iterator[str]:
    for shows in SHOWS.get(macro, ()):
        yield from (shows.format(key) for key in QUOTED.findall(given)) if "{}" in shows else (shows,)


def _title(page: str) -> str:
    lines = (DOCS / page).read_text("utf-8").splitlines()
    return next(line.removeprefix("title: ").strip('"') for line in lines if line.startswith("title: "))


def _ladders() -> str:
    """The threshold tool's lines that rest on a replaced edition, by concern."""
    replaced = {key for key, source in threshold.sources().items() if source.replaced}
    rows = [
        f"| {concern.label} | {len(lines)} | {', '.join(sorted({str(step.level) for step in lines}))} | ☐ |"
        for concern in threshold.concerns()
        if (lines := [step for step in concern.steps if replaced & {*step.sources}])
    ]
    titles = "; ".join(threshold.sources()[key].cited for key in sorted(replaced))
    head = "| Concern | Lines | At levels | Right? Initials and date |\n| --- | --- | --- | --- |"
    told = f"Each line stands on [how the threshold tool decides](../forms/threshold-rules.md). They cite: {titles}."
    return "\n".join(("## Lines of the threshold tool on a replaced edition", "", told, "", head, *rows))


MACROS: tuple[Callable[..., Any], ...] = (facts_to_check,)
