"""What differs between areas is the area's own, says where it stands, and owns up to what is missing."""

import re

import pytest

from macros import coverage, local
from pyforms.areas import AREA_IDS, get

BLOCKS = {
    "timescales": local.timescales("assessment", "first_meeting", "first_review", "review"),
    "consent": local.consent_given(),
    "levels": local.levels_of_need(),
    "scale": local.scale(),
    "smart": local.smart(),
    "words": local.words_used(),
    "refusal": local.next_steps("refused"),
    "contacts": local.contacts("send_plans_to"),
    "plan": local.form_to_use("plan"),
    "outcomes": local.area_outcomes(),
}


def own(block, area_id):
    """The part of a block that is shown when that area is chosen."""
    return re.split(r'<div data-for-area="[a-z]+">|<details', block.split(f'<div data-for-area="{area_id}">')[1])[0]


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_every_area_has_a_part_of_its_own_and_the_others_are_one_click_away(block):
    assert re.findall(r'data-for-area="([a-z]+)"', block) == list(AREA_IDS)
    others = block.split("<details")[1]
    assert all(get(area_id).name in others for area_id in AREA_IDS)


def test_an_areas_timescale_carries_its_own_days_and_where_they_stand():
    torbay = own(BLOCKS["timescales"], "torbay")
    assert "within 20 working days" in torbay
    assert "The Early Help Assessment Process, step 2" in torbay
    assert "within 30 days" in own(BLOCKS["timescales"], "doncaster")


def test_what_an_area_does_not_state_is_said_with_the_general_rule():
    solihull = own(BLOCKS["timescales"], "solihull")
    assert "Not stated in this area’s handbook" in solihull
    assert "The general rule: within 6 weeks" in solihull


def test_the_hoped_for_end_of_the_scale_is_never_upside_down():
    for area_id, best in {"torbay": 1, "solihull": 10, "kent": 10, "general": 10}.items():
        assert f"Hoped for: {best}." in own(BLOCKS["scale"], area_id)


def test_families_read_no_headings_of_handbooks():
    assert "<cite>" not in local.timescales("review", plain=True)
    assert "<cite>" in local.timescales("review")


def test_an_area_without_such_a_contact_sends_people_to_find_their_council():
    assert "report-child-abuse-to-local-council" in own(BLOCKS["contacts"], "kent")


def test_an_area_whose_numbers_are_known_never_sends_people_to_look_for_them():
    for block in (BLOCKS["contacts"], local.contacts("find_council"), local.next_steps("step_up")):
        for area_id in ("torbay", "doncaster"):
            assert "report-child-abuse-to-local-council" not in own(block, area_id)
        assert "report-child-abuse-to-local-council" in own(block, "general")
    assert "01803 208100" in own(local.contacts("find_council", plain=True), "torbay")


def test_a_word_changes_with_the_area_and_reads_as_a_sentence_without_scripts():
    word = local.word("lead_role")
    said = re.sub("<[^>]+>", "", word).split(" or ")
    assert said[0] == "lead practitioner"
    assert {"Lead Professional", "Lead Practitioner", "Early Help Worker"} < {*said}
    assert word.count("data-for-area") == len(said)


def test_a_family_is_told_which_rule_is_only_the_usual_one():
    soon = local.timescales("first_review", plain=True)
    assert "In most places: within 6 weeks" in own(soon, "doncaster")
    assert "In most places" not in own(soon, "torbay")
    assert "In most places" not in own(soon, "general")
    refusing = local.rules("refusal", plain=True)
    assert "The usual rule: Saying no is allowed." in own(refusing, "kent")
    assert "The usual rule" not in own(refusing, "doncaster")


def test_a_general_word_is_not_shown_as_an_areas_own():
    assert "General word: Multi-Agency Safeguarding Hub" in own(BLOCKS["words"], "kent")
    assert "General word" not in own(BLOCKS["words"], "general")
    assert "General word: Lead" not in own(BLOCKS["words"], "doncaster")


@pytest.mark.parametrize(("area_id", "key"), [("torbay", "early_help_enquiry"), ("doncaster", "early_help_enquiry")])
def test_families_are_not_sent_to_a_line_that_its_source_gives_to_professionals(area_id, key):
    contact = get(area_id).contacts[key]
    shown = own(local.contacts(key, plain=True), area_id)
    assert contact.name not in shown
    assert get(area_id).contacts["safeguarding_day"].phone in shown


def test_a_key_that_does_not_exist_names_those_that_do():
    with pytest.raises(ValueError, match=r"'reveiw' is no timescale: assessment, first_meeting"):
        local.timescales("reveiw")


def test_every_heading_of_every_source_has_a_place_or_a_reason():
    rows = coverage.rows()
    assert {row["source"] for row in rows} == {
        "torbay-handbook", "solihull-guidance", "kent-review-guidance", "doncaster-handbook", "quality-standards"
    }  # fmt: skip
    assert all(row["heading"] and (row["page"] or row["why"]) for row in rows)
    assert len(rows) > 120


def test_the_coverage_table_links_each_heading_to_its_page():
    table = coverage.coverage()
    assert "| Case supervision | [Supervision](../guidance/supervision.md) |" in table
