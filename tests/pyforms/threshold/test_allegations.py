"""An allegation about someone who works with children has a route of its own: the designated officer (LADO)."""

import re

import pytest
from telling import first, in_sight, submitted, told, words, worries

from pyforms import areas
from pyforms.document import Blank, Facts, Heading
from pyforms.threshold.concerns import by_id, sources, tools

LINES = [*(step.id for step in by_id()["staff_allegation"].steps), "unsure"]
FULL = {"how_long": "weeks", "how_often": "once", "impact": "serious", "tried": "nothing"}
STATED = {"torbay": "01803 208541", "doncaster": "www.doncaster.gov.uk", "kent": "www.kscmp.org.uk"}


def route(area, **answers):
    """The part of the page about the designated officer, or nothing."""
    blocks = submitted(area, **answers).document.blocks
    heads = [place for place, block in enumerate(blocks) if isinstance(block, Heading) and "LADO" in block.text]
    return blocks[heads[0] : heads[0] + 3] if heads else ()


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("seen", [{}, FULL], ids=["only the line", "everything known"])
@pytest.mark.parametrize("step", LINES)
def test_the_route_stands_in_sight_at_any_line_and_any_fill(area, seen, step):
    found = route(area, child_age=8, concerns={"staff_allegation": {"step": step, **seen}})
    said = words(found)
    assert isinstance(found[1], Facts)
    for part in ("head or manager", "one working day", "Question nobody", "Do not tell the person", "If they do not"):
        assert part in said


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_it_gives_the_areas_own_way_in_or_how_to_find_it_on_paper_too(area):
    found = route(area, child_age=8, concerns=worries(staff_allegation="suitability"))
    said = words(found)
    assert STATED.get(area, "managing allegations") in said
    has_number = bool(areas.get(area).contacts.get("allegations") and areas.get(area).contacts["allegations"].phone)
    assert any(isinstance(block, Blank) for block in found) != has_number


def test_it_comes_first_and_brings_no_early_help_step():
    for step in LINES:
        answers = {"child_age": 8, "concerns": worries(staff_allegation=step)}
        assert "LADO" in words([first("doncaster", **answers)])
        page = in_sight(submitted("doncaster", **answers).document.blocks).split("took in")[0]
        assert not re.search(r"Early Help Assessment|Team Around|with the family", page, re.IGNORECASE)


def test_another_need_of_the_child_keeps_its_own_step():
    page = told("doncaster", child_age=8, concerns=worries(staff_allegation="low_level", neglect="pattern"))
    assert "Early Help Coordinators" in page
    assert "LADO" in page


def test_nobody_is_told_to_tell_the_person_or_the_family_before_the_officer_says_so():
    page = told(child_age=8, concerns=worries(staff_allegation="allegation"))
    assert "Where it is safe, tell the family" not in page
    assert "the LADO says who is told" in page


def test_no_other_worry_has_the_route():
    assert not route("general", child_age=8, concerns=worries(neglect="significant"))


# Which tools at which age ---------------------------------------------------------------------------


def named(**answers):
    return told(**answers).split("took in")[0]


def test_the_officer_is_for_anyone_under_18_so_also_for_sex_with_someone_in_a_position_of_trust_at_16_or_17():
    assert tools()["lado"].to_age == 17
    for age in (14, 16, 17):
        trust = named(child_age=age, concerns=worries(sexual_activity="under_13_or_coerced"))
        assert tools()["lado"].name in trust
    assert tools()["lado"].name not in named(child_age=16, concerns=worries(sexual_activity="over_16"))


@pytest.mark.parametrize(("age", "there"), [(11, False), (13, True), (16, True), (17, True), (18, False)])
def test_the_young_peoples_dash_stands_at_the_ages_it_was_made_for(age, there):
    page = named(child_age=age, concerns=worries(peer_abuse="abusive"))
    assert (tools()["dash_young"].name in page) == there
    assert "13 to 17" in sources()["dash_young"].date


def test_the_name_of_a_concern_fits_every_age_that_it_is_chosen_at():
    assert "nder-age" not in told(child_age=17, concerns=worries(sexual_activity="over_16"))
