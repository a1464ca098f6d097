"""The search index: heavy, so that a page loads it only when somebody searches.

Material fetches search/search_index.json on every page. It gets an index without documents there; the real one moves
to search/index.json, with the path of Material's own worker, for docs/assets/javascript/search-worker.js to load.
"""

import json
import re
from pathlib import Path

from publish import CannotPublish

WORKER = re.compile(r"assets/javascripts/workers/search\.[0-9a-f]+\.min\.js")
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
    (site / "search/index.json").write_text(json.dumps({**index, "worker": worker}, ensure_ascii=False), "utf-8")
