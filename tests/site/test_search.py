"""People find the page with the words that they use; and nobody pays for search who does not use it."""

import tomllib
from pathlib import Path

import pytest

SEARCHES = {
    words: pages
    for group in tomllib.loads((Path(__file__).with_name("searches.toml")).read_text("utf-8")).values()
    for words, pages in group.items()
}
ASK = """async (queries) => {
  const worker = new Worker("/assets/javascript/search-worker.js");
  const answers = [];
  const next = () => new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); });
  const ready = next();
  worker.postMessage({ type: 0, data: { config: {}, docs: [], options: { suggest: false } } });
  await ready;
  for (const data of queries) {
    const answer = next();
    worker.postMessage({ type: 2, data });
    const { data: { items } } = await answer;
    answers.push(items.slice(0, 3).map(([first]) => first.location.split("#")[0]));
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def found(browser, site_url):
    """The first three pages for each search."""
    page = browser.new_page()
    page.goto(site_url)
    answers = page.evaluate(ASK, list(SEARCHES))
    page.close()
    return dict(zip(SEARCHES, answers, strict=True))


def test_nineteen_searches_in_twenty_find_their_page_among_the_first_three(found):
    missed = [f"{words!r} gives {found[words]}" for words, pages in SEARCHES.items() if not {*pages} & {*found[words]}]
    assert len(SEARCHES) >= 60
    assert len(missed) <= 0.05 * len(SEARCHES), "\n".join(missed)


@pytest.mark.parametrize("words", ["999", "emergency", "can I say no", "who sees this", "self harm", "domestic abuse"])
def test_what_nobody_may_miss_is_found(found, words):
    assert {*SEARCHES[words]} & {*found[words]}


def test_a_search_typed_by_hand_shows_its_page_and_leads_there(page, site_url):
    page.goto(f"{site_url}families/")
    page.get_by_role("textbox", name="Search").press_sequentially("can I say no")
    page.locator(".md-search-result__item:first-child .md-search-result__link[href*=your-choice]").first.click()
    page.wait_for_url("**/families/your-choice/")


def test_what_was_searched_for_is_not_left_in_the_address(page, site_url):
    page.goto(f"{site_url}families/")
    page.get_by_role("textbox", name="Search").press_sequentially("domestic abuse")
    page.locator(".md-search-result__link").first.wait_for()
    assert not [link.get_attribute("href") for link in page.locator("[href*='abuse'], [href*='?']").all()]


def test_a_page_does_not_load_the_search_index_until_somebody_searches(page, site_url):
    asked = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_url)))
    page.goto(f"{site_url}guidance/reviews/", wait_until="networkidle")
    assert "search/index.json" not in asked
    assert not [url for url in asked if "javascripts/workers" in url]
    with page.expect_response("**/search/index.json"):
        page.get_by_role("textbox", name="Search").press_sequentially("review")


def search(page, url, words):
    page.goto(f"{url}families/")
    page.get_by_role("textbox", name="Search").press_sequentially(words)
    return page.locator("[data-search-help]")


def test_a_search_that_finds_nothing_offers_help_in_danger_and_what_to_try(page, site_url):
    offered = search(page, site_url, "qqzzxx")
    offered.wait_for()
    assert offered.get_by_role("link", name="999").get_attribute("href") == "tel:999"
    assert offered.get_by_text("Try another word").is_visible()
    assert offered.get_by_role("link", name="Your meeting").is_visible()
    offered.get_by_role("link", name="Get help now").click()
    page.wait_for_url("**/families/get-help-now/")


def test_what_is_only_spelt_like_it_is_said_to_be_near(page, site_url):
    offered = search(page, site_url, "gengram")
    offered.get_by_text("Words like them have.").wait_for()
    assert page.locator(".md-search-result__link[href*=genogram]").first.is_visible()
    page.get_by_role("textbox", name="Search").fill("")
    page.get_by_role("textbox", name="Search").press_sequentially("genogram")
    offered.wait_for(state="hidden")


def test_another_script_is_answered(page, site_url):
    search(page, site_url, "مساعدة")
    page.locator(".md-search-result__link[href*=your-meeting]").first.wait_for()
