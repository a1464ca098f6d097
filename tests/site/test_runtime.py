"""Python in the browser: it answers, and whatever goes wrong on the way ends in a reason that is said."""

import json

import pytest
import stub_site

from publish import runtime
from publish.serve import serving

ASK = """async ([options, calls, together]) => {
  const { createPython } = await import("/assets/javascript/python.js");
  const states = [], progress = [];
  const python = createPython({ ...options,
    onState: (state, fault) => states.push(fault ? `${state} ${fault.kind}` : state),
    onProgress: (now) => progress.push(now) });
  window.python = python;
  const one = async ([call, args, limits]) => {
    const began = performance.now();
    try {
      const result = await python.call(call, args, limits);
      const shown = result instanceof Uint8Array ? new TextDecoder().decode(result) : result;
      return { result: shown, took: performance.now() - began };
    } catch (fault) {
      return { kind: fault.kind, message: fault.message, took: performance.now() - began };
    }
  };
  const answers = await Promise.all(calls.slice(0, together).map(one));
  for (const call of calls.slice(together)) answers.push(await one(call));
  python.stop();
  return { answers, states, progress, shown: document.documentElement.dataset.python };
}"""

SUBMIT = ["submit", {"entries": [["name", "Aisha"], ["age", "3"]]}]
AISHA = {"name": "Aisha", "age": 3}
SHORT = {"patience": {"file": 2000, "boot": 20_000}}


@pytest.fixture
def ask(stub, page):
    """ask(calls, faults=..., options=...): the answers that a page gets from a site that misbehaves so.

    So many of the calls are made `together`, before there is any answer, and the others in turn.
    """

    def ask(*calls, faults=None, options=None, together=0, prepare=""):
        handler = type("Misbehaving", (stub_site.Faulty,), {"faults": dict(faults or {})})
        with serving(stub, handler=handler) as address:
            page.goto(address)
            if prepare:
                page.evaluate(prepare)
            return page.evaluate(ASK, [options or {}, list(calls), together])

    return ask


def results(heard):
    return [answer.get("result", answer.get("kind")) for answer in heard["answers"]]


def test_calls_made_before_python_is_ready_are_answered_in_turn_and_nothing_makes_the_page_wait(ask, stub, page):
    page.add_init_script("""
      window.longest = 0;
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
      }).observe({ entryTypes: ["longtask"] });
    """)
    heard = ask(SUBMIT, ["example", {"form": "stub", "name": "x"}], SUBMIT, together=3)
    assert results(heard) == [AISHA, {"entries": [["name", "Aisha"]], "form": "stub", "name": "x"}, AISHA]
    assert heard["states"] == ["loading", "ready"]
    assert heard["shown"] == "ready"
    assert {now["step"] for now in heard["progress"]} == {"files", "python", "forms"}
    last = heard["progress"][-1]
    assert last == {"step": "forms", "loaded": bytes_at_start(stub), "total": bytes_at_start(stub)}
    assert page.evaluate("window.longest") <= 200  # tests share their machine; `make bench` holds it to 50 ms
    assert page.evaluate("python.call('submit', {}).catch((fault) => fault.kind)") == "stopped"


def bytes_at_start(stub):
    files = json.loads((stub / runtime.manifest_of(stub)).read_text())["files"]
    start = ("unpacker", "engine", "pyodide.asm.wasm", "library", "packages", "forms", "pydantic_core")
    return sum(files[name]["bytes"] for name in start)


# Each call, and what comes of it.
IN_TURN = {
    "a fault in Python travels back as an error": (["submit", {"entries": [["name", "x"]]}], "fault"),
    "the next call is answered all the same": (SUBMIT, AISHA),
    "data files are read as their JSON twins": (["read", {"name": "stub.toml.json"}], '{"asked": "1979-05-27"}'),
    "a file is made of what is there from the start": (["export", {"format": "html"}], "<html>"),
    "a module for files only is fetched when it is asked for": (["export", {"format": "csv"}], "\x01\x01\x01"),
    "a module that the tracing missed is fetched from the rest": (
        ["bring", {"module": "email.mime.text"}],
        "email.mime.text",
    ),
    "a module that is nowhere is a fault": (["bring", {"module": "no_such_module"}], "fault"),
}


