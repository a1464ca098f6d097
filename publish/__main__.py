"""`python -m publish build` writes the whole site into site/; `python -m publish serve` serves it on this computer;
`python -m publish forms` writes README’s list of the forms.

Each step is a function that takes the site's folder. They run in this order and stop at the first that fails.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from publish import (
    ROOT,
    CannotPublish,
    addresses,
    form_list,
    hosts,
    policy,
    preload,
    printables,
    release,
    runtime,
    schema,
    search,
    settings,
    sources_due,
    styles,
    vendor,
)
from publish.serve import server
from publish.wheels import EPOCH

SITE = ROOT / "site"


def pages(site: Path) -> None:
    """The pages, by MkDocs; their dates are the last commit's, so that the same input gives the same bytes."""
    form_list.check()
    settings.write()
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site))
    environment = {"SOURCE_DATE_EPOCH": _last_change(), "NO_MKDOCS_2_WARNING": "1", **os.environ}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode:
        said = [line for line in done.stderr.splitlines() if not line.startswith("INFO")]
        raise CannotPublish("MkDocs could not build the pages:\n" + "\n".join(said))


STEPS: tuple[tuple[str, Callable[[Path], None]], ...] = (
    ("the pages", pages),
    ("the addresses in HTML", addresses.write),
    ("Python for the browser", runtime.write),
    ("the look of results", styles.write),
    ("the libraries from npm", vendor.write),
    ("the blank forms", printables.write),
    ("the schema of an area’s file", schema.write),
    ("the search index", search.write),
    ("the early links", preload.write),
    ("the names that carry hashes", release.write),
    ("the policy", policy.write),
    ("the words for hosts", hosts.write),
    ("what pages ask for", addresses.check),
    ("the sources’ review dates", sources_due.warn),
)


def build(site: Path = SITE) -> None:
    for name, step in STEPS:
        try:
            step(site)
        except CannotPublish as fault:
            sys.exit(f"publish: {name} failed.\n{fault}")
    print(f"The site is in {site.relative_to(ROOT)}/")


def serve(site: Path = SITE, port: int = 8000) -> None:
    try:
        running = server(site, port)
    except OSError as fault:
        sys.exit(f"publish: cannot serve {site} on port {port} ({fault}). Is it built, and the port free?")
    print(f"The site is at http://127.0.0.1:{port} (Ctrl+C ends it)", flush=True)
    try:
        running.serve_forever()
    except KeyboardInterrupt:
        running.server_close()


def _last_change() -> str:
    """Seconds since 1970 of the last commit, or a fixed date where there is no git."""
    asked = subprocess.run(("git", "log", "-1", "--format=%ct"), cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607 - whichever git there is
    return asked.stdout.strip() or EPOCH


COMMANDS = {"build": build, "serve": serve, "forms": form_list.write}

if __name__ == "__main__":
    if sys.argv[1:] not in [[name] for name in COMMANDS]:
        sys.exit(f"usage: python -m publish [{' | '.join(COMMANDS)}]")
    COMMANDS[sys.argv[1]]()
