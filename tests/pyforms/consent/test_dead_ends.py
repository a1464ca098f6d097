"""What the record offers is true: a yes makes the page that it is for, and nobody is asked to change what was said."""

import json
from datetime import date

import pytest

import pyforms
from pyforms import document

DAY = date(2026, 11, 23)
LISA = {"name": "Lisa Webb", "role": "parent", "relationship": "mother", "answer": "agrees", "how": "written"}
CARL = {**LISA, "name": "Carl Webb", "relationship": "father"}
JOAN = {**LISA, "name": "Joan Webb", "relationship": "grandmother"}
ON_PAPER = {"signature": {"how": "paper"}}
YES = {"support": "yes", "assessment": "yes", "sharing": "yes"}
WILLOW = {"name": "Willow Counselling", "may": "yes", "what": "her panic attacks", "said_by": "Lisa Webb"}
ELM = {"name": "Elm Primary", "may": "yes", "what": "bedtimes", "said_by": "Lisa Webb and Carl Webb"}
WISH = "Carl is not to know about the counselling."
KEPT = {"restrictions": WISH, "wished_by": "Lisa Webb"}


def record(*people, **more):
    told = {"day": DAY.isoformat(), "worker": {"name": "Jo Lister"}, "privacy": "yes", "privacy_on": "2026-11-20"}
    own = {"purpose": "Help with bedtimes", "children": [{"name": "Maisie", "born": "2018-04-02"}], "things": YES}
    decision = "both_parents" if len(people) > 1 else "one_parent"
    return {**told, **own, "decision": decision, "people": list(people), "agencies": [ELM, WILLOW], **more}


def submit(answers):
    return pyforms.submit("consent", answers, "torbay", DAY)


def looked(words, whose):
    return {"words": words, "whose": whose, "may": "yes"}


def said(found):
    return json.dumps(document.as_json(found), ensure_ascii=False)


def pages(found):
    return {page.title.partition(":")[0]: said(page) for page in found.documents.values()}


def offered(found):
    return [dict(prompt.offer.answers)["words"] for prompt in found.prompts if prompt.offer]


def refused(answers):
    with pytest.raises(pyforms.AnswersInvalid) as found:
        submit(answers)
    return json.dumps(found.value.errors, ensure_ascii=False)


# A yes makes the page, or is not asked for

WISHES = [
    (WISH, "Lisa Webb"),
    ("Dad must not find out about Willow", "Lisa Webb"),
    ("Don't tell Lisa about my debts", "Carl Webb"),
    ("Carl and my mum don't need to know about Willow", "Lisa Webb"),
    ("Keep Willow from Carl and from school", "Lisa Webb"),
    ("The counselling is private.", "Lisa Webb"),
    ("Carl is not to come to the meeting", "Lisa Webb and Joan Webb"),
    ("Carl is not to know about the counselling", "Lisa Webb and Carl Webb"),
    ("Carl is not to know about the counselling", ""),
    ("Carl is not to know about the counselling", "Lissa Webb"),
]


@pytest.mark.parametrize(("words", "wisher"), WISHES)
@pytest.mark.parametrize(
    "purpose", ["Help with bedtimes", "Help for Lisa to drink less", "A job; Carl is unaware of it"]
)
def test_whatever_is_offered_makes_a_page_once_it_is_answered_for_everybody(words, wisher, purpose):
    answers = record(LISA, CARL, JOAN, restrictions=words, wished_by=wisher, purpose=purpose)
    before = submit(answers)
    offers = offered(before)
    everybody = "Lisa Webb, Carl Webb and Joan Webb"
    rows = [looked(each, everybody) for offer in offers for each in [offer, *offer.split(". ")]]
    after = submit({**answers, "looked": rows})
    assert not offered(after)
    assert bool(offers) <= (len(after.findings["no_page"]) < len(before.findings["no_page"]))


@pytest.mark.parametrize("whose", ["Lisa Webb", "Carl Webb", "Lisa Webb and Carl Webb"])
def test_no_yes_hands_a_page_to_someone_from_whom_another_keeps_something(whose):
    found = submit(record(LISA, CARL, **KEPT, looked=[looked(WISH, whose)]))
    assert set(pages(found)) == {"Lisa Webb"}
    assert WISH not in "".join(pages(found).values())


def test_what_somebody_agreed_to_stands_on_their_own_page():
    found = submit(record(LISA, CARL, **KEPT))
    assert "Willow Counselling" in pages(found)["Lisa Webb"]
    assert not offered(found)


def test_where_no_yes_helps_the_record_says_why_and_what_to_do_instead():
    told = said(submit(record({**LISA, **ON_PAPER}, {**CARL, **ON_PAPER}, **KEPT)).document)
    assert "Carl Webb: no page. The reason: Lisa Webb asked to keep something private" in told
    assert "Tell them in your own words" in told
    assert "Carl Webb has no page, and so nothing to sign: “Pages to keep” says why." in told
    assert "settle" not in told


def test_a_yes_that_was_written_down_all_the_same_is_not_stated_as_if_it_made_a_page():
    both = said(submit(record(LISA, CARL, **KEPT, looked=[looked(WISH, "Lisa Webb and Carl Webb")])).document)
    assert "with it: yes. There is still no page for Carl Webb: the reason stands above." in both
    own = said(submit(record(LISA, CARL, **KEPT, looked=[looked(WISH, "Lisa Webb")])).document)
    assert "still no page" not in own


