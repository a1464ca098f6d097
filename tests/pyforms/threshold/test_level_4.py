"""What level 4 asks for: a call now, a call today, or a request with the family for a child in need."""

import re
from itertools import pairwise, product

import pytest
from telling import first, in_sight, span, submitted, told, words, worries

from pyforms import areas
from pyforms.threshold.concerns import concerns
from pyforms.threshold.rulebook import rulebook
from pyforms.threshold.rules import Child, Grounds, grounds_of, placed
from pyforms.threshold.summary import IF_HARM

BANDS = (-1, 0, 1, 2, 3, 5, 7, 9, 10, 12, 13, 15, 16, 17)
# Every line that reaches level 4 somewhere and is a child in need there: no harm, and no poor care, is in its words.
# Whoever marks another has read it with that question.
IN_NEED = {
    ("disability", "complex"),
    ("exclusion", "permanent"),
    ("missing_school", "severe"),
    ("offending", "in_justice_system"),
    ("carer_stability", "about_to_lose"),
    ("young_carer", "main_carer"),
    ("homelessness", "no_home"),
    ("dental", "cannot_be_had"),
    ("money", "needs_unmet"),
}
AT_LEVEL_4 = [
    {"area": "torbay", "child_age": 6, "concerns": worries(disability="complex")},
    {"area": "torbay", "child_age": 15, "concerns": worries(offending="in_justice_system")},
    {"area": "general", "child_age": 9, "concerns": worries(young_carer="main_carer")},
    {"area": "doncaster", "child_age": 9, "concerns": worries(young_carer="main_carer")},
    {"area": "kent", "child_age": 16, "concerns": worries(homelessness="no_home")},
    {"area": "solihull", "child_age": 17, "concerns": worries(homelessness="no_home")},
]
POSSIBLY = [worries(**{concern: step}) for concern, step in IN_NEED]
CALLS = re.compile(r"call now|call today|ring at once|without waiting|nobody waits for the other", re.IGNORECASE)
# Words of harm: a line that has one of them is never marked as a need.
HARM = re.compile(
    r"harm|danger|neglect|abuse|hurt|injur|threat|refus|unsafe|risk|afraid|force|kept away", re.IGNORECASE
)


def grounds(**answers):
    return submitted(**answers).findings["level_4_is"]


def test_every_line_at_level_4_is_danger_harm_or_one_of_the_needs_that_were_read_one_by_one():
    marked = {(concern.id, step.id) for concern in concerns() for step in concern.steps if step.need}
    assert marked == IN_NEED


def test_where_harm_stands_in_a_line_it_is_never_a_need_alone():
    for concern in concerns():
        for step in concern.steps:
            assert not (step.need and (step.danger or HARM.search(step.text))), (concern.id, step.id)
            if 4 in step.levels("general") and HARM.search(step.text):
                assert grounds_of(step) > Grounds.NEED


@pytest.mark.parametrize("answers", AT_LEVEL_4)
def test_level_4_without_danger_or_harm_is_a_request_for_an_assessment_made_with_the_family(answers):
    assert span(**answers) == (4, 4)
    note = first(**answers)
    page = told(**answers)
    assert note.kind == "information"
    assert note.title.endswith("ask for a social work assessment")
    assert "section 17" in page
    assert "agreement" in page or "consent" in words([note])
    for part in ("When you ask, say", "Write down, and who", "999", "If you fear harm"):
        assert part in page
    acting = in_sight(submitted(**answers).document.blocks).split("took in")[0]
    assert not CALLS.search(acting.replace(IF_HARM, ""))


@pytest.mark.parametrize("concerns_", POSSIBLY)
@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_where_level_4_is_possible_as_a_need_the_page_is_calm_and_asks_about_an_assessment(area, concerns_):
    note = first(area, child_age=14, concerns=concerns_)
    assert note.kind == "information"
    if span(area, child_age=14, concerns=concerns_)[1] == 4:
        assert "a social work assessment" in note.title
        assert "harm cannot be ruled out" not in words([note])


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_it_names_the_areas_own_line_for_a_request(area):
    said = words([first(area, child_age=9, concerns=worries(young_carer="main_carer"))])
    own = {"torbay": "01803 208100", "doncaster": "01302 736250", "solihull": "www.solihull.gov.uk"}
    assert own.get(area, "www.gov.uk/report-child-abuse-to-local-council") in said
    assert "999" in said


