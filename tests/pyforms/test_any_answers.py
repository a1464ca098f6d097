"""Every form takes or explains whatever its questions are answered with."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pyforms
from pyforms import areas, fields
from pyforms.form import FORM_IDS

TODAY = date(2026, 9, 8)
WORDS = [
    "Ella",
    "Mum",
    "Walks to school every day",
    "محمد",
    "ਗੁਰਪ੍ਰੀਤ",
    "<b>",
    "{name}",
    "=1",
    "10",
    "12,40 13,42|5,5",
    "Ma + Pa = Ella & Sam\nhome: Ma, Ella",
]


def value(field):
    if field.kind in ("radios", "select", "checkboxes"):
        return st.sampled_from([option.value for option in field.options])
    if field.kind == "date":
        return st.dates(TODAY - timedelta(days=30), TODAY + timedelta(days=900)).map(date.isoformat)
    if field.kind == "number":
        return st.sampled_from(["0", "1", "4.5", "10", "11", "many"])
    return st.sampled_from(WORDS)


def joined(parts):
    return st.tuples(*parts).map(lambda found: [pair for each in found for pair in each])


def entries(questions, above=""):
    """Any answers to any of the questions, as the page sends them; what is optional is left out half of the time."""
    return joined([answer(field, above + field.name) for field in questions if field.kind != "hidden"])


def answer(field, name):
    if field.kind == "repeat":
        least = 1 if field.required else 0
        return st.integers(least, 2).flatmap(
            lambda count: joined(each(field, f"{name}.{place}") for place in range(count))
        )
    if field.kind == "group":
        return each(field, name)
    if field.kind == "catalogue":
        some = st.lists(st.sampled_from(field.entries), max_size=3, unique_by=lambda entry: entry.key)
        return some.flatmap(lambda chosen: joined(entries(entry.fields, f"{name}.{entry.key}.") for entry in chosen))
    given_ = value(field).map(lambda found: [(name, found)])
    return given_ if field.required else st.just([]) | given_


def each(field, name):
    return entries(field.children, f"{name}.")


@pytest.mark.parametrize("form_id", FORM_IDS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), area=st.sampled_from(areas.AREA_IDS))
def test_any_answers_are_taken_or_explained(form_id, data, area):
    form = pyforms.get(form_id)
    answers = fields.nest(data.draw(entries(form.fields)), form.answers)
    try:
        pyforms.submit(form_id, answers, area, TODAY)
    except pyforms.AnswersInvalid as invalid:
        assert invalid.errors  # noqa: PT017 - both ways are right
        assert all(path and message for path, message in invalid.errors)  # noqa: PT017
