"""The search index: heavy, so that a page loads it only when somebody searches.

Material fetches search/search_index.json on every page. It gets an index without documents there; the real one moves
to search/index.json, with the path of Material's own worker, for docs/assets/javascript/search-worker.js to load.
"""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from publish import CannotPublish

WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
WORDS = tomllib.loads(Path(__file__).with_name("search.toml").read_text("utf-8"))["same"]
ASKED: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("asked.toml").read_text("utf-8"))
SAME: dict[str, list[str]] = {}
for ours, all_typed in WORDS.items():
    for typed in all_typed:
        SAME.setdefault(typed, []).append(ours)
FEW = 3  # pages; what stands on more of them is the frame of a page
CONCERNS = sorted((Path(__file__).parents[1] / "pyforms/threshold/concerns").glob("*.toml"))
HELP, PANEL = "families/get-help-now/", "#help-title"
BLOCK = re.compile(r"<(?:p|li)>[^<]*</(?:p|li)>")
WORD = re.compile(r"[a-z]{4,}")
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
    (site / "search/index.json").write_text(
        json.dumps({**prepared(index), "worker": worker}, ensure_ascii=False), "utf-8"
    )


def prepared(index: dict[str, Any]) -> dict[str, Any]:
    """The index as our worker takes it: without what many pages repeat, with numbers to find, and what people type."""
    docs = [with_numbers(doc) for doc in without_repeats(index["docs"])]
    return {**index, "docs": docs, "same": SAME, "besides": besides(), "asked": ASKED}


def besides() -> dict[str, str]:
    """What a page answers to that is not in its text: a form's own words are no part of the index.

    The threshold tool is found by the worries that it knows, the page about harm outside the home by its kind of them.
    """
    words = {path.stem: concern_words(path) for path in CONCERNS}
    every = sorted(set().union(*words.values()))
    return {"forms/threshold/": " ".join(every), "guidance/harm-outside-the-home/": " ".join(sorted(words["outside"]))}


def concern_words(path: Path) -> set[str]:
    """The different words that one file of concerns is found by."""
    concerns = tomllib.loads(path.read_text("utf-8"))["concern"]
    said = (text for concern in concerns for text in (concern["label"], *concern["words"]))
    return {word for text in said for word in WORD.findall(text.lower())}


def without_repeats(docs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The entries without what stands on more than a few pages: it says nothing about any. Get help now keeps it."""
    pages = Counter(block for texts in texts_of_pages(docs).values() for block in blocks(texts))
    often = {block for block, count in pages.items() if count > FEW}

    def mend(doc: dict[str, Any]) -> dict[str, Any]:
        if doc["location"].startswith(HELP):
            return doc
        return {**doc, "text": BLOCK.sub(lambda found: "" if found[0] in often else found[0], doc["text"])}

    return [mend(doc) for doc in docs if doc["location"].startswith(HELP) or not doc["location"].endswith(PANEL)]


def texts_of_pages(docs: list[dict[str, Any]]) -> dict[str, str]:
    """The text of each page, all its parts together."""
    texts: dict[str, str] = {}
    for doc in docs:
        page = doc["location"].partition("#")[0]
        texts[page] = texts.get(page, "") + doc["text"]
    return texts


def blocks(text: str) -> set[str]:
    """The paragraphs and list items of a text."""
    return set(BLOCK.findall(text))


def with_numbers(doc: dict[str, Any]) -> dict[str, Any]:
    """The entry with each telephone number in it as a tag without spaces: people type numbers either way."""
    numbers = {number.replace(" ", "") for number in NUMBER.findall(TAG.sub(" ", doc["text"]))}
    return {**doc, "tags": [*doc.get("tags", ()), *sorted(numbers)]} if numbers else doc
