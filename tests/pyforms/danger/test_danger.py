"""Words that may be about danger are seen in every box of every form, and asked about beside it."""

from datetime import date

import pytest

import pyforms
from pyforms import areas, fields, whom_to_call
from pyforms.exporters import html

TODAY = date(2026, 11, 27)


def texts_of(form_id, answers):
    form = pyforms.get(form_id)
    return {path: text for path, _, text in fields.texts(form.fields, answers)}


def test_texts_are_found_in_groups_in_lists_and_in_catalogues():
    plan = {"lead": "Jo", "needs": [{"change": "sleep", "actions": [{"what": "reads"}]}], "review": {"why": "done"}}
    assert texts_of("smart-plan", plan) == {
        "lead": "Jo",
        "needs.0.change": "sleep",
        "needs.0.actions.0.what": "reads",
        "review.why": "done",
    }
    threshold = {"concerns": {"sleep": {"step": "x", "notes": "late"}}, "support": "Nan"}
    assert texts_of("threshold", threshold)["support"] == "Nan"


@pytest.mark.parametrize("where", ["not_known", "support", "strengths_more"])
def test_a_question_stands_beside_the_box_that_may_be_about_danger(where):
    answers = {"danger": "no", "child_age": 4, where: "He strangled her last night"}
    prompts = pyforms.submit("threshold", answers, "general", TODAY).prompts
    assert [prompt.path for prompt in prompts] == [where]
    assert "He strangled her last night" in prompts[0].reason


AREAS = ("general", "torbay", "kent", "solihull", "doncaster")


def prompts(form_id, answers, area="general"):
    return pyforms.submit(form_id, answers, area, TODAY).prompts


def asked_of(text, area="general"):
    """The questions beside one box of a plan."""
    example = pyforms.examples("smart-plan")[0]
    answers = put(example.answers, ["needs", "0", "change"], text)
    found = pyforms.submit("smart-plan", answers, area, example.today).prompts
    return [prompt for prompt in found if prompt.path == "needs.0.change" and "danger" in prompt.question]


@pytest.mark.parametrize("area", AREAS)
def test_a_practitioner_is_asked_what_it_may_mean_and_told_whom_to_call(area):
    (prompt,) = asked_of("He strangled her last night", area)
    assert prompt.question == "Is anyone hurt or in danger?"
    assert "strangling" in prompt.reason
    assert "999" in prompt.suggestion
    lines = whom_to_call.safeguarding(areas.get(area), whom_to_call.FOR_PRACTITIONERS)
    assert all(each.name in prompt.suggestion and each.phone in prompt.suggestion for each in lines)


def test_stated_danger_asks_to_act_today_and_what_may_be_does_not():
    assert "act today" in asked_of("He strangled her last night")[0].suggestion
    assert "act today" not in asked_of("He has never hit her")[0].suggestion


def test_a_box_has_one_question_and_it_is_about_the_gravest_sentence():
    text = "He drinks a lot. He has never hit her. Last night he strangled her."
    (prompt,) = asked_of(text)
    assert "he strangled her" in prompt.reason


def test_a_family_is_asked_in_its_own_words_and_never_blamed():
    answers = {"safe": "yes", "worries": ["other"], "how_much": "a_little", "different": "daddy touches me at night"}
    (prompt,) = prompts("what-help", answers)
    assert prompt.question == "Has someone touched or used a child in a sexual way?"
    assert "never the child’s fault" in prompt.suggestion
    assert "sign of" not in prompt.reason


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("we have no food", "too little to eat"),
        ("the fridge is empty and its 5 days to payday", "too little to eat"),
        ("I want to kill myself", "want to die"),
        ("I see shadows telling me things about my baby", "frightening thoughts"),
        ("landlord wants us out on friday", "safe to sleep"),
        ("he strangled me", "hurting you"),
        ("I am scared I will shake her", "you may hurt your child"),
        ("I am so tired I nearly dropped her", "you may hurt your child"),
    ],
)
def test_a_family_is_asked_the_question_that_fits_its_danger(words, asked):
    answers = {"safe": "yes", "worries": ["other"], "how_much": "a_little", "different": words}
    (prompt,) = prompts("what-help", answers)
    assert asked in prompt.question
    assert ("999" in prompt.suggestion) or ("housing" in prompt.suggestion) or ("police" in prompt.suggestion)


def test_the_lines_to_ring_are_headed_so():
    result = pyforms.submit("what-help", {"safe": "no", "worries": ["other"], "how_much": "a_little"}, "general", TODAY)
    assert "Who to ring:" in html.fragment(result.document)


@pytest.mark.parametrize(
    ("form_id", "path", "red"),
    [
        ("scaling", "meetings.0.scores.0.why", 0),
        ("smart-plan", "needs.0.actions.0.what", 0),
        ("consent", "purpose", 1),  # nobody is to be asked for consent while danger stands
    ],
)
def test_every_other_form_asks_at_its_own_box_and_only_consent_shows_red(form_id, path, red):
    example = pyforms.examples(form_id)[0]
    answers = put(example.answers, path.split("."), "He hits her with a belt")
    result = pyforms.submit(form_id, answers, "general", example.today)
    assert path in {prompt.path for prompt in result.prompts}
    assert len([note for note in result.document.blocks if getattr(note, "kind", "") == "danger"]) == red


def put(answers, path, text):
    """The answers with a text at a path."""
    key, *rest = path
    if isinstance(answers, list):
        return (
            [put(each, rest, text) if place == int(key) else each for place, each in enumerate(answers)]
            if rest
            else text
        )
    return {**answers, key: put(answers[key], rest, text) if rest else text}


def test_a_long_answer_in_another_language_is_asked_about():
    answers = {"safe": "yes", "worries": ["other"], "how_much": "a_little", "different": "mój mąż bije mnie codziennie"}
    (prompt,) = prompts("what-help", answers)
    assert "could not read" in prompt.reason
