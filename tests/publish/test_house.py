"""A form is wherever forms are listed: the folders, the ids, the pages, the menu, the index's cards and the README."""

import re
from pathlib import Path

import pytest

import pyforms

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "forms"


def test_every_folder_with_a_form_has_its_id_on_the_list():
    folders = {init.parent.name for init in (ROOT / "pyforms").glob("*/__init__.py") if "FORM = " in init.read_text()}
    assert folders == {form_id.replace("-", "_") for form_id in pyforms.FORM_IDS}


def test_every_page_that_asks_a_form_is_the_forms_own():
    asking = {page.stem for page in DOCS.glob("*.md") if re.search(r"\{\{ *form\(", page.read_text("utf-8"))}
    assert asking == {*pyforms.FORM_IDS}


@pytest.mark.parametrize("form_id", pyforms.FORM_IDS)
def test_the_menu_the_index_and_the_readme_name_every_form(form_id):
    title = pyforms.get(form_id).title
    assert f"forms/{form_id}.md" in (ROOT / "mkdocs.yml").read_text("utf-8"), "add it to nav in mkdocs.yml"
    assert f"### [{title}]({form_id}.md)" in (DOCS / "index.md").read_text("utf-8"), (
        "add its card to docs/forms/index.md"
    )
    assert f"- **{title}**" in (ROOT / "README.md").read_text("utf-8"), "add it to the list in README.md"
