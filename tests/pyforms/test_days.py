"""Which days an answer can mean: asked of every date field of every form, whatever forms there are."""

import json
from datetime import date

import pytest

import pyforms
from pyforms import document, fields
from pyforms.form import FORM_IDS

TODAY = date(2026, 11, 27)
NEVER_MEANT = ("0001-01-01", "0006-12-01", "0026-12-01", "0099-02-28", "1899-12-31", "2100-01-01", "9999-12-31")
FIRST, LAST = "1900-01-01", "2099-12-31"
FILES = ("html", "pdf", "json")


def paths(asked, above=""):
    """The path of every date field, with the first item of each repeated group."""
    for field in asked:
        name = f"{above}{field.name}"
        if field.kind == "date":
            yield name
        elif field.kind == "group":
            yield from paths(field.children, f"{name}.")
        elif field.kind == "repeat":
            yield from paths(field.children, f"{name}.0.")
        elif field.kind == "catalogue":
            yield from paths(field.entries[0].fields, f"{name}.{field.entries[0].key}.")


EVERY = [(form_id, path) for form_id in FORM_IDS for path in paths(pyforms.get(form_id).fields)]


def answered(form_id, path, day):
    """An example's answers with that day at that path."""
    pairs = [pair for pair in fields.flatten(pyforms.examples(form_id)[0].answers) if pair[0] != path]
    return fields.nest([*pairs, (path, day)], pyforms.get(form_id).answers)


def refused(form_id, answers):
    with pytest.raises(pyforms.AnswersInvalid) as caught:
        pyforms.submit(form_id, answers, "torbay", TODAY)
    return dict(caught.value.errors)


def prompts(form_id, path, day, today=TODAY):
    found = pyforms.submit(form_id, answered(form_id, path, day), "torbay", today).prompts
    return [prompt for prompt in found if prompt.path == path and "Do you mean" in prompt.question]


def test_every_form_that_asks_for_days_is_tried():
    assert {form_id for form_id, _ in EVERY} == {"threshold", "consent", "scaling", "smart-plan", "genogram"}
    assert len(EVERY) > 20


@pytest.mark.parametrize("day", NEVER_MEANT)
@pytest.mark.parametrize(("form_id", "path"), EVERY)
def test_a_day_that_cannot_be_meant_is_never_taken(form_id, path, day):
    message = refused(form_id, answered(form_id, path, day))[path]
    assert "four figures" in message
    assert str(int(day[:4])) in message


@pytest.mark.parametrize(("form_id", "path"), EVERY)
@pytest.mark.parametrize("day", [FIRST, LAST])
def test_the_first_and_the_last_day_that_can_be_meant_break_nothing(form_id, path, day):
    answers = answered(form_id, path, day)
    try:
        found = pyforms.submit(form_id, answers, "torbay", TODAY)
    except pyforms.AnswersInvalid as explained:
        assert all(message for _, message in explained.errors)  # noqa: PT017 - both ways are right
        return
    for name in (*FILES, *found.files, *(f"{key}.html" for key in found.documents)):
        assert pyforms.export(form_id, answers, "torbay", TODAY, name)


def test_a_year_of_two_figures_is_answered_with_the_year_that_was_meant():
    def told(day):
        return refused("smart-plan", answered("smart-plan", "key_dates.consent", day))["key_dates.consent"]

    assert told("0026-12-01") == "Consent was given on: enter the year with all four figures: 2026, not 26"
    assert "1998, not 98" in told("0098-12-01")
    assert "the year is 0006 here" in told("0006-12-01")
    assert "the year is 9999 here" in told("9999-12-31")


@pytest.mark.parametrize("words", ["not-a-date", "1699920000", "12026-12-01", "01/12/2026", "2026-02-30", "0000-01-01"])
def test_what_is_no_day_is_refused_in_plain_words(words):
    message = refused("smart-plan", answered("smart-plan", "plan_day", words))["plan_day"]
    assert "a real date, with a day, a month and a year" in message


def test_a_bare_number_is_no_day():
    answers = {**pyforms.examples("smart-plan")[0].answers, "plan_day": 0}
    assert "plan_day" in refused("smart-plan", answers)


@pytest.mark.parametrize(
    ("form_id", "path", "day"),
    [
        ("smart-plan", "plan_day", "2021-03-01"),
        ("smart-plan", "review_day", "2029-11-27"),
        ("smart-plan", "key_dates.opened", "2020-01-01"),
        ("smart-plan", "needs.0.actions.0.by", "2062-12-01"),
        ("consent", "children.0.born", "1985-05-01"),
        ("consent", "children.0.born", "2028-01-01"),
        ("consent", "ask_again", "2034-01-01"),
        ("consent", "children.0.due", "2027-11-01"),
        ("consent", "children.0.due", "2026-05-01"),
    ],
)
def test_a_day_oddly_far_away_is_asked_about_and_taken(form_id, path, day):
    (prompt,) = prompts(form_id, path, day)
    assert str(date.fromisoformat(day).year) in prompt.question
    assert "today" in prompt.reason


