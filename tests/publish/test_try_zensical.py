"""What another generator loses is named: it said nothing when the area chooser was empty and every form dead."""

from pathlib import Path

import pytest

from publish import try_zensical

PAGE = """
<html><head><script src="../assets/javascript/area.js" data-areas="general kent" data-first="general"></script></head>
<select data-area-chooser><option value="general">Any</option><option value="kent">Kent</option></select>
<article><h2 id="who">Who can help</h2><div data-for-area="kent">Ring this line</div><a href="../about/">About</a>
<form data-form="consent"><input name="purpose"></form><section data-result></section>
<script type="module" src="../assets/javascript/forms.js"></script></article></html>
"""


@pytest.fixture
def sites(tmp_path):
    """other(html) gives two sites that are the same but for one page, where that html stands."""

    def other(html):
        for name, page in (("one", PAGE), ("other", html)):
            for path in ("about/index.html", "forms/index.html"):
                (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name / path).write_text(page if path.startswith("forms") else PAGE, "utf-8")
            for script in ("area.js", "forms.js"):
                (tmp_path / name / "assets/javascript").mkdir(parents=True, exist_ok=True)
                (tmp_path / name / "assets/javascript" / script).write_text("")
        return try_zensical.differences(tmp_path / "one", tmp_path / "other")

    return other


def test_the_same_pages_do_not_differ_whatever_their_spaces(sites):
    assert sites(PAGE.replace("\n", "\n\n ")) == {}


def test_one_place_by_two_ways_is_one_link(sites):
    assert sites(PAGE.replace("../about/", "../forms/../about/")) == {}


@pytest.mark.parametrize(
    ("was", "now", "kind"),
    [
        ('<option value="kent">Kent</option>', "", "areas to choose from"),
        ('data-areas="general kent"', 'data-areas=""', "areas that scripts know"),
        ('data-first="general"', 'data-first=""', "first area"),
        (' data-for-area="kent"', "", "facts of an area"),
        (' data-form="consent"', "", "forms"),
        ('<input name="purpose">', "", "fields of forms"),
        ("data-result", "", "places for results"),
        ('<script type="module" src="../assets/javascript/forms.js"></script>', "", "scripts of ours"),
        ('id="who"', 'id="whom"', "places that links lead to"),
        ("../about/", "../abut/", "links"),
        ("../about/", "../../about/", "addresses that lead nowhere"),
        ("Ring this line", "", "words"),
    ],
)
def test_what_is_lost_is_named_with_its_page(sites, was, now, kind):
    assert was in PAGE
    assert "forms/index.html" in sites(PAGE.replace(was, now))[kind][0]


def test_a_missing_and_a_new_page_are_named(tmp_path):
    for site, page in (("one", "a.html"), ("other", "b.html")):
        (tmp_path / site).mkdir()
        (tmp_path / site / page).write_text(PAGE, "utf-8")
    found = try_zensical.differences(tmp_path / "one", tmp_path / "other")
    assert found["pages that are missing"] == ["a.html"]
    assert found["pages that are new"] == ["b.html"]


def test_the_report_says_how_many_and_where(sites):
    lines = [*try_zensical.told(sites(PAGE.replace(' data-form="consent"', "")), 2)]
    assert lines == ["- forms: 1 (forms/index.html)", "2 pages were compared."]
    assert [*try_zensical.told({}, 64)] == ["64 pages were compared, and nothing differs."]


def test_zensical_is_no_part_of_what_builds_and_tests_the_site():
    root = Path(__file__).parents[2]
    assert "zensical" not in (root / "requirements/dev.txt").read_text("utf-8")
    assert "zensical" not in (root / "pyproject.toml").read_text("utf-8")
