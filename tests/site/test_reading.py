"""Families can read what is written for them."""

import pytest
from conftest import SITE
from reading import blocks, reading_age, syllables

FAMILIES = sorted((SITE / "families").rglob("index.html"))


@pytest.mark.parametrize("page", FAMILIES, ids=lambda page: page.parent.name)
def test_a_page_for_families_has_a_reading_age_of_at_most_eleven(page):
    assert reading_age(blocks(page)) <= 11


def test_the_page_for_children_can_be_read_at_nine():
    assert reading_age(blocks(SITE / "families/children/index.html")) <= 9


@pytest.mark.parametrize("page", FAMILIES, ids=lambda page: page.parent.name)
def test_no_sentence_for_families_is_longer_than_twenty_eight_words(page):
    texts = [part for text in blocks(page) for part in text.replace("!", ".").replace("?", ".").split(". ")]
    assert [text for text in texts if len(text.split()) > 28] == []


@pytest.mark.parametrize(
    ("word", "count"),
    [("help", 1), ("family", 3), ("safeguarding", 4), ("made", 1), ("table", 2), ("wanted", 2), ("asked", 1)],
)
def test_syllables_are_counted_as_they_are_said(word, count):
    assert syllables(word) == count


def test_hard_words_in_long_sentences_need_more_years():
    easy = ["You can say no. We will ask you again."]
    hard = [
        "Multi-agency practitioners facilitate the identification of additional needs through coordinated assessment."
    ]
    assert reading_age(easy) < 8
    assert reading_age(hard) > 18


def test_what_other_areas_do_is_not_counted_twice():
    text = " ".join(blocks(SITE / "families/your-choice/index.html"))
    assert "Torbay" not in text
    assert "You decide if you want Early Help" in text
