"""The promise that nothing leaves, as a Content-Security-Policy: one and the same on every page.

The scripts that Material writes into its pages are allowed by their hashes, collected from the built site,
because they depend on the configuration and on how deep a page lies. Everything else comes from the site's own
files; a style or a handler written into a page is refused here, before a browser refuses it without a word.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

from publish import CannotPublish

DATA = ("application/json", "application/ld+json")  # a <script> of these types holds data and does not run
CHARSET = re.compile(r"<meta charset=[^>]+>", re.IGNORECASE)
META = '<meta http-equiv="Content-Security-Policy" content="{}"><meta name="referrer" content="no-referrer">'


def write(site: Path) -> None:
    """Give every page the policy, before anything in it can run; raises CannotPublish for what it would block."""
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    inline = {path: Inline.of(text) for path, text in pages.items()}
    if faults := [f"  {path.relative_to(site)}: {fault}" for path, found in inline.items() for fault in found.faults]:
        raise CannotPublish("The policy would block these; use a class or a file instead:\n" + "\n".join(faults))
    policy = policy_for(script for found in inline.values() for script in found.scripts)
    for path, text in pages.items():
        path.write_text(with_policy(text, policy), "utf-8")


def policy_for(scripts: Iterable[str]) -> str:
    """The policy that lets these scripts run inside pages, and no others."""
    hashes = " ".join(sorted({_hash(script) for script in scripts}))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'wasm-unsafe-eval' {hashes}".rstrip(),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "object-src 'none'",
        )
    )


def with_policy(page: str, policy: str) -> str:
    """The page with the policy first in its head: only the charset stays before it, as it must come early."""
    found = CHARSET.search(page)
    if not found:
        raise CannotPublish("A page has no <meta charset>, after which the policy belongs")
    return page[: found.end()] + META.format(policy) + page[found.end() :]


def policy_of(site: Path) -> str:
    """The policy that the site's pages carry."""
    return Inline.of((site / "index.html").read_text("utf-8")).policy


class Inline(HTMLParser):
    """What a page carries inside itself: scripts that run, and what the policy would block."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.faults: list[str] = []
        self.policy = ""
        self._runs = False

    @classmethod
    def of(cls, page: str) -> "Inline":
        found = cls()
        found.feed(page)
        found.close()
        return found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._runs = tag == "script" and "src" not in given and given.get("type") not in DATA
        if tag == "style":
            self.faults.append("<style>")
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given.get("content") or ""
        blocked = (name for name in given if name == "style" or name.startswith("on"))
        self.faults.extend(f'<{tag} {name}="{given[name]}">' for name in blocked)

    def handle_data(self, data: str) -> None:
        if self._runs:
            self.scripts.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._runs = self._runs and tag != "script"


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
