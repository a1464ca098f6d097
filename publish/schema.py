"""The schema of an area's file, for whoever writes one: docs/about/adopting.md says how an editor uses it."""

import json
from pathlib import Path

from pyforms.areas.schema import schema

PLACE = Path("area.schema.json")  # a plain name: it stands in people's own files


def write(site: Path) -> None:
    (site / PLACE).write_text(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n", "utf-8")
