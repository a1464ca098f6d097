"""What comes before everything else: who is told nothing, and which step goes before Early Help."""

import re
from datetime import date

import pytest
from telling import first, span, submitted, told, words, worries

from pyforms import areas
from pyforms.document import Details
from pyforms.threshold import first as firsts
from pyforms.threshold.concerns import by_id, concerns, sources
from pyforms.threshold.rulebook import rulebook
from pyforms.threshold.sections import TELL_NOBODY

SILENT = [
    (concern, step.id)
    for each in firsts.every()
    if each.tell_nobody
    for concern, steps in each.lines.items()
    for step in by_id()[concern].steps
    if not steps or step.id in steps
]
# What would have the family told, asked or met. The sentences that forbid it are taken out first.
TELLING = re.compile(
    r"tell the family|ask the family|agree with the family|with consent|ask whether they want|her mother\b"
    r"|team around|\bTAF\b|hold a|family has agreed|otherwise tell|if they say no|safety plan with child and carers"
    r"|what the child and the family know|with the family",
    re.IGNORECASE,
)
FORBIDS = (
    "Do not tell the family before you have advice",
    "Do not tell the family or the community",
    "Do not ask the family yet",
    TELL_NOBODY,
)
SAMPLES = [SILENT[0], *(each for each in SILENT if each[0] in ("forced_marriage", "sexual_abuse", "fii"))]


def acting(area, **answers):
    """The page but for the reasons, the tools and what was typed: what it has people do."""
    page = submitted(area, **answers).document.blocks
    end = next(place for place, block in enumerate(page) if "took in" in getattr(block, "text", ""))
    kept = [b for b in page[:end] if not (isinstance(b, Details) and b.title.startswith(("Why", "These tools")))]
    said = words(kept)
    for sentence in FORBIDS:
        said = said.replace(sentence, "")
    return said


@pytest.mark.parametrize("consent", ["agreed", "not_asked", "refused", "unsafe"])
@pytest.mark.parametrize(("concern", "step"), SILENT)
def test_a_page_that_says_tell_nobody_has_nobody_told_asked_or_met(concern, step, consent):
    page = acting(
        "doncaster", child_age=10, consent=consent, concerns=worries(**{concern: step}, neglect="first_signs")
    )
    assert "Tell nobody in the family until" in page
    assert not TELLING.search(page), TELLING.search(page)


@pytest.mark.parametrize("area", ["general", "torbay", "kent", "solihull"])
@pytest.mark.parametrize(("concern", "step"), SAMPLES)
def test_so_it_is_in_every_area(area, concern, step):
    page = acting(area, child_age=10, consent="agreed", concerns=worries(**{concern: step}))
    assert not TELLING.search(page), TELLING.search(page)


def test_no_question_is_put_to_the_mother_of_a_girl_at_risk_of_cutting():
    assert "mother" not in by_id()["fgm"].ask
    assert "no question to the mother" in told(concerns=worries(fgm="family_history"))


def test_not_being_sure_which_line_fits_keeps_the_silence():
    assert "Tell nobody" in told(child_age=15, concerns=worries(forced_marriage="unsure"))


def test_what_is_done_with_the_family_waits_while_asking_is_not_safe():
    chosen = {concern.id: concern.steps[1].id for concern in concerns() if concern.do_agreed}
    assert len(chosen) > 8
    for concern, step in chosen.items():
        unsafe = told(child_age=14, consent="unsafe", concerns=worries(**{concern: step}))
        open_ = told(child_age=14, consent="agreed", concerns=worries(**{concern: step}))
        for line in by_id()[concern].do_agreed:
            assert line not in unsafe
            assert line in open_


