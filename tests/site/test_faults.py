"""Every row of the table of faults, as faults.toml has it: the reason, how long it took, and what is kept."""

import faults
import pytest
import stub_site

from publish.serve import serving

ASK = """async (patience) => {
  const { createPython } = await import("/assets/javascript/python.js");
  let asked, again;
  const hear = (state) => { if (state === "loading" && asked) again ??= (performance.now() - asked) / 1000; };
  const python = createPython({ patience: patience ?? undefined, onState: hear });
  const began = performance.now();
  python.ready.then(() => { asked = performance.now(); }, () => {});
  const answer = await python.call("submit", { entries: [["name", "Aisha"], ["age", "3"]] })
    .then(() => ({ seen: "answer", said: "" }), ({ kind, message }) => ({ seen: kind, said: message }));
  python.stop();
  const took = (performance.now() - began) / 1000;
  return { ...answer, again, took, kept: document.querySelector("[name=worry]").value };
}"""
SHORT = {"file": 2_000, "boot": 20_000}  # ms, where a wait is what is played; elsewhere the product’s own patience


@pytest.mark.parametrize("fault", faults.FAULTS, ids=[each["what"] for each in faults.FAULTS])
def test_what_goes_wrong_ends_in_its_reason_in_time_and_keeps_what_was_typed(stub, page, fault):
    handler = type("Misbehaving", (stub_site.Faulty,), {"faults": dict(fault.get("stub", {}))})
    with serving(stub, handler=handler) as address:
        page.goto(address)
        page.fill("[name=worry]", "typed by someone")
        if "page" in fault:
            page.evaluate(faults.PAGES[fault["page"]])
        heard = page.evaluate(ASK, SHORT if fault["seen"] == "too-slow" else None)
    assert heard["seen"] == fault["seen"]
    assert heard["said"].startswith(faults.reasons().get(fault["seen"], "").partition("FILE")[0])
    assert heard["took"] <= fault["within"]
    assert heard.get("again") is None or heard["again"] <= fault["again"]
    assert ("again" in fault) == (heard.get("again") is not None)
    assert heard["kept"] == "typed by someone"


def test_the_published_table_says_what_the_tests_play():
    assert faults.TABLE.read_text() == faults.table(), "run `python tests/site/faults.py`"


def test_every_reason_has_words():
    assert {each["seen"] for each in faults.FAULTS} <= {*faults.reasons(), "answer"}
