"""How long a family's folder of 5 forms and one of 50 take in the browser's Python: part of `make bench`."""

import json
import statistics
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from itertools import count, cycle, islice

from playwright.sync_api import Page

import pyforms
from publish.bench_plan import ASK
from pyforms import saved
from pyforms.folder.model import Folder
from pyforms.folder.opening import with_form

type Json = dict[str, object]

SIZES = (5, 50)  # forms
TIMES = 5
TODAY = "2026-11-28"


def folder(forms: int) -> Folder:
    """So many of the forms' own examples in one folder, taken in turn."""
    ids = (f"n-{number}" for number in count(1))
    made = Folder(id=next(ids), area="torbay", saved=date.fromisoformat(TODAY))
    examples = [(form, each) for form in pyforms.FORM_IDS for each in pyforms.examples(form)]
    for form, each in islice(cycle(examples), forms):
        document = pyforms.submit(form, each.answers, each.area, each.today).document
        made = with_form(made, saved.checked(document.envelope or {}), ids, "r-1")
    return made


def _acts(held: Folder) -> dict[str, Json]:
    """What the page asks, by what a person does."""
    whole = held.model_dump(mode="json")
    last = held.items[-1]
    other = held.put(held.people[0].model_copy(update={"relation": "aunt"}), "r-2").put(last, "r-2")
    own = {"session": "r-3", "ids": [f"m-{number}" for number in range(40)]}
    return {
        "opening": {"act": "open", "data": _file(whole), "area": "torbay", "today": TODAY, **own},
        "showing who, what and what is due": {"act": "view", "folder": whole, "today": TODAY},
        "switching to another form": {"act": "taken", "folder": whole, "item": last.id},
        "what that form may begin with": {
            "act": "beginning",
            "folder": whole,
            "form": "smart-plan",
            "entries": [],
            "today": TODAY,
        },
        "saving, where names become people": {"act": "laid", "folder": whole, "item": last.id, **own},
        "merging another copy": {
            "act": "merge",
            "folder": whole,
            "data": _file(other.model_dump(mode="json")),
            "session": "r-3",
        },
    }


def _file(held: Json) -> str:
    return b64encode(json.dumps(held).encode()).decode()


def rows(page: Page) -> Iterator[str]:
    """Lines of a table: medians in ms for each size."""
    asked = [_acts(folder(size)) for size in SIZES]
    yield "| a folder, once Python runs | 5 forms | 50 forms |\n|---|---|---|"
    for name in asked[0]:
        small, large = (_median(page, each[name]) for each in asked)
        yield f"| {name} | {small:.0f} ms | {large:.0f} ms |"


def _median(page: Page, request: Json) -> float:
    page.evaluate(ASK, ["folder", request])  # the first loads what it needs
    times: list[float] = [page.evaluate(ASK, ["folder", request]) for _ in range(TIMES)]
    return statistics.median(times)
