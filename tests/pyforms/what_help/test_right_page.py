"""Each danger opens its own page, not the long menu, and speaks to whoever may be writing."""

from datetime import date

import pytest

import pyforms
from pyforms import danger, document
from pyforms.exporters import html
from pyforms.what_help.dangers import told_of

TODAY = date(2026, 11, 28)
MENU = "Choose what it is about"
YOUNG_ONLY = ["teens"]


def answers(text, age):
    return {"safe": "yes", "worries": ["other"], "how_much": "a_little", "age": age, "different": text}


def rows(text, age):
    form = pyforms.get("what-help")
    signs = [each.sign for each in danger.found(form, form.answers.model_validate(answers(text, age)))]
    return [each.id for each in told_of(signs, ticked=False, written=text)]


def page(text, age):
    blocks = pyforms.submit("what-help", answers(text, age), "general", TODAY).document.blocks
    return html.fragment(document.for_paper(document.Document("", (blocks[0],))))


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("My baby has been chosen and won't need feeding any more. I get messages from God about it.", "mind"),
        ("God told me she is sent for a purpose and does not need milk", "mind"),
        ("They swapped my baby at the hospital, this is not him", "mind"),
        ("baby looks at me like the devil", "mind"),
        ("gas off, no food", "food"),
        ("no gas and nothing in the fridge", "food"),
        ("he takes the children on the motorbike after the pub", "drink"),
        ("She drove us all home after the pub", "drink"),
        ("Her lips look blue", "ill"),
        ("he is grey and floppy and will not wake", "ill"),
        ("He kicked his mum on the shin", "own_child"),
        ("my 4 year old kicks me when I say no", "own_child"),
    ],
)
def test_a_plain_danger_opens_its_own_page_and_no_menu(text, row):
    assert rows(text, ["primary"])[0] == row
    assert MENU not in page(text, ["primary"])


@pytest.mark.parametrize("text", ["Her lips look blue", "he is grey and floppy and will not wake"])
def test_illness_is_for_999_and_nobody_is_said_to_have_done_it(text):
    said = page(text, ["under_5"])
    assert "call 999 now" in said
    for wrong in ("hurting you", "scaring you", "not your fault", "who may hurt them"):
        assert wrong not in said


@pytest.mark.parametrize(
    "text",
    [
        "Mi padrastro me pega y tengo mucho miedo en casa",
        "Mój ojczym mnie bije i boję się wracać do domu",
        "أبي يضربني وأنا خائف",
    ],
)
@pytest.mark.parametrize("age", [YOUNG_ONLY, ["primary"], []])
def test_whoever_writes_in_another_language_is_told_of_childline_too(text, age):
    assert "0800 1111" in page(text, age)


@pytest.mark.parametrize(
    "text",
    [
        "They took my passport and said I'm going to my cousin's wedding abroad",
        "mum's got my passport and we're all flying to Dhaka for a wedding in the holidays. i dont want to go",
        "my brothers have hidden my passport until the wedding and i've never met him",
        "dad took my passport, they say i am engaged to a man in Lahore",
    ],
)
def test_a_teenager_whose_passport_was_taken_for_a_wedding_is_told_of_the_forced_marriage_unit_first(text):
    said = page(text, YOUNG_ONLY)
    assert rows(text, YOUNG_ONLY)[0] == "marriage"
    assert "020 7008 0151" in said
    assert "0800 1111" in said
    assert "your child" not in said


@pytest.mark.parametrize(
    "text",
    [
        "someone has my nudes and wants £200",
        "he says he will post mine if i dont pay",
        "a lad made me hold a bag for him",
        "olders want me to drop stuff off and they know where i live",
        "there's a picture going round and he wants money",
        "they say the debt is ours now and he has to carry for them",
    ],
)
@pytest.mark.parametrize("age", [YOUNG_ONLY, ["primary"]])
def test_nobody_is_told_of_their_childs_fault_who_may_be_the_child(text, age):
    assert "your child’s fault" not in page(text, age)
