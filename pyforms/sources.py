"""Every document that facts rest on, with the day from which it has to be looked at again. Only a build needs this."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyforms import areas
from pyforms.national import national
from pyforms.threshold import concerns as threshold


@dataclass(frozen=True)
class Dated:
    """A source by the file that names it and its key there; `review_by` is None where nobody has set a day."""

    file: str
    key: str
    title: str
    review_by: date | None
    replaced: str = ""


def every() -> Iterator[Dated]:
    """The areas', the national and the threshold tool's, in that order."""
    for area_id in areas.AREA_IDS:
        for key, source in areas.get(area_id).sources.items():
            yield Dated(f"pyforms/areas/{area_id}.toml", key, source.title, source.review_by, source.replaced)
    for key, source in national().sources.items():
        yield Dated("pyforms/national/facts.toml", key, source.title, source.review_by, source.replaced)
    for key, document in threshold.sources().items():
        if document.level is None:  # published indicators are records of what an area once published
            day = date.fromisoformat(document.review_by) if document.review_by else None
            since = date.fromisoformat(document.replaced) if document.replaced else None
            replaced = f"the edition of {since.day} {since:%B %Y}" if since else ""
            yield Dated("pyforms/threshold/sources.toml", key, document.title, day, replaced)


def due(today: date) -> tuple[Dated, ...]:
    """Those whose review day has come, and those that have none, the longest due first."""
    found = [source for source in every() if source.review_by is None or source.review_by <= today]
    return tuple(sorted(found, key=lambda source: source.review_by or date.min))


def told(source: Dated) -> str:
    """One line of a warning: what is due, since when, and where to write that it was done."""
    since = f"was to be looked at again by {source.review_by}" if source.review_by else "has no review date"
    replaced = f"; it has been replaced by {source.replaced}" if source.replaced else ""
    return (
        f"“{source.title}” {since}{replaced}. "
        f"Read what is in force, correct the facts, then set review_by under {source.key} in {source.file}."
    )
