"""Saving and opening again is the identity for every form, and no answers at all are a fault."""

import base64
import json
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import pyforms
from pyforms import fields, worker
from pyforms.cannot_open import CannotOpen
from pyforms.form import FORM_IDS

TODAY = "2026-11-23"
FORMATS = ("json", "html", "pdf")
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=20)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)


def call(name, /, **args):
    reply = worker.call(json.dumps({"call": name, "args": args}))
    return reply if isinstance(reply, bytes) else json.loads(reply)


def opened(form, file, area="kent"):
    return call("open", form=form, data=base64.b64encode(file).decode(), area=area)


def export(form, entries, kind="json", area="kent"):
    return call("export", form=form, entries=entries, area=area, today=TODAY, format=kind)


def value(field):
    """Something that a visitor may put into a field."""
    if field.options:
        return st.sampled_from([option.value for option in field.options])
    if field.kind == "date":
        return st.dates(fields.FIRST_DAY, fields.LAST_DAY).map(str)
    if field.kind == "number":
        return st.integers(int(field.lowest or 0), int(field.highest or 10)).map(str)
    return WORDS


@st.composite
def answered(draw, asked, above=""):
    """The pairs of a page on which some of the fields are answered, and always the required ones."""
    pairs = []
    for field in asked:
        name = above + field.name
        if (field.question.one_of or not field.required) and not draw(st.booleans()):
            continue
        if field.kind == "group":
            pairs += draw(answered(field.children, f"{name}."))
        elif field.kind == "repeat":
            for place in range(draw(st.integers(1, 2))):
                pairs += draw(answered(field.children, f"{name}.{place}."))
        elif field.kind == "catalogue":
            for entry in draw(st.lists(st.sampled_from(field.entries), max_size=3, unique_by=lambda each: each.key)):
                pairs += draw(answered(entry.fields, f"{name}.{entry.key}."))
        elif field.kind == "checkboxes":
            pairs += [(name, each) for each in draw(st.lists(value(field), min_size=1, max_size=3, unique=True))]
        else:
            pairs.append((name, draw(value(field))))
    return pairs


def answers_of(form, entries):
    """The model's own answers, or None when there is something to mend."""
    try:
        return pyforms.form.check(pyforms.get(form), fields.nest(entries, pyforms.get(form).answers))
    except pyforms.AnswersInvalid:
        return None


def submitted(form, entries):
    return pyforms.submit(form, fields.nest(entries, pyforms.get(form).answers), "kent", date.fromisoformat(TODAY))


TOLERATED = [HealthCheck.filter_too_much, HealthCheck.too_slow]


# Two of a form's questions may rule each other out, as a child's age and a due date do, so some tries come to nothing.
@pytest.mark.parametrize("form", FORM_IDS)
@settings(max_examples=15, deadline=None, suppress_health_check=TOLERATED)
@given(st.data())
def test_what_was_saved_comes_back_and_gives_the_same_result(form, data):
    """Here as JSON; that the other formats hold any answers as well is exporters/test_reopen.py's."""
    entries = data.draw(answered(pyforms.get(form).fields))
    answers = answers_of(form, entries)
    assume(answers)
    back = opened(form, export(form, entries))["result"]
    assert answers_of(form, back["entries"]) == answers
    assert back["area"] == "kent"
    assert submitted(form, back["entries"]) == submitted(form, entries)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("form", FORM_IDS)
def test_what_was_saved_comes_back_from_every_format(form, kind):
    entries = call("example", form=form, name=next(iter(pyforms.get(form).examples)))["result"]["entries"]
    back = opened(form, export(form, entries, kind))["result"]
    assert sorted(back["entries"]) == sorted(entries)
    assert back["area"] == "kent"


@pytest.mark.parametrize(("form", "name"), [(form, name) for form in FORM_IDS for name in pyforms.get(form).examples])
def test_every_example_comes_back_with_its_training_mark(form, name):
    entries = call("example", form=form, name=name)["result"]["entries"]
    back = opened(form, export(form, entries))["result"]["entries"]
    assert sorted(back) == sorted(entries)
    assert "training_example" in dict(back)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(FORM_IDS), st.data())
def test_any_answers_are_taken_or_explained(form, data):
    asked = pyforms.get(form)
    names = st.sampled_from([field.name for field in asked.fields]) | st.text()
    answers = data.draw(st.dictionaries(names, JSON, max_size=5))
    with suppress(pyforms.AnswersInvalid):
        pyforms.submit(form, answers, "kent", date.fromisoformat(TODAY))
    reply = opened(form, sealed(form, answers))
    assert "result" in reply or reply["error"]["kind"] == "cannot-open"


def sealed(form, answers, **changes):
    envelope = {"kind": "early-help-form", "form": form, "version": pyforms.get(form).version, "area": "kent"}
    return json.dumps({**envelope, "saved": TODAY, "answers": answers, **changes}).encode()


TOLD = {"danger": "no", "child_age": 9}
NESTED = b'{"kind": "early-help-form", "answers": ' + b'{"a": ' * 10_000 + b"1" + b"}" * 10_000 + b"}"


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (sealed("threshold", {**TOLD, "__proto__": {"polluted": 1}}), "no such question"),
        (sealed("threshold", {**TOLD, "concerns": {"__proto__": {"step": "x"}}}), "no such question"),
        (sealed("threshold", {**TOLD, "danger": "perhaps"}), "choose one of the answers shown"),
        (sealed("threshold", {**TOLD, "child_age": [9]}), "enter a number"),
        (sealed("threshold", {}), "Say whether anyone is in danger now"),
        (sealed("threshold", {**TOLD, "strengths": [None] * 300_000}), "more answers than these forms save"),
        (NESTED, "not one that these forms saved"),
    ],
)
def test_a_file_that_somebody_changed_is_refused_with_what_does_not_fit(file, says):
    with pytest.raises(CannotOpen, match=says):
        pyforms.open_saved(file)


def test_a_file_of_another_form_says_which():
    assert opened("what-help", sealed("threshold", TOLD))["result"] == {"form": "threshold", "title": "Threshold tool"}


@pytest.mark.parametrize(
    ("area", "says"),
    [
        ("kent", "Your answers from 23 November 2026 are back on this page."),
        ("torbay", "saved for Torbay, so the page now shows Torbay"),
        ("atlantis", "an area that this site does not have"),
    ],
)
def test_the_visitor_hears_when_the_file_is_for_another_area(area, says):
    assert says in opened("threshold", sealed("threshold", TOLD, area=area))["result"]["message"]
