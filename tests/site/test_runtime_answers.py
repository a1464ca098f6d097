"""The browser's Python gives what CPython gives: every named example of every form, by the same door."""

import json

import pytest

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

EXAMPLES = [(form, example) for form in pyforms.FORM_IDS for example in pyforms.examples(form)]


@pytest.fixture(scope="module")
def python(browser, site_url, site_folder):
    """python(call, args): what the site's own Python answers in Chromium."""
    page = browser.new_page()
    page.goto(site_url + "404.html")
    page.evaluate(OPEN, f"{site_url}{runtime.manifest_of(site_folder).as_posix()}")
    yield lambda call, args: page.evaluate(CALL, [call, args])
    page.close()


def request(form, example):
    entries = [list(pair) for pair in fields.flatten(example.answers)]
    return {"form": form, "entries": entries, "area": example.area, "today": "2026-11-23"}


@pytest.mark.parametrize(("form", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", value))
def test_both_give_the_same_result(python, form, example):
    args = request(form, example)
    here = json.loads(worker.call(json.dumps({"call": "submit", "args": args})))
    assert json.loads(python("submit", args)) == here["result"]


@pytest.mark.parametrize("kind", ["html", "json"])
def test_both_write_the_same_file(python, kind):
    args = request(*EXAMPLES[0]) | {"format": kind}
    assert bytes(python("export", args)) == worker.call(json.dumps({"call": "export", "args": args}))


@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_that_python_writes_is_written_in_the_browser(python, kind):
    form, example = EXAMPLES[0]
    assert len(python("export", request(form, example) | {"format": kind})) > 500
