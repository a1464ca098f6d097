"""A file, and a page, say which version of the guide made them, and CHANGELOG says what that version changed."""

import io
import json
import re
import tomllib
from datetime import date
from pathlib import Path

import pypdf
import pytest

from macros.forms import form
from publish import settings
from pyforms import areas, blank, export, get, open_saved, saved
from pyforms.form import FORM_IDS, examples
from pyforms.product import made_with, product
from pyforms.version import VERSION

ROOT = Path(__file__).parents[2]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
EXAMPLE = examples("scaling")[0]


def file(kind):
    return export("scaling", EXAMPLE.answers, EXAMPLE.area, EXAMPLE.today, kind)


def test_the_version_is_the_day_of_a_release():
    day = re.fullmatch(r"(\d{4})\.(\d{1,2})\.(\d{1,2})(\.\d+)?", VERSION)
    assert day
    assert date(*map(int, day.groups()[:3])) >= date(2026, 11, 27)


def test_the_version_stands_in_one_place():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["tool"]["setuptools"]["dynamic"]["version"] == {"attr": "pyforms.version.VERSION"}
    assert "version" not in json.loads((ROOT / "package.json").read_text("utf-8"))
    folders = ("pyforms", "macros", "publish", "overrides", "docs")
    texts = [
        page
        for folder in folders
        for page in (ROOT / folder).rglob("*")
        if page.suffix in (".py", ".toml", ".js", ".html", ".md")
    ]
    holds = re.compile(rf"(?<![\d.]){re.escape(VERSION)}(?![\d.])")
    found = {str(page.relative_to(ROOT)) for page in texts if holds.search(page.read_text("utf-8"))}
    assert found == {"pyforms/version.py"}


def test_the_newest_heading_of_the_changelog_is_this_version():
    versions = re.findall(r"^## (\S+)", CHANGELOG, re.MULTILINE)
    assert versions[0] == VERSION, "name what this version changes in CHANGELOG.md, under its own heading"
    assert versions == sorted(set(versions), reverse=True)


def test_every_file_says_what_made_it_where_people_read_and_where_programs_do():
    words = f"{made_with()}: Scaling"
    assert made_with() == f"{product().name} {VERSION}"
    assert words in file("html").decode()
    assert words in " ".join(pypdf.PdfReader(io.BytesIO(file("pdf"))).pages[0].extract_text().split())
    for kind in ("html", "json", "pdf"):
        assert open_saved(file(kind)).made_with == VERSION


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_paper_and_half_done_work_say_it_too(form_id):
    asked = get(form_id)
    about = dict(blank.blank(asked, areas.get("general")).about)
    assert about["Made with"].startswith(made_with())
    assert f'data-made-with="{VERSION}"' in form(form_id)


def test_a_file_from_before_there_was_a_version_opens():
    envelope = json.loads(file("json"))
    del envelope["made_with"]
    assert saved.from_json(json.dumps(envelope)).made_with == ""


def test_the_site_says_it_in_every_page_and_on_the_page_about_it():
    assert settings.settings(product())["extra"]["generator_name"] == made_with()
    assert 'name="generator" content="{{ config.extra.generator_name }}"' in (ROOT / "overrides/main.html").read_text(
        "utf-8"
    )
    assert "{{ made_with() }}" in (ROOT / "docs/about/index.md").read_text("utf-8")
