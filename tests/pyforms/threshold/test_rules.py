"""The policies of the threshold tool, as sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pyforms
from pyforms import areas
from pyforms.threshold import ages
from pyforms.threshold.answers import UNSURE, HowLong, HowOften, Impact, ThresholdAnswers, Tried
from pyforms.threshold.assessment import assess
from pyforms.threshold.concerns import concerns
from pyforms.threshold.rules import CONCERN_RULES, SITUATION_RULES, age_rules

TODAY = date(2026, 11, 23)
AGE = 14
LADDERS = {concern.id: concern for concern in concerns()}


def span(area="general", **answers):
    """The range of levels that a practitioner's answers point to; (0, 0) where too little is said."""
    age = {} if "due_date" in answers else {"child_age": AGE}
    checked = ThresholdAnswers.model_validate({"danger": "no", **age, **answers})
    return assess(checked, areas.get(area), TODAY).span


def worries(**steps):
    return {concern: {"step": step} for concern, step in steps.items()}


def an_age_that_no_policy_names(concern, step):
    """An age at which the line means what it says."""
    alone = [policy for policy in ages.policies() if policy.also is None]
    named = {age for policy in alone if ages.holds(policy.lines, concern, step) for age in policy.ages}
    return next(age for age in (AGE, 16, 7, 0) if age not in named)


def test_no_worry_and_no_danger_is_no_level_at_all():
    assert span() == (0, 0)


def test_each_line_of_each_ladder_gives_its_own_level():
    for concern in concerns():
        for step in concern.steps:
            age = an_age_that_no_policy_names(concern.id, step.id)
            line = worries(**{concern.id: step.id})
            assert span(concerns=line, child_age=age) == step.levels("general"), (concern.id, step.id)


def test_an_area_that_publishes_a_level_places_the_line_there():
    found = [(concern, step) for concern in concerns() for step in concern.steps if "torbay" in step.areas]
    assert len(found) >= 50
    for concern, step in found:
        level, age = step.areas["torbay"], an_age_that_no_policy_names(concern.id, step.id)
        assert span("torbay", concerns=worries(**{concern.id: step.id}), child_age=age) == (level, level)


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


def test_where_level_3_or_4_depends_on_the_child_a_serious_effect_means_4():
    assert span(concerns={"young_carer": {"step": "main_carer", "impact": "some"}}) == (3, 4)
    assert span(concerns={"young_carer": {"step": "main_carer", "impact": "serious"}}) == (4, 4)


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
        {"concerns": {"neglect": {"step": "pattern", "impact": "serious", "how_long": "longer", "how_often": "daily"}}},
        {"consent": "unsafe", "concerns": worries(missing_school="good")},
        {"concerns": {"young_carer": {"step": "main_carer", "impact": "serious"}}, "child_age": 14},
        {
            "child_age": 1,
            "consent": "refused",
            "concerns": worries(neglect="first_signs", engagement="little_change"),
        },
        {"not_known": "He strangled her last night"},
        {"support": "Nobody can reach the family", "concerns": worries(no_education="no_place")},
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


def test_every_policy_about_age_can_be_reached():
    for policy in ages.policies():
        for concern, steps in policy.lines.items():
            for step in steps or [each.id for each in LADDERS[concern].steps]:
                assert policy.says in reasons_at(policy, concern, step), (policy.policy, concern, step)
    assert len(age_rules()) == len(ages.policies())


def reasons_at(policy, concern, step):
    """What the tool says of a line at the youngest age of a policy."""
    youngest = policy.ages.start
    child = {"due_date": "2027-01-09"} if youngest == ages.UNBORN else {"child_age": youngest}
    other = next(iter(policy.also.items()), None) if policy.also else None
    met = {other[0]: {"step": (*other[1], LADDERS[other[0]].steps[0].id)[0]}} if other else {}
    given = {"danger": "no", **child, "concerns": {**met, **worries(**{concern: step})}}
    found = assess(ThresholdAnswers.model_validate(given), areas.get("general"), TODAY)
    return [reason.text for reading in found.readings if reading.concern.id == concern for reason in reading.reasons]


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
OFTEN = [None, HowOften.ONCE, HowOften.SOMETIMES, HowOften.WEEKLY, HowOften.DAILY]
TRIALS = [None, Tried.HELPED, Tried.PARTLY, Tried.NO_CHANGE]


