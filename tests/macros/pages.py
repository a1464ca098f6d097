"""Pages as a visitor with no area chosen reads them: the Markdown with what its macros write, and no markup."""

import re
from functools import cache
from html import unescape
from pathlib import Path

import jinja2
import yaml

import macros

DOCS = Path(__file__).parents[2] / "docs"
PAGES = tuple(sorted(str(page.relative_to(DOCS)) for page in DOCS.rglob("*.md")))
MACROS = {macro.__name__: macro for macro in macros.MACROS}
CALL = re.compile(r"\{\{.*?\}\}", re.DOTALL)


def front(page: str) -> dict:
    return yaml.safe_load((DOCS / page).read_text("utf-8").split("---\n")[1])


def typed(page: str) -> str:
    """What stands in the file itself, without its front matter and the macros' calls."""
    return CALL.sub("", (DOCS / page).read_text("utf-8").split("---\n", 2)[2])


@cache
def words(page: str) -> str:
    """All that the page says, its macros' words included."""
    body = (DOCS / page).read_text("utf-8").split("---\n", 2)[2]
    told = jinja2.Environment(undefined=jinja2.StrictUndefined).from_string(body).render(MACROS)  # noqa: S701 - our own
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", told)).split())
