"""Danger that is stated and explained stays in sight; the plainest words are closed by a lead, not by one reason."""

import pytest
from telling import NO_LEVEL, first, span, submitted, told, words, worries

import pyforms
from pyforms.danger import kinds
from pyforms.threshold.danger_told import grave

PLAINEST = [
    "He strangled her last night",
    "Daddy touches her at night",
    "He held a knife to his sister",
    "She tried to kill herself on Sunday",
]
LEAD = "designated lead, 3 November"
LESS_PLAIN = "There is no food in the house until payday"


def looked(sentence, lead=""):
    return [{"words": sentence, "why": "I asked her: it was in a film", **({"lead": lead} if lead else {})}]


def test_the_plainest_kinds_are_kinds_that_the_reader_knows():
    assert {kind.key for kind in kinds.kinds()} >= grave()


@pytest.mark.parametrize("sentence", PLAINEST)
def test_a_reason_alone_leaves_level_4_open_and_the_red_turns_into_a_question_to_the_lead(sentence):
    unanswered, explained = {"support": sentence}, {"support": sentence, "looked": looked(sentence)}
    assert first(**unanswered).kind == "danger"
    note = first(**explained)
    assert span(**explained) == (1, 4)
    assert note.kind == "warning"
    assert note.title.endswith("ask your safeguarding lead before you close this")
    said = words([note])
    for part in (sentence, "it was in a film", "999", "Until then level 4 stays open"):
        assert part in said


@pytest.mark.parametrize("sentence", PLAINEST)
def test_where_a_lead_has_agreed_it_is_closed_and_stays_in_sight(sentence):
    closed = {"support": sentence, "looked": looked(sentence, LEAD), "concerns": worries(dental="some_decay")}
    assert span(**closed) == (2, 2)
    assert "You set aside: " in words([first(**closed)])
    assert LEAD in told(**closed)
    assert not submitted(**closed).prompts


@pytest.mark.parametrize("sentence", PLAINEST)
def test_the_question_stands_at_the_box_until_then(sentence):
    prompts = submitted(support=sentence, looked=looked(sentence)).prompts
    assert [prompt.path for prompt in prompts] == ["support"]
    assert prompts[0].question == "Has your safeguarding lead agreed?"


GRAVE = [
    "They are taking her abroad to be cut in the summer",
    "They will force her to marry her cousin",
    "Grandad touches her privates",
    "Mum puts salt in his milk to make him ill",
    "She took an overdose",
    "She wants to die",
    "Dad hits him with a belt",
    "The baby has a bruise on her cheek",
    "Mum sells her to men",
    "Foster carer hits her",
]


@pytest.mark.parametrize("sentence", GRAVE)
def test_harm_that_is_grave_by_its_nature_is_not_closed_by_one_reason_and_stands_first(sentence):
    explained = [{"words": sentence, "why": "I asked her on 3 November and it was a film she watched"}]
    answers = {"support": sentence, "looked": explained}
    note = first(**answers)
    assert span(**answers) == (1, 4)
    said = words([note])
    assert said.index(sentence) < said.index("999")
    assert "it was a film she watched" in said.split("999")[0]


NO_REASONS = {
    "I do not believe her": "Disbelief does not clear",
    "it is not true": "Disbelief does not clear",
    "he makes things up for attention": "Disbelief does not clear",
    "dad says it did not happen": "Another adult’s word",
    "Mum and dad both denied it": "Another adult’s word",
    "Stepdad explained that it was play": "Another adult’s word",
    "he is a nice man": "A good name",
    "They are a lovely family": "A good name",
    "he would never do that": "A good name",
    "she took it back when mum was in the room": "itself a worry",
    "She has since retracted it": "itself a worry",
    "he changed his story": "itself a worry",
}


@pytest.mark.parametrize("lead", ["", LEAD])
@pytest.mark.parametrize("why", NO_REASONS)
def test_what_is_no_reason_closes_nothing_whoever_agreed_and_the_page_says_why(why, lead):
    explained = [{"words": PLAINEST[0], "why": why, **({"lead": lead} if lead else {})}]
    answers = {"support": PLAINEST[0], "looked": explained}
    note = first(**answers)
    assert span(**answers) == (1, 4)
    assert note.kind == "danger"
    assert NO_REASONS[why] in words([note])
    assert NO_REASONS[why] in submitted(**answers).prompts[0].reason


@pytest.mark.parametrize(
    "why",
    [
        "I asked her: it was in a film",
        "The paediatrician saw him: a birthmark, as mum says",
        "Police looked into it on 2 November, and it was another family",
        "It is the title of a book she reads",
    ],
)
def test_what_somebody_found_out_is_a_reason_also_where_an_adult_said_it_too(why):
    closed = {"support": PLAINEST[0], "looked": [{"words": PLAINEST[0], "why": why, "lead": LEAD}]}
    assert span(**closed) == NO_LEVEL


def test_a_lead_without_a_reason_given_for_another_sentence_closes_nothing():
    answers = {"support": PLAINEST[0], "not_known": PLAINEST[1], "looked": looked(PLAINEST[0], LEAD)}
    assert span(**answers) == (1, 4)
    assert first(**answers).kind == "danger"


def test_less_plain_words_are_closed_by_a_reason_and_stay_in_sight_with_the_lead_beside_them():
    explained = {"support": LESS_PLAIN, "looked": looked(LESS_PLAIN)}
    assert span(**explained) == NO_LEVEL
    said = words([first(**explained)])
    assert "You set aside: " in said
    assert "safeguarding lead today" in said


def test_it_may_only_raise():
    for rest in ({"danger": "yes"}, {"concerns": worries(neglect="significant")}, {"danger": "not_sure"}):
        given = {"support": PLAINEST[0], "looked": looked(PLAINEST[0]), **rest}
        assert span(**given)[0] >= span(**rest)[0]
        assert span(**given)[1] == 4


@pytest.mark.parametrize("lead", ["no", "yes", "the lead", "3"])
def test_a_lead_is_a_role_and_a_day(lead):
    with pytest.raises(pyforms.AnswersInvalid) as refusal:
        span(support=PLAINEST[0], looked=looked(PLAINEST[0], lead))
    assert refusal.value.errors[0][0] == "looked.0.lead"
