"""The search index: heavy, so that a page loads it only when somebody searches.

Material fetches search/search_index.json on every page. It gets an index without documents there; the real one moves
to search/index.json, with the path of Material's own worker, for docs/assets/javascript/search-worker.js to load.
"""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

from publish import CannotPublish

WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
WORDS = tomllib.loads(Path(__file__).with_name("search.toml").read_text("utf-8"))["same"]
SAME = {typed: ours for ours, all_typed in WORDS.items() for typed in all_typed}
TAG = re.compile(r"<[^>]*>")
NUMBER = re.compile(r"\b0[\d ]{8,12}\d\b")
OURS = "assets/javascript/search-worker.js"


def write(site: Path) -> None:
    """Put our worker in the place of Material's on every page; raises CannotPublish if no page names Material's."""
    found = [page for page in sorted(site.rglob("*.html")) if WORKER.search(page.read_text("utf-8"))]
    if not found:
        raise CannotPublish("No page names Material's search worker: see publish/search.py for what it expects")
    for page in found:
        text = page.read_text("utf-8")
        worker = WORKER.findall(text)[0]
        page.write_text(WORKER.sub(OURS, text), "utf-8")
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    (site / "search/search_index.json").write_text(json.dumps({**index, "docs": []}), "utf-8")
    full = {**index, "docs": [with_numbers(doc) for doc in index["docs"]], "worker": worker, "same": SAME}
    (site / "search/index.json").write_text(json.dumps(full, ensure_ascii=False), "utf-8")


def with_numbers(doc: dict[str, Any]) -> dict[str, Any]:
    """The entry with each telephone number in it as a tag without spaces: people type numbers either way."""
    numbers = {number.replace(" ", "") for number in NUMBER.findall(TAG.sub(" ", doc["text"]))}
    return {**doc, "tags": [*doc.get("tags", ()), *sorted(numbers)]} if numbers else doc
