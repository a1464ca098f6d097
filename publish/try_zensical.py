"""`make try-zensical`: builds a copy with Zensical, which follows Material, and says what differs from MkDocs' pages.

Material ends in May 2027. Nothing here is needed to build or test the site: Zensical lives in build/, beside the copy.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath

from publish import BUILD, ROOT, CannotPublish, addresses, settings
from publish.__main__ import STEPS, pages

HOME = BUILD / "zensical"
OLDEST = "zensical>=0.0.73"
COPIED = ("docs", "macros", "overrides", "pyforms")
SCRIPTS = "assets/javascript/"
NAMED = 3  # of the pages that differ, how many are named


class Page(HTMLParser):
    """What of a page has to be the same, whatever built it: each kind of thing as a list, in the page's order."""

    def __init__(self, html: str, folder: str = "") -> None:
        super().__init__()
        self.folder = folder
        self.found: dict[str, list[str]] = {}
        self._choosing = self._reading = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        self._choosing += tag == "select" and "data-area-chooser" in has
        self._reading += tag == "article"
        if tag == "option" and self._choosing:
            self._add("areas to choose from", has.get("value", ""))
        for name, kind in KINDS.items():
            if name in has:
                self._add(kind, has[name])
        if self._reading and tag in ("input", "select", "textarea") and "name" in has:
            self._add("fields of forms", has["name"])
        if self._reading and tag in ("h1", "h2", "h3", "h4") and "id" in has:
            self._add("places that links lead to", has["id"])
        if tag == "script" and "src" in has:
            self._add(
                "scripts of ours", has["src"].rpartition("assets/javascript/")[2] * ("assets/javascript/" in has["src"])
            )
        if self._reading and tag == "a" and has.get("href"):
            self._add("links", self._place(has["href"]))

    def _place(self, address: str) -> str:
        """The same for "../about/" and "../../site/about/"."""
        return address if re.match("[a-z]+:|#", address) else normpath(f"{self.folder}/{address}")

    def handle_endtag(self, tag: str) -> None:
        self._choosing -= bool(self._choosing) and tag == "select"
        self._reading -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self._reading:
            self._add("words", *data.split())

    def _add(self, kind: str, *values: str) -> None:
        self.found.setdefault(kind, []).extend(value for value in values if value)


KINDS = {
    "data-form": "forms",
    "data-for-area": "facts of an area",
    "data-areas": "areas that scripts know",
    "data-first": "first area",
    "data-result": "places for results",
}


def differences(one: Path, other: Path) -> dict[str, list[str]]:
    """For each kind of thing the pages of `other` that do not have it as those of `one` do."""
    ours, theirs = (_pages(site) for site in (one, other))
    found: dict[str, list[str]] = {}
    found["pages that are missing"] = sorted(ours.keys() - theirs.keys())
    found["pages that are new"] = sorted(theirs.keys() - ours.keys())
    for name in sorted(ours.keys() & theirs.keys()):
        for kind in sorted(ours[name].keys() | theirs[name].keys()):
            if ours[name].get(kind) != theirs[name].get(kind):
                found.setdefault(kind, []).append(name)
    known = set(addresses.missing(one))
    found["addresses that lead nowhere"] = [each for each in addresses.missing(other) if each not in known]
    return {kind: where for kind, where in found.items() if where}


def _pages(site: Path) -> dict[str, dict[str, list[str]]]:
    found = {}
    for page in sorted(site.rglob("*.html")):
        name = page.relative_to(site)
        found[name.as_posix()] = Page(page.read_text("utf-8"), name.parent.as_posix()).found
    return found


def told(found: dict[str, list[str]], count: int) -> Iterator[str]:
    """What differs, a line for each kind."""
    for kind, where in found.items():
        rest = f" and {len(where) - NAMED} more" if len(where) > NAMED else ""
        yield f"- {kind}: {len(where)} ({'; '.join(where[:NAMED])}{rest})"
    yield f"{count} pages were compared{'' if found else ', and nothing differs'}."


def zensical(site: Path) -> str:
    """Build a copy's pages with the newest Zensical that can be installed, into `site`; its version."""
    python = HOME / "venv" / "bin" / "python"
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    _run("making a place for Zensical", sys.executable, "-m", "venv", str(HOME / "venv"))
    _run("installing Zensical", str(python), "-m", "pip", "install", "--quiet", "--upgrade", OLDEST, *needed)
    copy = HOME / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    for part in COPIED:
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    (copy / "build").mkdir()
    shutil.copy(settings.SETTINGS, copy / "build")
    _run("building with Zensical", str(python), "-m", "zensical", "build", cwd=copy)
    shutil.rmtree(site, ignore_errors=True)
    (copy / "site").rename(site)
    return _run("asking Zensical’s version", str(python), "-m", "zensical", "--version").strip()


def _run(doing: str, *command: str, cwd: Path = ROOT) -> str:
    environment = {**os.environ, "PYTHONPATH": str(cwd)}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own commands
    if done.returncode:
        raise CannotPublish(f"{doing}:\n{(done.stderr or done.stdout)[-3000:]}")
    return done.stdout


def failing(site: Path) -> Iterator[str]:
    """The steps after the pages that cannot do their work on these."""
    for name, step in STEPS:
        if step in (pages, addresses.write):
            continue
        try:
            step(site)
        except Exception as fault:  # noqa: BLE001 - made for other pages, each may fail in its own way
            yield f"{name} ({type(fault).__name__}: {str(fault)[:200]})"


def main() -> None:
    one, other = HOME / "mkdocs", HOME / "site"
    try:
        pages(one)
        version = zensical(other)
    except CannotPublish as fault:
        sys.exit(f"try-zensical: {fault}")
    for site in (one, other):
        addresses.write(site)
    found = differences(one, other)
    if failed := [*failing(other)]:
        found["steps of publish that fail"] = failed
    count = sum(1 for _ in one.rglob("*.html"))
    report = (f"Zensical {version} beside MkDocs and Material:", *told(found, count))
    sys.stdout.write("\n".join(report) + "\n")


if __name__ == "__main__":
    main()