@pytest.mark.parametrize("concern", [each.id for each in concerns()])
def test_a_duty_that_needs_agreement_is_never_among_those_that_always_hold(concern):
    every = " ".join(by_id()[concern].do)
    assert not re.search(r"with consent|with the family|with child and carers|agreement", every, re.IGNORECASE)


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        ({"child_age": 4, "concerns": worries(domestic_abuse="past")}, "Speak to the adult alone"),
        ({"child_age": 9, "concerns": worries(private_fostering="not_notified")}, "The council must be told"),
        ({"child_age": 9, "concerns": worries(fii="perplexing")}, "paediatrician or the named doctor, before anyone"),
        ({"child_age": 15, "concerns": worries(radicalisation="susceptible")}, "Make the Prevent referral"),
        ({"child_age": 15, "concerns": worries(sexual_activity="risky")}, "exploitation screening"),
        ({"child_age": 11, "concerns": worries(self_harm="past")}, "111"),
        ({"child_age": 15, "concerns": worries(self_harm="frequent_thoughts")}, "CAMHS"),
        ({"child_age": 15, "concerns": worries(self_harm="suicide")}, "A&E"),
        ({"child_age": 16, "concerns": worries(peer_abuse="abusive")}, "DASH"),
        ({"child_age": 17, "concerns": worries(no_education="neet")}, "participation team"),
        ({"child_age": 3, "concerns": worries(missing_school="persistent")}, "not compulsory"),
        ({"child_age": 19, "concerns": worries(adult_safeguarding="at_risk")}, "Tell adult social care."),
    ],
)
def test_what_comes_first_is_among_the_first_lines(answers, says):
    said = words([first("doncaster", **answers)])
    assert says in said
    assert "Agree with the family" not in said.split(says)[0]


@pytest.mark.parametrize(
    "answers",
    [
        {"child_age": 9, "concerns": worries(fii="perplexing")},
        {"child_age": 14, "concerns": worries(sexual_activity="risky")},
    ],
)
def test_what_stands_in_the_place_of_early_help_leaves_no_assessment_meeting_or_consent(answers):
    page = acting("doncaster", consent="not_asked", **answers)
    assert not re.search(r"Early Help Assessment|Team Around|\bTAF\b|with consent", page, re.IGNORECASE)


def test_a_partner_some_years_older_is_level_3_to_4_under_16():
    assert span(child_age=14, concerns=worries(sexual_activity="risky")) == (3, 4)
    assert span(child_age=16, concerns=worries(sexual_activity="risky")) == (3, 3)


@pytest.mark.parametrize(("due", "expected"), [("2026-12-07", (4, 4)), ("2027-01-15", (4, 4)), ("2027-05-01", (3, 3))])
def test_no_antenatal_care_weighs_more_the_nearer_the_birth(due, expected):
    answers = {"due_date": due, "consent": "agreed", "concerns": worries(unborn="no_care")}
    assert span(today=date(2026, 11, 23), **answers) == expected
    if expected == (4, 4):
        assert "the birth is near" in words([first(**answers)])


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("step", ["no_care", "risks", "past_abuse"])
def test_from_thirty_weeks_on_a_worry_about_an_unborn_baby_is_referred_before_any_assessment(area, step):
    late = {"due_date": "2027-01-28", "consent": "not_asked", "concerns": worries(unborn=step)}
    page = acting(area, today=date(2026, 11, 23), **late)
    assert "Refer now" in page
    assert not re.search(r"Early Help Assessment|Team Around|\bTAF\b", page)


@pytest.mark.parametrize("step", ["no_care", "risks"])
def test_earlier_in_a_pregnancy_early_help_is_still_offered(step):
    early = {"due_date": "2027-05-01", "consent": "not_asked", "concerns": worries(unborn=step)}
    assert "Refer now" not in acting("general", today=date(2026, 11, 23), **early)


def test_a_call_about_an_unborn_baby_asks_for_mother_date_and_hospital():
    page = told(due_date="2026-12-07", concerns=worries(unborn="significant"))
    assert "Where the mother is now, the date the baby is due, her midwife and hospital" in page
    assert "Where the child is now" not in page


def test_call_now_and_call_today_are_not_both_said():
    urgent = told(child_age=0, concerns=worries(physical_abuse="baby_bruise"))
    assert "Who calls now" in urgent
    assert "lead, today. Nobody waits" not in urgent
    assert "Who calls today" in told(concerns=worries(neglect="significant"))


def test_every_entry_has_a_source_and_stands_in_the_rule_book():
    page = words(rulebook().blocks)
    for each in firsts.every():
        assert each.source in sources()
        assert each.says in page
