"""A council's file is just data: other areas than ours are laid in pyforms/areas, and nothing else is touched."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.coverage import DOCUMENTS, rows
from pyforms import areas
from pyforms.version import VERSION

ROOT = Path(__file__).parents[2]
HEAD = """
id = "essex"
name = "Essex"
version = "1"
updated = 2026-11-27

[sources.hub]
title = "Children and Families Hub"
read = 2026-11-27
review_by = 2027-03-31
"""
PHONE = """
[contacts.{key}]
name = "Our own line"
phone = "01632 960123"
source = "hub"
"""
# What a build does with areas, in a Python of its own: every page, every form with its examples, every blank form.
BUILD = """
import json, sys
from datetime import date
import pyforms
from pyforms import areas, blank, document
from pyforms.exporters import html
from pages import PAGES, words

areas.check_all()
own = sys.argv[1]
said = {
    form_id: [
        html.fragment(pyforms.submit(form_id, each.answers, own, each.today).document)
        for each in pyforms.examples(form_id)
    ]
    for form_id in pyforms.FORM_IDS
}
blanks = {form_id: html.fragment(blank.blank(pyforms.get(form_id), areas.get(own))) for form_id in pyforms.FORM_IDS}
pages = {page: words(page) for page in PAGES}
examples = [each.area for form_id in pyforms.FORM_IDS for each in pyforms.examples(form_id)]
json.dump({"ids": areas.AREA_IDS, "pages": pages, "forms": said, "blanks": blanks, "examples": examples}, sys.stdout)
"""


def built(folder, name, text, *, without=(), product=""):
    """What a copy of the project makes of an area's file laid in, and without some of ours."""
    for part in ("pyforms", "macros", "docs"):
        kept = shutil.ignore_patterns("__pycache__", "assets", *(f"{area}.toml" for area in without))
        shutil.copytree(ROOT / part, folder / part, ignore=kept)
    (folder / "pyforms" / "areas" / f"{name}.toml").write_text(text, "utf-8")
    if product:
        (folder / "pyforms" / "product.toml").write_text(product, "utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "tests" / "macros").mkdir(parents=True)
    shutil.copy(ROOT / "tests" / "macros" / "pages.py", folder / "tests" / "macros")
    path = f"{folder}:{folder / 'tests' / 'macros'}"
    run = subprocess.run(
        [sys.executable, "-c", BUILD, name],
        cwd=folder,
        env={"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return json.loads(run.stdout)


OWN = """
name = "Essex Early Help"
area = "essex"
logo = "assets/images/logo.svg"
icon = "assets/images/icon.svg"
"""


@pytest.fixture(scope="module")
def own_alone(tmp_path_factory):
    """One area that states nothing but a name, a source and a line for professionals."""
    file = HEAD + PHONE.format(key="safeguarding_professionals")
    return built(tmp_path_factory.mktemp("alone"), "essex", file, without=areas.AREA_IDS[1:], product=OWN)


@pytest.fixture(scope="module")
def sixth(tmp_path_factory):
    """Ours, and one that counts five levels and has lines by district."""
    file = ROOT / "tests" / "pyforms" / "trafford.toml"
    return built(tmp_path_factory.mktemp("sixth"), "trafford", file.read_text("utf-8"))


def test_a_file_laid_in_the_folder_is_an_area(own_alone):
    assert own_alone["ids"] == ["general", "essex"]


def test_an_area_that_states_no_forms_rules_or_routes_has_every_page(own_alone):
    facts = own_alone["pages"]["guidance/local-facts.md"]
    assert "Not stated in this area’s handbook: its own words, levels of need," in facts
    assert "which forms to use" in facts
    assert "rules for the work, next steps, pages on the web" in facts


def test_what_the_guide_took_from_its_sources_does_not_need_their_areas(own_alone):
    assert "Early Help Practice Handbook: multi-agency procedures" in own_alone["pages"]["about/coverage.md"]
    assert "a child’s age changes" in own_alone["pages"]["forms/threshold-rules.md"]
    assert "Doncaster only" not in own_alone["pages"]["forms/threshold-rules.md"]


def test_the_documents_of_the_coverage_page_have_the_titles_that_their_areas_give_them():
    ours = {key: source.title for area_id in areas.AREA_IDS for key, source in areas.get(area_id).sources.items()}
    assert {key: ours.get(key, title) for key, title in DOCUMENTS.items()} == DOCUMENTS
    assert {row["source"] for row in rows()} == {*DOCUMENTS}


def test_an_example_of_an_area_that_is_not_here_is_anywhere_in_england(own_alone):
    assert set(own_alone["examples"]) == {"general"}


DANGER = ("families/get-help-now.md", "guidance/levels-of-need.md", "forms/threshold.md", "forms/consent.md")


def test_an_area_with_a_phone_and_no_routes_shows_it_in_every_danger_box(own_alone):
    for page in DANGER:
        assert "01632 960123" in own_alone["pages"][page], page
    for form_id, paper in own_alone["blanks"].items():
        assert "01632 960123" in paper, form_id
    for form_id, results in own_alone["forms"].items():
        for result in results:
            assert "01632 960123" in result or "999" not in result, form_id
    # a line that is not for everyone never takes the place of the page that finds the right one
    assert "gov.uk/report-child-abuse-to-local-council" in own_alone["pages"]["families/get-help-now.md"]


def test_a_sixth_area_stands_beside_ours_in_the_order_of_the_names(sixth):
    assert sixth["ids"] == ["general", *sorted({*areas.AREA_IDS[1:], "trafford"})]
    assert "Torbay, Trafford, " in " ".join(sixth["pages"].values())


def test_five_levels_two_roles_lines_by_district_and_a_portal_are_on_the_pages_like_any_others(sixth):
    levels = sixth["pages"]["guidance/levels-of-need.md"]
    assert "Level 5: Child protection" in levels
    assert "Level 3: Targeted Early Help (Early Help)" in levels
    facts = sixth["pages"]["guidance/local-facts.md"]
    for said in ("Family Help Lead Practitioner", "Early Help Coordinator", "School nurses’ text line"):
        assert said in facts
    ending = sixth["pages"]["families/when-help-ends.md"]
    assert "Early Help, north : 01632 960101" in ending
    assert "Early Help, south : 01632 960102, option 2" in ending
    assert "portal.trafford.example" in sixth["pages"]["guidance/the-assessment.md"]
    assert "0161 912 5125" in sixth["pages"]["families/get-help-now.md"]


def test_whatever_a_sixth_area_states_is_on_the_list_for_a_safeguarding_lead(sixth):
    listed = sixth["pages"]["about/facts-to-check.md"]
    for said in ("Level 5: Child protection", "The word “Early Help Coordinator”", "Early Help, south: 01632 960102"):
        assert said in listed


def test_a_build_under_another_name_says_it_on_every_page_and_in_every_file(own_alone):
    blanks = {form_id: [paper] for form_id, paper in own_alone["blanks"].items()}
    for form_id, results in (*own_alone["forms"].items(), *blanks.items()):
        for result in results:
            assert f"Essex Early Help {VERSION}: " in result, form_id
            assert "Early Help Guide" not in result, form_id
    assert [page for page, said in own_alone["pages"].items() if "Early Help Guide" in said] == []
