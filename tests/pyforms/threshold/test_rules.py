"""The policies of the threshold tool, as sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pyforms
from pyforms import areas
from pyforms.threshold.answers import UNSURE, HowLong, Impact, ThresholdAnswers, Tried
from pyforms.threshold.concerns import concerns
from pyforms.threshold.rules import CONCERN_RULES, SITUATION_RULES, overall, read

TODAY = date(2026, 11, 23)
LADDERS = {concern.id: concern for concern in concerns()}


def span(area="general", **answers):
    """The range of levels that a practitioner's answers point to."""
    checked = ThresholdAnswers.model_validate({"danger": "no", "child_age": 9, **answers})
    return overall(checked, read(checked, area), area)[0]


def worries(**steps):
    return {concern: {"step": step} for concern, step in steps.items()}


def test_no_worry_and_no_danger_is_level_1():
    assert span() == (1, 1)


def test_each_line_of_each_ladder_gives_its_own_level():
    for concern in concerns():
        for step in concern.steps:
            assert span(concerns=worries(**{concern.id: step.id})) == step.levels("general")


def test_an_area_that_publishes_a_level_places_the_line_there():
    found = [(concern, step) for concern in concerns() for step in concern.steps if "torbay" in step.areas]
    assert len(found) >= 50
    for concern, step in found:
        level = step.areas["torbay"]
        assert span("torbay", concerns=worries(**{concern.id: step.id})) == (level, level)


def test_poor_attachments_stand_at_levels_2_3_and_4_in_torbay():
    ladder = LADDERS["attachment"]
    assert {step.areas["torbay"] for step in ladder.steps if "torbay" in step.areas} == {2, 3, 4}


def test_permanent_exclusion_is_an_honest_range_because_councils_differ_and_level_3_in_torbay():
    permanent = worries(exclusion="permanent")
    assert span(concerns=permanent) == (3, 4)
    assert span("torbay", concerns=permanent) == (3, 3)


def test_an_unsure_line_keeps_every_line_of_the_ladder_open():
    low, high = span(concerns=worries(self_harm=UNSURE))
    assert (low, high) == (2, 4)


def test_the_highest_concern_decides_and_mild_ones_never_average_it_away():
    mild = {concern.id: {"step": concern.steps[0].id} for concern in concerns() if concern.steps[0].level == 1}
    assert span(concerns={**mild, **worries(self_harm="suicide")}) == (4, 4)


def test_strengths_never_lower_a_danger():
    every = [strength.value for strength in ThresholdAnswers.model_fields["strengths"].annotation.__args__[0]]
    grave = worries(self_harm="suicide")
    assert span(concerns=grave, strengths=every) == span(concerns=grave) == (4, 4)


def test_danger_now_is_level_4_whatever_else_is_said():
    assert span(danger="yes") == (4, 4)


def test_not_being_sure_about_danger_keeps_level_4_open():
    assert span(danger="not_sure", concerns=worries(missing_school="some_absence")) == (2, 4)


def test_a_child_who_is_seriously_affected_is_at_least_level_3():
    assert span(concerns={"missing_school": {"step": "some_absence", "impact": "serious"}}) == (3, 3)
    assert span(concerns={"missing_school": {"step": "persistent", "impact": "serious"}}) == (3, 4)


def test_an_effect_that_nobody_knows_leaves_one_level_more_open():
    assert span(concerns={"missing_school": {"step": "some_absence", "impact": "not_known"}}) == (2, 3)


def test_help_that_changed_nothing_leaves_one_level_more_open():
    assert span(concerns={"missing_school": {"step": "some_absence", "tried": "no_change"}}) == (2, 3)


def test_in_doncaster_a_single_agency_plan_that_has_not_helped_by_its_review_moves_to_level_3():
    stuck = {"missing_school": {"step": "some_absence", "how_long": "months", "tried": "no_change"}}
    assert span("doncaster", concerns=stuck) == (3, 3)
    assert span("kent", concerns=stuck) == (2, 3)


def test_neglect_of_more_than_six_months_may_be_significant_harm_and_a_long_disability_is_not():
    assert span(concerns={"neglect": {"step": "pattern", "how_long": "longer"}}) == (3, 4)
    assert span(concerns={"disability": {"step": "significant", "how_long": "longer"}}) == (3, 3)


def test_three_needs_in_two_parts_of_a_childs_life_may_need_a_shared_plan():
    two_domains = {**worries(missing_school="some_absence", dental="some_decay"), **one_at(2, "parenting")}
    assert span(concerns=two_domains) == (2, 3)
    assert span(concerns=worries(missing_school="some_absence", dental="some_decay")) == (2, 2)


def test_a_need_that_one_agency_cannot_meet_is_level_2_or_3():
    assert span(one_agency="no", concerns=worries(dental="cared_for")) == (2, 3)


def test_two_needs_that_no_one_agency_can_meet_are_level_3():
    assert span(one_agency="no", concerns=worries(missing_school="some_absence", dental="some_decay")) == (3, 3)


def test_three_complex_needs_may_add_up_to_significant_harm():
    three = worries(missing_school="persistent", dental="pain_untreated", milestones="not_supported")
    assert span(concerns=three) == (3, 4)


