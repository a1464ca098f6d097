"""Whoever may be the danger is not asked, told or met: by a chosen line, by two lines together, or by words alone."""

import re
from itertools import combinations, cycle

import pytest
from telling import first, span, submitted, told, words, worries

from pyforms import areas
from pyforms.document import Details, Heading
from pyforms.threshold import acts
from pyforms.threshold import first as firsts
from pyforms.threshold.acts import Act
from pyforms.threshold.concerns import by_id, concerns

WORDS = [
    "They are taking her abroad to be cut in the summer",
    "Her brothers will kill her if they find out about her boyfriend",
    "Grandad touches her privates",
    "Mum puts something in his feed to make him ill",
    "Mum sells her to men",
    "Dad strangled mum last night",
    "Dad hits him with a belt",
]
SILENT = WORDS[:4]
STAFF = ["The teacher kissed her", "Foster carer hits her"]
ASKS = re.compile(
    r"(?<!not )ask the family|agree with the|with consent|ask whether they want|family has agreed"
    r"|agree a safety plan|if they say no"
    r"|what the family agreed|agree to this request|with the family|speak to the adult|family’s agreement",
    re.IGNORECASE,
)
TELLS = re.compile(r"tell the family|otherwise tell|what the child and the family know", re.IGNORECASE)
MEETS = re.compile(r"team around|\bTAF\b|hold a|mediation and|family group|to both parents", re.IGNORECASE)
FORBIDS = re.compile(r"do not (tell|ask) the family[^.:]*|no TAF is needed|no mediation|do not mediate", re.IGNORECASE)


def noted(sentence, step="some_absence", concern="missing_school", **more):
    return {"child_age": 14, "concerns": {concern: {"step": step, "notes": sentence}}, **more}


def acting(area, **answers):
    """What a page has people do: neither the reasons, nor the tools, nor what was typed."""
    page = submitted(area, **answers).document.blocks
    end = next(place for place, block in enumerate(page) if "took in" in getattr(block, "text", ""))
    kept = [b for b in page[:end] if not (isinstance(b, Details) and b.title.startswith(("Why", "These tools")))]
    return FORBIDS.sub("", words(kept))


# Words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("consent", ["agreed", "not_asked", "refused"])
@pytest.mark.parametrize("sentence", WORDS)
def test_words_that_state_a_danger_keep_the_family_from_being_asked_told_or_met_until_they_are_answered(
    area, consent, sentence
):
    page = acting(area, **noted(sentence, consent=consent))
    for forbidden in (ASKS, TELLS, MEETS):
        assert not forbidden.search(page), forbidden.search(page)
    assert "Early Help Assessment" not in page
    assert "Referral for" not in page


@pytest.mark.parametrize("sentence", SILENT)
def test_words_bring_the_strictest_guard_of_what_they_may_be_a_sign_of(sentence):
    assert "Tell nobody in the family until" in words([first(**noted(sentence, consent="agreed"))])


def test_words_about_violence_between_adults_keep_the_partners_apart():
    page = told(**noted("Dad strangled mum last night", consent="agreed"))
    assert "No joint meeting" in page
    assert "Whoever takes the call says who in the family may be told" in page


def test_words_of_despair_do_not_make_parents_the_danger():
    page = told(**noted("She wants to die", consent="agreed"))
    assert "Tell nobody" not in page
    assert "Where it is safe, tell the family" in page
    assert "Whoever takes the call says" not in page


def test_a_line_that_answers_the_words_brings_its_own_guard_and_no_other():
    answers = noted("Dad strangled mum last night")
    answers["concerns"] |= worries(domestic_abuse="escalating")
    assert not any(each["open"] for each in submitted(**answers).findings["words"])
    assert "No joint meeting" in told(**answers)


