"""Facts carry over from the sources; sentences do not. A title or a quoted term may."""

import pytest
from conftest import SITE
from originality import SIZE, copied, known, runs
from reading import blocks

# Official titles longer than ten words, and lists whose wording is fixed.
ALLOWED: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def source_runs():
    return known()


def test_no_run_of_ten_words_on_a_page_comes_from_a_source(path, source_runs):
    page = SITE / path
    file = page / "index.html" if page.is_dir() else page
    found = [run for text in blocks(file) for run in copied(text, source_runs)]
    assert [run for run in found if not any(run in title for title in ALLOWED)] == []


def test_a_copied_sentence_would_be_found():
    sentence = "Every tool here supports the judgement of a person who knows the family and asks."
    made = {found for _, found in runs(sentence)}
    assert copied(f"We say: {sentence.upper()} And more.", made)
    assert not copied("A tool supports judgement, but somebody who knows this family well still has to decide.", made)


def test_the_runs_of_the_sources_are_here(source_runs):
    assert len(source_runs) > 20_000
    assert all(len(found) == SIZE for found in source_runs)
