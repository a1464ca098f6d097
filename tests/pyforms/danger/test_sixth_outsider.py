"""What a sixth outsider found missed, named wrongly or asked for nothing, with neighbours."""

import pytest
from danger_figures import sentences, share, table

from pyforms import danger

ROWS = sentences("sixth_outsider.json")
LATER = sentences("sixth_later.json")
TOLD = [row for row in ROWS if "kind" in row]
ORDINARY = [row["text"] for row in ROWS if row["truth"] == "harmless"]
# Asked about for what it is by its words alone, and by no kind.
ONLY_WEIGHED = "he is really sensible for 6 so I leave him with a film while I do my cleaning job"


def kinds_of(text, age=None):
    return {kind for sign in danger.read(text, age=age) for kind in sign.kinds}


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row["text"])
def test_each_is_told_for_what_it_is_and_for_nothing_else(row):
    told = kinds_of(row["text"], row.get("age"))
    assert told & {*row["kind"]} or row["text"] == ONLY_WEIGHED
    assert not told & {*row.get("never", ())}


def test_no_danger_is_silent_and_most_are_red():
    counts = table(ROWS)
    assert share(counts, "danger", "red", "asked") == 1
    assert share(counts, "danger", "red") >= 0.8
    assert share(counts, "possible", "red", "asked") == 1


def test_sentences_that_were_written_after_the_kinds_are_read_as_well():
    """Written when the kinds stood, told by them blind in 8 of 26, and mended: they teach the weights nothing."""
    wrong = [row["text"] for row in LATER if "kind" in row and not kinds_of(row["text"]) & {*row["kind"]}]
    counts = table(LATER)
    assert len(wrong) <= 1, wrong
    assert share(counts, "danger", "red", "asked") == 1
    assert counts["harmless", "red"] == 0


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_with_a_word_of_danger_in_it_is_never_red(text):
    assert not any(sign.stated for sign in danger.read(text))


def test_nearly_every_ordinary_sentence_is_silent():
    asked = [text for text in ORDINARY if danger.read(text)]
    assert len(ORDINARY) >= 60
    assert len(asked) <= 2, asked


@pytest.mark.parametrize(
    "text",
    [
        "No self-harm, no thoughts of suicide; I asked her directly on 20 Nov",
        "He denies any thoughts of self-harm or suicide when asked",
        "I asked him outright. No thoughts of ending his life.",
    ],
)
def test_what_was_asked_outright_and_denied_is_no_sign(text):
    assert not danger.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "denies self harm",
        "Denies any thoughts of suicide",
        "No thoughts of suicide when asked but she has written a letter to her mum",
        "Denies self-harm when asked, fresh cuts on arm",
        "When asked she hesitated, no thoughts of suicide",
        "No self-harm, I asked her directly. Dad strangled her mum last night.",
    ],
)
def test_a_denial_that_nobody_asked_for_or_that_something_unsettles_is_asked_about(text):
    assert danger.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "She wets the bed and he put her in a cold bath for it",
        "He has started wetting the bed since the weekends at his uncle's and is scared to go",
        "Mould up the bedroom wall and he locks her in there",
        "He fell down the stairs and has a black eye, dad says",
        "I have MS. My lad helps me up the stairs and my husband hits me when I am slow",
    ],
)
def test_a_danger_beside_a_usual_trouble_is_still_read(text):
    assert danger.read(text)


@pytest.mark.parametrize(
    "text", ["We wedge a chair under the door because of my partner", "I lock the door because of Dave"]
)
def test_fear_of_a_grown_up_is_never_taken_for_fear_of_a_child(text):
    assert "afraid_of_child" not in kinds_of(text)


@pytest.mark.parametrize("text", ["The buggy is in the boot of the car", "We put the bulbs in the ground"])
def test_what_lies_in_a_boot_or_in_the_ground_is_no_threat(text):
    assert not danger.read(text)


@pytest.mark.parametrize(
    "text", ["he'll end up in the boot of a car if he tells", "they said they would put her under the patio"]
)
def test_a_threat_of_a_boot_or_a_patio_stays_one(text):
    assert any(sign.stated for sign in danger.read(text))