def test_strengths_that_state_a_danger_are_not_built_on_while_they_are_open():
    answers = {"strengths": ["secure_home"], "concerns": worries(missing_school="some_absence")}
    page = told(strengths_more="Grandad touches her privates but he is kind", **answers)
    assert "Grandad" not in page.split("Strengths to build on")[1].split("What this took in")[0]
    assert "Nan cooks well" in told(strengths_more="Nan cooks well", **answers).split("Strengths to build on")[1]


# Words about staff ------------------------------------------------------------------------------------


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize("sentence", STAFF)
@pytest.mark.parametrize(("concern", "step"), [("behaviour_school", "regular"), ("self_esteem", "poor")])
def test_words_about_someone_who_works_with_children_lead_to_the_designated_officer(area, sentence, concern, step):
    found = submitted(area, **noted(sentence, step, concern))
    heads = [block.text for block in found.document.blocks if isinstance(block, Heading)]
    page = words(found.document.blocks)
    assert "The designated officer (LADO)" in heads
    assert "LADO" in words([found.document.blocks[0]])
    assert "Do not tell the person" in page
    assert "“An adult who works or volunteers with children”" in words([found.document.blocks[0]])
    assert "staff_allegation" in found.findings["words"][0]["concerns"]
    assert not TELLS.search(page)


def test_so_it_is_while_another_line_answers_the_words():
    answers = noted("Foster carer hits her")
    answers["concerns"] |= worries(physical_abuse="injury")
    assert "LADO" in words([first(**answers)])


def test_sex_with_someone_in_a_position_of_trust_is_open_to_level_4_with_the_officer_named(monkeypatch):
    staff = "pyforms.danger.read"
    from pyforms.danger import Sign  # noqa: PLC0415 - what the reader makes of the words is tested with it

    said = "Her boyfriend is her maths teacher"
    alleged = Sign(said, "an allegation", (), stated=False, kinds=("staff",))
    monkeypatch.setattr(staff, lambda text, **_: (alleged,) if said in text else ())
    for step in ("over_16", "risky"):
        answers = {"child_age": 16, "consent": "agreed", "concerns": {"sexual_activity": {"step": step, "notes": said}}}
        assert span(**answers)[1] == 4
        assert "LADO" in words([first(**answers)])
        assert not TELLS.search(acting("general", **answers))


def test_the_line_for_words_about_staff_is_looked_for_in_their_own_ladder_only():
    said = words([first(**noted(STAFF[0]))])
    assert "“Sexual abuse”" not in said


def test_a_young_person_is_not_questioned_while_words_about_an_adult_in_trust_are_open():
    said = "Her boyfriend is her maths teacher"
    page = told(child_age=16, concerns={"sexual_activity": {"step": "over_16", "notes": said}})
    assert "Ask the young person, alone" not in page
    assert "LADO" in page
    assert span(child_age=16, concerns={"sexual_activity": {"step": "over_16", "notes": said}}) == (1, 4)


def test_words_about_staff_that_a_lead_agreed_to_close_bring_no_officer():
    looked = [{"words": STAFF[0], "why": "I asked her on 3 November: it was on stage", "lead": "lead, 3 November"}]
    assert "LADO" not in told(**noted(STAFF[0], looked=looked)).split("took in")[0]


# Two lines together -----------------------------------------------------------------------------------

GUARDED = list(
    {
        (concern, each.policy): (concern, (steps or [step.id for step in by_id()[concern].steps])[0])
        for each in firsts.every()
        if each.is_guard or each.instead
        for concern, steps in each.lines.items()
    }.values()
)
OTHERS = [
    ("disability", "complex"),
    ("neglect", "pattern"),
    ("parental_conflict", "frequent"),
    ("money", "needs_unmet"),
]
AGES = {"unborn": {"due_date": "2026-12-20"}}
EACH_AREA, EACH_CONSENT = cycle(areas.AREA_IDS), cycle([None, "agreed", "not_asked", "refused", "unsafe"])
PAIRS = [
    (one, other, next(EACH_AREA), next(EACH_CONSENT))
    for one, other in [*combinations(dict.fromkeys(GUARDED), 2), *((one, other) for one in GUARDED for other in OTHERS)]
    if one[0] != other[0]
]