@pytest.mark.parametrize(
    ("form_id", "path", "day"),
    [
        ("smart-plan", "key_dates.opened", "2024-11-27"),
        ("smart-plan", "review_day", "2028-11-27"),
        ("consent", "children.0.born", "2010-05-01"),
        ("consent", "children.0.born", "2027-05-01"),
        ("genogram", "on", "1950-01-01"),
    ],
)
def test_a_day_that_is_usual_for_its_question_is_not_asked_about(form_id, path, day):
    assert prompts(form_id, path, day) == []


def test_a_slip_of_a_century_is_told_in_years():
    (prompt,) = prompts("smart-plan", "review_day", "2062-01-01")
    assert prompt.reason == "It is 35 years after today."


@pytest.mark.parametrize(
    ("form_id", "path"),
    [
        ("smart-plan", "key_dates.opened"),
        ("smart-plan", "key_dates.consent"),
        ("smart-plan", "key_dates.lead_identified"),
        ("smart-plan", "key_dates.assessment"),
        ("smart-plan", "key_dates.first_meeting"),
        ("smart-plan", "key_dates.first_plan"),
        ("scaling", "meetings.0.day"),
    ],
)
def test_what_has_happened_is_asked_about_from_tomorrow_on(form_id, path):
    assert prompts(form_id, path, TODAY.isoformat()) == []
    (prompt,) = prompts(form_id, path, "2026-11-28")
    assert prompt.question == "Do you mean 28 November 2026?"
    assert prompt.reason == "It is after today, and the question asks what has happened."


def test_what_is_to_come_is_asked_about_until_yesterday():
    path = "review.next_review"
    for usual in (TODAY.isoformat(), "2027-01-08"):
        assert prompts("smart-plan", path, usual) == []
    (prompt,) = prompts("smart-plan", path, "2026-11-26")
    assert prompt.reason == "It is before today, and the question asks what is to come."


def test_an_old_day_of_what_has_happened_says_how_long_ago_it_is():
    (prompt,) = prompts("smart-plan", "key_dates.first_meeting", "1926-01-01")
    assert prompt.reason == "It is 100 years before today."


def written(found):
    return json.dumps(document.as_json(found), ensure_ascii=False)


def test_what_was_asked_about_a_day_stands_in_the_document_beside_what_it_did_not_take_in():
    answers = {**pyforms.examples("smart-plan")[0].answers, "review_day": "2072-01-08"}
    found = pyforms.submit("smart-plan", answers, "torbay", TODAY)
    last = found.document.blocks[-1]
    assert isinstance(last, document.Details)
    assert "Date of the review: Do you mean 8 January 2072? It is 45 years after today." in written(found.document)


def test_every_page_that_is_handed_out_with_such_a_day_says_so_first_and_no_other_does():
    answers = {**pyforms.examples("smart-plan")[0].answers, "review_day": "2072-01-08"}
    found = pyforms.submit("smart-plan", answers, "torbay", TODAY)
    for page in (found.documents["family-copy"], found.documents["child-1"]):
        assert page.blocks[0].title == "A date to look at"
        assert "Is this right: 8 January 2072?" in written(page)
    opened = {**pyforms.examples("smart-plan")[0].answers, "key_dates": {"opened": "2027-06-01"}}
    inside = pyforms.submit("smart-plan", opened, "torbay", TODAY)
    assert "Do you mean 1 June 2027?" in written(inside.document)
    assert "A date to look at" not in written(inside.documents["family-copy"])


@pytest.mark.parametrize(("form_id", "path"), [(form_id, path) for form_id, path in EVERY if form_id != "genogram"])
def test_whatever_is_asked_about_a_day_is_said_in_the_form_s_own_document(form_id, path):
    answers = answered(form_id, path, LAST)
    try:
        found = pyforms.submit(form_id, answers, "torbay", TODAY)
    except pyforms.AnswersInvalid:
        return
    for prompt in found.prompts:
        if prompt.path == path and "Do you mean" in prompt.question:
            assert prompt.question in written(found.document)


def test_usual_days_add_nothing_to_a_document():
    answers = pyforms.examples("smart-plan")[0].answers
    found = pyforms.submit("smart-plan", answers, "torbay", pyforms.examples("smart-plan")[0].today)
    assert "Asked when this was made" not in written(found.document)


def saved(answers):
    envelope = {"kind": "early-help-form", "form": "smart-plan", "version": 1, "area": "torbay", "saved": "2026-11-01"}
    return json.dumps({**envelope, "answers": answers}).encode()


def test_a_file_saved_with_the_year_26_opens_and_its_day_is_asked_about_beside_its_field():
    """Earlier versions took such a day, so the file is whole and nobody has changed it."""
    opened = pyforms.open_saved(saved(answered("smart-plan", "plan_day", "0026-12-01")))
    assert opened.answers["plan_day"] == "0026-12-01"
    assert opened.answers["needs"]
    assert "2026, not 26" in refused("smart-plan", opened.answers)["plan_day"]


@pytest.mark.parametrize(
    "answers", [{"plan_day": "soon"}, {"plan_day": "0026-12-01", "lead": 7}, {"key_dates": "0026-12-01"}]
)
def test_a_file_that_somebody_changed_is_still_refused(answers):
    whole = answered("smart-plan", "lead", "Priya")
    with pytest.raises(pyforms.CannotOpen, match="was changed after it was saved"):
        pyforms.open_saved(saved({**whole, **answers}))
