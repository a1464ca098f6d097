"""Saved answers come back: from today's version, from an older one, and never from a file that is not ours."""

import json
from dataclasses import replace
from datetime import date

import pytest

import pyforms
from pyforms import areas, exporters, saved
from pyforms import form as forms
from pyforms.document import Document
from pyforms.form import FORM_IDS

ENVELOPE = {
    "kind": "early-help-form",
    "form": "threshold",
    "version": 1,
    "area": "kent",
    "saved": "2026-11-23",
    "answers": {},
}


def written(**changes):
    return json.dumps({**ENVELOPE, **changes})


@pytest.mark.parametrize(("form", "name"), [(form, name) for form in FORM_IDS for name in pyforms.get(form).examples])
def test_what_a_document_carries_gives_the_same_result_again(form, name):
    example = next(each for each in pyforms.examples(form) if each.name == name)
    first = pyforms.submit(form, example.answers, example.area, example.today)
    opened = saved.from_json(json.dumps(first.document.envelope))
    assert pyforms.submit(opened.form, opened.answers, opened.area, opened.saved) == first


def test_a_further_document_says_what_every_file_says_and_holds_no_answers():
    def with_letter(answers, area, today):
        letter = Document("A letter", ())
        return replace(form.result(answers, area, today), documents={"letter": letter})

    form = pyforms.get("threshold")
    example = pyforms.examples("threshold")[0]
    answers = forms.check(form, example.answers)
    sealed = saved.seal(replace(form, result=with_letter), answers, areas.get("kent"), date(2026, 3, 1))
    letter = sealed.documents["letter"]
    assert dict(letter.about)["Area"] == "Kent"
    assert letter.training == f"Training example: {example.title}"
    assert letter.envelope is None
    for kind in ("html", "pdf"):
        with pytest.raises(pyforms.CannotOpen):
            pyforms.open_saved(exporters.write(letter, kind))


def test_a_document_says_where_when_and_how_it_was_made():
    example = pyforms.examples("threshold")[0]
    about = dict(pyforms.submit("threshold", example.answers, "kent", date(2026, 3, 1)).document.about)
    assert about["Area"] == "Kent"
    assert about["Date"] == "1 March 2026"
    assert "nothing was sent" in about["Privacy"].lower()


def test_an_older_version_is_brought_up_to_date(monkeypatch):
    form = forms.get("threshold")
    newer = replace(form, version=3, migrations={1: lambda old: {**old, "two": 2}, 2: lambda old: {**old, "three": 3}})
    monkeypatch.setattr(forms, "get", lambda _: newer)
    opened = saved.from_json(written())
    assert (opened.version, opened.answers) == (3, {"two": 2, "three": 3})


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (written(version=99), "newer version"),
        (written(version=0), "changed after it was saved"),
        (written(version=-5), "changed after it was saved"),
        (written(form="nonsense"), "form that this site does not have"),
        (written(extra=1), "not one that these forms saved"),
        (written(kind="other"), "not one that these forms saved"),
        (written(answers=[]), "not one that these forms saved"),
        (written()[:-9], "not one that these forms saved"),
        ("[" * 100_000, "not one that these forms saved"),
        ("", "not one that these forms saved"),
    ],
)
def test_a_file_that_is_not_ours_is_refused_with_words_for_the_person(data, says):
    with pytest.raises(pyforms.CannotOpen, match=says):
        saved.from_json(data)


# Half-done work


TYPED = [["child_age", "seven"], ["due_date", "31/02/2027"], ["support", "Gran "], ["looked.3.words", "hit me"]]


def half_done(**changes):
    kept = {name: value for name, value in ENVELOPE.items() if name != "answers"}
    version = forms.get("threshold").version
    return json.dumps({**kept, "version": version, "state": "unfinished", "entries": TYPED, **changes}).encode()


def test_half_done_work_opens_with_every_text_as_it_was_typed():
    opened = pyforms.open_saved(half_done())
    assert isinstance(opened, saved.Unfinished)
    assert [list(pair) for pair in opened.entries] == TYPED
    assert opened.model_dump(mode="json")["entries"] == TYPED
    assert "answers" not in opened.model_dump()
    assert "has been checked yet" in saved.welcome(opened, "kent")
    assert "is back on this page" in saved.welcome(opened, "kent")


def test_half_done_work_of_an_older_version_is_brought_along(monkeypatch):
    form = forms.get("threshold")
    renamed = {1: lambda old: {"who_helps": old.pop("support", ""), **old}}
    monkeypatch.setattr(forms, "get", lambda _: replace(form, version=2, migrations=renamed))
    opened = pyforms.open_saved(half_done(version=1))
    assert dict(opened.entries)["who_helps"] == "Gran "
    assert dict(opened.entries)["due_date"] == "31/02/2027"


def test_half_done_work_that_a_migration_cannot_read_is_refused_in_words(monkeypatch):
    form = forms.get("threshold")
    strict = {1: lambda old: {**old, "child_age": int(old["child_age"])}}
    monkeypatch.setattr(forms, "get", lambda _: replace(form, version=2, migrations=strict))
    with pytest.raises(pyforms.CannotOpen, match="older version"):
        pyforms.open_saved(half_done(version=1))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"version": 99}, "newer version"),
        ({"entries": [["looked.1000.words", "x"]]}, "more items"),
        ({"entries": [["child_age", "1"]] * 20_001}, "not one that these forms saved"),
        ({"entries": [["child_age", 1]]}, "not one that these forms saved"),
        ({"entries": {"child_age": "1"}}, "not one that these forms saved"),
        ({"state": "ready"}, "not one that these forms saved"),
        ({"answers": {"child_age": 1}}, "not one that these forms saved"),
        ({"form": "nonsense"}, "form that this site does not have"),
    ],
)
def test_half_done_work_that_is_not_ours_is_refused_with_a_reason(changes, says):
    with pytest.raises(pyforms.CannotOpen, match=says):
        pyforms.open_saved(half_done(**changes))


def test_a_file_whose_text_was_changed_opens_and_says_that_the_changes_are_not_here():
    example = pyforms.examples("consent")[0]
    page = pyforms.export("consent", example.answers, example.area, example.today, "html")
    same = pyforms.open_saved(page)
    changed = pyforms.open_saved(page.replace(b"<h1", b"<p>Gran agreed too</p><h1"))
    assert changed.answers == same.answers
    assert "changed the text" not in saved.welcome(same, "kent")
    assert "changed the text of this file" in saved.welcome(changed, "kent")