def of_pair(one, other, consent):
    aged = {"due_date": "2026-12-20"} if "unborn" in (one[0], other[0]) else {"child_age": 15}
    return {**aged, **({"consent": consent} if consent else {}), "concerns": worries(**dict([one, other]))}


def contradictions(area, answers):
    page = acting(area, **answers)
    silent = "Tell nobody in the family" in page or answers.get("consent") == "unsafe"
    apart = silent or "No joint meeting" in page
    advised = silent or "who may be told" in page or "No joint meeting" in page
    at_4 = (span(area, **answers) or (0, 0))[1] == 4
    return [
        found.group()
        for holds, forbidden in ((silent, ASKS), (apart, MEETS), (advised and at_4, TELLS))
        if holds and (found := forbidden.search(page))
    ]


def test_no_page_of_two_guarded_lines_has_a_step_that_one_of_them_forbids():
    assert len(PAIRS) > 500
    found = {
        (one, other, area, consent): wrong
        for one, other, area, consent in PAIRS
        if (wrong := contradictions(area, of_pair(one, other, consent)))
    }
    assert not found


def does(**answers):
    """What the first note has people do: neither the reasons nor what was written."""
    kept = [
        block for block in first(**answers).blocks if not words([block]).startswith(("Why: ", "You wrote", "You set"))
    ]
    return f"{first(**answers).title}\n{words(kept)}"


STEPPED = {(concern, next(iter(each.lines[concern]), "unsure")) for each in firsts.every() for concern in each.lines}


@pytest.mark.parametrize("more", [{}, {"danger": "yes"}, {"support": "He strangled her last night"}])
@pytest.mark.parametrize("age", [2, 11, 14, 17, 19])
def test_a_page_says_of_one_step_at_most_that_it_comes_first(age, more):
    lines = sorted(STEPPED)
    for one, other in zip(lines, lines[7:] + lines[:7], strict=True):
        said = does(child_age=age, concerns=worries(**dict([one, other])), **more)
        assert len(re.findall(r"\bfirst\b", said, re.IGNORECASE)) <= 1, (one, other, said)


@pytest.mark.parametrize("area", areas.AREA_IDS)
@pytest.mark.parametrize(
    ("chosen", "more"),
    [
        ({"disability": "complex", "fii": "perplexing"}, {"consent": "agreed"}),
        ({"disability": "complex", "domestic_abuse": "controlling"}, {"consent": "agreed"}),
        ({"domestic_abuse": "controlling"}, {"consent": "unsafe"}),
        ({"domestic_abuse": "controlling"}, {"consent": "agreed"}),
        ({"domestic_abuse": "controlling"}, {"one_agency": "no"}),
    ],
)
def test_pairs_that_once_contradicted_themselves_no_longer_do(area, chosen, more):
    assert not contradictions(area, {"child_age": 9, "concerns": worries(**chosen), **more})


@pytest.mark.parametrize(
    "more", [{"consent": "unsafe"}, {"consent": "agreed", "support": "Grandad touches her privates"}]
)
@pytest.mark.parametrize("concern", [each.id for each in concerns()])
def test_no_concern_has_the_family_asked_told_or_met_while_that_is_not_safe(concern, more):
    aged = {"due_date": "2026-12-20"} if concern == "unborn" else {"child_age": 14}
    line = by_id()[concern].steps[1]
    page = acting(next(EACH_AREA), **aged, **more, concerns=worries(**{concern: line.id})).replace(line.text, "")
    for forbidden in (ASKS, TELLS, MEETS):
        assert not forbidden.search(page), forbidden.search(page)


def test_what_comes_before_consent_leaves_no_question_of_consent():
    page = acting("general", child_age=15, concerns=worries(sexual_activity="risky"))
    assert "before anyone asks for consent" in page
    assert not re.search(r"ask whether they want|with consent", page, re.IGNORECASE)


