"""Areas: what differs between councils, as data. One TOML file an area; see `get` and `lookup`."""

from pyforms.areas.load import AREA_IDS, AreaInvalid, get, id_here
from pyforms.areas.lookup import (
    consent,
    contact,
    contacts,
    form,
    levels,
    levels_at,
    levels_note,
    lines,
    not_stated,
    outcomes,
    route,
    route_contacts,
    rule,
    scale,
    smart,
    source_of,
    stated,
    terms,
    timescale,
    word,
)
from pyforms.areas.model import Area

__all__ = [
    "AREA_IDS",
    "Area",
    "AreaInvalid",
    "check_all",
    "consent",
    "contact",
    "contacts",
    "form",
    "get",
    "id_here",
    "levels",
    "levels_at",
    "levels_note",
    "lines",
    "not_stated",
    "outcomes",
    "route",
    "route_contacts",
    "rule",
    "scale",
    "smart",
    "source_of",
    "stated",
    "terms",
    "timescale",
    "word",
]


def check_all() -> None:
    """Raises AreaInvalid with every mistake in every area file. Called at build, not on a phone."""
    from pyforms.areas import check  # noqa: PLC0415 - only a build needs it

    check.check_all()
