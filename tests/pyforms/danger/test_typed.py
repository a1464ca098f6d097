"""Danger as it is typed in a hurry, with signs and half the letters, is read as if it had been written out."""

import pytest

from pyforms.danger import words


def plain(text):
    return [word.plain for word in words.row(text)]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("no 1 seen ch", "no one seen child"),
        ("no1 seen, any 1, any1", "no one seen, anyone, anyone"),
        ("mum wnt open, cnt say", "mum wont open, cant say"),
        ("thru til tonite", "through until tonight"),
        ("till he came", "until he came"),
        ("skull #", "skull fracture"),
        ("# femur", "fracture femur"),
        ("#femur", "fracture femur"),
        ("bruises + bleeding & sore n red", "bruises and bleeding and sore and red"),
        ("mum+dad", "mum and dad"),
        ("w her kids", "with her kids"),
        ("v sore", "very sore"),
        ("£300", "quid 300"),
        ("to A&E", "to hospital"),
        ("6/52 old", "6 weeks old"),
        ("yr11 lad, y6 girl", "year 11 lad, year 6 girl"),
        ("20ish", "20"),
        ("he shoutd, she kickd n punchd him", "he shouted, she kicked and punched him"),
        ("she'll jump, they've gone, we'd hit", "she jump, they gone, we hit"),
        ("DNA x5", "was not brought x5"),
        ("cover sup, HLTA, TA, lunchtime lady", "teacher, teacher, teacher, teacher"),
        ("od'd", "overdose"),
        ("4yo", "4 year"),
        ("gona txt him", "text him"),
    ],
)
def test_what_is_typed_short_is_read_as_what_it_stands_for(typed, written):
    assert plain(typed) == plain(written)


@pytest.mark.parametrize("text", ["wet nappies ++", "4 + 5", "#proudmum", "C# minor", "24/7 care"])
def test_a_sign_that_stands_for_no_word_of_danger_is_left_alone(text):
    assert not {"fractur", "and", "week"} & {*plain(text)}


@pytest.mark.parametrize(
    "text", ["grand", "stand", "around", "behind", "thousand", "second", "ground", "blind", "world", "hundred"]
)
def test_an_ordinary_word_that_ends_in_a_d_is_no_past_of_danger(text):
    assert plain(text) == [text]


def test_two_words_that_are_one_are_quoted_whole():
    (first, *_) = words.row("no 1 came")
    assert (first.start, first.end) == (0, 4)
