"""A line as people type and paste it, made ready for the notation; and cutting it where quotes and brackets allow."""

import re
from collections.abc import Iterator

OPENERS, CLOSERS = "([", ")]"
QUOTES = {'"': '"', "“": "”", "„": "“"}
HIDDEN = "\0"
QUOTED = re.compile(r'"[^"]*"')
HIDES = re.compile(r'["“„(\[]')
# A wide sign, or a comma of another script, is the same sign; what cannot be seen is none.
SAME = str.maketrans(
    {
        "\uff1d": "=",
        "\uff0b": "+",
        "\uff1a": ":",
        "\uff0c": ",",
        "\uff1b": ";",
        "\u060c": ",",
        "\u3001": ",",
        "\u061b": ";",
    }
    | dict.fromkeys("\u200b\ufeff\u200e\u200f")
)
# A list's sign or number before the words.
BULLET = re.compile(r"^(?:[-–—•●▪‣◦·*>✓✔☐❖■□]\s*|\(?\d{1,3}[.)]\s+|[a-z]\)\s+)+(?=\S)")
ARROW = re.compile(r"\s*(?:[-=–—]+>|→|⇒|➔|➜)\s*")
STARTS_A_FACT = re.compile(r"[:=+~]")


def masked(text: str) -> str:
    """The text, of the same length, with nothing to find inside quotes and brackets."""
    if not HIDES.search(text):
        return text
    found, depth, closing = [], 0, ""
    for letter in text:
        inside = depth > 0 or bool(closing)
        if closing:
            closing = "" if letter == closing else closing
        elif letter in QUOTES:
            closing, inside = QUOTES[letter], True
        elif letter in OPENERS:
            depth, inside = depth + 1, True
        elif letter in CLOSERS:
            depth = max(depth - 1, 0)
        found.append(HIDDEN if inside else letter)
    return "".join(found)


def is_closed(text: str) -> bool:
    """Whether every quote and bracket is closed."""
    if not HIDES.search(text) and not any(closer in text for closer in CLOSERS):
        return True
    bare = QUOTED.sub("", text)
    return '"' not in bare and all(
        bare.count(one) == bare.count(other) for one, other in zip(OPENERS, CLOSERS, strict=True)
    )


def split(text: str, mark: str | re.Pattern[str]) -> list[str]:
    """Parts of a line, at a mark that stands outside quotes and brackets."""
    if isinstance(mark, str):
        if mark not in text:
            return [text]
        mark = re.compile(re.escape(mark))
    shown = masked(text)
    parts, start = [], 0
    for found in mark.finditer(shown):
        parts.append(text[start : found.start()])
        start = found.end()
    return [*parts, text[start:]]


def cut(text: str, mark: str) -> tuple[str, bool, str]:
    first, *rest = split(text, mark)
    return first, bool(rest), mark.join(rest)


def statements(line: str) -> Iterator[str]:
    """What a line says, its remark left out; a semicolon parts two facts, or two statements."""
    # A cell of a table ends at a tab.
    spaced = re.sub(r"\t+", ", ", (line if line.isascii() else line.translate(SAME)).strip())
    words = " ".join(split(spaced, "#")[0].split())
    whole = ""
    for part in split(BULLET.sub("", words, count=1), ";"):
        if whole and STARTS_A_FACT.search(masked(part)):
            yield whole
            whole = part.strip()
        elif part.strip():
            whole = f"{whole}, {part.strip()}" if whole else part.strip()
    if whole:
        yield _without_a_stop(whole.rstrip(",;").strip())


def _without_a_stop(statement: str) -> str:
    """The full stop of a sentence; an initial's, or that of "Jr.", belongs to the name."""
    last = statement.rpartition(" ")[2]
    return statement[:-1] if last.endswith(".") and len(last) > len("Jr.") and last.count(".") == 1 else statement


def arrows(text: str) -> str:
    """With each arrow as the sign before children."""
    return " = ".join(split(text, ARROW))


def brackets(text: str) -> tuple[str, str]:
    """The words before a last bracket, and what stands in it."""
    bare = text.rstrip()
    if not bare.endswith(")") or "(" not in bare:
        return text, ""
    depth = 0
    for at in range(len(bare) - 1, -1, -1):
        depth += (bare[at] == ")") - (bare[at] == "(")
        if not depth:
            return bare[:at].rstrip(), bare[at + 1 : -1].strip()
    return text, ""
