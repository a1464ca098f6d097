"""Where each heading of each source document lives now; MkDocs checks the link and its anchor at every build."""

import csv
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from pyforms.areas import AREA_IDS, get

TABLE = Path(__file__).with_name("coverage.csv")


def rows() -> list[dict[str, str]]:
    """Each with `source`, `heading`, `page` (a file in docs, with its anchor) and `why`: what was left out."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def coverage() -> str:
    """A table in Markdown for each source; call it from a page in docs/about/."""
    sources = {key: source for area_id in AREA_IDS for key, source in get(area_id).sources.items()}
    return "\n\n".join(
        f"## {sources[key].title}\n\n| In the source | Here | Note |\n| --- | --- | --- |\n"
        + "\n".join(map(_row, found))
        for key, found in groupby(rows(), itemgetter("source"))
    )


def _row(row: dict[str, str]) -> str:
    return f"| {row['heading']} | [{_name(row['page'])}](../{row['page']}) | {row['why']} |"


def _name(page: str) -> str:
    """ "guidance/the-process.md#2-assess" as "The process: 2 assess"."""
    name, _, anchor = page.rsplit("/", maxsplit=1)[-1].partition("#")
    said = [
        part.removesuffix(".md").replace("-", " ")
        for part in (name.replace("index", "for practitioners"), anchor)
        if part
    ]
    return ": ".join(said).capitalize()


MACROS: tuple[Callable[..., Any], ...] = (coverage,)
