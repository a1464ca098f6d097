"""The site's own scripts, styles, letters and pictures, under an address that carries a hash of them all.

So a page that a browser has kept goes on asking for what it was made with, and a new page never gets an old script.
One hash for all, as the engine of a page is its scripts together: they import each other by plain names.
"""

import hashlib
import re
from pathlib import Path

from publish import KEPT, CannotPublish

ASSETS = "assets"
NAMED = re.compile(rf"""(?<=["'])((?:\.{{1,2}}/)*|/(?:[^"'\s<>]+/)?)(?={ASSETS}/)""")  # an address of ours, in quotes


def write(site: Path) -> None:
    """Move assets/ into kept/<hash>/, and have every page and the search index ask for it there."""
    folder = f"{KEPT}/{digest(site / ASSETS)}"
    (site / folder).mkdir(parents=True)
    (site / ASSETS).rename(site / folder / ASSETS)
    pages = sorted(site.rglob("*.html"))
    if not pages:
        raise CannotPublish("There are no pages")
    for page in (*pages, *site.glob("search/index.json")):
        page.write_text(NAMED.sub(rf"\g<1>{folder}/", page.read_text("utf-8")), "utf-8")


def assets_of(site: Path) -> Path:
    """Where the assets lie now, below the site's folder."""
    return next((site / KEPT).glob(f"*/{ASSETS}")).relative_to(site)


def digest(folder: Path) -> str:
    """Twelve digits that change with any name or content in the folder."""
    whole = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        whole.update(file.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:12]
