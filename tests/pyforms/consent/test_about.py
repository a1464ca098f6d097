"""What a page would tell one person of another: asked about for each reader, and ordinary help never."""

import json
from datetime import date

import pytest

import pyforms
from pyforms import document

DAY = date(2026, 11, 27)
DANA = {"name": "Dana Reed", "role": "parent", "relationship": "mother", "answer": "agrees", "how": "written"}
CARL = {**DANA, "name": "Carl Reed", "relationship": "father"}
MAX = {"name": "Max", "role": "child", "age": 15, "answer": "agrees", "how": "written"}
YES = {"support": "yes", "assessment": "yes", "sharing": "yes"}


def record(*people, **more):
    children = [{"name": "Max", "born": "2011-05-01"}] if MAX in people else [{"name": "Ivy", "born": "2017-03-01"}]
    decision = "child_and_parents" if MAX in people else "both_parents" if len(people) > 1 else "one_parent"
    told = {"day": DAY.isoformat(), "worker": {"name": "Jo Lister"}, "privacy": "yes", "privacy_on": "2026-11-20"}
    own = {"purpose": "Help with mornings", "children": children, "people": list(people), "decision": decision}
    return {**told, **own, "things": YES, **more}


def result(answers):
    return pyforms.submit("consent", answers, "torbay", DAY)


def said(found):
    return json.dumps(document.as_json(found), ensure_ascii=False)


def pages(found):
    return {page.title.partition(":")[0]: said(page) for key, page in found.documents.items() if key != "gp-letter"}


def asked(found):
    return [prompt for prompt in found.prompts if prompt.offer and prompt.question.endswith("say this?")]


def looked(words, *whose, may="yes"):
    return {"looked": [{"words": words, "may": may, "whose": ", ".join(whose)}]}


OF_AN_ADULT = [
    "Help for Dana to feel more herself. Carl likes to know where she is and looks after her phone.",
    "Dana hopes Carl will stop smoking weed. Help with bedtimes.",
    "Help with housing: Dana is thinking about her own place.",
    "Help with mornings. Dana told us she had a miscarriage in May, which Carl does not know.",
    "Help with contact. Ivy may not be Carl’s.",
    "Help with Dana’s low mood; she finds it hard to speak when Carl is there.",
    "Carl decides what is spent and Dana would like some money of her own.",
    "Dana says Carl never lifts a finger and shouts at Ivy over homework.",
    "Help so that Dana feels easier at home when Carl is back from work.",
    "Support with a fresh start. Dana has seen a solicitor.",
    "Help with Ivy’s contact; Dana would rather it stopped.",
    "Dana thinks that Carl may be depressed.",
    "Carl lost his job and has not told his mother.",
    "Help while Carl is on remand.",
    "Help with nights, as Ivy will not be alone with Carl.",
    "Dana would like her own bank card and to see her sister again; Carl prefers to come along and answers for her.",
    "Dana wishes that Carl got help with his drinking. Help with routines.",
    "Mornings. She has seen a solicitor.",
    "Mornings. I have seen a solicitor.",
    "Ivy’s mum has a new job in Leeds.",
    "Danna is on a waiting list for a flat.",
    "Time for each parent; she is looking at jobs in Leeds.",
    "Help with nights. Ms Dana R. is in recovery from alcohol.",
    "School run: Ivy’s dad is not to pick her up on Fridays.",
    "I want to go back to college without the baby.",
    "Help with bedtimes, and for Dana to get a divorce.",
    "Dana: low mood since the birth. Carl: work.",
    "Dana would like her partner to drink less.",
]
OF_A_TEENAGER = [
    "Help with feelings. Max is questioning his gender.",
    "Help for Max with vaping and being out late.",
    "Max wants to see less of his mum.",
    "Help with sleep. Max has told school that he does not feel wanted at home.",
    "Max is seeing the nurse about the pill.",
    "Help with anxiety; Max has told us about his boyfriend.",
]


@pytest.mark.parametrize("purpose", OF_AN_ADULT)
def test_nobody_gets_a_page_that_tells_of_another_before_somebody_said_that_it_may(purpose):
    found = result(record(DANA, CARL, purpose=purpose))
    assert "Carl Reed" in found.findings["no_page"]
    assert len(asked(found)) == 1


