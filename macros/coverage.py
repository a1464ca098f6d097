"""Where each heading of each source document lives now; MkDocs checks the link and its anchor at every build."""

import csv
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("coverage.csv")
# The documents that the guide's own pages rest on, whichever areas a build has.
DOCUMENTS = {
    "torbay-handbook": "Early Help Practitioners Guidance: Working in a Restorative Way",
    "solihull-guidance": "Early Help guidance and Family Support Assessment & Plan",
    "kent-review-guidance": "Early Help review guidance",
    "doncaster-handbook": "Early Help Practice Handbook: multi-agency procedures for practitioners",
    "quality-standards": "What is 'good' Early Help?",
}


def rows() -> list[dict[str, str]]:
    """Each with `source`, `heading`, `page` (a file in docs, with its anchor) and `why`: what was left out."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def coverage() -> str:
    """A table in Markdown for each source; call it from a page in docs/about/."""
    return "\n\n".join(
        f"## {DOCUMENTS[key]}\n\n| In the source | Here | Note |\n| --- | --- | --- |\n" + "\n".join(map(_row, found))
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
