"""The look of a result: one stylesheet for the page and for the files that Python writes."""

import shutil
from pathlib import Path

from publish import ROOT


def write(site: Path) -> None:
    shutil.copyfile(ROOT / "pyforms/exporters/document.css", site / "assets/stylesheets/document.css")
