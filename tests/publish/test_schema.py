"""The schema of an area's file is published beside the site's other assets, and the page for councils leads to it."""

import json
from pathlib import Path

from publish import schema

ROOT = Path(__file__).parents[2]


def test_the_schema_is_written_where_the_page_for_councils_says(tmp_path):
    schema.write(tmp_path)
    written = json.loads((tmp_path / schema.PLACE).read_text("utf-8"))
    assert {"id", "name", "version", "updated", "sources"} == {*written["required"]}
    assert f'href="site:{schema.PLACE.as_posix()}"' in (ROOT / "docs" / "about" / "adopting.md").read_text("utf-8")
