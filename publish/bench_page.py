"""How long a person waits on the page itself, for a plan of 40 actions and a folder of 5 forms and of 50: part of
`make bench`.

From the press until it is painted. Beside it stands the processor time of the page’s own thread, which other work on
the machine does not lengthen; Python’s is in another thread and not in it.
"""

import json
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from playwright.sync_api import BrowserContext, CDPSession, Page

import pyforms
from publish import bench_folder
from publish.bench_plan import plan
from pyforms.exporters import write

ACTIONS = 40
TIMES = 5
PATIENCE = 120_000  # ms
REST = 3_000  # ms in which a Python that has just started works its example out

# `act` begins it, `isDone` is looked at before every frame.
TIMED = """(content) => new Promise((resolve) => {
  const part = (selector) => document.querySelector(selector);
  const said = (selector) => part(selector)?.textContent ?? "";
  const choose = (selector) => {
    const chosen = new DataTransfer();
    chosen.items.add(new File([content], "saved.json", { type: "application/json" }));
    part(selector).files = chosen.files;
    part(selector).dispatchEvent(new Event("change", { bubbles: true }));
  };
  const isDone = () => DONE;
  const painted = () => {
    const after = new MessageChannel();
    after.port1.onmessage = () => resolve(performance.now() - began);
    after.port2.postMessage(0);
  };
  const look = () => requestAnimationFrame(isDone() ? painted : look);
  const began = performance.now();
  ACT;
  look();
})"""
ONLY_DOWNLOADS = "delete window.showSaveFilePicker; delete window.showOpenFilePicker;"


class Step(NamedTuple):
    """Something that a person does, and how the page shows that it is done."""

    act: str
    done: str


OPEN_PLAN = Step('choose("[data-open]")', "document.querySelectorAll('[data-folded]').length >= MANY")
CHECK = Step('part("form[data-form]").requestSubmit()', 'part("[data-result]").dataset.state === "ready"')
OPEN_FOLDER = Step(
    'choose("[data-folder-file]")',
    'document.querySelectorAll("[data-items] > [data-row]").length === MANY'
    ' && !said("[data-folder-said]").startsWith("Opening")',
)
OPEN_FORM = Step('part("[data-items] [data-row] button").click()', 'said("[data-open-said]").startsWith("As it was")')
CLOSE = Step('part("[data-close]").click()', 'part("[data-folder-home]").hidden === false')
SAVE = Step('part("[data-save]").click()', 'said("[data-unsaved]").startsWith("Saved as")')
MERGE = Step('choose("[data-folder-file]")', '/Nothing has changed|Changed:|New in/.test(said("[data-folder-said]"))')


@dataclass
class Times:
    """Milliseconds that a person waited, and that the page's thread worked, each time."""

    waited: list[float]
    worked: list[float]

    def __str__(self) -> str:
        least, median = min(self.waited), statistics.median(self.waited)
        return f"{median:.0f} ms (least {least:.0f}; the page’s thread {statistics.median(self.worked):.0f})"


class Bench:
    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.add_init_script(ONLY_DOWNLOADS)
        self.address = address
        self.session: CDPSession = context.new_cdp_session(self.page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def begin(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")
        self.page.wait_for_selector("html[data-python=ready]", state="attached", timeout=PATIENCE)
        self.page.wait_for_timeout(REST)

    def _worked(self) -> float:
        told = self.session.send("Performance.getMetrics")["metrics"]
        return 1_000 * next(float(each["value"]) for each in told if each["name"] == "TaskDuration")

    def time(self, into: Times, step: Step, content: str = "", many: int = 0) -> None:
        before = self._worked()
        script = TIMED.replace("DONE", step.done).replace("ACT", step.act).replace("MANY", str(many))
        into.waited.append(self.page.evaluate(script, content))
        into.worked.append(self._worked() - before)


def rows(context: BrowserContext, address: str) -> Iterator[str]:
    """Lines of two tables: medians in ms."""
    bench = Bench(context, address)
    yield f"| on the page, a plan of {ACTIONS} actions | until it is painted |\n|---|---|"
    for name, times in _plan(bench).items():
        yield f"| {name} | {times} |"
    yield ""
    small, large = (_folder(bench, size) for size in bench_folder.SIZES)
    yield "| on the page, a folder | 5 forms | 50 forms |\n|---|---|---|"
    for name, times in small.items():
        yield f"| {name} | {times} | {large[name]} |"
    bench.page.close()


def _plan(bench: Bench) -> dict[str, Times]:
    day = pyforms.examples("smart-plan")[0].today
    saved = write(pyforms.submit("smart-plan", plan(ACTIONS), "torbay", day).document, "json").decode()
    found = {"opening its file": Times([], []), "checking it": Times([], []), "checking it again": Times([], [])}
    for _ in range(TIMES):
        bench.begin("forms/smart-plan/")
        bench.time(found["opening its file"], OPEN_PLAN, saved, ACTIONS)
        bench.time(found["checking it"], CHECK)
        bench.page.evaluate("document.querySelector('[data-result]').dataset.state = 'idle'")
        bench.time(found["checking it again"], CHECK)
    return found


def _folder(bench: Bench, forms: int) -> dict[str, Times]:
    held = bench_folder.folder(forms)
    saved = json.dumps(held.model_dump(mode="json"))
    more = held.put(held.people[0].model_copy(update={"relation": "aunt"}), "r-2")
    other = json.dumps(more.model_dump(mode="json"))
    names = ("opening its file", "a form in it, first", "back", "the same form again", "saving", "merging another copy")
    found = {name: Times([], []) for name in names}
    for _ in range(TIMES):
        bench.begin("forms/family/")
        bench.time(found["opening its file"], OPEN_FOLDER, saved, forms)
        bench.time(found["a form in it, first"], OPEN_FORM)
        bench.time(found["back"], CLOSE)
        bench.time(found["the same form again"], OPEN_FORM)
        bench.page.evaluate("document.querySelector('[data-close]').click()")
        bench.time(found["saving"], SAVE)
        bench.time(found["merging another copy"], MERGE, other)
    return found
