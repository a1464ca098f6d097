"""An area that has what ours lack: five levels, two lead roles, lines by district and a portal. It is data alone."""

import tomllib
from datetime import date
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

import pyforms
from pyforms import whom_to_call
from pyforms.areas import check, load, lookup
from pyforms.areas.keys import Situation
from pyforms.exporters import html

FILE = Path(__file__).with_name("trafford.toml")
TRAFFORD = load.checked(tomllib.loads(FILE.read_text("utf-8")), FILE.name)


def names(contacts):
    return [contact.name for contact in contacts]


def test_the_file_has_no_fault():
    assert check.of_bytes(FILE.read_bytes(), FILE.name) == ()


def test_all_five_levels_are_told_in_the_areas_order_with_words_for_each():
    found = lookup.levels(TRAFFORD)
    assert [level.number for level in found] == ["1", "2", "3", "4", "5"]
    assert all(level.plain and level.practitioner and level.who_responds for level in found)
    assert found[-1].words_source == "children-act-1989"
    assert found[-1].practitioner.startswith("As most areas’ level 4: ")


@pytest.mark.parametrize(("lowest", "highest", "own"), [(1, 1, "1"), (3, 3, "3"), (4, 4, "45"), (2, 4, "2345")])
def test_a_level_of_the_tools_is_told_as_the_areas_own(lowest, highest, own):
    assert "".join(level.number for level in lookup.levels_at(TRAFFORD, lowest, highest)) == own


def test_the_note_says_which_level_is_read_as_which():
    assert lookup.levels_note(TRAFFORD).endswith(
        "Trafford’s level is read like this: 1 as 1, 2 as 2, 3 as 3, 4 as 4, 5 as 4."
    )


def test_a_next_step_is_found_by_the_areas_own_level():
    assert "child in need assessment" in lookup.route(TRAFFORD, 4, "step_up").text
    for level, situation in product((1, 2, 3, 4), get_args(Situation)):
        assert lookup.route(TRAFFORD, level, situation).text


def test_every_district_is_named_where_early_help_is_asked_for():
    step = lookup.route(TRAFFORD, 2, "multi_agency")
    assert names(lookup.route_contacts(TRAFFORD, step)) == [
        "Early Help portal",
        "Early Help, north",
        "Early Help, south",
    ]


def test_a_line_with_an_option_is_dialled_without_it():
    north, south = lookup.lines(TRAFFORD, "early_help_enquiry")
    assert (north.tel, south.tel, south.phone) == ("01632960101", "01632960102", "01632 960102, option 2")


def test_a_line_of_no_kind_that_pages_know_is_only_in_the_list():
    assert names(lookup.lines(TRAFFORD, "other")) == ["School nurses’ text line"]
    assert "School nurses’ text line" in names(TRAFFORD.contacts.values())


def test_both_lead_roles_are_known_and_a_sentence_has_the_first():
    assert [term.name for term in lookup.terms(TRAFFORD, "lead_role")] == [
        "Family Help Lead Practitioner",
        "Early Help Coordinator",
    ]
    assert lookup.word(TRAFFORD, "lead_role").name == "Family Help Lead Practitioner"


@pytest.mark.parametrize("form_id", pyforms.FORM_IDS)
def test_every_form_takes_every_example_there(form_id):
    form = pyforms.get(form_id)
    for example in pyforms.examples(form_id):
        result = form.result(pyforms.check(form, example.answers), TRAFFORD, example.today)
        assert html.fragment(result.document)


def found(name):
    form = pyforms.get("threshold")
    example = next(each for each in pyforms.examples("threshold") if each.name == name)
    return form.result(pyforms.check(form, example.answers), TRAFFORD, date(2026, 11, 27))


def test_the_threshold_tool_says_its_own_level_and_the_areas():
    result = found("baby-with-a-bruise")
    assert result.findings["level"] == {"lowest": 4, "highest": 4}
    told = html.fragment(result.document)
    assert "Level 4 (Trafford’s level 4, Child in need, or 5, Child protection)" in told
    assert "5 as 4." in told


def test_danger_has_the_areas_own_lines_and_no_page_to_search():
    told = html.fragment(found("baby-with-a-bruise").document)
    assert "0161 912 5125" in told
    assert "0161 912 2020" in told
    assert "report-child-abuse-to-local-council" not in told
    assert names(whom_to_call.safeguarding(TRAFFORD)) == ["Trafford Children’s First Response", "Emergency Duty Team"]


def stated(**sections):
    head = {"id": "essex", "name": "Essex", "version": "1", "updated": date(2026, 11, 27)}
    source = {"hub": {"title": "A page", "read": date(2026, 11, 27), "review_by": date(2027, 3, 31)}}
    return load.checked({**head, "sources": source, **sections}, "essex.toml")


def line(**ways):
    return {"name": "A line", "source": "hub", **ways}


def test_an_area_with_no_levels_of_its_own_has_the_usual_four_and_says_so():
    assert [level.number for level in lookup.levels(stated())] == ["1", "2", "3", "4"]
    assert "does not set out levels of need" in lookup.levels_note(stated())


def test_three_levels_by_letters_answer_for_four():
    letters = {
        key: {"usual": usual, "early_help": key == "B", "name": key, "source": "hub"}
        for key, usual in {"A": [1], "B": [2, 3], "C": [4]}.items()
    }
    route = {"levels": ["B"], "situation": "stuck", "text": "Ask the hub.", "source": "hub"}
    area = stated(levels=letters, routes=[route])
    assert [level.number for level in lookup.levels_at(area, 3, 4)] == ["B", "C"]
    assert lookup.route(area, 3, "stuck").text == lookup.route(area, 2, "stuck").text == "Ask the hub."
    assert lookup.route(area, 4, "stuck").source == "quality-standards"


@pytest.mark.parametrize("key", ["safeguarding_professionals", "early_help_enquiry", "early_help_advice"])
def test_any_phone_of_the_area_stands_beside_the_page_that_finds_the_right_one(key):
    area = stated(contacts={key: line(phone="01632 960123")})
    assert [contact.phone for contact in whom_to_call.safeguarding(area)] == ["", "01632 960123"]
    danger = lookup.route_contacts(area, lookup.route(area, 3, "danger"))
    assert [contact.phone for contact in danger] == ["999", "", "01632 960123"]


def test_a_page_for_worries_is_no_number_and_does_not_take_the_place_of_one():
    area = stated(contacts={"safeguarding_day": line(web="https://essex.example/worried")})
    assert [contact.web for contact in whom_to_call.safeguarding(area)] == [
        "https://essex.example/worried",
        "https://www.gov.uk/report-child-abuse-to-local-council",
    ]
    assert whom_to_call.own_lines(area) == ()


def test_lines_by_district_for_safeguarding_all_stand_where_danger_is_told():
    area = stated(contacts={f"mash_{part}": line(phone="01632 960123", one_of="safeguarding_day") for part in "ns"})
    assert len(whom_to_call.safeguarding(area)) == len(whom_to_call.own_lines(area)) == 2