@st.composite
def seen(draw):
    concern = draw(st.sampled_from(concerns()))
    answer = {
        "step": draw(st.sampled_from([step.id for step in concern.steps])),
        "impact": draw(st.sampled_from(IMPACTS)),
        "how_long": draw(st.sampled_from(DURATIONS)),
        "how_often": draw(st.sampled_from(OFTEN)),
        "tried": draw(st.sampled_from(TRIALS)),
    }
    return concern.id, {key: value for key, value in answer.items() if value}


situations = st.fixed_dictionaries(
    {
        "danger": st.sampled_from(["no", "not_sure", "yes"]),
        "concerns": st.lists(seen(), max_size=6).map(dict),
        "child_age": st.sampled_from([0, 1, 3, 7, 11, 14, 16, 17]),
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
        "step": graver_first(worry, area, situation["child_age"]),
        "impact": IMPACTS,
        "how_long": DURATIONS,
        "how_often": OFTEN,
        "tried": TRIALS,
    }
    asked = data.draw(st.sampled_from(sorted(scale)))
    better = situation["concerns"][worry]
    place = scale[asked].index(better.get(asked))
    worse = {**better, asked: data.draw(st.sampled_from(scale[asked][place:]))}
    worse = {key: value for key, value in worse.items() if value}
    changed = {**situation, "concerns": {**situation["concerns"], worry: worse}}
    assert never_lower(span(area, **changed), span(area, **situation))


def graver_first(worry, area, age):
    """The lines of a ladder from better to worse, as the area places them for a child of that age."""
    return sorted(
        (step.id for step in LADDERS[worry].steps),
        key=lambda step: span(area, child_age=age, concerns=worries(**{worry: step})),
    )


@given(situations, every_area)
def test_danger_or_doubt_about_danger_never_lowers_the_level(situation, area):
    spans = [span(area, **{**situation, "danger": danger}) for danger in ("no", "not_sure", "yes")]
    assert never_lower(spans[1], spans[0])
    assert never_lower(spans[2], spans[1])


@given(situations, every_area, st.sampled_from(["support", "not_known", "strengths_more", "reference"]))
def test_words_of_danger_never_lower_the_level_and_explaining_them_gives_what_the_rest_gives(situation, area, box):
    words = "He strangled her last night"
    rest = span(area, **situation)
    said = span(area, **situation, **{box: words})
    reason = {"words": words, "why": "It was in a film"}
    explained = {"looked": [{**reason, "lead": "designated lead, 3 November"}]}
    assert never_lower(said, rest)
    assert said[1] == 4
    assert span(area, **situation, **{box: words}, looked=[reason]) == said
    assert span(area, **situation, **{box: words}, **explained) == rest


@given(situations, every_area, st.sampled_from(["agreed", "not_asked", "refused", "unsafe"]))
def test_no_answer_about_consent_lowers_the_level(situation, area, consent):
    assert never_lower(span(area, **situation, consent=consent), span(area, **situation))


@given(situations, every_area)
def test_a_grave_worry_keeps_the_whole_situation_grave(situation, area):
    low, high = span(area, **situation)
    for worry, answer in situation["concerns"].items():
        if any(ages.holds(each.lines, worry, answer["step"]) for each in ages.not_yet()):
            continue  # counts for less where the child is too young for it
        own = LADDERS[worry].step(answer["step"]).levels(area)  # an age can only add to it
        assert low >= own[0]
        assert high >= own[1]


@given(situations, every_area)
def test_any_situation_has_a_result_with_reasons_and_a_next_step(situation, area):
    result = pyforms.submit("threshold", {"child_age": AGE, **situation}, area, TODAY)
    assert result.findings["next_steps"]
    assert (result.findings["level"] is None) == (situation["danger"] == "no" and not situation["concerns"])
    assert all(concern["reasons"] for concern in result.findings["concerns"])
