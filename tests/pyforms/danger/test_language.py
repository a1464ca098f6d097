"""What cannot be read is said to be unread, and is never taken for calm; English however it is typed is read."""

import json
from datetime import date
from pathlib import Path

import pytest
from danger_figures import sentences
from learn import ordinary

import pyforms
from pyforms import danger
from pyforms.danger import asking, language
from pyforms.exporters import html

TODAY = date(2026, 11, 27)
PLAIN = {"safe": "yes", "worries": ["other"], "how_much": "a_little"}
BOXES = ("different", "child_says", "going_well")
ROWS = sentences("languages.json")
LOOKED = "We looked in your own words"


def told(**answers):
    return pyforms.submit("what-help", {**PLAIN, **answers}, "general", TODAY)


def texts(truth):
    return [row["text"] for row in ROWS if row["truth"] == truth]


def test_short_texts_in_other_languages_are_not_taken_for_read():
    unread = [text for text in texts("foreign") if language.unread(text, alone=True)]
    assert len(texts("foreign")) > 100
    assert len(unread) >= len(texts("foreign")) * 0.95


def test_misspelt_english_dialect_text_speak_and_names_are_read():
    unread = [text for text in texts("english") if language.unread(text, alone=True)]
    assert len(texts("english")) == 100
    assert len(unread) <= 2, unread


def test_of_all_english_sentences_that_we_hold_none_is_unread():
    plans = Path(__file__).parent.parent / "smart_plan"
    lines = [row["text"] for name in ("blind_a.json", "blind_b.json") for row in json.loads((plans / name).read_text())]
    danger_sentences = [
        row["text"] for name in ("blind_c.json", "blind_d.json", "dev_3.json") for row in sentences(name)
    ]
    unread = [text for text in (*lines, *danger_sentences, *ordinary()) if language.unread(text)]
    assert unread == []


@pytest.mark.parametrize("box", BOXES)
@pytest.mark.parametrize(
    "words",
    [
        "No tenemos comida y nos van a echar del piso el viernes.",
        "زوجي يضربني",
        "Burri im më rreh.",
        "Nie mamy co jeść.",
        "Die Kinder haben Hunger",
        "mera shohar mujhe marta hai",
        "مساعدة",
    ],
)
def test_a_text_in_another_language_says_that_nobody_has_looked_at_it(words, box):
    result = told(**{box: words})
    first = result.document.blocks[0]
    page = html.fragment(result.document)
    assert (result.findings["help"], result.findings["danger"]) == ("safety", "possible")
    assert (first.kind, first.title) == ("information", "Is anyone hurt, scared or hungry, or in danger?")
    for needed in ("We could not read this part", "interpreter", "tel:999", "the name of your language"):
        assert needed in page
    assert LOOKED not in page
    assert "It is not your fault" in page
    assert "could not read" in result.prompts[0].reason


def test_a_part_in_another_language_is_told_apart_from_the_english_around_it():
    result = told(different="School is fine. Moje dziecko płacze z głodu. He likes football.")
    page = html.fragment(result.document)
    assert "We could not read this part: “Moje dziecko płacze z głodu.”" in page
    assert LOOKED in page


def test_danger_in_english_beside_another_language_stays_stated():
    signs = danger.found(pyforms.get("what-help"), _answers(different="Mój mąż jest zły na mnie. He strangled me."))
    assert [each.sign.stated for each in signs] == [True, False]
    assert told(different="Mój mąż jest zły na mnie. He strangled me.").findings["danger"] == "stated"


def test_another_languages_word_that_looks_english_states_nothing():
    assert told(different="Die Kinder haben Hunger").findings["danger"] == "possible"


@pytest.mark.parametrize("words", ["he hitts meh evrynite an i carnt leev", "i wana kil miself"])
def test_danger_with_many_slips_is_never_calm(words):
    assert told(different=words).findings["danger"] in ("stated", "possible")


@pytest.mark.parametrize(
    "words", ["Gurpreet Kaur Dhillon", "Ola", "Peppa Pig", "dunno", "idk", "Dancing, football, Lego", "😀"]
)
def test_names_and_a_word_or_two_are_no_other_language(words):
    assert language.unread(words) == ()


@pytest.mark.parametrize("name", ["محمد بن علي", "Nguyễn Thị Minh Khai"])
def test_a_name_in_a_short_answer_is_not_asked_about(name):
    answers = {**pyforms.examples("smart-plan")[0].answers, "lead": name}
    found = pyforms.submit("smart-plan", answers, "general", TODAY).prompts
    assert not [each for each in found if each.path == "lead" and asking.UNREAD in each.reason]


def test_a_short_answer_of_many_strange_words_is_asked_about():
    example = pyforms.examples("smart-plan")[0]
    answers = {**example.answers, "lead": "mąż bije mnie codziennie i grozi dzieciom"}
    found = pyforms.submit("smart-plan", answers, "general", example.today).prompts
    assert [each for each in found if each.path == "lead" and "cannot read" in each.reason]


def _answers(**said):
    return pyforms.get("what-help").answers.model_validate({**PLAIN, **said})