def test_one_python_answers_whatever_it_is_asked_in_turn(ask):
    heard = ask(*(call for call, _ in IN_TURN.values()))
    found = dict(zip(IN_TURN, results(heard), strict=True))
    assert found == {what: answer for what, (_, answer) in IN_TURN.items()}
    assert heard["states"] == ["loading", "ready"]


def test_wasm_served_as_octet_stream_works(ask):
    assert results(ask(SUBMIT, faults={".wasm": "octet stream"})) == [AISHA]


def test_every_download_that_is_cut_is_tried_again(ask):
    cut = dict.fromkeys(("pyodide.asm", "library", "pydantic_core"), "cut times 1")
    assert results(ask(SUBMIT, faults=cut)) == [AISHA]


def test_the_reason_is_said_without_waiting_for_the_other_files(ask):
    heard = ask(SUBMIT, faults={"pyodide.asm": "stall", "library": "stall", "packages": "stall"}, options=SHORT)
    assert results(heard) == ["too-slow"]
    tries, patience = 3, SHORT["patience"]["file"]
    assert heard["answers"][0]["took"] < (tries + 1) * patience


@pytest.mark.parametrize("file", ["engine", "unpacker", "manifest", "python-worker.js", "python-files.js"])
@pytest.mark.parametrize(("fault", "reason"), [("page", "blocked"), ("missing", "missing")])
def test_whatever_it_starts_with_ends_in_its_reason_when_it_cannot_be_had(ask, file, fault, reason):
    heard = ask(SUBMIT, faults={file: fault})
    assert results(heard) == [reason]
    assert (file in heard["answers"][0]["message"]) == (reason == "missing")


@pytest.mark.parametrize("file", ["unpacker", "manifest"])  # the engine and the library are rows of faults.toml
def test_one_bit_that_was_flipped_on_the_way_is_noticed_and_said(ask, file):
    heard = ask(SUBMIT, faults={file: "flipped"})
    assert results(heard) == ["altered"]
    assert "changed on the way" in heard["answers"][0]["message"]


@pytest.mark.parametrize("fault", ["missing times 1", "page times 1"])
def test_what_was_missing_for_a_moment_is_asked_for_past_the_browsers_cache(ask, fault):
    files = ("engine", "unpacker", "manifest", "python-worker.js")
    assert results(ask(SUBMIT, faults=dict.fromkeys(files, fault))) == [AISHA]


def test_a_script_that_never_comes_ends_as_too_slow(ask):
    patience = {"patience": {"file": 2000, "boot": 3000}}
    assert results(ask(SUBMIT, faults={"engine": "stall"}, options=patience)) == ["too-slow"]


def test_a_part_that_cannot_be_had_later_ends_that_call_alone(ask):
    heard = ask(["export", {"format": "csv"}], SUBMIT, faults={"kept/python/files": "missing"})
    assert results(heard) == ["missing", AISHA]
    assert heard["states"] == ["loading", "ready"]


def test_a_part_that_comes_late_is_had_when_it_is_asked_for_again(ask):
    csv = ["export", {"format": "csv"}]
    heard = ask(csv, csv, faults={"kept/python/files": "missing times 3"})
    assert results(heard) == ["missing", "\x01\x01\x01"]


def test_calls_behind_one_that_never_returns_are_answered_and_so_are_later_ones(ask):
    heard = ask(["spin", {}, {"timeout": 1000}], SUBMIT, SUBMIT, together=2)
    assert results(heard) == ["too-long", AISHA, AISHA]
    assert heard["states"] == ["loading", "ready"] * 3


def test_a_worker_that_runs_out_of_memory_is_replaced(ask):
    heard = ask(SUBMIT, ["eat", {}, {"timeout": 60_000}], SUBMIT)
    assert results(heard) == [AISHA, "crashed", AISHA]


def test_a_worker_that_is_killed_is_replaced_and_the_call_answered(ask):
    """As when a phone ends what runs in the background: nothing tells the page."""
    kill = """() => {
      const Started = Worker;
      let killed = false;
      window.Worker = class extends Started {
        postMessage(message, ...rest) {
          super.postMessage(message, ...rest);
          if (killed || message.call !== "sleep") return;
          killed = true;
          setTimeout(() => this.terminate(), 300);
        }
      };
    }"""
    heard = ask(["sleep", {"seconds": 1}, {"timeout": 3000}], prepare=kill)
    assert results(heard) == ["rested"]
    assert heard["states"] == ["loading", "ready"] * 2
