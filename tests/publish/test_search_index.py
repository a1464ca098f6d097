"""What the build adds to the search index."""

from publish.search import SAME, with_numbers


def test_a_telephone_number_is_a_tag_without_spaces():
    found = with_numbers(
        {"text": 'Call <a href="tel:08088005000">0808 800 5000</a> or 01803 208100.', "tags": ["ring"]}
    )
    assert found["tags"] == ["ring", "01803208100", "08088005000"]


def test_what_is_no_telephone_number_is_no_tag():
    text = "0 to 10, 20 working days, 999, in 2026"
    assert with_numbers({"text": text}) == {"text": text}


def test_each_word_that_people_type_has_one_meaning_and_is_typed_in_small_letters():
    assert all(typed == typed.lower() and " " not in typed for typed in SAME)