@pytest.mark.parametrize("purpose", OF_A_TEENAGER)
def test_a_parent_gets_no_page_that_tells_of_a_young_person_before_somebody_said_that_it_may(purpose):
    found = result(record(DANA, MAX, purpose=purpose))
    assert "Dana Reed" in found.findings["no_page"]
    assert len(asked(found)) == 1


@pytest.mark.parametrize(
    ("purpose", "own"),
    [("Support with a fresh start. Dana has seen a solicitor.", "Dana Reed"), ("Carl has debts.", "Carl Reed")],
)
def test_what_a_sentence_tells_of_one_person_alone_is_on_their_own_page(purpose, own):
    assert set(pages(result(record(DANA, CARL, purpose=purpose)))) == {own}


def test_the_question_says_whose_page_would_say_what_of_whom():
    found = result(record(DANA, CARL, purpose="Dana thinks of moving. Help with sleep. Carl has lost his job."))
    [prompt] = asked(found)
    assert prompt.question == "May Dana Reed’s and Carl Reed’s pages say this?"
    assert "Carl Reed’s page would say of Dana Reed: “Dana thinks of moving”." in prompt.reason
    assert "Dana Reed’s page would say of Carl Reed: “Carl has lost his job”." in prompt.reason


def test_a_press_copies_the_words_and_says_neither_yes_nor_for_whom():
    told = record(DANA, CARL, purpose="Dana thinks of moving. Carl has lost his job.")
    [prompt] = asked(result(told))
    assert [key for key, _ in prompt.offer.answers] == ["words"]
    pressed = {**told, "looked": [dict(prompt.offer.answers)]}
    with pytest.raises(pyforms.AnswersInvalid) as caught:
        result(pressed)
    assert [path for path, _ in caught.value.errors] == ["looked.0.may"]
    yes = {**dict(prompt.offer.answers), "may": "yes"}
    assert pages(result({**told, "looked": [yes]})).keys() == pages(result(told)).keys()
    own = result({**told, "looked": [{**yes, "whose": "Dana Reed"}]})
    assert set(pages(own)) == {"Dana Reed"}
    again = result({**told, "looked": [{**yes, "whose": "Dana Reed and Carl Reed"}]})
    assert set(pages(again)) == {"Dana Reed", "Carl Reed"}
    assert not asked(again)


@pytest.mark.parametrize(
    "purpose",
    [*OF_AN_ADULT, "Help for Dana to leave Carl quietly", "Her appointments are a secret", "A flat, and quietly"],
)
def test_no_button_names_a_reader_or_says_yes(purpose):
    offers = [prompt.offer for prompt in result(record(DANA, CARL, purpose=purpose)).prompts if prompt.offer]
    assert not [key for offer in offers for key, _ in offer.answers if key != "words"]


@pytest.mark.parametrize("purpose", ["Appointments are a secret", "Help to get away secretly"])
def test_a_yes_for_nobody_s_page_is_for_none_where_several_could_read_it(purpose):
    told = record(DANA, CARL, purpose=purpose)
    assert not pages(result({**told, **looked(purpose)}))
    assert set(pages(result({**told, **looked(purpose, "Dana Reed")}))) == {"Dana Reed"}


def test_what_may_be_read_by_one_of_them_is_not_on_the_page_of_the_next():
    words = "Dana thinks that Carl may be depressed"
    one = result(record(DANA, CARL, purpose=words, **looked(words, "Dana Reed")))
    assert set(pages(one)) == {"Dana Reed"}
    assert "Carl Reed: no page. The reason: it would say of Dana Reed" in said(one.document)
    nobody = result(record(DANA, CARL, purpose=words, **looked(words)))
    assert not pages(nobody)
    changed = result(record(DANA, CARL, purpose=f"{words} again", **looked(words, "Dana Reed", "Carl Reed")))
    assert not pages(changed)


def test_a_no_is_an_answer_and_is_not_asked_again():
    words = "Dana thinks that Carl may be depressed"
    found = result(record(DANA, CARL, purpose=words, **looked(words, "Dana Reed", "Carl Reed", may="no")))
    assert not pages(found)
    assert not asked(found)


