"""Where the record would say two things, or what nobody said: names with a slip, a yes beside a no, and whose words."""

import itertools
import json
from contextlib import suppress
from datetime import date

import pytest

import pyforms
from pyforms import document
from pyforms.consent import said as who_said
from pyforms.consent.answers import MAY_BE_ALONE
from pyforms.consent.checked import CheckedConsent
from pyforms.consent.parts import Answer, Decision, Person

DAY = date(2026, 11, 27)
DANA = {"name": "Dana Reed", "role": "parent", "relationship": "mother", "answer": "agrees", "how": "written"}
CARL = {**DANA, "name": "Carl Reed", "relationship": "father"}
UNASKED = {"name": "Carl Reed", "role": "parent", "answer": "not-asked", "why_not_asked": "He works away."}
IVY = {"name": "Ivy", "role": "child", "age": 10, "answer": "does-not", "how": "written"}
YES = {"support": "yes", "assessment": "yes", "sharing": "yes"}
KNOWN = {"to": "both", "who": "MASH 4471, PC Lane", "on": "2026-11-03"}
HURT = "Help to feel safe after Carl hit Dana on 2 November."


def record(*people, **more):
    told = {"day": DAY.isoformat(), "worker": {"name": "Jo Lister"}, "privacy": "yes", "privacy_on": "2026-11-20"}
    decision = "both_parents" if CARL in people and DANA in people else "one_parent"
    own = {"purpose": "Help with mornings", "children": [{"name": "Ivy", "born": "2016-03-01"}], "decision": decision}
    return {**told, **own, "people": list(people), "things": YES, **more}


def result(*people, **more):
    return pyforms.submit("consent", record(*people, **more), "torbay", DAY)


def service(name, may="yes", *, by="Dana Reed", what=""):
    return {"name": name, "may": may, "said_by": by, "what": what}


def said(found):
    return json.dumps(document.as_json(found), ensure_ascii=False)


def questions(found):
    return {prompt.path: prompt.question for prompt in found.prompts}


def page_of(found, name):
    return next((said(page) for page in found.documents.values() if page.title.startswith(f"{name}:")), "")


# A name with a slip counts for nobody until it is mended


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oak Primry", "Oak Primary"),
        ("Bay CAHMS", "Bay CAMHS"),
        ("Home Start", "HomeStart"),
        ("St Bede’s Primary", "St Beades Primary"),
        ("Helath visitor", "Health visitor"),
    ],
)
def test_two_services_of_nearly_one_name_are_asked_about_and_a_yes_beside_a_no_counts_for_neither(one, other):
    found = result(DANA, agencies=[service(one, what="how mornings go"), service(other, "no", what="my benefits")])
    assert questions(found)["agencies.1.name"] == "Are these the same?"
    assert found.findings["may_be_told"] == []
    assert one not in page_of(found, "Dana Reed")
    assert other not in page_of(found, "Dana Reed")


@pytest.mark.parametrize(
    ("one", "other"), [("Oak Infants", "Oak Juniors"), ("Room 12", "Room 21"), ("Old school", "New school")]
)
def test_two_services_of_different_names_are_two(one, other):
    found = result(DANA, agencies=[service(one), service(other, "no")])
    assert "agencies.1.name" not in questions(found)
    assert one in page_of(found, "Dana Reed")


def test_a_slip_in_the_doctor_s_name_holds_the_letter():
    told = [{**service("Bay Surgery"), "doctor": "yes"}, service("Bay Surgry", "no")]
    assert "rather not have the doctor told" in result(DANA, agencies=told).findings["no_letter"]


@pytest.mark.parametrize(
    ("written", "question"),
    [("Dna Reed", "Is this Dana Reed?"), ("Dana", "Is this Dana Reed?"), ("Somebody else", "Who is this?")],
)
def test_whose_answer_it_is_has_to_be_a_name_from_above(written, question):
    found = result(DANA, CARL, agencies=[service("Relate", by=written)])
    assert questions(found)["agencies.0.said_by"] == question
    assert "Relate" not in page_of(found, "Dana Reed")