def one_at(level, domain):
    """A worry in a domain, at a level."""
    concern, step = next(
        (concern, step)
        for concern in concerns()
        for step in concern.steps
        if concern.domain == domain and step.levels("general") == (level, level)
    )
    return worries(**{concern.id: step.id})


def test_every_rule_can_be_reached():
    reached = set()
    situations = [
        {"danger": "yes"},
        {"danger": "not_sure"},
        {"one_agency": "no", "concerns": worries(missing_school="some_absence", dental="some_decay")},
        {"concerns": {**worries(missing_school="some_absence", dental="some_decay"), **one_at(2, "parenting")}},
        {"concerns": worries(missing_school="persistent", dental="pain_untreated", milestones="not_supported")},
        {"concerns": {"neglect": {"step": "pattern", "impact": "serious", "how_long": "longer"}}},
        {
            "concerns": {
                "missing_school": {
                    "step": "persistent",
                    "impact": "not_known",
                    "how_long": "months",
                    "tried": "no_change",
                }
            }
        },
    ]
    for answers in situations:
        findings = pyforms.submit("threshold", {"danger": "no", "child_age": 9, **answers}, "doncaster", TODAY).findings
        reached |= {reason["text"] for reason in findings["reasons"]}
        reached |= {reason["text"] for concern in findings["concerns"] for reason in concern["reasons"]}
    assert {rule.says for rule in (*CONCERN_RULES, *SITUATION_RULES)} <= reached


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("level", [1, 2, 3, 4])
def test_every_level_can_be_reached_in_every_area(area, level):
    one = next(
        worries(**{concern.id: step.id})
        for concern in concerns()
        for step in concern.steps
        if step.levels(area) == (level, level)
    )
    assert span(area, concerns=one) == (level, level)


# Worse answers, for the law below: each list runs from better to worse.
IMPACTS = [None, Impact.NONE, Impact.SOME, Impact.SERIOUS]
DURATIONS = [None, HowLong.WEEKS, HowLong.MONTHS, HowLong.LONGER]
TRIALS = [None, Tried.HELPED, Tried.PARTLY, Tried.NO_CHANGE]


@st.composite
def seen(draw):
    concern = draw(st.sampled_from(concerns()))
    answer = {
        "step": draw(st.sampled_from([step.id for step in concern.steps])),
        "impact": draw(st.sampled_from(IMPACTS)),
        "how_long": draw(st.sampled_from(DURATIONS)),
        "tried": draw(st.sampled_from(TRIALS)),
    }
    return concern.id, {key: value for key, value in answer.items() if value}


situations = st.fixed_dictionaries(
    {
        "danger": st.sampled_from(["no", "not_sure", "yes"]),
        "concerns": st.lists(seen(), max_size=6).map(dict),
    },
    optional={"one_agency": st.sampled_from(["yes", "no", "not_known"])},
)
every_area = st.sampled_from(areas.AREA_IDS)


def never_lower(worse, better):
    return worse[0] >= better[0] and worse[1] >= better[1]


@given(situations, seen(), every_area)
def test_adding_a_worry_never_lowers_the_level(situation, added, area):
    worry, answer = added
    if worry not in situation["concerns"]:
        more = {**situation, "concerns": {**situation["concerns"], worry: answer}}
        assert never_lower(span(area, **more), span(area, **situation))


@given(situations, every_area, st.data())
def test_a_worse_answer_about_a_worry_never_lowers_the_level(situation, area, data):
    if not situation["concerns"]:
        return
    worry = data.draw(st.sampled_from(sorted(situation["concerns"])))
    scale = {
        "step": graver_first(worry, area),
        "impact": IMPACTS,
        "how_long": DURATIONS,
        "tried": TRIALS,
    }
    asked = data.draw(st.sampled_from(sorted(scale)))
    better = situation["concerns"][worry]
    place = scale[asked].index(better.get(asked))
    worse = {**better, asked: data.draw(st.sampled_from(scale[asked][place:]))}
    worse = {key: value for key, value in worse.items() if value}
    changed = {**situation, "concerns": {**situation["concerns"], worry: worse}}
    assert never_lower(span(area, **changed), span(area, **situation))


def graver_first(worry, area):
    """The lines of a ladder from better to worse, as the area places them."""
    return [step.id for step in sorted(LADDERS[worry].steps, key=lambda step: step.levels(area))]


@given(situations, every_area)
def test_danger_or_doubt_about_danger_never_lowers_the_level(situation, area):
    spans = [span(area, **{**situation, "danger": danger}) for danger in ("no", "not_sure", "yes")]
    assert never_lower(spans[1], spans[0])
    assert never_lower(spans[2], spans[1])


@given(situations, every_area)
def test_a_grave_worry_keeps_the_whole_situation_grave(situation, area):
    low, high = span(area, **situation)
    for worry, answer in situation["concerns"].items():
        own = LADDERS[worry].step(answer["step"]).levels(area)
        assert low >= own[0]
        assert high >= own[1]


@given(situations, every_area)
def test_any_situation_has_a_result_with_reasons_and_a_next_step(situation, area):
    result = pyforms.submit("threshold", {"child_age": 9, **situation}, area, TODAY)
    assert result.findings["next_steps"]
    assert all(concern["reasons"] for concern in result.findings["concerns"])
