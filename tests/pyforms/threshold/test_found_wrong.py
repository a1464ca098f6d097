"""Situations that the tool once got wrong, each with the range that it has to give: samples of a kind, no list to fit.

Read by the general rule, nobody said to be in danger, a child of nine, unless they say otherwise.
"""

import pytest
from telling import NO_LEVEL, first, span, submitted, told, worries

from pyforms.threshold.concerns import concerns

STRANGLED = "He strangled her last night"
SITUATIONS = {
    "words about strangling, nothing ticked": ({"not_known": STRANGLED}, (1, 4)),
    "the same among what support there is": ({"support": STRANGLED}, (1, 4)),
    "the same among other strengths": ({"strengths_more": STRANGLED}, (1, 4)),
    "a settled conflict with a note that he strangled her": (
        {"concerns": worries(parental_conflict={"step": "settled", "notes": "he strangled her"})},
        (1, 4),
    ),
    "ordinary behaviour with a note that daddy touches her": (
        {"concerns": worries(behaviour_school={"step": "ordinary", "notes": "daddy touches her at night"})},
        (1, 4),
    ),
    "asking is unsafe, nothing ticked": ({"consent": "unsafe"}, NO_LEVEL),
    "asking is unsafe, frequent rows": (
        {"consent": "unsafe", "concerns": worries(parental_conflict="frequent")},
        (2, 4),
    ),
    "only strengths": ({"strengths": ["secure_home", "wants_change"]}, NO_LEVEL),
    "nothing at all": ({}, NO_LEVEL),
    "a baby with an explained accident": (
        {"child_age": 0, "concerns": worries(physical_abuse="explained_accident")},
        (2, 4),
    ),
    "a baby smacked": ({"child_age": 0, "concerns": worries(physical_abuse="smack")}, (3, 4)),
    "over 16 said of a child of 11": ({"child_age": 11, "concerns": worries(sexual_activity="over_16")}, (4, 4)),
    "13 to 15 said of a child of 11": (
        {"child_age": 11, "concerns": worries(sexual_activity="peers_13_to_15")},
        (4, 4),
    ),
    "a settled young parent of 12": (
        {"child_age": 12, "concerns": worries(teenage_pregnancy="settled_young_parent")},
        (4, 4),
    ),
    "a baby now and then poorly supervised": ({"child_age": 0, "concerns": worries(supervision="lapses")}, (3, 4)),
    "a baby often unsupervised": ({"child_age": 0, "concerns": worries(supervision="often")}, (4, 4)),
    "one missing episode at six": ({"child_age": 6, "concerns": worries(running_away="one_episode")}, (3, 4)),
    "drink or vapes tried at seven": ({"child_age": 7, "concerns": worries(child_substances="tried")}, (2, 3)),
    "past self-harm at seven": ({"child_age": 7, "concerns": worries(self_harm="past")}, (3, 4)),
    "vulnerable to sexual exploitation at eleven": (
        {"child_age": 11, "concerns": worries(sexual_exploitation="vulnerable")},
        (3, 4),
    ),
    "unborn, with abuse in the past": ({"due_date": "2027-02-01", "concerns": worries(domestic_abuse="past")}, (3, 4)),
    "unborn, with violence": ({"due_date": "2027-02-01", "concerns": worries(domestic_abuse="violence")}, (4, 4)),
    "danger not sure, nothing ticked": ({"danger": "not_sure"}, (1, 4)),
    "danger and strengths": ({"danger": "yes", "strengths": ["secure_home"]}, (4, 4)),
    "no danger said, a suicide line chosen": ({"concerns": worries(self_harm="suicide")}, (4, 4)),
    "somebody who comes to the home, with a note that he is on the register": (
        {"concerns": worries(risk_person={"step": "unknown", "notes": "he is on the sex offenders register"})},
        (2, 4),
    ),
    "a baby, hazards at home and a parent who drinks": (
        {"child_age": 0, "concerns": worries(home_safety="hazards", parent_substances="some_effect")},
        (2, 4),
    ),
    "a baby with first signs of neglect, help avoided and refused": (
        {
            "child_age": 0,
            "consent": "refused",
            "concerns": worries(neglect="first_signs", engagement="little_change"),
        },
        (3, 4),
    ),
    "twelve needs at level 2 or so": (
        {
            "concerns": worries(
                missing_school="some_absence",
                dental="some_decay",
                sleep_toileting="advice",
                isolation="at_risk",
                housing="poor",
                money="affects_child",
                work="out_of_work",
                learning="support",
                eating="worry",
                self_esteem="poor",
                bullying="bullied",
                boundaries="inconsistent",
            )
        },
        (2, 3),
    ),
}


@pytest.mark.parametrize(("answers", "expected"), SITUATIONS.values(), ids=SITUATIONS)
def test_a_situation_that_was_once_placed_wrongly(answers, expected):
    assert span(**answers) == expected


@pytest.mark.parametrize("due", ["2020-01-01", "2028-06-01"])
def test_a_due_date_that_cannot_be_is_asked_about(due):
    prompts = submitted(due_date=due, concerns=worries(unborn="antenatal")).prompts
    assert "due_date" in [prompt.path for prompt in prompts]


def test_a_due_date_and_missing_school_are_asked_about():
    prompts = submitted(due_date="2027-02-01", concerns=worries(missing_school="persistent")).prompts
    assert [prompt.path for prompt in prompts] == ["concerns.missing_school.step"]


def test_not_being_sure_is_not_red():
    assert first(danger="not_sure").kind == "warning"


def test_a_refusal_with_a_pattern_of_neglect_has_one_route_and_says_that_a_no_does_not_stop_a_call():
    answers = {"consent": "refused", "concerns": worries(neglect="pattern", engagement="little_change")}
    assert span(**answers)[0] == 3
    assert len(submitted(**answers).findings["next_steps"]) == 1
    assert "safeguarding lead" in told(**answers)


def test_thirty_concerns_at_their_third_line_are_level_4_and_the_result_is_still_short_at_its_top():
    third = {each.id: {"step": each.steps[2].id} for each in concerns() if len(each.steps) > 2}
    answers = {"child_age": 14, "concerns": dict(list(third.items())[:30])}
    assert span(**answers)[1] == 4
    assert first(**answers).title.startswith("Level")


def test_unsure_of_every_line_is_a_range_that_asks_which_one_fits():
    answers = {"child_age": 14, "concerns": {each.id: {"step": "unsure"} for each in concerns()}}
    low, high = span(**answers)
    assert high == 4
    assert low < 4
    assert (
        "fits" in submitted(**answers).findings["settles"] or "significant" in submitted(**answers).findings["settles"]
    )
