"""What a fifth outsider found named wrongly or asked for nothing, with neighbours; and long ordinary notes."""

import pytest
from danger_figures import sentences, share, table

from pyforms import danger

ROWS = sentences("fifth_outsider.json")
TOLD = [row for row in ROWS if "kind" in row]
ORDINARY = [row["text"] for row in ROWS if row["truth"] == "harmless"]


def kinds_of(text, age=None):
    return {kind for sign in danger.read(text, age=age) for kind in sign.kinds}


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row["text"])
def test_each_is_told_for_what_it_is_and_for_nothing_else(row):
    told = kinds_of(row["text"], row.get("age"))
    assert told & {*row["kind"]}
    assert not told & {*row.get("never", ())}


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_with_a_word_of_danger_in_it_is_never_red(text):
    assert not any(sign.stated for sign in danger.read(text))


def test_nearly_every_ordinary_sentence_is_silent():
    asked = [text for text in ORDINARY if danger.read(text)]
    assert len(ORDINARY) >= 40
    assert len(asked) <= 1, asked


@pytest.mark.parametrize(
    "text",
    [
        "kicked his mum on the shin",
        "she bit her mum on the arm when the tablet went off",
        "toddler scratches his dad when tired",
    ],
)
def test_a_small_childs_own_kick_is_neither_red_nor_a_blow_from_a_grown_up(text):
    assert kinds_of(text, 3) == {"child_to_parent"}
    assert not any(sign.stated for sign in danger.read(text, age=3))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("he kicked her mum on the shin", "domestic_abuse"),
        ("he strangled his mum", "strangling"),
        ("Dad kicked his mum", "domestic_abuse"),
    ],
)
def test_a_grown_mans_blow_and_a_hand_on_a_throat_stay_what_they_are(text, kind):
    assert kind in kinds_of(text)


@pytest.mark.parametrize("text", ["help me please hes back", "its her tutor", "he hit the wall hard"])
def test_what_is_said_in_five_words_is_asked_about_however_they_weigh(text):
    assert danger.read(text)


def test_long_notes_in_the_first_person_are_asked_about_less_and_their_dangers_are_not_lost():
    """These taught the weights nothing."""
    counts = table(sentences("long_notes_later.json"))
    assert share(counts, "harmless", "asked") <= 0.25
    assert share(counts, "danger", "red", "asked") >= 0.9