def test_a_request_is_not_made_against_a_no_while_nobody_fears_harm():
    answers = {"child_age": 9, "concerns": worries(young_carer="main_carer")}
    page = told("torbay", **answers, consent="refused")
    assert "Refusal does not stop a referral" not in page
    assert "Keep offering" in page
    assert grounds(**answers, consent="unsafe") == "harm"
    assert first(**answers, consent="unsafe").kind == "warning"


@pytest.mark.parametrize(
    "worse",
    [
        {"danger": "not_sure"},
        {"consent": "unsafe"},
        {"support": "He strangled her last night"},
        {"support": "She has bruises on her back"},
        {"concerns": worries(disability={"step": "complex", "impact": "serious"})},
        {"concerns": worries(disability={"step": "complex", "impact": "not_known"})},
        {"concerns": worries(disability="complex", neglect="help_refused")},
        {"concerns": worries(disability="complex", risk_person="worrying")},
    ],
)
def test_anything_that_speaks_of_harm_makes_it_a_call_again(worse):
    answers = {"child_age": 6, "concerns": worries(disability="complex")} | worse
    assert grounds(area="torbay", **answers) in ("harm", "danger")
    assert "social work assessment" not in first("torbay", **answers).title


@pytest.mark.parametrize("sentence", ["He strangled her last night", "Daddy touches her at night"])
@pytest.mark.parametrize("chosen", [worries(disability="complex"), worries(neglect="significant")])
def test_a_danger_that_is_written_beside_a_level_4_line_is_not_passed_over(chosen, sentence):
    note = first("torbay", child_age=6, concerns=chosen, support=sentence)
    assert note.kind == "danger"
    assert sentence in words([note])


def test_help_that_changed_nothing_leaves_a_need_a_need_and_makes_neglect_a_question_of_harm():
    tried = {"tried": "no_change"}
    assert grounds(child_age=6, concerns=worries(disability={"step": "significant", **tried})) == "need"
    assert grounds(child_age=6, concerns=worries(disability={"step": "complex", **tried})) == "need"
    assert grounds(child_age=6, concerns=worries(neglect={"step": "pattern", **tried})) == "harm"


@pytest.mark.parametrize("area", areas.AREA_IDS)
def test_a_graver_line_never_asks_for_less(area):
    lower = [
        (concern.id, age, milder.id, graver.id)
        for concern, age in product(concerns(), BANDS)
        for milder, graver in pairwise(concern.steps)
        for before, after in [[placed(concern, step, Child((age,), ()), area) for step in (milder, graver)]]
        if milder.level < graver.level and after.grounds < before.grounds
    ]
    assert lower == []


@pytest.mark.parametrize("concern", [each.id for each in concerns()])
def test_another_worry_never_makes_less_of_level_4(concern):
    order = [each.name.lower() for each in Grounds]
    alone = {"child_age": 14, "concerns": worries(disability="complex")}
    for step in next(each for each in concerns() if each.id == concern).steps:
        both = {"child_age": 14, "concerns": {**worries(**{concern: step.id}), **worries(disability="complex")}}
        assert order.index(grounds(**both)) >= order.index(grounds(**alone))


def test_the_rule_book_says_of_each_line_at_level_4_what_it_asks_for():
    page = words(rulebook().blocks)
    for part in ("at level 4: a child in need", "at level 4: harm, or likely harm", "at level 4: danger"):
        assert part in page


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("step", ["severe"])
def test_school_that_is_missed_and_learning_that_suffers_by_it_is_a_need_and_keeps_the_familys_yes(area, step):
    answers = {
        "child_age": 13,
        "consent": "agreed",
        "concerns": worries(missing_school={"step": step, "impact": "serious"}),
    }
    assert grounds(area=area, **answers) == "need"
    assert "call" not in first(area, **answers).title
    assert "meeting or consent" not in told(area, **answers)
    assert grounds(area=area, child_age=13, concerns=worries(missing_school="chronic_care_risk")) == "harm"
