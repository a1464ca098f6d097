"""What the build adds to the search index."""

from pathlib import Path

from publish.search import ASKED, SAME, besides, with_numbers, without_repeats

DOCS = Path(__file__).parents[2] / "docs"


def test_a_telephone_number_is_a_tag_without_spaces():
    found = with_numbers(
        {"text": 'Call <a href="tel:08088005000">0808 800 5000</a> or 01803 208100.', "tags": ["ring"]}
    )
    assert found["tags"] == ["ring", "01803208100", "08088005000"]


def test_what_is_no_telephone_number_is_no_tag():
    text = "0 to 10, 20 working days, 999, in 2026"
    assert with_numbers({"text": text}) == {"text": text}


def test_what_people_type_is_in_small_letters_and_short():
    assert all(typed == typed.lower() and 1 <= len(typed.split()) <= 6 for typed in SAME)


def test_nothing_is_written_as_its_own_meaning():
    assert not [typed for typed, meant in SAME.items() if typed in meant]


def test_what_many_pages_repeat_is_not_searched_except_where_it_is_the_answer():
    repeated = "<p>For practitioners.</p>"
    pages = [{"location": f"guidance/{n}/", "title": "", "text": f"{repeated}<p>Page {n}</p>"} for n in range(5)]
    help_now = {"location": "families/get-help-now/", "title": "Get help now", "text": repeated}
    panel = {"location": "forms/scaling/#help-title", "title": "Is someone in danger now?", "text": "<p>Call 999</p>"}
    found = without_repeats([*pages, help_now, panel])
    assert [doc["text"] for doc in found] == [*(f"<p>Page {n}</p>" for n in range(5)), repeated]


def test_the_threshold_tool_is_found_by_the_worries_that_it_knows():
    words = besides()
    assert {"cuckooing", "phones"} <= {*words["guidance/harm-outside-the-home/"].split()}
    assert {"cuckooing", "inhaler"} <= {*words["forms/threshold/"].split()}


def test_every_page_that_is_searched_says_what_people_type_when_it_answers_them():
    found = {page.relative_to(DOCS).with_suffix("").as_posix(): page.read_text("utf-8") for page in DOCS.rglob("*.md")}
    searched = {f"/{path}/".replace("/index/", "/")[1:] for path, text in found.items() if "exclude: true" not in text}
    assert set(ASKED) == searched
    assert all(len(searches) >= 60 for searches in ASKED.values())


def test_no_search_stands_twice_for_one_page():
    assert not [page for page, searches in ASKED.items() if len(set(searches)) < len(searches)]
