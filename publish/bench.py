"""`python -m publish.bench [--quick]`: how soon, how large and how smooth, beside plain Pyodide in the same run.

Ours is the built site's own Python, in a page that holds nothing else, as plain's does: a form that is sent empty (the
first result through a pydantic model), then a named example of the threshold tool. The whole page of that tool, which
is the largest of the site, is timed too. Plain is Pyodide as its documentation shows it: loadPyodide, loadPackage of
pydantic's five wheels, a model of two fields. They are taken turn about, cold (a new profile) and warm (the same
page again), from this computer and over a line of 20 Mbit/s with 40 ms. The line is made in the server, because
the browser's own throttling leaves workers out. A browser that has only just started is given time to come to rest:
what is measured begins with the visit.
"""

import json
import os
import shutil
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from playwright.sync_api import Page, Playwright, sync_playwright

import pyforms
from publish import BUILD, ROOT, CannotPublish, bench_folder, bench_genogram, bench_page, bench_plan, wheels
from publish.bytecode import PYODIDE
from publish.chromium import CHROMIUM, flags
from publish.preload import LINKS
from publish.release import assets_of
from publish.runtime import SCRIPTS, WASM, manifest_of
from publish.serve import COMPRESSED, Handler, serving
from pyforms import fields

SITE = Path(os.environ.get("EH_SITE", ROOT / "site"))
PLACE = BUILD / "bench"
RUNS, QUICK_RUNS = 5, 2
PATIENCE = 90_000  # ms for one visit
REST = 2_000  # ms until a browser that has just started is quiet
SUBMITS = 60
BITS, DELAY = 20_000_000, 0.040  # a second, and seconds: a good line at home, a poor one at work
CHUNK = 16_384
FORM = "threshold"
PAGES = {"plain": "plain.html", "ours": "ours.html", "whole": f"forms/{FORM}/"}
WHOLE = (*SCRIPTS, WASM, "python_stdlib.zip", "pyodide-lock.json")

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>
{links}<script type="module" src="{name}.js"></script>"""
OURS = """
import { adopt } from "./ASSETS/javascript/early.js";
window.python = adopt({});
window.request = REQUEST;
const start = async () => {
  await python.ready;
  const ready = performance.now();
  const refused = await python.call("submit", { ...request, entries: [] }).catch((fault) => fault.kind);
  if (refused !== "answers-invalid") throw new Error(refused);
  const first = performance.now();
  await python.call("submit", request);
  return { ready, first, full: performance.now() };
};
window.answer = start();
"""
PLAIN = """
import { loadPyodide } from "./plain/pyodide.mjs";
const start = async () => {
  const pyodide = await loadPyodide();
  await pyodide.loadPackage(WHEELS.map((name) => new URL(`plain/${name}`, location).href));
  pyodide.runPython(`
from pydantic import BaseModel
class Child(BaseModel):
    name: str
    age: int
Child.model_validate({"name": "Aisha", "age": "3"}).model_dump_json()
`);
  const now = performance.now();
  return { ready: now, first: now, full: now };
};
window.answer = start();
"""
WATCH = """window.longest = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
}).observe({ type: "longtask", buffered: true });"""


@dataclass
class Line:
    """What all connections of one server share: the bytes that went over it, and how fast it lets them."""

    bits: float = float("inf")
    delay: float = 0
    sent: int = 0
    free_at: float = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, size: int) -> None:
        with self.lock:
            self.sent += size
            self.free_at = max(self.free_at, time.monotonic()) + size * 8 / self.bits
            wait = self.free_at - time.monotonic()
        if wait > 0:
            time.sleep(wait)


class OverLine(Handler):
    """Serves at the speed of a line, compressed as hosts do."""

    line: ClassVar[Line]

    def do_GET(self) -> None:  # noqa: N802 - http.server's name
        time.sleep(self.line.delay)
        super().do_GET()

    def copyfile(self, source: Any, outputfile: Any) -> None:  # noqa: ANN401 - the base's
        while chunk := source.read(CHUNK):
            self.line.carry(len(chunk))
            outputfile.write(chunk)


@dataclass
class Run:
    """One visit: milliseconds until pydantic is in, to the first and to the full result; bytes sent; the page's
    longest task in ms."""

    ready: float
    first: float
    full: float
    sent: int
    longest: float
    memory: float = 0  # bytes
    submits: list[float] = field(default_factory=list)  # ms each


def prepare() -> Path:
    """The built site with the two pages that are measured, and plain Pyodide beside it."""
    if not (SITE / "index.html").exists():
        raise CannotPublish("There is no built site to measure: run `make site` first")
    shutil.rmtree(PLACE, ignore_errors=True)
    shutil.copytree(SITE, PLACE)
    plain = PLACE / "plain"
    plain.mkdir()
    five = [wheel for wheel in wheels.fetched() if wheel.name.startswith(("annotated", "pydantic", "typing"))]
    for source in (*(PYODIDE / name for name in WHOLE), *five):
        shutil.copy(source, plain)
    example = pyforms.examples(FORM)[0]
    request = {"form": FORM, "entries": fields.flatten(example.answers), "area": example.area, "today": "2026-01-01"}
    assets = assets_of(PLACE).as_posix()
    (PLACE / "ours.js").write_text(OURS.replace("REQUEST", json.dumps(request)).replace("ASSETS", assets))
    (PLACE / "plain.js").write_text(PLAIN.replace("WHEELS", json.dumps([wheel.name for wheel in five])))
    for name in ("ours", "plain"):
        links = LINKS.format(form=FORM, top="", manifest=manifest_of(PLACE)) if name == "ours" else ""
        links = links.replace("assets/", f"{assets}/")
        (PLACE / f"{name}.html").write_text(PAGE.format(name=name, links=links))
    return PLACE


def visit(page: Page, address: str, line: Line) -> Run:
    before = line.sent
    page.goto(address)
    if address.endswith(PAGES["whole"]):
        page.wait_for_selector("html[data-python=ready]", timeout=PATIENCE)
        ready = page.evaluate("performance.now()")
        return Run(ready, ready, ready, line.sent - before, page.evaluate("longest"))
    late = f"new Promise((_, late) => setTimeout(() => late(new Error('no answer')), {PATIENCE}))"
    found = page.evaluate(f"Promise.race([answer, {late}])")
    return Run(found["ready"], found["first"], found["full"], line.sent - before, page.evaluate("longest"))


def again(page: Page) -> list[float]:
    """How long each of many answers takes once Python runs."""
    times: list[float] = page.evaluate(
        """async (many) => {
          const times = [];
          for (let i = 0; i < many; i++) {
            const began = performance.now();
            await python.call("submit", request);
            times.push(performance.now() - began);
          }
          return times;
        }""",
        SUBMITS,
    )
    return times


def measure(driver: Playwright, line: Line, runs: int) -> dict[tuple[str, str], list[Run]]:
    """Runs for (page, "cold" or "warm"), the pages turn about so that a busy moment hits all of them."""
    found: dict[tuple[str, str], list[Run]] = {}
    handler = type("Measured", (OverLine,), {"line": line})
    with serving(PLACE, compress=COMPRESSED if line.delay else (), handler=handler) as address:
        for number, name in product(range(runs + 1), PAGES):
            with TemporaryDirectory() as profile:
                cold, warm = pair(driver, profile, address + PAGES[name], line)
            if number:  # the first round only warms the machine and the server's own cache
                found.setdefault((name, "cold"), []).append(cold)
                found.setdefault((name, "warm"), []).append(warm)
    return found


def pair(driver: Playwright, profile: str, address: str, line: Line) -> tuple[Run, Run]:
    """A visit with an empty profile, and another to the same page."""
    context = driver.chromium.launch_persistent_context(profile, executable_path=CHROMIUM, args=flags())
    context.add_init_script(WATCH)
    page = context.new_page()
    page.wait_for_timeout(REST)
    cold = visit(page, address, line)
    cold.memory = memory_of(profile)
    warm = visit(page, address, line)
    if address.endswith(PAGES["ours"]):
        warm.submits = again(page)
    context.close()
    return cold, warm


def of_forms(driver: Playwright) -> Iterator[str]:
    with serving(PLACE, compress=()) as address, TemporaryDirectory() as profile:
        context = driver.chromium.launch_persistent_context(profile, executable_path=CHROMIUM, args=flags())
        page = context.new_page()
        page.goto(address + PAGES["ours"])
        page.evaluate("answer")
        yield from (*bench_plan.rows(page), "", *bench_genogram.rows(page), "", *bench_folder.rows(page), "")
        page.close()
        yield from bench_page.rows(context, address)
        context.close()


def memory_of(profile: str) -> float:
    """Bytes that the largest renderer of the browser with this profile holds, or 0 where /proc does not tell."""
    commands = {int(path.parent.name): _read(path) for path in Path("/proc").glob("[0-9]*/cmdline")}
    browsers = {process for process, command in commands.items() if profile in command and "--type=" not in command}
    renderers = (process for process, command in commands.items() if "--type=renderer" in command)
    return max((_held(process) for process in renderers if browsers & set(_ancestors(process))), default=0)


def _ancestors(process: int) -> Iterator[int]:
    while process > 1:
        process = int(_read(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()[1] or 0)
        yield process


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ") S 0"


def _held(process: int) -> float:
    lines = _read(Path(f"/proc/{process}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


MEASURES: tuple[tuple[str, Callable[[Run], float], str], ...] = (
    ("Python and pydantic there; plain with its model of two fields", lambda run: run.ready / 1000, "s"),
    ("first result through the threshold tool’s model", lambda run: run.first / 1000, "s"),
    ("the same; ours a full result", lambda run: run.full / 1000, "s"),
    ("over the line", lambda run: run.sent / 1e6, "MB"),
    ("longest task of the page", lambda run: run.longest, "ms"),
    ("memory", lambda run: run.memory / 1e6, "MB"),
)


def rows(found: dict[tuple[str, str], list[Run]], where: str) -> Iterator[str]:
    """Lines of the table: medians, ours beside plain."""
    for heat, (what, value, unit) in product(("cold", "warm"), MEASURES):
        if heat == "cold" or what != "memory":
            yield _row(f"{where}, {heat}: {what}", found["plain", heat], found["ours", heat], value, unit)
    whole = (statistics.median(run.ready / 1000 for run in found["whole", heat]) for heat in ("cold", "warm"))
    cold, warm = (f"{seconds:.3g} s" for seconds in whole)
    yield f"| {where}: the threshold tool’s whole page until Python is ready, cold and warm | | {cold} and {warm} | |"
    times = sorted(time for run in found["ours", "warm"] for time in run.submits)
    usual, slow = statistics.median(times), times[int(len(times) * 0.95)]
    yield f"| {where}: an answer once it runs, median and 95th percentile | | {usual:.0f} and {slow:.0f} ms | |"


def _row(what: str, plain: list[Run], ours: list[Run], value: Callable[[Run], float], unit: str) -> str:
    theirs, mine = (statistics.median(value(run) for run in runs) for runs in (plain, ours))
    ratio = f"{mine / theirs:.2f}" if theirs else ""
    return f"| {what} | {theirs:.3g} {unit} | {mine:.3g} {unit} | {ratio} |"


def tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main(runs: int) -> None:
    prepare()
    lines = {"this computer": Line(), "20 Mbit/s, 40 ms": Line(BITS, DELAY)}
    tell("| | plain Pyodide | ours | ratio |\n|---|---|---|---|")
    with sync_playwright() as driver:
        for where, line in lines.items():
            tell("\n".join(rows(measure(driver, line, runs), where)))
        tell(f"\nMedians of {runs} runs each.\n")
        tell("\n".join(of_forms(driver)))


if __name__ == "__main__":
    try:
        main(QUICK_RUNS if "--quick" in sys.argv else RUNS)
    except CannotPublish as fault:
        sys.exit(f"bench: {fault}")