def test_a_wish_is_put_in_the_mouth_of_nobody_who_does_not_exist():
    found = result(DANA, CARL, restrictions="Nothing about the housing list.", wished_by="Dna Red")
    assert questions(found)["wished_by"] == "Is this Dana Reed?"
    assert "Dna Red asked" not in said(found.document)
    assert "“Dna Red”, whose wish that is, is no name from above" in said(found.document)


def test_for_whose_page_words_may_stand_is_a_name_from_above_too():
    looked = [{"words": "Carl has debts", "may": "yes", "whose": "Dna Reed"}]
    found = result(DANA, CARL, purpose="Carl has debts.", looked=looked)
    assert questions(found)["looked.0.whose"] == "Is this Dana Reed?"
    assert page_of(found, "Dana Reed") == ""


# Only what was said, by those who were asked


def test_it_took_in_what_those_said_who_were_asked():
    told = said(result(DANA, UNASKED).document)
    assert "what is written down as said by Dana Reed, and how they said it" in told
    assert "that Carl Reed was not asked, and why not" in told
    alone = said(result(UNASKED, decision="none", without={"risk": "no"}, things={}).document)
    assert "as said by" not in alone


# One thing beside another


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ("Dana takes back her yes to school knowing, from 27 November.", True),
        ("Oak Primary is no longer to be told.", True),
        ("From today Oak Primary may be told too.", False),
        ("No more visits.", False),
    ],
)
def test_what_is_taken_back_is_held_against_who_will_know(changed, asked):
    told = [service("Oak Primary", by="Carl Reed")]
    found = result({**DANA, "answer": "takes-back"}, CARL, decision="updated", changed=changed, agencies=told)
    assert ("agencies.0.may" in questions(found)) is asked


def test_a_yes_of_somebody_who_took_their_yes_back_is_asked_about():
    told = [service("Oak Primary", by="Dana Reed"), service("Bay Nursery", by="Carl Reed")]
    found = result({**DANA, "answer": "takes-back"}, CARL, decision="mixed", agencies=told)
    assert "agencies.0.may" in questions(found)
    assert "agencies.1.may" not in questions(found)


@pytest.mark.parametrize(
    ("things", "may", "path"),
    [
        ({**YES, "sharing": "no"}, "yes", "things.sharing"),
        ({**YES, "all_services": "yes"}, "no", "things.all_services"),
    ],
)
def test_working_with_others_is_held_against_the_list_of_who_will_know(things, may, path):
    assert path in questions(result(DANA, things=things, agencies=[service("Oak Primary", may)]))
    other = "no" if may == "yes" else "yes"
    assert path not in questions(result(DANA, things=things, agencies=[service("Oak Primary", other)]))


# A child’s page after a no


def test_a_child_who_said_no_reads_that_help_may_go_on_and_that_the_no_counts():
    page = page_of(result(DANA, IVY, basis="public-task"), "Ivy")
    assert "Help for your family can still go on if a grown-up who looks after you says yes" in page
    assert "Your no still counts" in page
    assert "public task" not in page
    assert "object" not in page


def test_at_17_help_for_others_may_go_on_and_nobody_is_made_to_take_part():
    child = {"children": [{"name": "Ivy", "born": "2009-03-01"}]}
    assert "We cannot make you take part" in page_of(result(DANA, {**IVY, "age": 17}, **child), "Ivy")


def test_a_child_reads_the_same_whether_or_not_a_parent_said_yes():
    no = result({**DANA, "answer": "does-not"}, IVY, decision="none", without={"risk": "no"}, things={})
    assert page_of(no, "Ivy") == page_of(result(DANA, IVY), "Ivy")


@pytest.mark.parametrize("answer", ["does-not", "takes-back"])
def test_a_no_does_not_tell_that_somebody_else_was_asked(answer):
    page = page_of(result({**DANA, "answer": answer}, CARL, decision="mixed"), "Dana Reed")
    assert "Others in your family answer" not in page
    assert "Whoever else may be asked, now or later, answers for themselves" in page


