"""How long a redraw of a family takes in the browser, and how that grows: part of `make bench`."""

import json
import statistics
from collections.abc import Iterator

from playwright.sync_api import Page

from publish.bench_plan import ASK

SIZES = (20, 200, 3000)  # people
TIMES = 5


def family(people: int) -> str:
    """A tree of about that many: each couple has three children, of whom two find a partner."""
    lines, couples, count = [], ["A0 + B0"], 2
    while count < people:
        couple = couples.pop(0)
        children = [f"C{count + number}" for number in range(3)]
        lines.append(f"{couple} = {', '.join(children)}")
        couples += [f"{child} + D{count + number}" for number, child in enumerate(children[:2])]
        count += 5
    return "\n".join(lines + couples)


def rows(page: Page) -> Iterator[str]:
    """Lines of a table: the median redraw in ms for each size."""
    yield "| a genogram, once Python runs | a redraw |\n|---|---|"
    for size in SIZES:
        message = json.dumps({"text": family(size), "today": "2026-09-15"})
        asked = ["ask", {"form": "genogram", "question": "show", "text": message}]
        page.evaluate(ASK, asked)
        times: list[float] = [page.evaluate(ASK, asked) for _ in range(TIMES)]
        yield f"| {size} people | {statistics.median(times):.0f} ms |"
