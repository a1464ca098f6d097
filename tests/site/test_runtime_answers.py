"""The browser's Python gives what CPython gives: every named example of every form, and every file, by the same door.

All of it in one test, because starting Python in a browser is most of what it takes.
"""

import json

import pyforms
from publish import runtime
from pyforms import fields, worker
from pyforms.exporters import FORMATS

OPEN = """async (list) => {
  const { createPython } = await import("/assets/javascript/python.js");
  window.python = createPython({ list });
  await python.ready;
}"""
CALL = """([call, args]) => python.call(call, args, { timeout: 60000 }).then(
  (result) => result instanceof Uint8Array ? Array.from(result) : JSON.stringify(result))"""

EXAMPLES = {(form, example.name): example for form in pyforms.FORM_IDS for example in pyforms.examples(form)}
THE_SAME = ("html", "json")  # the others hold the moment, or what the two Pythons compress differently


def request(form, example):
    entries = [list(pair) for pair in fields.flatten(example.answers)]
    return {"form": form, "entries": entries, "area": example.area, "today": "2026-11-23"}


def in_cpython(call, args):
    return worker.call(json.dumps({"call": call, "args": args}))


def test_both_give_the_same_results_and_files_and_every_format_is_written_in_the_browser(page, site_url, site_folder):
    page.goto(site_url + "404.html")
    page.evaluate(OPEN, f"{site_url}{runtime.manifest_of(site_folder).as_posix()}")

    def in_browser(call, args):
        return page.evaluate(CALL, [call, args])

    asked = {(form, name): request(form, example) for (form, name), example in EXAMPLES.items()}
    differ = [
        which
        for which, args in asked.items()
        if json.loads(in_browser("submit", args)) != json.loads(in_cpython("submit", args))["result"]
    ]
    assert differ == []
    first = next(iter(asked.values()))
    written = {kind: bytes(in_browser("export", first | {"format": kind})) for kind in FORMATS}
    assert [kind for kind, file in written.items() if len(file) <= 500] == []
    assert [kind for kind in THE_SAME if written[kind] != in_cpython("export", first | {"format": kind})] == []
