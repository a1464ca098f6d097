"""How well the reader of danger agrees with people: `python tests/pyforms/danger/danger_figures.py FILE`."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from pyforms.danger import reader

HERE = Path(__file__).parent
VERDICTS = ("red", "asked", "silent")
RIGHT = dict(zip(("danger", "possible", "harmless"), VERDICTS, strict=True))


def sentences(name: str) -> list[dict[str, str]]:
    return json.loads((HERE / name).read_text())


def verdict(text: str) -> str:
    """red where danger is stated, asked where it may be, and silent otherwise."""
    told = reader.tell(text)
    return "red" if any(each.stated for each in told) else "asked" if told else "silent"


def table(rows: Iterable[dict[str, str]]) -> Counter[tuple[str, str]]:
    return Counter((row["truth"], verdict(row["text"])) for row in rows)


def share(counts: Counter[tuple[str, str]], truth: str, *verdicts: str) -> float:
    return sum(counts[truth, each] for each in verdicts) / sum(counts[key] for key in counts if key[0] == truth)


def report(rows: list[dict[str, str]]) -> str:
    counts = table(rows)
    told = [f"{truth}: {', '.join(f'{counts[truth, each]} {each}' for each in VERDICTS)}" for truth in RIGHT]
    wrong = [f"{row['truth']}, {verdict(row['text'])}: {row['text']}" for row in rows if _is_wrong(row)]
    return "\n".join([*told, *wrong])


def _is_wrong(row: dict[str, str]) -> bool:
    return verdict(row["text"]) != RIGHT[row["truth"]]


if __name__ == "__main__":
    sys.stdout.write(f"{report(sentences(sys.argv[1]))}\n")
