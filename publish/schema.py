"""The schema of an area's file, for whoever writes one: docs/about/adopting.md says how an editor uses it."""

import json
from pathlib import Path

from pyforms.areas.schema import schema

PLACE = Path("assets") / "area.schema.json"


def write(site: Path) -> None:
    (site / PLACE).write_text(json.dumps(schema(), indent=1, ensure_ascii=False) + "\n", "utf-8")
