"""The door from the browser: JSON in, JSON or bytes out, and every fault travels back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import pyforms
from pyforms import worker
from pyforms.form import FORM_IDS

TODAY = "2026-11-23"


def call(name, /, **args):
    return json.loads(worker.call(json.dumps({"call": name, "args": args})))


def filled(form, name):
    return call("example", form=form, name=name)["result"]["entries"]


@pytest.mark.parametrize(("form", "name"), [(form, name) for form in FORM_IDS for name in pyforms.get(form).examples])
def test_every_example_fills_the_page_and_gives_the_result_of_its_own_answers(form, name):
    example = next(each for each in pyforms.examples(form) if each.name == name)
    answered = call("submit", form=form, entries=filled(form, name), area=example.area, today=example.today.isoformat())
    direct = pyforms.submit(form, example.answers, example.area, example.today)
    assert answered["result"]["findings"] == json.loads(json.dumps(direct.findings))
    assert answered["result"]["document"]["training"] == f"Training example: {example.title}"


@pytest.mark.parametrize("form", FORM_IDS)
def test_an_empty_form_says_what_to_answer_in_page_order(form):
    error = call("submit", form=form, entries=[], area="general", today=TODAY)["error"]
    assert error["kind"] == "answers-invalid"
    order = [field.name for field in pyforms.get(form).fields]
    places = [order.index(path.split(".")[0]) for path, _ in error["errors"]]
    assert places
    assert places == sorted(places)


def test_an_export_comes_as_bytes():
    name = pyforms.get("threshold").examples[0]
    request = {
        "form": "threshold",
        "entries": filled("threshold", name),
        "area": "kent",
        "today": TODAY,
        "format": "json",
    }
    assert isinstance(worker.call(json.dumps({"call": "export", "args": request})), bytes)


@pytest.mark.parametrize(
    "message",
    [
        "",
        "not json",
        "[" * 20_000,
        '{"call": "nonsense", "args": {}}',
        '{"call": "submit", "args": {"form": "nonsense", "entries": [], "area": "general", "today": "2026-11-23"}}',
        '{"call": "submit", "args": {"form": "threshold", "entries": [], "area": "nowhere", "today": "2026-11-23"}}',
        '{"call": "submit", "args": {"form": "threshold", "entries": [], "area": "general", "today": "then"}}',
        '{"call": "example", "args": {"form": "threshold", "name": "nonsense"}}',
        '{"call": "__import__", "args": {"name": "os"}}',
    ],
)
def test_whatever_goes_wrong_comes_back_as_an_error(message):
    error = json.loads(worker.call(message))["error"]
    assert error["message"] == ""  # no exception's text is for a reader
    assert error["errors"] or error["cause"]


@given(st.lists(st.tuples(st.text(max_size=30), st.text(max_size=30))), st.sampled_from(FORM_IDS))
def test_any_entries_are_accepted_or_explained(entries, form):
    answer = call("submit", form=form, entries=entries, area="general", today=TODAY)
    assert "result" in answer or answer["error"]["kind"] == "answers-invalid"
