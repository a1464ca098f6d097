"""The npm libraries that the page's own scripts import, under names that hosts serve as JavaScript."""

import shutil
from pathlib import Path

from publish import ROOT

LIBRARIES = {"docx": "dist/index.mjs", "signature_pad": "dist/signature_pad.js", "zstddec": "dist/zstddec.mjs"}


def write(site: Path) -> None:
    """Put each library and its licence into assets/javascript/vendor/."""
    target = site / "assets/javascript/vendor"
    target.mkdir(parents=True, exist_ok=True)
    for name, script in LIBRARIES.items():
        home = ROOT / "node_modules" / name
        shutil.copyfile(home / script, target / f"{name}.js")
        shutil.copyfile(home / "LICENSE", target / f"{name}-licence.txt")
