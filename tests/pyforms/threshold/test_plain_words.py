"""Danger that is stated and explained stays in sight; the plainest words are closed by a lead, not by one reason."""

import pytest
from telling import NO_LEVEL, first, span, submitted, told, words, worries

import pyforms
from pyforms.danger import kinds
from pyforms.threshold.words import PLAIN

PLAINEST = [
    "He strangled her last night",
    "Daddy touches her at night",
    "He held a knife to his sister",
    "She tried to kill herself on Sunday",
]
LEAD = "designated lead, 3 November"
LESS_PLAIN = "He hit her"


def looked(sentence, lead=""):
    return [{"words": sentence, "why": "I asked her: it was in a film", **({"lead": lead} if lead else {})}]


def test_the_plainest_kinds_are_kinds_that_the_reader_knows():
    assert {kind.key for kind in kinds.kinds()} >= PLAIN


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