def test_whoever_wishes_it_and_is_named_may_be_given_the_page_by_a_yes():
    answers = record(LISA, CARL, restrictions=WISH, wished_by="Lisa Webb and Carl Webb")
    assert offered(submit(answers)) == [WISH]
    assert set(pages(submit({**answers, "looked": [looked(WISH, "Carl Webb")]}))) == {"Lisa Webb", "Carl Webb"}


def test_whose_wish_it_is_is_asked_first_where_nobody_wrote_it_down():
    found = submit(record(LISA, CARL, restrictions=WISH))
    assert [prompt.question for prompt in found.prompts if prompt.path == "wished_by"] == ["Whose wish is that?"]
    assert not found.documents
    alone = submit(record(LISA, restrictions=WISH))
    assert "wished_by" not in {prompt.path for prompt in alone.prompts}


# Nobody is asked to change what a child, or anyone, said

MAISIE = {
    "name": "Maisie",
    "role": "child",
    "age": 8,
    "answer": "agrees",
    "how": "verbal",
    "heard_by": "Jo Lister",
    "heard_on": "2026-11-20",
    "why_not_written": "She told me.",
}
ELLIE = {**MAISIE, "name": "Ellie", "age": 15}
BACK = {**LISA, "answer": "takes-back"}
NO = {**LISA, "answer": "does-not"}
ENDS = {"changed": "From 1 December she comes no more.", "without": {"risk": "no"}}
NOT_ASSESSED = {"things": {"support": "yes"}}


@pytest.mark.parametrize(
    ("people", "decision"),
    [
        ((BACK, MAISIE), "withdrawn"),
        ((BACK, ELLIE), "withdrawn"),
        ((NO, MAISIE), "none"),
        ((BACK, CARL, MAISIE), "withdrawn"),
        ((LISA, {**MAISIE, "answer": "does-not"}), "child_and_parents"),
        ((NO, MAISIE), "one_parent"),
        ((LISA, {**MAISIE, "answer": "does-not"}), "both_parents"),
    ],
)
def test_a_decision_that_does_not_fit_names_the_one_that_does_and_asks_nobody_to_change_an_answer(people, decision):
    answers = record(*people, decision=decision, **ENDS, **NOT_ASSESSED)
    told = refused(answers)
    assert "Choose “Some agree, and some do not or were not asked”" in told
    assert "What each person said stays as they said it." in told
    assert "mend" not in told.lower()
    assert submit({**answers, "decision": "mixed"}).findings["agree"]


def test_a_parents_yes_taken_back_stands_beside_a_young_childs_own_view():
    found = submit(record(BACK, MAISIE, decision="mixed", **ENDS, **NOT_ASSESSED))
    assert found.findings["agree"] == ["Maisie"]
    assert found.findings["refuse"] == ["Lisa Webb"]
    told = said(found.document)
    assert "Maisie (8) agrees. Lisa Webb takes back an earlier yes." in told
    assert "Taken back by Lisa Webb" in told


def test_what_nobody_said_yet_is_added_and_not_mended():
    told = refused(record(LISA, decision="child", **NOT_ASSESSED))
    assert "Choose what fits, or add who is missing above." in told


# “Which of the two is meant?” is asked where the two contradict

MEANT = "Which of the two is meant?"


def asks_which(words, **more):
    answers = record(LISA, CARL, restrictions=words, wished_by="Lisa Webb", **more)
    return MEANT in {prompt.question for prompt in submit(answers).prompts}


@pytest.mark.parametrize(
    "words",
    [
        WISH,
        "Don't tell Carl about Willow",
        "Carl mustn’t know I go to Willow",
        "Keep the counselling from Carl",
        "keep willow private from carl",
        "Our appointments at Willow, from Carl",
        "Willow: not Carl",
        "not Carl",
        "Dad is not to know about the counselling",
        "Please don’t mention Willow to Carl",
        "Tom and my mum don't need to know about Willow.",
        "Keep from Carl that I see Willow",
        "My ex isn't to know where Maisie goes to school",
        "I don't want Carl finding out about Willow",
    ],
)
def test_a_yes_to_a_service_and_a_person_who_is_not_to_know_of_it_are_no_contradiction(words):
    assert not asks_which(words)


@pytest.mark.parametrize(
    "words",
    [
        "Don't tell school about the counselling",
        "Do not tell Willow that Carl drinks",
        "School not to know Carl has debts",
        "Carl and the school are not to know about my debts",
        "Carl is not to know about the counselling, nor is Elm Primary",
        "Carl is not to know about my debts, and school either",
        "Keep it from Carl and Elm Primary",
        "Keep school from hearing of Carl’s debts",
        "Willow",
        "The counselling is private",
        "Nobody is to know about the counselling",
        "Only Lisa knows about Willow",
        "Carl doesn't want school to know",
        "Not Carl, not school",
        "Carl is not to know about my debts. Same for school.",
        "Don't mention Carl to Willow",
        "Elm Primary is not to be told anything about Carl",
        "Our address, from Carl and Elm Primary",
    ],
)
def test_a_yes_to_a_service_from_which_something_is_to_be_kept_is_asked_about(words):
    assert asks_which(words)
