"""A page found by a word answers it: every word of a tag stands on its page, or a word that means the same."""

import re
import tomllib
from pathlib import Path

import pytest
from pages import DOCS, PAGES, front, words

SYNONYMS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text("utf-8"))
LITTLE = re.compile(
    "an?|and|am|any|are|as|at|be|been|by|can|did|do|does|for|from|get|had|has|have|he|her|him|his|how|i|if|in|is|it|me|"
    "my|no|not|of|on|or|our|out|she|should|that|the|their|them|they|this|to|up|us|was|we|what|when|where|which|who|"
    "whom|why|will|with|would|you|your"
)
ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "es", "ed", "er", "s", "e", "y")
QUESTION = re.compile(
    r"(who|what|when|where|which|why|how|will|can|do|does|did|is|are|am|should|may|must)\b", re.IGNORECASE
)
TAGGED = [page for page in PAGES if front(page).get("tags")]
OPENING = 230  # words: what a phone shows first, and a little more
# A question whose answer stands further down, under a heading that a reader looks for.
ELSEWHERE = {"am I a bad parent": "What it is not", "will I get a social worker": "What it is not"}


def stem(word: str) -> str:
    return next((word.removesuffix(end) for end in ENDINGS if word.endswith(end) and len(word) - len(end) > 2), word)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower().replace("’", "").replace("'", "").replace("-", " "))


def said(word: str, text: str) -> bool:
    """Whether the text has the word in some form, or one that means the same."""
    if stem(word) in {stem(each) for each in re.findall(r"[a-z0-9]+", text)}:
        return True
    return any(re.search(rf"\b{re.escape(plain(other))}", text) for other in SYNONYMS.get(word, ()))


def main(tag: str) -> list[str]:
    return [word for word in re.findall(r"[a-z0-9]+", plain(tag)) if not LITTLE.fullmatch(word)]


@pytest.mark.parametrize("page", TAGGED)
def test_every_tag_is_answered_by_its_page(page):
    text = plain(f"{words(page)} {front(page)['title']}")
    unanswered = [tag for tag in map(str, front(page)["tags"]) if not all(said(word, text) for word in main(tag))]
    assert not unanswered


@pytest.mark.parametrize("page", TAGGED)
def test_a_question_is_answered_at_the_start_or_under_a_heading(page):
    text = words(page)
    opening = plain(" ".join(text.split()[:OPENING]))
    headings = [plain(line.lstrip("# ")) for line in _headings(page)]
    for tag in (tag for tag in map(str, front(page)["tags"]) if QUESTION.match(tag)):
        found = all(said(word, opening) for word in main(tag))
        under = any(said(word, heading) for heading in headings for word in main(tag))
        assert found or under or plain(ELSEWHERE.get(tag, "nowhere")) in headings, tag


def _headings(page: str) -> list[str]:
    return [line for line in (DOCS / page).read_text("utf-8").splitlines() if line.startswith("#")]


def test_every_excuse_is_needed():
    """A word that no tag uses any more needs no words that mean the same."""
    used = {each for page in TAGGED for tag in map(str, front(page)["tags"]) for each in main(tag)}
    assert [word for word in SYNONYMS if word not in used] == []


def test_a_tag_without_an_answer_would_be_found():
    assert not said("prevent", "harm outside the home, gangs and friends")
    assert said("kids", "a child who is cold")
    assert not said("kids", "grown ups only")
