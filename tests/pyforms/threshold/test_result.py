"""What the threshold tool tells a practitioner."""

from datetime import date

import pytest

import pyforms
from pyforms import areas
from pyforms.document import Items, Note
from pyforms.exporters import html

TODAY = date(2026, 11, 23)
EXPECTED = {
    "settling-in": (1, 1),
    "mornings-are-hard": (2, 2),
    "two-homes": (2, 3),
    "permanently-excluded": (3, 4),
    "quiet-at-school": (3, 3),
    "kind-family-new-trainers": (4, 4),
    "baby-with-a-bruise": (4, 4),
    "expecting-and-frightened": (4, 4),
    "a-worry-without-a-name": None,
    "said-in-passing": (2, 4),
}


def shown(answers, area="general"):
    return html.fragment(pyforms.submit("threshold", answers, area, TODAY).document)


def example(name):
    return next(each for each in pyforms.examples("threshold") if each.name == name)


def test_the_named_examples_cover_every_level_a_range_and_a_hidden_danger():
    assert tuple(EXPECTED) == pyforms.get("threshold").examples


@pytest.mark.parametrize(("name", "levels"), EXPECTED.items())
def test_each_example_points_to_its_level(name, levels):
    told = example(name)
    level = pyforms.submit("threshold", told.answers, told.area, told.today).findings["level"]
    assert (tuple(level.values()) if level else None) == levels


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_when_level_4_is_possible_the_numbers_come_before_anything_else(area):
    document = pyforms.submit("threshold", {"danger": "not_sure", "child_age": 3}, area, TODAY).document
    first = document.blocks[0]
    assert isinstance(first, Note)
    assert first.kind == "warning"
    numbers = {run.href for block in first.blocks if isinstance(block, Items) for item in block.items for run in item}
    assert "tel:999" in numbers
    own = areas.get(area).contacts
    for line in ("safeguarding_day", "safeguarding_out_of_hours"):
        if line in own:
            assert f"tel:{own[line].tel}" in numbers


def test_an_area_without_a_number_of_its_own_says_how_to_find_one():
    assert "gov.uk/report-child-abuse-to-local-council" in shown({"danger": "yes", "child_age": 3}, "kent")


def test_below_level_4_nobody_is_told_to_act_now():
    answers = {"danger": "no", "child_age": 3, "concerns": {"dental": {"step": "some_decay"}}}
    document = pyforms.submit("threshold", answers, "torbay", TODAY).document
    assert {block.kind for block in document.blocks if isinstance(block, Note)} == {"information"}


def test_it_says_once_that_it_supports_judgement():
    assert shown(example("quiet-at-school").answers).count("supports your judgement") == 1


def test_every_reason_names_its_source():
    told = example("mornings-are-hard")
    reasons = [
        reason
        for concern in pyforms.submit("threshold", told.answers, told.area, TODAY).findings["concerns"]
        for reason in concern["reasons"]
    ]
    assert reasons
    assert all(reason["source"] for reason in reasons)


def test_in_torbay_several_agencies_means_an_assessment_to_the_mash_and_a_meeting_in_10_working_days():
    answers = {**example("mornings-are-hard").answers, "one_agency": "no"}
    page = shown(answers, "torbay")
    assert "within 10 working days" in page
    assert "ring 01803 208100 and ask where to send it" in page
    assert "Torbay.Safeguarding@torbay.gov.uk" not in page


def test_in_doncaster_three_outcomes_unmet_may_make_a_stronger_family():
    answers = example("quiet-at-school").answers
    touched = pyforms.submit("threshold", answers, "doncaster", TODAY).findings["outcomes"]
    page = shown(answers, "doncaster")
    assert len(touched) >= 3
    assert "Stronger Family: this may be one" in page
    assert "Stronger Family" not in shown(answers, "torbay")


def test_in_solihull_the_headline_concerns_go_into_the_plan():
    assert "A child’s school attendance is below 90%" in shown(example("mornings-are-hard").answers, "solihull")


def test_where_only_the_names_of_the_levels_are_the_areas_own_the_page_says_so():
    answers = {"danger": "not_sure", "child_age": 3, "concerns": {"dental": {"step": "decay"}}}
    assert "The names are Kent’s own." in shown(answers, "kent")


def test_a_refusal_is_judged_by_whether_need_would_grow_to_significant_harm():
    page = shown({**example("mornings-are-hard").answers, "consent": "refused"}, "doncaster")
    assert "significant harm" in page
    assert "Keep helping" in page


def test_what_was_not_answered_is_named_as_not_known_with_a_way_to_find_out():
    answers = {"danger": "no", "child_age": 9, "concerns": {"missing_school": {"step": "some_absence"}}}
    gaps = pyforms.submit("threshold", answers, "general", TODAY).findings["not_known"]
    assert len(gaps) == 1
    assert "how long it has gone on" in gaps[0]


def test_what_would_move_it_is_the_next_graver_line():
    answers = {"danger": "no", "child_age": 9, "concerns": {"missing_school": {"step": "some_absence"}}}
    moves = pyforms.submit("threshold", answers, "general", TODAY).findings["would_move"]
    assert len(moves) == 1
    assert "level 3" in moves[0]


@pytest.mark.parametrize(
    ("changes", "path", "says"),
    [
        ({"danger": None}, "danger", "Say whether anyone is in danger now"),
        ({"child_age": None}, "child_age", "Enter the child’s age, or the date the baby is due"),
        ({"child_age": 26}, "child_age", "the highest answer is 25"),
        ({"child_age": "nine"}, "child_age", "enter a number"),
        ({"due_date": "2027-01-09"}, "due_date", "not both"),
        ({"due_date": "not-a-date"}, "due_date", "real date"),
        ({"concerns": {"dental": {"step": "nonsense"}}}, "concerns.dental.step", "choose one of the lines"),
        ({"concerns": {"dental": {"notes": "x"}}}, "concerns.dental.step", "Choose the line that fits best"),
        ({"concerns": {"nonsense": {"step": "unsure"}}}, "concerns.nonsense", "no such question"),
        ({"strengths": ["nonsense"]}, "strengths.0", "choose one of the answers"),
        ({"nonsense": "x"}, "nonsense", "no such question"),
    ],
)
def test_an_answer_to_mend_is_named_with_its_place_and_remedy(changes, path, says):
    answers = {"danger": "no", "child_age": 9, **changes}
    answers = {key: value for key, value in answers.items() if value is not None}
    with pytest.raises(pyforms.AnswersInvalid) as refusal:
        pyforms.submit("threshold", answers, "general", TODAY)
    assert [where for where, _ in refusal.value.errors] == [path]
    assert says in refusal.value.errors[0][1]


def test_what_was_said_can_be_checked_before_the_files():
    page = shown(example("quiet-at-school").answers, "doncaster")
    assert "Check your answers" in page
    assert "tired of being the grown-up" in page
    assert "12 years old" in page
