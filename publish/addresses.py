"""Addresses within the site that HTML of a page or a macro writes as `site:PATH`, from the site's root, made relative.

Markdown's own links need none of it. In HTML, MkDocs leaves an address as it stands, while its successor takes it for
one from the Markdown file's folder and rewrites it; both leave alone what has a scheme. A relative address works below
any sub-path. "Page not found" is sent for addresses of any depth, so there it is the address from the host's root.
"""

import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from publish import CannotPublish

WRITTEN = re.compile(r"""(?<=["'])site:([^"'\s<>]+)""")
ASKED = re.compile(r"""\s(?:href|src)=["'](?![a-z]+:|#|//)([^"']*)["']""")  # of the site, not of elsewhere
NOT_FOUND = "404.html"


def write(site: Path) -> None:
    for page in sorted(site.rglob("*.html")):
        text = page.read_text("utf-8")
        if WRITTEN.search(text):
            page.write_text(WRITTEN.sub(rf"{top_of(page.relative_to(site))}\1", text), "utf-8")


def check(site: Path) -> None:
    """Raises CannotPublish for what pages ask of the site, in HTML or in Markdown, and nobody has written."""
    if lost := missing(site):
        raise CannotPublish("These addresses lead nowhere:\n" + "\n".join(lost))


def missing(site: Path) -> list[str]:
    """Each page with each address in it that leads to no file of the site."""
    found = []
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site)
        asked = dict.fromkeys(ASKED.findall(page.read_text("utf-8")))
        found += [f"{name.as_posix()}: {address}" for address in asked if not _is_there(site, name, address)]
    return found


def _is_there(site: Path, page: Path, address: str) -> bool:
    path = unquote(urlsplit(unescape(address)).path)
    if path.startswith("/"):
        top = top_of(Path(NOT_FOUND))
        place = site / path.removeprefix(top) if path.startswith(top) else Path("/nowhere")
    else:
        place = site / page.parent / path
    return (place / "index.html").is_file() if place.is_dir() else place.is_file()


def top_of(page: Path) -> str:
    """The site's root as that page sees it: "../../", or "/kit/" from the page that is sent for any address."""
    if page.as_posix() == NOT_FOUND:
        return urlsplit(os.environ.get("SITE_URL", "")).path.rstrip("/") + "/"
    return "../" * (len(page.parts) - 1)
