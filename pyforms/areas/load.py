"""Reading an area's TOML file. A mistake says which file, which key, and what to do about it."""

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from pyforms import resources
from pyforms.areas.model import Area

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

FOLDER = os.path.dirname(__file__)  # noqa: PTH120 - pathlib is slow to start
# Every file in this folder is an area, in the order of the names; the general profile comes first.
AREA_IDS = ("general", *(name for name in resources.names(FOLDER, ".toml") if name != "general"))
# How what has a pattern is written.
WRITTEN = {
    "id": "use small letters, with hyphens between words",
    "phone": "write digits and spaces, such as 01803 208100, or 0345 603 7627, option 2",
    "email": "write one address, such as team@council.gov.uk",
    "web": "write the whole address, from https:// on",
}


class AreaInvalid(Exception):
    """An area file is wrong. The message has one line for each mistake: file: key: fault. Remedy."""


def id_here(area_id: str) -> str:
    """The area with that id, or the general rules where this site has no such area: a build may have others."""
    return area_id if area_id in AREA_IDS else "general"


@cache
def get(area_id: str) -> Area:
    """The profile of one of AREA_IDS. Raises KeyError for any other id, AreaInvalid for a file with a mistake."""
    if area_id not in AREA_IDS:
        raise KeyError(f"{area_id!r} is not an area. Use one of: {', '.join(AREA_IDS)}.")
    file = f"{area_id}.toml"
    try:
        values = resources.read_toml("pyforms.areas", file)
    except ValueError as fault:
        raise AreaInvalid(f"{file}: cannot be read as TOML: {fault}. Correct that line.") from fault
    return checked(values, file)


def checked(values: dict[str, Any], file: str) -> Area:
    """The area that a file's values describe; `file` is its name, for messages."""
    try:
        return Area.model_validate(values)
    except ValidationError as fault:
        raise AreaInvalid("\n".join(f"{file}: {explain(error)}" for error in fault.errors())) from fault


def explain(error: "ErrorDetails") -> str:
    """One mistake as "key: fault. Remedy"."""
    path = place(error)
    key, table = path[-1] if path else "file", ".".join(path[:-1])
    under = f"under [{table}]" if table else "at the top of the file"
    faults = {
        "string_pattern_mismatch": f"{WRITTEN.get(key, 'not as it has to be')}; it is now {error['input']!r:.60}",
        "missing": f"missing. Add {key} = ... {under}",
        "extra_forbidden": f"not a key that is known {under}. Correct its spelling or take it out",
    }
    return f"{'.'.join(path)}: {faults.get(error['type'], correction(error))}."


def place(error: "ErrorDetails") -> tuple[str, ...]:
    """The keys that lead to a mistake."""
    # A dictionary's wrong key is reported with the marker "[key]"; the key itself is the part before it.
    return tuple(str(part) for part in error["loc"] if part != "[key]")


def correction(error: "ErrorDetails") -> str:
    return f"{error['msg'].removeprefix('Value error, ')}. Correct it; it is now {error['input']!r:.60}"
