"""The warning about sources that are due to be read again. It never stops a build: time passing is not a mistake."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from pyforms.sources import due, told


def warn(_site: Path) -> None:
    """One line for each source whose review day has come."""
    found = due(datetime.now(UTC).date())
    for source in found:
        print(f"publish: warning: {told(source)}", file=sys.stderr)  # noqa: T201 - it is for who builds
    if found:
        print("publish: the list to go through is the page about/facts-to-check.", file=sys.stderr)  # noqa: T201
