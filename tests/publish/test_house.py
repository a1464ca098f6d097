"""A form is wherever forms are listed: each list follows from its folder, its page and its line in the menu."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import pyforms
from macros import cards
from publish import form_list

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs" / "forms"

NEWCOMER = {
    "answers.py": """
from typing import Annotated
from pyforms.fields import Question
from pyforms.form import Answers

class WalkAnswers(Answers):
    where: Annotated[str, Question("Where did you walk?", missing="Say where")]
""",
    "result.py": """
from pyforms.document import Document, paragraph
from pyforms.form import Result

def result(answers, area, today):
    return Result({"where": answers.where}, Document("A walk", (paragraph(answers.where),)))
""",
    "__init__.py": """
from pyforms.form import Form
from pyforms.walk_together.answers import WalkAnswers
from pyforms.walk_together.result import result

FORM = Form(
    id="walk-together", version=1, title="A walk together", about="Say where you went.", answers=WalkAnswers,
    result=result, examples=("by-the-river",),
)
""",
    "examples/by-the-river.json": json.dumps(
        {"title": "By the river", "about": "", "area": "general", "today": "2026-11-27", "answers": {"where": "River"}}
    ),
}
PAGE = """---
title: A walk together
description: Say where you went.
card: walk
---

# A walk together

{{ danger_panel(folded=True) }}

{{ form("walk-together") }}
"""
# What the house makes of it, in a Python of its own.
LOOK = """
import json, sys
from datetime import date
from pathlib import Path
import pyforms
from pages import words
from publish import CannotPublish, bytecode, form_list, parts, printables

try:
    form_list.write()
    lacks = ""
except CannotPublish as fault:
    lacks = str(fault)
site = Path("site")
printables.write(site)
example = pyforms.examples("walk-together")[0]
file = pyforms.export("walk-together", example.answers, "general", example.today, "json")
json.dump({
    "lacks": lacks,
    "readme": Path("README.md").read_text("utf-8"),
    "index": words("forms/index.md"),
    "page": words("forms/walk-together.md"),
    "paper": (site / "forms/walk-together/walk-together-blank.pdf").is_file(),
    "opened": pyforms.open_saved(file).answers["where"],
    "part": "walk-together" in parts.LATER,
}, sys.stdout)
"""


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """A copy of the project with a form that was made up, but no line in the menu yet."""
    folder = tmp_path_factory.mktemp("house")
    for part in ("pyforms", "macros", "docs", "publish"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "assets"))
    for file in ("mkdocs.yml", "README.md", "pyproject.toml", "tests/macros/pages.py"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, folder / file)
    for name, text in NEWCOMER.items():
        file = folder / "pyforms" / "walk_together" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "docs" / "forms" / "walk-together.md").write_text(PAGE, "utf-8")
    return folder


def look(house):
    run = subprocess.run(
        [sys.executable, "-c", LOOK],
        cwd=house,
        env={"PYTHONPATH": f"{house}:{house}/tests/macros"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout)


def test_a_new_form_needs_a_folder_a_page_and_a_line_in_the_menu(house):
    found = look(house)
    assert found["lacks"] == "mkdocs.yml: add forms/walk-together.md to nav."
    menu = house / "mkdocs.yml"
    line = "      - Genogram: forms/genogram.md\n"
    text = menu.read_text("utf-8")
    assert line in text
    menu.write_text(text.replace(line, f"{line}      - A walk together: forms/walk-together.md\n"), "utf-8")

    found = look(house)
    assert found["lacks"] == ""
    assert "- **A walk together** – Say where you went.\n<!-- end" in found["readme"]
    assert "### [A walk together](walk-together.md) Say where you went." in found["index"]
    assert "Where did you walk?" in found["page"]
    assert found["paper"]
    assert found["part"]
    assert found["opened"] == "River"


@pytest.mark.parametrize(
    ("page", "says"),
    [(None, "is not there: add the form’s page"), ("# A walk", "name an icon of Material’s")],
)
def test_what_a_new_form_lacks_is_named(house, page, says):
    path = house / "docs" / "forms" / "walk-together.md"
    path.unlink() if page is None else path.write_text(page, "utf-8")
    look_for = "from publish import form_list; form_list.check()"
    run = subprocess.run([sys.executable, "-c", look_for], cwd=house, capture_output=True, text=True, check=False)
    path.write_text(PAGE, "utf-8")
    assert "docs/forms/walk-together.md" in run.stderr
    assert says in run.stderr


def test_every_folder_with_a_form_has_the_file_that_marks_it():
    folders = {init.parent.name for init in (ROOT / "pyforms").glob("*/__init__.py") if "FORM = " in init.read_text()}
    assert folders == {form_id.replace("-", "_") for form_id in pyforms.FORM_IDS}


def test_every_page_that_asks_a_form_is_the_forms_own():
    asking = {page.stem for page in DOCS.glob("*.md") if re.search(r"\{\{ *form\(", page.read_text("utf-8"))}
    assert asking == {*pyforms.FORM_IDS}


def test_no_form_lacks_what_the_lists_need():
    assert cards.missing() == []
    assert {form.id for form in cards.in_menu_order()} == {*pyforms.FORM_IDS}


def test_the_readme_lists_the_forms_as_they_are():
    text = (ROOT / "README.md").read_text("utf-8")
    assert form_list.listed(text) == text, "run python -m publish forms"


def test_the_index_has_a_card_for_every_form_and_none_twice():
    text = (DOCS / "index.md").read_text("utf-8")
    assert "{{ form_cards() }}" in text
    assert "{{ form_cards(for_families=True) }}" in text
    shown = cards.form_cards() + cards.form_cards(for_families=True)
    for form_id in pyforms.FORM_IDS:
        assert shown.count(f"]({form_id}.md)") == 1
        assert f"]({form_id}.md)" not in text
