"""The npm libraries that the page's own scripts import, under names that hosts serve as JavaScript."""

import shutil
from pathlib import Path

from publish import ROOT

LIBRARIES = {"docx": "dist/index.mjs", "signature_pad": "dist/signature_pad.js"}
BY_HASH = ("zstddec",)  # what runtime.py takes


def write(site: Path) -> None:
    """Put each library and its licence into assets/javascript/vendor/."""
    target = site / "assets/javascript/vendor"
    target.mkdir(parents=True, exist_ok=True)
    for name, script in LIBRARIES.items():
        shutil.copyfile(ROOT / "node_modules" / name / script, target / f"{name}.js")
    for name in (*LIBRARIES, *BY_HASH):
        shutil.copyfile(ROOT / "node_modules" / name / "LICENSE", target / f"{name}-licence.txt")
