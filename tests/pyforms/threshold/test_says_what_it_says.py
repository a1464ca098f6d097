"""A page does not reassure under words of danger, contradict its own level, or send people where they are already."""

import pytest
from telling import first, submitted, told, words, worries

from pyforms import areas

BABY = {"sleep_toileting": {"step": "usual", "notes": "HV saw ?bruse on lt ear 10/52 old, mum said rolled on dummy"}}


def test_under_open_words_the_reason_is_the_words_and_no_mild_line():
    page = words([first(child_age=0, concerns=BABY)])
    assert "Sleep usual for the age" not in page
    assert "You wrote" in page


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("one_agency", ["yes", "no", None])
def test_at_level_1_no_plan_assessment_or_meeting_is_named(area, one_agency):
    answers = {"child_age": 4, "consent": "agreed", "concerns": worries(behaviour_home="stage")}
    answers |= {"one_agency": one_agency} if one_agency else {}
    found = submitted(area, **answers)
    if found.findings["level"] == {"lowest": 1, "highest": 1}:
        page = words(found.document.blocks).split("What this took in")[0]
        assert "What to do next" not in page
        assert "Early Help Assessment" not in page


@pytest.mark.parametrize("step", ["threatened", "eviction", "no_home"])
@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_a_home_that_is_about_to_be_lost_goes_to_the_housing_authority_before_any_assessment(area, step):
    page = words([first(area, child_age=8, consent="agreed", concerns=worries(homelessness=step, money="serious"))])
    housing = page.index("duty to refer")
    assert all(
        housing < page.index(each) for each in ("Early Help", "Team Around", "Do next") if each in page[housing:]
    )
    assert "First: " in page[:housing]


def test_words_that_keep_somebody_from_being_asked_are_quoted():
    note = "Dad put him out Sunday, has been on his mate's settee."
    page = told("torbay", child_age=16, concerns={"homelessness": {"step": "tonight", "notes": note}})
    assert "these words" not in page.split("What this took in")[0]
    assert "about “Dad put him out Sunday" in page


@pytest.mark.parametrize(("age", "asked"), [(0, True), (1, True), (2, False), (12, False)])
def test_the_edinburgh_scale_is_for_a_new_parent(age, asked):
    page = told(child_age=age, concerns=worries(parent_mental_health="some_effect"))
    assert ("Edinburgh" in page) == asked


@pytest.mark.parametrize(("age", "early"), [(3, True), (5, True), (10, False)])
def test_the_early_years_outcome_is_for_the_early_years(age, early):
    found = submitted(child_age=age, concerns=worries(speech_language="marked_delay"))
    assert any("early years" in each for each in found.findings["outcomes"]) == early


@pytest.mark.parametrize(
    ("concern", "step", "note"),
    [
        ("parent_mental_health", "care_affected", "Mum has stopped her meds again, in bed most days."),
        ("parent_substances", "some_effect", "Dad smells of drink at pick up once a week, walks home."),
        ("missed_health_care", "often_missed", "SALT offered twice, not brought."),
    ],
)
def test_a_note_that_says_what_its_line_says_is_not_red(concern, step, note):
    found = submitted(child_age=12, concerns={concern: {"step": step, "notes": note}})
    assert not found.findings["danger"]
    assert found.findings["level"]["highest"] < 4


@pytest.mark.parametrize(
    ("concern", "step", "note"),
    [
        ("parent_mental_health", "care_affected", "Mum has stopped her meds, hears voices, baby unfed"),
        ("parent_substances", "some_effect", "Dad smells of drink at pick up, drove them home"),
        ("missed_health_care", "often_missed", "Diabetes clinic missed four times, no insulin, not brought"),
    ],
)
def test_a_note_that_says_more_stays_open(concern, step, note):
    found = submitted(child_age=12, concerns={concern: {"step": step, "notes": note}})
    assert found.findings["level"]["highest"] == 4
