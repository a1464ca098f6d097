"""Where too little is said, the tool says so: silence is never level 1, and nothing is ever said to be all right."""

import pytest
from telling import NO_LEVEL, first, span, submitted, told, worries

from pyforms import areas
from pyforms.threshold.answers import ThresholdAnswers
from pyforms.threshold.concerns import concerns

SILENT = [
    {},
    {"strengths": ["trusted_adult", "secure_home"]},
    {"strengths_more": "They laugh a lot.", "support": "The school nurse."},
    {"not_known": "We have not met her teacher yet"},
    {"one_agency": "yes"},
    {"one_agency": "no", "consent": "refused"},
    {"consent": "unsafe"},
    {"due_date": "2027-01-09"},
]


@pytest.mark.parametrize("answers", SILENT)
@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_without_a_concern_or_a_danger_there_is_no_level(answers, area):
    assert span(area, **answers) == NO_LEVEL
    note = first(area, **answers)
    assert note.title == "Too little to tell"
    assert note.kind != "danger"


@pytest.mark.parametrize("answers", SILENT)
def test_it_says_what_is_missing_whom_to_talk_to_and_what_to_do_with_a_worry_without_a_name(answers):
    page = told("torbay", **answers)
    for words in ("What is missing", "safeguarding lead", "no name yet", "in your own words", "01803 208100", "999"):
        assert words in page


@pytest.mark.parametrize("answers", [*SILENT, {"concerns": worries(missing_school="good")}])
def test_it_never_says_that_nothing_is_wrong(answers):
    page = told(**answers)
    for words in ("nothing points", "mostly fine", "no concerns", "no risk", "all is well."):
        assert words not in page.replace("does not mean that all is well.", "")
    assert "does not mean that all is well" in page or "does not mean that nothing is wrong" in page


def test_not_being_sure_about_danger_leaves_every_level_open_and_danger_is_level_4():
    assert span(danger="not_sure") == (1, 4)
    assert span(danger="not_sure", strengths=["secure_home"]) == (1, 4)
    assert span(danger="yes") == (4, 4)
    assert span(danger="yes", strengths=["secure_home"]) == (4, 4)


def test_level_1_comes_only_from_lines_that_stand_at_level_1():
    for concern in concerns():
        for step in concern.steps:
            if span(child_age=14, concerns=worries(**{concern.id: step.id})) == (1, 1):
                assert step.levels("general") == (1, 1)


def test_every_free_answer_alone_gives_no_level():
    free = [name for name, field in ThresholdAnswers.model_fields.items() if field.annotation is str]
    for name in set(free) - {"training_example"}:
        assert submitted(**{name: "We had a cup of tea."}).findings["level"] is None


def test_a_child_whom_nobody_has_seen_is_asked_about_calmly_and_level_4_stays_open():
    answers = {"not_known": "Nobody has seen the child for 5 weeks"}
    assert span(**answers) == (1, 4)
    assert first(**answers).kind != "danger"
