"""The blank forms for paper, by the same exporter that writes answers: /forms/<id>/<id>-blank.pdf."""

from pathlib import Path

from pyforms import FORM_IDS, areas, get
from pyforms.blank import blank
from pyforms.exporters import write as export
from pyforms.product import product


def write(site: Path) -> None:
    """Put every form's blank PDF beside its page; the same forms always give the same bytes."""
    for form_id in FORM_IDS:
        folder = site / "forms" / form_id
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{form_id}-blank.pdf").write_bytes(export(blank(get(form_id), areas.get(product().area)), "pdf"))