def test_danger_that_is_known_is_on_nobody_s_page_for_a_yes_that_does_not_say_whose():
    words = "Help to feel safe after Carl hit Dana on 2 November."
    known = {"to": "both", "who": "MASH 4471", "on": "2026-11-03"}
    assert "Carl Reed" not in pages(result(record(DANA, CARL, purpose=words, known=known, **looked(words))))
    own = result(record(DANA, CARL, purpose=words, known=known, **looked(words, "Dana Reed")))
    assert "Carl Reed" not in pages(own)


@pytest.mark.parametrize("what", ["that Carl is the one who makes Ivy late", "that Dana comes on her own"])
def test_what_a_service_will_know_of_a_parent_is_asked_about_too(what):
    told = [{"name": "Oak Primary", "may": "yes", "what": what, "said_by": "Dana Reed, Carl Reed"}]
    found = result(record(DANA, CARL, agencies=told))
    assert [prompt.path for prompt in asked(found)] == ["agencies.0.what"]


def test_what_a_young_person_said_together_with_a_parent_is_no_news_to_them():
    told = [
        {"name": "Academy", "may": "yes", "what": "that Max feels worried in class", "said_by": "Dana Reed and Max"}
    ]
    assert not asked(result(record(DANA, MAX, agencies=told)))
    alone = [{**told[0], "said_by": "Dana Reed"}]
    assert asked(result(record(DANA, MAX, agencies=alone)))


@pytest.mark.parametrize(
    ("name", "short"),
    [("Daniel", "Danny"), ("William", "Bill"), ("Christopher", "Chris"), ("Agnieszka", "Aga"), ("Elizabeth", "Beth")],
)
def test_a_short_name_names_somebody_too(name, short):
    other = {**CARL, "name": f"{name} Reed"}
    found = result(record(DANA, other, decision="both_parents", purpose=f"Routines. {short} has a new job."))
    assert found.findings["no_page"] == ["Dana Reed"]
    kept = {"restrictions": f"{short} is not to know of my new job.", "wished_by": f"Dana Reed and {name} Reed"}
    assert "restrictions" in {
        prompt.path for prompt in result(record(DANA, other, decision="both_parents", **kept)).prompts
    }


@pytest.mark.parametrize(("name", "word"), [("Theodore", "The"), ("Marcus", "Mornings"), ("Carla", "Car")])
def test_a_word_that_begins_like_a_name_names_nobody(name, word):
    other = {**CARL, "name": f"{name} Reed"}
    found = result(record(DANA, other, decision="both_parents", purpose=f"{word} seats are hard to come by."))
    assert not asked(found)


ORDINARY = [
    "Help with bedtime routines and toilet training for Ivy.",
    "Dana would like time to go to a course, and Carl help with the school run.",
    "Ivy finds loud noises hard. Her parents want to learn what helps.",
    "We would like support with sleep since the twins were born, and someone to talk to for Dana.",
    "Carl would like a parenting course, Dana would like a break in the holidays.",
    "Ivy’s hearing aids keep getting lost; help to look after them.",
    "Support for the whole family after Ivy’s diagnosis of epilepsy.",
    "Both parents want to use the same rules and to share the mornings.",
    "Help for both parents with bedtimes and screen time.",
    "Dana would like help with forms. Carl would like help with Ivy’s reading.",
    "Help with sleep, and a place at playgroup.",
    "Dana and Carl want calmer bedtimes, and to agree screen time.",
    "A break for Dana, and help with reading.",
    "Help with Ivy’s sleep. She wakes at night.",
    "Ivy needs speech therapy, as she has few words yet.",
    "Help with money and the move, and someone to get things ready for the baby.",
    "Help after we moved out, and someone for Dana to talk to.",
]
OF_MAX = [
    "Help for Max to get to school on time and to settle in Year 11.",
    "Support with reading and spelling; Max would like a homework club and a football team.",
    "Help for Max with friendships and anger, and a quiet place for homework.",
    "Help for Max with reading.",
    "Someone for Max to talk to about worries.",
    "Help for Max with his anxiety and getting to school on time.",
    "Help with boundaries at home. Max would like a football club.",
]


@pytest.mark.parametrize("purpose", ORDINARY)
def test_ordinary_help_for_two_parents_is_asked_nothing(purpose):
    found = result(record(DANA, CARL, purpose=purpose))
    assert found.findings["no_page"] == []
    assert not asked(found)


