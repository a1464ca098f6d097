"""How long a plan of 10 actions and one of 200 take in the browser, and how that grows: part of `make bench`."""

import statistics
from collections.abc import Iterator

from playwright.sync_api import Page

from pyforms import fields

SIZES = (10, 200)  # actions
IN_A_CHANGE = 10  # actions, at most
TIMES = 7
EXPORTS = ("html", "json", "pdf", "actions.csv", "plan.ics")
ASK = """async ([name, request]) => {
  const began = performance.now();
  await python.call(name, request);
  return performance.now() - began;
}"""


def plan(actions: int) -> dict[str, object]:
    """A plan with that many actions, ten for each change."""
    action = {
        "what": "Walks Ella to the school gate on Mondays",
        "who": "Nan",
        "by": "2026-09-21",
        "measure": "A tick on the calendar for each walk",
        "sure": 8,
        "barrier": "Nan’s bus is late",
        "backup": "Mum’s friend walks with her",
    }
    changes = [
        {
            "change": f"Mornings, part {first}",
            "whose": "Ella",
            "goal": "Ella is in class by nine.",
            "actions": count * [action],
        }
        for first in range(0, actions, IN_A_CHANGE)
        if (count := min(IN_A_CHANGE, actions - first))
    ]
    return {"plan_day": "2026-09-08", "review_day": "2026-10-20", "children": [{"name": "Ella"}], "needs": changes}


def rows(page: Page) -> Iterator[str]:
    """Lines of a table: medians in ms for each size, and how many times longer the large plan takes."""
    small, large = SIZES
    yield f"| a plan, once Python runs | {small} actions | {large} actions | times as long |\n|---|---|---|---|"
    for name in ("submit", *EXPORTS):
        times = [_median(page, name, size) for size in SIZES]
        yield f"| {name} | {times[0]:.0f} ms | {times[1]:.0f} ms | {times[1] / times[0]:.1f} |"


def _median(page: Page, name: str, size: int) -> float:
    request = {"form": "smart-plan", "entries": fields.flatten(plan(size)), "area": "torbay", "today": "2026-09-08"}
    asked = ["submit", request] if name == "submit" else ["export", {**request, "format": name}]
    page.evaluate(ASK, asked)  # the first loads what it needs
    times: list[float] = [page.evaluate(ASK, asked) for _ in range(TIMES)]
    return statistics.median(times)
