"""The document as HTML: nothing that anyone types becomes anything but words."""

import base64
import hashlib
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ENVELOPE, NAMES, sample

from pyforms.document import Details, Document, Heading, Run, paragraph
from pyforms.exporters import html

VNU = Path(__file__).parents[3] / "node_modules/vnu-jar/build/dist/vnu.jar"
OURS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "script",
    "body",
    "main",
    "div",
    "details",
    "summary",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "strong",
    "a",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "figure",
    "img",
    "figcaption",
    "span",
    "footer",
}
ATTRIBUTES = {
    "data-text",
    "class",
    "lang",
    "dir",
    "href",
    "scope",
    "open",
    "role",
    "aria-label",
    "aria-hidden",
    "tabindex",
    "charset",
    "name",
    "content",
    "http-equiv",
    "id",
    "type",
    "src",
    "alt",
}


class Reader(HTMLParser):
    """What a browser would find: elements in order, their attributes, and the words outside style and script."""

    def __init__(self, page: str):
        super().__init__()
        self.elements, self.attributes, self.words, self.open = [], [], [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if not {"style", "script"} & set(self.open):
            self.words.append(data)

    def handle_comment(self, data):
        pytest.fail(f"a comment: {data}")

    @property
    def text(self) -> str:
        return "".join(self.words)


def page(document: Document) -> str:
    return html.page(document).decode()


@given(st.text())
def test_no_answer_adds_an_element_or_an_attribute(words):
    calm, hostile = Reader(page(sample())), Reader(page(sample(words, {**ENVELOPE, "answers": {"x": "</script>"}})))
    assert hostile.elements == calm.elements
    assert {name for name, _ in hostile.attributes} - {"dir"} == {name for name, _ in calm.attributes} - {"dir"}
    assert set(hostile.elements) <= OURS
    assert {name for name, _ in hostile.attributes} <= ATTRIBUTES


@pytest.mark.parametrize(
    "words",
    [
        "</script><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "<!--",
        "' onclick='x",
        "]]>",
        "&#60;b&#62;",
    ],
)
def test_hostile_words_come_back_as_they_were_typed(words):
    found = Reader(page(sample(words, {**ENVELOPE, "answers": {"x": words}})))
    assert words in found.text
    assert found.elements.count("script") == 1


def test_what_xml_cannot_hold_is_shown_as_a_replacement():
    text = Reader(page(sample("a\x00b\x0bc\ufffed\ud800e"))).text
    assert "a\ufffdb\ufffdc\ufffdd\ufffde" in text


def test_names_of_every_script_are_kept():
    text = page(sample("محمد ਗੁਰਪ੍ਰੀਤ"))
    assert all(name in text for name in (*NAMES, "محمد", "ਗੁਰਪ੍ਰੀਤ"))


def test_words_written_from_right_to_left_say_so_and_others_do_not():
    assert '<h2 dir="rtl">محمد</h2>' in html.fragment(Document("Plan", (Heading(2, "محمد"),)), level=1)
    assert "dir=" not in page(sample("Siân"))


def test_the_file_needs_nothing_else_and_lets_nothing_run():
    text = page(sample())
    style = re.search("<style>(.*?)</style>", text, re.DOTALL).group(1)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = re.search('Content-Security-Policy" content="([^"]*)"', text).group(1)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    found = Reader(text)
    addresses = [value for name, value in found.attributes if name in ("src", "href")]
    assert all(value.startswith(("data:image/svg+xml;base64,", "tel:", "https:")) for value in addresses)
    assert "url(" not in style
    assert "@import" not in style
    assert " style=" not in text


@pytest.mark.skipif(not VNU.exists(), reason="the HTML checker is not installed: run `npm ci`")
def test_the_file_is_valid_html(tmp_path):
    file = tmp_path / "document.html"
    file.write_bytes(html.page(sample()))
    java = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")  # as tests/site/test_html.py says
    checked = subprocess.run([*java, "-jar", VNU, "--errors-only", file], capture_output=True, text=True, check=False)
    assert checked.stderr == ""


def test_there_is_one_first_heading_in_the_file_and_none_in_the_page():
    assert Reader(page(sample())).elements.count("h1") == 1
    fragment = Reader(html.fragment(sample())).elements
    assert "h1" not in fragment
    assert fragment.count("h2") == 1
    assert "h3" in fragment


def test_headings_sit_under_the_heading_that_the_page_gives_them():
    plan = Document("Plan", (Heading(2, "Why"), Heading(4, "Deep")))
    assert re.findall("<(h[1-6])", html.fragment(plan, level=3)) == ["h3", "h4", "h6"]
    assert re.findall("<(h[1-6])", html.fragment(plan, level=5)) == ["h5", "h6", "h6"]


def test_a_danger_is_told_in_words():
    text = html.fragment(sample())
    assert '<span class="eh-note__word">Danger</span> Is someone in danger now?' in text
    assert 'role="note" aria-label="Danger: Is someone in danger now?"' in text


def test_details_are_closed_on_the_page_and_open_in_a_file_which_has_no_script_to_open_it_for_paper():
    more = Document("Plan", (Details("Why", (paragraph("Because."),), level=3),))
    assert '<details class="eh-details"><summary><h4>Why</h4></summary>' in html.fragment(more)
    assert '<details class="eh-details" open><summary><h3>Why</h3></summary>' in page(more)
    assert "Because." in page(more)


def test_a_training_example_says_so():
    assert "Training example: Jayden" in html.fragment(sample())
    assert '<html lang="en-GB" class="eh-training-document">' in page(sample())


@pytest.mark.parametrize("href", ["https://example.org/a?b=1&c=2", "tel:999", "mailto:help@example.org"])
def test_addresses_that_a_file_may_hold_are_links(href):
    link = paragraph(Run("here", href=href))
    assert ("href", href) in Reader(page(Document("Links", (link,)))).attributes


@pytest.mark.parametrize("href", ["../consent/", "/forms/consent/", "#why", "?area=torbay"])
def test_an_address_within_the_site_is_a_link_in_the_page_and_words_in_the_file(href):
    document = Document("Links", (paragraph(Run("here", href=href)),))
    assert f'href="{href}"' in html.fragment(document)
    assert "href=" not in page(document)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        " javascript:x",
        "java\tscript:x",
        "data:text/html,x",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil",
        "http://example.org",
        "vbscript:x",
        "blob:x",
    ],
)
def test_other_addresses_are_only_words(href):
    document = Document("Links", (paragraph(Run("here", href=href)),))
    assert "href=" not in html.fragment(document)
