"""The words of a built page, as a visitor with no area chosen reads them, and how hard they are to read."""

import re
from html.parser import HTMLParser
from pathlib import Path

BLOCKS = {"p", "li", "dt", "dd", "h1", "h2", "h3", "h4", "td", "th", "summary", "figcaption", "div", "blockquote", "tr"}
VOID = {"br", "img", "hr", "input", "meta", "link", "path", "use", "source", "wbr"}
HIDDEN = {"script", "style", "svg", "cite", "nav", "template", "select", "button"}


class Blocks(HTMLParser):
    """Collects the article's text, a piece for each block; what is folded away or another area's is left out."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = [""]
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in BLOCKS:
            self.pieces.append("")
        if tag in VOID:
            return
        other = "general" not in given.get("data-for-area", "general").split()
        named = {*given.get("class", "").split()}
        hidden = tag in HIDDEN or other or bool(named & {"eh-local__others", "headerlink"})
        self._open.append((tag, hidden))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in BLOCKS:
            self.pieces.append("")

    def handle_data(self, data: str) -> None:
        if any(tag == "article" for tag, _ in self._open) and not any(hidden for _, hidden in self._open):
            self.pieces[-1] += data


def blocks(page: Path) -> list[str]:
    """Each paragraph, line of a list, heading and cell of the page's article."""
    reader = Blocks()
    reader.feed(page.read_text("utf-8"))
    return [text for piece in reader.pieces if (text := " ".join(piece.split()))]


def syllables(word: str) -> int:
    """A count by groups of vowels, with a silent e at the end left out; right for nine words in ten."""
    word = re.sub(r"[^a-z]", "", word.lower())
    found = len(re.findall(r"[aeiouy]+", word))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouylszcgx]es$", word)
    return max(1, found - bool(silent))


def reading_age(texts: list[str]) -> float:
    """Years: the Flesch-Kincaid grade, counted in American school years, which begin at six, plus five."""
    whole = [text for text in texts if re.search(r"[.!?:]\W*$", text)]  # headings and names would flatter
    sentences = [part for text in whole for part in re.split(r"[.!?:]+(?:\s|$)", text) if re.search("[A-Za-z]", part)]
    words = [word for part in sentences for word in re.findall(r"[A-Za-z’']+", part)]
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59 + 5