@pytest.mark.parametrize("purpose", OF_MAX)
def test_ordinary_help_for_a_young_person_by_name_is_asked_nothing(purpose):
    assert result(record(DANA, MAX, purpose=purpose)).findings["no_page"] == []


@pytest.mark.parametrize("purpose", OF_AN_ADULT[:3])
def test_where_one_person_answered_there_is_nobody_else_to_read_it(purpose):
    assert not asked(result(record(DANA, purpose=purpose)))


def test_a_no_is_told_without_the_help_so_nothing_holds_its_page():
    no = {**CARL, "answer": "does-not"}
    found = result(record(DANA, no, decision="one_parent", purpose="A fresh start. Dana has a new job."))
    assert "Carl Reed" in pages(found)


@pytest.mark.parametrize("name", [example.name for example in pyforms.examples("consent")])
def test_no_example_is_asked_what_a_page_may_say(name):
    example = next(each for each in pyforms.examples("consent") if each.name == name)
    assert not asked(pyforms.submit("consent", example.answers, example.area, example.today))


def test_a_record_of_version_5_did_not_say_for_whose_page_words_were_looked_at():
    words = "Support with a fresh start. Dana has seen a solicitor"
    told = record(DANA, CARL, purpose=words, looked=[{"words": words, "may": "yes"}])
    saved = {"kind": "early-help-form", "form": "consent", "version": 5, "area": "general", "saved": "2026-11-27"}
    opened = pyforms.open_saved(json.dumps({**saved, "answers": told}).encode())
    assert set(pages(result(opened.answers))) == {"Dana Reed"}


# What all of them do, and what nobody may learn


LEAH = {**DANA, "name": "Leah Reed"}
TOM = {**CARL, "name": "Tom Reed"}


@pytest.mark.parametrize(
    "words",
    [
        "Leah and Tom live apart and share care.",
        "Leah and Tom would like help with reading and tea time.",
        "Tom and Leah take turns with the school run.",
        "Help with mornings. Leah and Tom are separated and both want Ivy to settle.",
        "Mum and Dad share weekends and would like help with bath time.",
    ],
)
def test_what_all_the_grown_ups_do_holds_no_page(words):
    found = result(record(LEAH, TOM, purpose=words))
    assert {"Leah Reed", "Tom Reed"} <= {*pages(found)}
    assert not asked(found)


@pytest.mark.parametrize(
    "words",
    [
        "Leah and Tom live apart because he drinks.",
        "Leah and Tom share care and she is afraid of the dark lane.",
        "Leah lives apart and shares care.",
        "Leah and Tom live apart. Leah does not want to go back.",
    ],
)
def test_what_is_said_of_one_of_them_beside_it_is_asked_about(words):
    assert "Tom Reed" not in pages(result(record(LEAH, TOM, purpose=words)))


HIDDEN = [
    "In refuge and he is looking for them.",
    "Leah and Ivy are in refuge and he is looking for them.",
    "They moved to a new town and he must not find them.",
    "They are staying at a safe address.",
    "Help to settle in the new place; he does not know where they live.",
    "The family fled in May and needs school places.",
    "He keeps asking around for her.",
]


@pytest.mark.parametrize("words", HIDDEN)
def test_where_somebody_is_hidden_no_page_is_made_until_it_is_said_for_each(words):
    found = result(record(LEAH, TOM, purpose=words))
    assert not {"Leah Reed", "Tom Reed"} & {*pages(found)}


@pytest.mark.parametrize("words", HIDDEN)
def test_a_yes_for_the_one_who_is_hidden_makes_no_page_for_another(words):
    told = {
        "looked": [{"words": words, "may": "yes", "whose": "Leah Reed"}, {"words": words, "may": "yes", "whose": ""}]
    }
    assert "Tom Reed" not in pages(result(record(LEAH, TOM, purpose=words, **told)))


@pytest.mark.parametrize(
    "words", ["Help with looking for a school.", "Find a club near home.", "A club that is looking for new players."]
)
def test_looking_for_something_hides_nobody(words):
    assert "Tom Reed" in pages(result(record(LEAH, TOM, purpose=words)))
