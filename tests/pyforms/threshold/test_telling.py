"""Who is told of a call, by when it is made, and which fact would settle a range."""

import re

import pytest
from telling import first, span, submitted, told, words, worries

from pyforms import areas
from pyforms.threshold import first as firsts
from pyforms.threshold.concerns import by_id, concerns

ON_ADVICE = [
    (concern, step.id)
    for each in firsts.every()
    if each.on_advice and each.ages.stop > 18
    for concern, steps in each.lines.items()
    for step in by_id()[concern].steps
    if (not steps or step.id in steps) and 4 in step.levels("general")
]
DEFAULT = re.compile(r"(?<!Otherwise )tell the family|Otherwise tell", re.IGNORECASE)


def tells_only_on_advice(area, consent, concern, step):
    answers = {"child_age": 15, "consent": consent, "concerns": worries(**{concern: step})}
    page = told(area, **answers).split("took in")[0]
    advised = "may be told of it, when and by whom" in page or "the LADO says who is told" in page
    return span(area, **answers)[1] < 4 or (advised and not DEFAULT.search(page))


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("consent", ["agreed", "not_asked", "refused"])
def test_where_someone_at_home_may_be_the_danger_nobody_is_told_but_on_advice(area, consent):
    assert len(ON_ADVICE) > 30
    assert [line for line in ON_ADVICE if not tells_only_on_advice(area, consent, *line)] == []


def test_domestic_abuse_at_level_4_says_whom_to_ask_before_anyone_at_home_hears_of_it():
    said = words([first(concerns=worries(domestic_abuse="escalating"))])
    assert "Tell nobody at home of the call" in said
    assert "Where it is safe, tell the family" not in said


def test_where_nobody_at_home_is_the_danger_the_family_is_told_where_it_is_safe():
    assert "Where it is safe, tell the family" in told(concerns=worries(neglect="significant"))


def test_an_anxious_carer_is_met_with_openness_and_illness_that_may_be_caused_with_silence():
    mild = told(concerns=worries(fii="anxious_carer"))
    assert span(concerns=worries(fii="anxious_carer")) == (2, 2)
    assert "Tell nobody" not in mild
    assert "Agree with the parent" in mild
    for step in ("perplexing", "induced", "unsure"):
        assert "Tell nobody in the family" in told(concerns=worries(fii=step))


def fits(concern, step):
    """An age at which the line is not asked about."""
    found = (
        age for age in (14, 9, 3, 0, 16) if not submitted(child_age=age, concerns=worries(**{concern: step})).prompts
    )
    return next(found, 14)


LATER = re.compile(r"(call|ring|tell|social care|police)\b[^.;:]*\b(today|the same day)", re.IGNORECASE)
MEDICAL = re.compile(r"(doctor|paediatrician|medical)[^.]* the same day")
RED = [(concern.id, step.id) for concern in concerns() for step in concern.steps if step.danger]


@pytest.mark.parametrize(("concern", "step"), RED)
def test_a_page_that_says_call_now_says_nowhere_that_the_call_is_for_today(concern, step):
    found = submitted(child_age=fits(concern, step), concerns=worries(**{concern: step}))
    page = MEDICAL.sub("", words(found.document.blocks).split("took in")[0])
    if found.findings["level"]:
        assert "call now" in found.document.blocks[0].title
    assert not LATER.search(page), LATER.search(page)


@pytest.mark.parametrize("concern", ["neglect", "attachment", "engagement"])
def test_a_page_that_says_call_today_says_nowhere_that_the_call_is_for_now(concern):
    step = next(each.id for each in by_id()[concern].steps if each.levels("general") == (4, 4) and not each.danger)
    found = submitted(concerns=worries(**{concern: step}))
    assert found.document.blocks[0].title.endswith("call today")
    assert "Who calls now" not in words(found.document.blocks)


def test_words_of_danger_that_nobody_answered_have_one_word_for_by_when():
    said = words([first(support="He strangled her last night", concerns=worries(fgm="family_history"))])
    assert "You wrote about danger" in said
    assert "today" not in said


# What would settle a range ----------------------------------------------------------------------------


def test_every_line_that_may_be_level_4_names_the_fact_that_settles_this_very_line():
    facts = [
        step.settles for concern in concerns() for step in concern.steps if step.levels("general")[1] == 4 > step.level
    ]
    assert len(facts) > 40
    assert len(set(facts)) == len(facts)
    for fact in facts:
        assert re.match(r"(whether|what|who|where|how)\b", fact), fact
        assert not fact.endswith(".")


@pytest.mark.parametrize(
    ("concern", "step", "fact"),
    [
        ("young_carer", "main_carer", "who would do it if the child did not"),
        ("domestic_abuse", "violence", "DASH"),
        ("running_away", "regular", "return home interview"),
        ("staff_allegation", "suitability", "LADO"),
    ],
)
def test_the_fact_is_on_the_page_of_its_line(concern, step, fact):
    answers = {"child_age": 14, "concerns": worries(**{concern: step})}
    assert fact in submitted(**answers).findings["settles"]
    assert fact in words([first(**answers)])