# Danger that is known, and words that tell of none


def test_danger_that_is_known_is_not_asked_about_again_unless_it_is_later():
    def asked(words):
        found = result(DANA, UNASKED, purpose=words, known=KNOWN)
        return [prompt for prompt in found.prompts if prompt.question == "Is anyone hurt or in danger?"]

    assert not asked(HURT)
    assert asked(HURT.replace("2 Nov", "20 Nov"))
    assert asked("Mąż mnie bije i boję się wracać do domu.")


@pytest.mark.parametrize(
    "more",
    [
        {"people": [{**DANA, "name": "Maud Okafor", "relationship": "gran, Ivy lives with me"}]},
        {"people": [{**DANA, "relationship": "expectant mother"}]},
        {"people": [{**DANA, "interpreter": "Ivan, her son, 12"}]},
        {
            "restrictions": "Do not tell Auntie Jean anything, she gossips to the whole street.",
            "wished_by": "Dana Reed",
        },
    ],
)
def test_a_label_or_a_wish_is_no_sign_of_danger(more):
    found = pyforms.submit("consent", {**record(DANA), **more}, "torbay", DAY)
    assert "Is anyone hurt or in danger?" not in {prompt.question for prompt in found.prompts}


def test_danger_that_is_told_outright_counts_in_a_label_too():
    found = result({**DANA, "relationship": "mother, Carl strangled her last night"})
    assert found.document.blocks[0].kind == "danger"
    assert "people.0.relationship" in questions(found)


# Parental responsibility


@pytest.mark.parametrize(
    ("relationship", "has"),
    [
        ("grandmother, special guardian with parental responsibility", True),
        ("special guardian", True),
        ("step-mother, parental responsibility by court order", True),
        ("grandmother, PR under a special guardianship order", True),
        ("aunt, applying for a special guardianship order", False),
        ("nan, mum has PR", False),
        ("stepdad, no PR", False),
        ("foster carer, council has PR", False),
        ("gran, Ivy lives with me", False),
    ],
)
def test_whoever_is_written_down_as_having_parental_responsibility_may_give_a_parent_s_yes(relationship, has):
    carer = {**DANA, "name": "Maud Okafor", "relationship": relationship}
    assert who_said.has_responsibility(Person(**carer)) is has
    found = result(carer)
    assert ("decision" not in questions(found)) is has
    assert ("One parent agrees" in said(found.document)) is has


# The true reason


def test_two_secrets_hold_the_page_for_what_they_are():
    wish = "Dana does not want Carl to know of the clinic. Carl does not want Dana to know of the debt."
    found = result(DANA, CARL, restrictions=wish, wished_by="Dana Reed, Carl Reed")
    told = said(found.document)
    assert "Dana Reed: no page. The reason: they are named in what is to be kept private" in told
    reason = next(prompt.reason for prompt in found.prompts if prompt.path == "restrictions" and prompt.offer)
    assert reason.startswith(
        "It names Dana Reed and Carl Reed, who were asked too. Until you have looked at it there is"
    )


# When a young person’s competence is asked about


def each_that_is_taken():
    """Every decision with every answer of two parents and a young person that the form takes together."""
    unasked = {"why_not_asked": "Away.", "how": "written"}
    for decision, *answers in itertools.product(Decision, Answer, Answer, Answer):
        people = [{**who, **unasked, "answer": answer} for who, answer in zip((DANA, CARL, IVY), answers, strict=True)]
        things = {"support": "yes", "assessment": "no", "sharing": "no"}
        more = {"changed": "From today", "without": {"risk": "no"}, "things": things, "decision": decision}
        with suppress(ValueError):
            yield CheckedConsent.model_validate(record(*people, **more))


def test_wherever_help_may_rest_on_a_young_person_alone_the_form_asks_what_was_weighed_and_nowhere_else():
    taken = list(each_that_is_taken())
    assert {each.decision for each in taken} == set(Decision)
    assert {each.decision for each in taken if who_said.is_alone(each)} == set(MAY_BE_ALONE.values)
