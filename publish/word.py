"""The library that writes Word files in the page: npm's docx, under a name that hosts serve as JavaScript."""

import shutil
from pathlib import Path

from publish import ROOT

LIBRARY = ROOT / "node_modules/docx"


def write(site: Path) -> None:
    """Put the library and its licence where word.js looks for them."""
    target = site / "assets/javascript/vendor"
    target.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(LIBRARY / "dist/index.mjs", target / "docx.js")
    shutil.copyfile(LIBRARY / "LICENSE", target / "docx-licence.txt")
