"""A source is read again when its day comes, and a fact from an edition that was replaced says so wherever it goes."""

from datetime import date
from typing import get_args

import pytest

import pyforms
from pyforms import areas, sources
from pyforms.exporters import html
from pyforms.national import NationalKey, national, source_of

BEFORE, AFTER = date(2025, 1, 1), date(2030, 1, 1)


def test_every_source_of_every_file_has_a_day_on_which_it_is_read_again():
    without = [f"{source.file}: {source.key}" for source in sources.every() if source.review_by is None]
    assert not without, 'add review_by = "2027-09-30" or the day that fits'
    assert {source.file for source in sources.every()} == {
        *(f"pyforms/areas/{area_id}.toml" for area_id in areas.AREA_IDS),
        "pyforms/national/facts.toml",
        "pyforms/threshold/sources.toml",
    }


def test_nothing_is_due_before_its_day_and_everything_is_after():
    assert sources.due(BEFORE) == ()
    assert len(sources.due(AFTER)) == len([*sources.every()])


def test_a_source_is_due_on_its_day_and_not_the_day_before():
    kent = areas.get("kent").sources["kent-review-guidance"]
    titles = lambda day: {source.title for source in sources.due(day)}  # noqa: E731 - said twice below
    assert kent.title in titles(kent.review_by)
    assert kent.title not in titles(kent.review_by.replace(day=kent.review_by.day - 1))


def test_a_warning_names_the_document_its_day_what_replaced_it_and_where_to_correct_it():
    wt2023 = next(source for source in sources.due(AFTER) if source.key == "working-together-2023")
    said = sources.told(wt2023)
    for part in (wt2023.title, "2026-03-18", "the edition of 18 March 2026", "pyforms/areas/general.toml"):
        assert part in said


def test_the_2023_edition_is_due_already():
    assert "working-together-2023" in {source.key for source in sources.due(date(2026, 11, 27))}


# Where a replaced edition is used


def test_a_threshold_result_says_that_the_edition_it_cites_was_replaced():
    title = "Working Together to Safeguard Children 2023"
    for given in pyforms.examples("threshold"):
        shown = html.fragment(pyforms.submit("threshold", given.answers, "general", given.today).document)
        said = shown.count(f"{title} (edition replaced in March 2026") + shown.count(f"{title}. Since replaced by")
        assert shown.count(title) == said


def test_a_source_that_was_replaced_is_cited_with_what_has_to_be_said():
    wt2023 = areas.get("general").sources["working-together-2023"]
    assert wt2023.cited.endswith("not checked against it")
    assert areas.get("general").sources["quality-standards"].cited == "What is 'good' Early Help?"


# The country


def test_every_national_fact_has_a_key_and_a_source():
    assert {*get_args(NationalKey)} == {*national().facts}
    assert all(source_of(fact).title for fact in national().facts.values())
    assert {fact.source for fact in national().facts.values()} == {*national().sources}


@pytest.mark.parametrize(
    ("key", "sure"),
    [
        ("duty-to-share", "act"),
        ("duty-to-share-date", "one"),
        ("duty-to-report-date", "not found"),
        ("families-first", "several"),
        ("families-first-date", "several"),
        ("consistent-identifier-date", "not found"),
        ("kinship-offer", "act"),
        ("prevent-advice", "one"),
        ("outcomes-after", "not found"),
    ],
)
def test_a_national_fact_is_as_sure_as_what_it_rests_on(key, sure):
    assert national().facts[key].how_sure == sure


def test_nothing_known_from_one_source_is_called_sure():
    for key, fact in national().facts.items():
        weakest = source_of(fact).how_sure
        assert not (weakest == "one" and fact.how_sure != "one"), key
        assert not (fact.how_sure == "act" and weakest != "act"), key
