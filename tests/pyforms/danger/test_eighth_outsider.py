"""What an eighth outsider found missed, led to another page or asked for nothing, with neighbours of each kind."""

import pytest
from danger_figures import sentences, share, table

from pyforms import danger
from pyforms.what_help import dangers

ROWS = sentences("eighth_outsider.json")
LATER = sentences("eighth_later.json")
LAST = sentences("eighth_last.json")
TOLD = [row for row in (*ROWS, *LATER, *LAST) if row["truth"] == "danger"]
ORDINARY = [row["text"] for row in (*ROWS, *LATER, *LAST) if row["truth"] == "harmless"]


# A child hurt, told by how they move alone: weighed, and asked about by no kind.
ONLY_WEIGHED = "her dads partner is strict and she holds her back when she gets off the bus"


def kinds_of(text):
    return {kind for sign in danger.read(text) for kind in sign.kinds}


def is_red(text):
    return any(sign.stated for sign in danger.read(text))


@pytest.mark.parametrize("row", TOLD, ids=lambda row: row["text"])
def test_each_danger_is_told_for_what_it_is_and_leads_to_its_page_first(row):
    told = kinds_of(row["text"])
    assert danger.read(row["text"])
    if row["text"] == ONLY_WEIGHED:
        return
    assert told & {*row["kind"]}
    assert not told & {*row.get("never", ())}
    assert dangers.told_of(danger.read(row["text"]), ticked=False, written=row["text"])[0].id == row["row"]


def test_no_danger_is_silent_and_nearly_all_are_red():
    for rows in (ROWS, LATER):
        counts = table(rows)
        assert share(counts, "danger", "red", "asked") == 1
        assert share(counts, "danger", "red") >= 0.9


@pytest.mark.parametrize("row", [row for row in TOLD if row.get("young")], ids=lambda row: row["text"])
def test_who_writes_of_themselves_is_spoken_to(row):
    assert dangers.a_young_person_may_be_writing([row["text"]], teenagers_only=True)


@pytest.mark.parametrize("text", ORDINARY)
def test_a_figure_of_speech_a_question_or_a_sport_is_never_red(text):
    assert not is_red(text)


def test_nearly_every_ordinary_sentence_is_silent():
    asked = [text for text in ORDINARY if danger.read(text)]
    assert len(ORDINARY) >= 80
    assert len(asked) <= 8, asked


@pytest.mark.parametrize(
    "text",
    [
        "Potty training is killing me and my husband strangled me last night",
        "physics is murder. I want to die",
        "the bills are killing me and I took 20 paracetamol last night",
        "he asks where you go when you die. He said he wants to be dead",
        "Black and blue from rugby, and his dad punched him in the face",
        "he says the bruises on his back are from rugby but he never plays",
        "no one was hurt. Dad held a knife to mum's throat",
        "do what I say and nobody gets hurt",
        "drowning in debt and I cannot go on, the kids are better off without me",
        "what happens when you die because I want to be with nan",
    ],
)
def test_a_figure_of_speech_never_clears_another_danger(text):
    assert danger.read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Potty training is killing me and my husband strangled me last night",
        "physics is murder. I want to die",
        "the bills are killing me and I took 20 paracetamol last night",
        "Black and blue from rugby, and his dad punched him in the face",
        "no one was hurt. Dad held a knife to mum's throat",
    ],
)
def test_what_is_stated_beside_a_figure_of_speech_stays_red(text):
    assert is_red(text)


@pytest.mark.parametrize("text", ["took 20 paracetamol last night", "od'd on sat nobody knows, feel ok"])
def test_an_overdose_says_a_and_e_even_if_they_feel_well(text):
    row = dangers.told_of(danger.read(text), ticked=False, written=text)[0]
    for told in (row, row.to(young=True)):
        assert "999" in told.act
        assert "A&E" in told.act
        assert "even if they feel well" in told.act
        assert "even if it was days ago" in told.do[0]


@pytest.mark.parametrize(
    "text",
    [
        "we put all the tablets away in a locked box",
        "we keep his meds locked up all day long",
        "we picked a tree for the weekend",
        "bring it with me to school in case it rains",
        "she takes lots of medication for her epilepsy",
        "school has no pens left",
        "he is diabetic and was poorly last week",
        "dad says he can't sit still in lessons",
        "he is dry, does not wee all night",
        "if he says no my son gets upset",
        "his medication review, we have set a date",
        "the rope swing on Saturday for his birthday",
        "I agreed to it with mum and dad",
        "I picked her up from the bridge at the weekend",
        "he had loads of fun at the party last night",
        "collecting her meds on Friday from the chemist",
    ],
)
def test_medicines_and_plans_of_every_day_are_never_red(text):
    assert not is_red(text)


@pytest.mark.parametrize(
    "text", ["I took a knife off him last night", "I took him to my mums", "we found a place for me"]
)
def test_a_parent_is_not_taken_for_a_young_person(text):
    assert not dangers.a_young_person_may_be_writing([text], teenagers_only=True)


def test_who_has_no_insulin_left_is_told_what_to_do():
    text = "she is type 1 and we ran out of insulin friday. she is so sleepy"
    row = dangers.told_of(danger.read(text), ticked=False, written=text)[0]
    for told in (row, row.to(young=True)):
        assert any("No insulin left" in step and "A&E" in step and "111" in step for step in told.do)


@pytest.mark.parametrize(
    "text",
    [
        "he drank weedkiller",
        "she's drunk some bleach",
        "my toddler swallowed a bit of antifreeze",
        "took a swig of petrol for a dare",
        "took every tablet in the cupboard",
    ],
)
def test_a_poison_that_was_swallowed_is_an_overdose_whatever_it_is(text):
    (sign,) = danger.read(text)
    assert sign.stated
    assert "overdose" in sign.kinds


@pytest.mark.parametrize(
    "text",
    [
        "I put the bleach away so he cannot drink it",
        "He drinks his milk while I bleach the sink",
        "the van drinks petrol",
        "she takes every tablet on time now",
    ],
)
def test_what_only_stands_in_the_cupboard_was_not_swallowed(text):
    assert not any(sign.stated for sign in danger.read(text))
