"""A child who is not born yet is planned for, and nobody asks for its words or writes to it."""

from dataclasses import replace

import pytest
from plans import EXAMPLES, action, need, plan, result, said

import pyforms

NOT_BORN = [
    {"name": "Baby Khan", "stage": "unborn"},
    {"name": "Unborn baby"},
    {"name": "Bump", "stage": "little"},
    {"name": "Baby (due in May)", "stage": "younger"},
]
FOR_CHILDREN = ("draw", "Childline", "0800 1111", "Hello")


def asked(answers):
    return {prompt.path: prompt for prompt in result(answers).prompts}


def read(found):
    """What stands in a document; the answers that it carries keep everything."""
    return said(replace(found, envelope=None))


def with_children(*children, **more):
    return {**plan(need(children[0]["name"], action()), **more), "children": list(children)}


@pytest.mark.parametrize("child", NOT_BORN)
def test_nobody_writes_to_a_child_who_is_not_born_yet(child):
    found = result(with_children(child))
    assert "child-1" not in found.documents
    every = " ".join(said(each) for each in found.documents.values())
    assert not any(words in every for words in FOR_CHILDREN)


@pytest.mark.parametrize("child", NOT_BORN)
def test_nobody_asks_for_its_words_in_the_plan_or_at_the_review(child):
    answers = with_children(child)
    record = {**answers, "review": {"day": "2026-10-20"}}
    for document in (result(answers).document, result(record).document):
        assert "own words" not in said(document)
        assert "own views" not in said(document)
        assert f"Ask {child['name']}" not in said(document)
    assert '["Baby Khan", [{"text": "Not born yet"' in said(result({**record, "children": NOT_BORN[:1]}).document)


def test_a_plan_for_an_unborn_child_alone_asks_what_has_to_be_ready():
    found = said(result({**plan(need("Mum", action())), "children": NOT_BORN[:1]}).document)
    assert "What has to be ready for the birth?" in found
    assert "done before the birth" in said(result({**plan(need("Baby Khan")), "children": NOT_BORN[:1]}).document)


def test_its_brothers_and_sisters_are_asked_and_written_to_under_their_own_numbers():
    found = result({**plan(need("Ella", action())), "children": [NOT_BORN[1], {"name": "Ella"}]})
    assert [key for key in found.documents if key.startswith("child-")] == ["child-2"]
    assert "Ella’s own words about the plan are not written down yet" in said(found.document)


@pytest.mark.parametrize("child", NOT_BORN[1:])
def test_a_name_that_says_so_is_asked_about(child):
    prompt = asked(with_children(child))["children.0.stage"]
    assert "not born yet" in prompt.question
    assert "Not born yet" in prompt.suggestion


def test_a_choice_that_says_so_is_not_asked_about_and_words_in_its_name_are():
    assert not any(path.startswith("children") for path in asked(with_children(NOT_BORN[0])))
    assert "Whose words" in asked(with_children({**NOT_BORN[0], "says": "I am happy"}))["children.0.says"].question


@pytest.mark.parametrize("name", ["Ella", "Dewi", "Dureti", "Bumpus"])
def test_a_name_that_only_sounds_like_it_is_a_child_s(name):
    assert "child-1" in result(with_children({"name": name})).documents


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_born_child_still_gets_a_copy(name):
    example = EXAMPLES[name]
    found = pyforms.submit("smart-plan", example.answers, example.area, example.today)
    assert len([key for key in found.documents if key.startswith("child-")]) == len(example.answers["children"])


SAYS = {**NOT_BORN[0], "says": "hello there", "told_us": "kicks"}


def scored(*people, now=5):
    scores = [{"person": person, "before": 3, "now": now, "why": "it kicks"} for person in people]
    return {"day": "2026-10-20", "next": "go-on", "scaling": {"scale": "0-10-hope-at-10", "scores": scores}}


def test_words_in_its_name_stand_in_no_document_and_that_is_said():
    answers = with_children(SAYS, {"name": "Ella", "says": "I like frogs"})
    for found in (result(answers), result({**answers, "review": {"day": "2026-10-20", "next_review": "2026-12-01"}})):
        every = " ".join(read(each) for each in (found.document, *found.documents.values()))
        assert "hello there" not in every
        assert "What stands as the words of Baby Khan, not born yet. It is kept in your answers." in said(
            found.document
        )
        assert found.document.envelope["answers"]["children"][0]["says"] == "hello there"
    assert "I like frogs" in said(result(answers).document)


def test_what_children_say_is_left_out_where_none_of_them_is_born_and_asked_about():
    review = {"day": "2026-10-20", "well": {"children": "I kick a lot"}}
    answers = {**with_children(NOT_BORN[0]), "review": review}
    assert "I kick a lot" not in read(result(answers).document)
    assert "none of them is born yet" in said(result(answers).document)
    assert asked(answers)["review.well.children"].question == "Whose words are these?"
    both = {**with_children(NOT_BORN[0], {"name": "Ella"}), "review": review}
    assert "I kick a lot" in read(result(both).document)
    assert "review.well.children" not in asked(both)


@pytest.mark.parametrize("name", ["Baby Khan", "baby khan", "Baby Khan and Ella"])
def test_a_score_in_its_name_is_left_out_of_the_record_and_asked_about(name):
    answers = {**with_children(NOT_BORN[0], {"name": "Ella"}), "review": scored(name, "Ella")}
    found = said(result(answers).document)
    assert f"{name}: from 3" not in found
    assert "Ella: from 3 to 5" in found
    assert f"A score in the name of {name}, not born yet." in found
    assert asked(answers)["review.scaling.scores.0.person"].question == "Whose view is this?"
    assert "review.scaling.scores.1.person" not in asked(answers)


def test_a_number_at_the_hard_end_is_never_passed_over():
    answers = {**with_children(NOT_BORN[0]), "review": scored("Baby Khan", now=0)}
    assert "The latest score of Baby Khan is at the hard end" in said(result(answers).document)


def test_it_can_do_nothing_and_has_agreed_to_nothing():
    answers = with_children(NOT_BORN[0])
    answers["needs"] = [need("Baby Khan", action(who="Baby Khan", agreed_by="Baby Khan"))]
    line = result(answers).findings["lines"][1]
    assert line["letters"]["Agreed"] is not True
    told = {prompt.path for prompt in result(answers).prompts if prompt.reason == "Baby Khan is not born yet."}
    assert told == {"needs.0.actions.0.who", "needs.0.actions.0.agreed_by"}
    assert "needs.0.actions.0.who" not in asked(with_children(NOT_BORN[0]))


@pytest.mark.parametrize("name", ["Bean", "Baby Lowe", "little bean", "Peanut", "Our baby"])
def test_a_pet_name_is_asked_about_and_nobody_writes_to_it_until_then(name):
    found = result(with_children({"name": name}))
    assert "child-1" not in found.documents
    assert asked(with_children({"name": name}))["children.0.stage"].question == f"Is {name} born yet?"
    assert f"A copy for {name}: whether {name} is born is not known yet." in said(found.document)


def test_a_pet_name_of_a_child_who_is_read_to_is_the_child_s():
    answers = with_children({"name": "Bean", "stage": "little"})
    assert "child-1" in result(answers).documents
    assert "children.0.stage" not in asked(answers)
    assert "child-1" in result(with_children({"name": "Beanie Tinsley"})).documents
