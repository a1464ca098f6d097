"""The safeguarding lead's list leaves nothing out; no sentence about 2026 stands on a page without how sure it is."""

import re

import pytest
from pages import PAGES, typed

from macros import facts_to_check, local, national
from pyforms.areas import AREA_IDS, get
from pyforms.areas.check import facts
from pyforms.national import SURE
from pyforms.national import national as country

LISTED = facts_to_check.facts_to_check()


@pytest.mark.parametrize("area_id", AREA_IDS)
def test_every_fact_of_every_area_is_on_the_list_with_its_source(area_id):
    for key, fact in facts(get(area_id)):
        assert facts_to_check._safe(facts_to_check.said(fact)) in LISTED, key  # noqa: SLF001 - the list's own spelling


def test_every_national_fact_is_on_the_list_with_how_sure_it_is():
    for fact in country().facts.values():
        line = next(line for line in LISTED.splitlines() if line.startswith(f"| {fact.topic}: "))
        assert SURE[fact.how_sure] in line


def test_what_rests_on_the_edition_of_2023_is_together_and_says_what_replaced_it():
    part = LISTED.partition("## What rests on a replaced edition")[2].partition("\n## ")[0]
    rows = [line for line in part.splitlines() if "☐" in line]
    assert all("Since replaced by" in row for row in rows)
    assert any("within 45 working days" in row for row in rows)
    assert any("within 1 working day" in row for row in rows)


def test_each_line_has_a_place_to_tick_and_the_pages_that_use_it():
    rows = [line for line in LISTED.splitlines() if line.endswith("☐ |")]
    assert len(rows) > 250
    assert not [row[:80] for row in rows if "| no page |" in row]


def test_the_lines_of_the_threshold_tool_on_the_old_edition_are_counted_by_concern():
    part = LISTED.partition("## Lines of the threshold tool")[2].partition("\n## ")[0]
    assert "edition replaced in March 2026; not yet checked against the new one" in part
    assert part.count("☐") > 20


# On the pages


def test_a_rule_from_a_replaced_edition_says_so_where_it_stands():
    block = str(local.timescales("referral_decision", "statutory_assessment"))
    assert block.count("Since replaced by the edition of 18 March 2026, and not checked against it.") >= 10


def test_a_fact_from_one_undated_page_says_so_where_it_stands():
    kent = str(local.levels_of_need()).partition('data-for-area="kent"')[2].partition("</div>")[0]
    assert "Kent support level guidance, not dated. Not sure: one source only." in kent


@pytest.mark.parametrize("key", country().facts)
def test_the_macro_never_prints_a_national_fact_without_how_sure_it_is(key):
    fact = country().facts[key]
    told = (key, f"{key}-date") if f"{key}-date" in country().facts else (key,)
    assert SURE[fact.how_sure] in national.country(*told)
    if fact.plain and all(country().facts[each].plain for each in told):
        assert 'class="eh-sure"' in national.country(*told, plain=True)


@pytest.mark.parametrize("key", [key for key in country().facts if f"{key}-date" in country().facts])
def test_what_starts_on_a_day_is_never_told_without_it(key):
    with pytest.raises(ValueError, match=f"{key}-date"):
        national.country(key)


def test_an_unknown_national_fact_lists_the_known_ones():
    with pytest.raises(ValueError, match="family-help"):
        national.country("famly-help")


def test_a_fact_without_words_for_families_is_not_given_to_them():
    with pytest.raises(ValueError, match="no words for families yet"):
        national.country("keeping-children-safe", plain=True)


@pytest.mark.parametrize("page", PAGES)
def test_no_sentence_about_these_years_is_typed_by_hand(page):
    """It comes from a file that says how sure it is; notation in backticks and addresses may name any year."""
    prose = re.sub(r"`[^`]*`|\(http[^)]*\)", "", typed(page))
    assert not [line for line in prose.splitlines() if re.search("202[6-9]", line)]


def test_a_family_of_any_area_can_read_what_is_new():
    shown = national.country("family-help", "lead-practitioner", "best-start-hub", plain=True)
    assert "(section 17)" not in shown
    assert "<cite>" not in shown


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("guidance/consent.md", "parental-responsibility"),
        ("guidance/consent.md", "looked-after"),
        ("families/worried.md", "missing-child"),
        ("about/staying-safe-online.md", "history-emptied"),
    ],
)
def test_what_a_page_tells_in_its_own_words_is_on_the_list_with_the_page_and_how_sure_it_is(page, key):
    fact = country().facts[key]
    line = next(line for line in LISTED.splitlines() if line.startswith(f"| {fact.topic}: "))
    assert f"](../{page})" in line
    assert SURE[fact.how_sure] in line
    assert SURE[fact.how_sure] in national.rests_on(key)
