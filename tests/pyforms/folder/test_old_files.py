"""What any earlier version of a form saved opens into a folder, and comes out as that form's own page opens it."""

import json
from pathlib import Path

import pytest
from folder_page import act, b64, opened
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import pyforms
import pyforms.worker
from pyforms import fields, saved

OLD_CONSENT = sorted((Path(__file__).parents[1] / "consent").glob("version_*/*.json"))
PLAN = {
    "plan_day": "2026-09-08",
    "review_day": "2026-10-20",
    "children": [{"name": "Ella"}],
    "needs": [{"change": "Mornings", "whose": "Ella", "actions": [{"what": "Walks with Ella", "who": "Nan"}]}],
}
SEEN = {"danger": "no", "child_age": 9, "support": "He said that his uncle strangled him"}
# Answers as a version saved them, for each version of a form that has no files of its own.
OLD = [*(("smart-plan", version, PLAN) for version in (1, 2)), *(("threshold", version, SEEN) for version in (1, 2))]


def envelope(form, version, answers):
    held = {"kind": "early-help-form", "form": form, "version": version, "area": "torbay", "saved": "2026-11-23"}
    return json.dumps({**held, "answers": answers}).encode()


def comes_out_unchanged(data):
    own = saved.open_saved(data)
    found = opened(data)
    assert found["left_out"] == []
    again = opened(json.dumps(found["folder"]).encode())["folder"]
    assert again == found["folder"]
    taken = act("taken", folder=again, item=again["items"][0]["id"])
    assert taken["form"] == own.form
    typed = own.entries if isinstance(own, saved.Unfinished) else fields.flatten(own.answers)
    assert taken["entries"] == [list(pair) for pair in typed]


def test_there_is_an_old_file_for_every_form_that_has_changed():
    changed = {form for form in pyforms.FORM_IDS if pyforms.get(form).version > 1}
    assert changed == {"consent", *(form for form, _, _ in OLD)}
    assert OLD_CONSENT
    for form, version, _ in OLD:
        assert version < pyforms.get(form).version


@pytest.mark.parametrize("path", OLD_CONSENT, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_that_an_earlier_consent_record_saved_comes_out_as_its_own_page_opens_it(path):
    comes_out_unchanged(path.read_bytes())


@pytest.mark.parametrize(("form", "version", "answers"), OLD)
def test_answers_of_an_earlier_version_come_out_as_their_own_page_opens_them(form, version, answers):
    comes_out_unchanged(envelope(form, version, answers))


@pytest.mark.parametrize("form", pyforms.FORM_IDS)
def test_half_done_work_of_the_first_version_comes_out_as_it_was_typed(form):
    asked = next(each for each in pyforms.get(form).fields if each.kind in ("text", "long", "date"))
    held = {"kind": "early-help-form", "form": form, "version": pyforms.get(form).version, "area": "kent"}
    half = {**held, "saved": "2026-11-23", "state": "unfinished", "entries": [[asked.name, "not a day"]]}
    comes_out_unchanged(json.dumps(half).encode())


BEGUN = opened(envelope("smart-plan", 1, PLAN))["folder"]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def changed(value, path, new):
    if not path:
        return new
    key, *rest = path
    if isinstance(value, dict):
        at = sorted(value)[key % len(value)] if value else "x"
        return {**value, at: changed(value.get(at), rest, new)}
    if isinstance(value, list) and value:
        at = key % len(value)
        return [*value[:at], changed(value[at], rest, new), *value[at + 1 :]]
    return new


def asked_to_open(data):
    args = {"act": "open", "data": b64(data), "area": "kent", "today": "2026-11-28", "session": "r", "ids": ["n"]}
    answer = json.loads(pyforms.worker.call(json.dumps({"call": "folder", "args": args})))
    if "error" in answer:
        assert answer["error"]["kind"] == "cannot-open"
        assert answer["error"]["message"].endswith(".")
    return answer.get("result")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.integers(0, 20), min_size=1, max_size=5), ANYTHING)
def test_a_folder_that_anything_was_done_to_opens_or_is_refused_and_what_is_missing_is_named(path, new):
    given_now = changed(BEGUN, path, new)
    found = asked_to_open(json.dumps(given_now).encode())
    if found:
        assert act("view", folder=found["folder"], today="2026-11-28")
        for kind in ("people", "items"):
            assert found["left_out"] or len(found["folder"][kind]) == len(given_now.get(kind, []))


@settings(max_examples=40, deadline=None)
@given(st.integers(2, len(json.dumps(BEGUN)) - 2))
def test_a_folder_that_was_cut_short_keeps_what_stands_before_the_cut_and_removes_nothing(place):
    whole = json.dumps(BEGUN).encode()
    found = asked_to_open(whole[:place])
    if found:
        assert found["left_out"]
        assert found["folder"]["seen"] == {}
        joined = act("merge", folder=found["folder"], data=b64(whole), session="r-2")["folder"]
        assert {each["id"] for each in joined["items"]} == {each["id"] for each in BEGUN["items"]}


def test_a_folder_that_is_cut_in_its_last_form_still_brings_its_people():
    whole = json.dumps(BEGUN).encode()
    found = asked_to_open(whole[:-200])
    assert found["folder"]["people"] == BEGUN["people"]
    assert found["left_out"][0].startswith("The file is damaged, or ends too early")


def test_a_folder_of_twenty_megabytes_opens_or_is_refused_in_words():
    long = {**BEGUN["items"][0]["saved"], "answers": {**PLAN, "adults_say": "x" * 9_000}}
    items = [{**BEGUN["items"][0], "id": f"i-{place}", "saved": long} for place in range(500)]
    assert len(asked_to_open(json.dumps({**BEGUN, "items": items}).encode())["folder"]["items"]) == 500
    assert asked_to_open(json.dumps({**BEGUN, "colour": "x" * 20_000_000}).encode())["left_out"]
    assert asked_to_open(json.dumps({**BEGUN, "colour": "x" * 26_000_000}).encode()) is None
