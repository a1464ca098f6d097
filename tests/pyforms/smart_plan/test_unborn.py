"""A child who is not born yet is planned for, and nobody asks for its words or writes to it."""

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
