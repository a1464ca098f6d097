"""A build's name, first area and sign come from pyforms/product.toml, and stand nowhere else."""

from dataclasses import replace
from pathlib import Path

import pytest
from pages import MACROS

from publish import CannotPublish, settings
from pyforms import areas
from pyforms.product import product

ROOT = Path(__file__).parents[2]
# Files are known again by this mark, whatever the build is called that reads or wrote them.
MARKS = {"pyforms/genogram/signs.py", "pyforms/saved.py"}


def test_the_name_stands_in_one_place():
    folders = ("pyforms", "macros", "publish", "overrides", "docs")
    files = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.is_file()]
    texts = (".py", ".toml", ".html", ".md", ".js", ".svg", ".css", ".json")
    found = {
        str(file.relative_to(ROOT))
        for file in [*files, ROOT / "mkdocs.yml"]
        if file.suffix in (*texts, ".yml") and product().name in file.read_text("utf-8")
    }
    assert found - MARKS == {"pyforms/product.toml"}


def test_the_pages_have_its_name_its_sign_and_every_area():
    own = settings.settings(replace(product(), name="Kent Early Help", area="kent"))
    assert own["site_name"] == "Kent Early Help"
    assert own["theme"] == {"logo": product().logo, "favicon": product().icon}
    assert own["extra"]["area"] == "kent"
    assert [area["id"] for area in own["extra"]["areas"]] == list(areas.AREA_IDS)


@pytest.mark.parametrize(
    ("wrong", "says"), [({"area": "atlantis"}, "there is no area 'atlantis'"), ({"logo": "sign.svg"}, "docs/sign.svg")]
)
def test_what_is_not_there_stops_the_build_with_a_remedy(wrong, says):
    with pytest.raises(CannotPublish, match=says):
        settings.settings(replace(product(), **wrong))


def test_no_setting_hides_a_macro_of_the_same_name():
    """Pages see both: a setting called like a macro is what they would get."""
    names = {*settings.settings(product())["extra"]} | {"generator"}
    assert not names & {*MACROS}