@pytest.mark.parametrize("more", [{"consent": "unsafe"}, {"support": "Grandad touches her privates"}])
@pytest.mark.parametrize(
    ("concern", "step", "tool"),
    [
        ("family_breakdown", "strain", "Family group conference"),
        ("neglect", "pattern", "Graded Care Profile"),
        ("homelessness", "threatened", "Duty to refer"),
    ],
)
def test_a_tool_that_is_used_with_the_family_waits_where_the_family_is_not_asked(concern, step, tool, more):
    answers = {"child_age": 9, "concerns": worries(**{concern: step})}
    assert tool not in told(**answers, **more)
    assert tool in told(**answers, consent="agreed")


@pytest.mark.parametrize("concern", [each.id for each in concerns()])
def test_not_being_sure_gives_one_first_step_for_a_concern(concern):
    said = words([first(child_age=15, concerns=worries(**{concern: "unsure"}))])
    assert len(re.findall("First: ", said)) <= 1


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("With consent, complete an assessment and hold a Team Around the Family meeting.", {Act.ASK, Act.MEET}),
        ("Tell the family what you are doing.", {Act.TELL}),
        ("Ring MASH at once. Consent may be by-passed if asking adds risk.", set()),
        ("Talk it through with your manager or safeguarding lead.", set()),
        ("No TAF is needed.", set()),
    ],
)
def test_what_a_step_has_people_do_is_read_from_its_words(said, meant):
    assert acts.acts(said) == meant


@pytest.mark.parametrize(
    ("concern", "step"),
    [
        ("radicalisation", "act"),
        ("unborn", "significant"),
        ("emotional_abuse", "disclosure"),
        ("engagement", "blocks"),
        ("sleep_toileting", "punished_or_unexplained"),
        ("physical_abuse", "injury"),
    ],
)
def test_a_line_that_holds_a_guilty_carer_leaves_whom_to_tell_to_whoever_takes_the_call(concern, step):
    aged = {"due_date": "2026-12-20"} if concern == "unborn" else {"child_age": 12}
    page = told(**aged, concerns=worries(**{concern: step}))
    assert not TELLS.search(page)
    assert "may be told" in page


@pytest.mark.parametrize("step", [step.id for step in by_id()["teenage_pregnancy"].steps])
def test_every_line_of_a_pregnancy_at_12_guards_alike(step):
    page = told(child_age=12, concerns=worries(teenage_pregnancy=step))
    assert "someone at home may be part of it" in page
    assert not TELLS.search(page)


# What stands above the call ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "answers",
    [
        {"child_age": 3, "concerns": worries(missing_school="persistent", physical_abuse="injury")},
        {"danger": "yes", "concerns": worries(staff_allegation="low_level")},
        {"danger": "yes", "concerns": worries(domestic_abuse="controlling")},
        {"danger": "yes", "concerns": worries(private_fostering="not_notified")},
        {"concerns": worries(radicalisation="act")},
        {"concerns": worries(fii="induced")},
    ],
)
def test_in_danger_only_what_keeps_someone_safe_stands_above_the_call(answers):
    said = words([first("torbay", **answers)])
    above = said.split("In an emergency")[0]
    guards = {each.says for each in firsts.every() if each.is_guard and not each.own_route}
    for line in re.findall(r"(?:First|And): \n?(.*)", above):
        assert line in guards
    assert not re.search(r"not compulsory|Tell the head|Speak to the adult|Prevent referral|paediatrician", above)


def test_illness_that_is_caused_is_a_call_at_once_and_a_doctor_stands_beside_it():
    page = told(child_age=3, concerns=worries(fii="induced"))
    assert "before anyone at home: they lead" not in page
    assert "beside that call, not before it" in page
    assert "before anyone at home: they lead" in told(child_age=3, concerns=worries(fii="perplexing"))
