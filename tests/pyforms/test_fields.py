"""A form's model is the page: names, labels, limits and choices are read from it, once."""

from datetime import date
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, ValidationError

from pyforms.fields import Choice, Day, Entry, Question, find, flatten, nest, walk


class Colour(Choice):
    RED = "red", "Red", "like a post box"
    BLUE = "blue", "Blue"


class Action(BaseModel):
    who: Annotated[str, Question("Who")]
    tags: Annotated[list[Colour], Question("Colours")] = []


def entries() -> tuple[Entry, ...]:
    return tuple(Entry(key, key.title(), "Section", walk(Action)) for key in ("second", "first"))


class Plan(BaseModel):
    name: Annotated[str, Question("Your name", hint="As you like it"), Field(max_length=40)]
    age: Annotated[int | None, Question("Age", unit="years"), Field(ge=0, le=25)] = None
    start: Annotated[Day | None, Question("Start")] = None
    colour: Annotated[Colour | None, Question("Colour")] = None
    size: Annotated[Colour | None, Question("Size", compact=True)] = None
    story: Annotated[str, Question("Story", long=True)] = ""
    secret: Annotated[str, Question("Secret", hidden=True)] = ""
    lead: Annotated[Action | None, Question("Lead")] = None
    actions: Annotated[list[Action], Question("Actions", title="Action")] = []
    worries: Annotated[dict[str, Action], Question("Worries", entries=entries)] = {}


def test_each_type_asks_with_its_own_kind_of_field():
    assert {field.name: field.kind for field in walk(Plan)} == {
        "name": "text",
        "age": "number",
        "start": "date",
        "colour": "radios",
        "size": "select",
        "story": "long",
        "secret": "hidden",
        "lead": "group",
        "actions": "repeat",
        "worries": "catalogue",
    }


def test_a_field_knows_its_limits_options_and_whether_it_must_be_answered():
    by_name = {field.name: field for field in walk(Plan)}
    assert by_name["name"].required
    assert by_name["name"].longest == 40
    assert not by_name["age"].required
    assert (by_name["age"].lowest, by_name["age"].highest) == (0, 25)
    assert [(option.value, option.label, option.hint) for option in by_name["colour"].options] == [
        ("red", "Red", "like a post box"),
        ("blue", "Blue", ""),
    ]


def test_a_field_without_a_question_is_a_mistake_of_the_model():
    class Unasked(BaseModel):
        name: str

    with pytest.raises(TypeError, match="name: say how the page asks"):
        walk(Unasked)


def test_pairs_become_nested_answers_and_empty_ones_are_not_given():
    pairs = [
        ("name", "Siân"),
        ("age", ""),
        ("lead.who", "Mo"),
        ("actions.10.who", "last"),
        ("actions.2.who", "first"),
        ("actions.2.tags", "red"),
        ("actions.2.tags", "blue"),
        ("worries.first.who", "Nan"),
    ]
    assert nest(pairs, Plan) == {
        "name": "Siân",
        "lead": {"who": "Mo"},
        "actions": [{"who": "first", "tags": ["red", "blue"]}, {"who": "last"}],
        "worries": {"first": {"who": "Nan"}},
    }


def test_an_unknown_name_is_kept_for_the_model_to_refuse():
    assert nest([("nonsense.deep", "x")], Plan) == {"nonsense": {"deep": "x"}}


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=8)
actions = st.fixed_dictionaries(
    {"who": words}, optional={"tags": st.lists(st.sampled_from(["red", "blue"]), min_size=1, unique=True)}
)
plans = st.fixed_dictionaries(
    {"name": words},
    optional={
        "lead": actions,
        "actions": st.lists(actions, min_size=1, max_size=12),
        "worries": st.dictionaries(st.sampled_from(["first", "second"]), actions, min_size=1),
    },
)


@given(plans)
def test_answers_laid_flat_for_the_page_come_back_the_same(plan):
    assert nest(flatten(plan), Plan) == plan


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=5))))
def test_any_names_and_values_are_nested_without_a_fault(pairs):
    nest(pairs, Plan)


@given(
    st.lists(st.tuples(st.sampled_from(["lead", "lead.who", "actions.0", "actions.0.who.x", "name.x", "name"]), words))
)
def test_names_that_contradict_each_other_are_nested_without_a_fault(pairs):
    nest(pairs, Plan)


def test_a_field_is_found_by_its_path_with_its_place_on_the_page():
    found = {
        path: find(walk(Plan), path) for path in ("name", "actions.3.who", "worries.first.who", "worries.second.who")
    }
    assert found["actions.3.who"][0].question.label == "Who"
    places = [place for _, place in found.values()]
    assert sorted(places) == [places[0], places[1], places[3], places[2]]
    assert find(walk(Plan), "nonsense") is None


@pytest.mark.parametrize("written", ["not-a-date", "1234567890", "2026-02-30", "2026-3-1", "27/03/2026"])
def test_what_is_not_a_real_date_is_refused(written):
    with pytest.raises(ValidationError):
        Plan(name="x", start=written)


def test_a_date_is_written_as_the_page_sends_it():
    assert Plan(name="x", start="2026-03-27").start == date(2026, 3, 27)
