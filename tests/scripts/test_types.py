"""What the scripts' types say of Python's messages is what Python takes and gives: types/messages.d.ts cannot drift."""

import dataclasses
import inspect
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pyforms
from pyforms import document, form, saved, worker

ROOT = Path(__file__).parents[2]
DAY = "2026-03-27"
AGAINST = '/// <reference path="{types}" />\nexport {{}};\n'


def call(name: str, /, **args: object) -> dict:
    answer = worker.call(json.dumps({"call": name, "args": args}))
    assert isinstance(answer, str)
    return json.loads(answer)


def of_form(form_id: str) -> Iterator[tuple[str, object]]:
    """What Python answers about each example of a form, each with the type that it has."""
    for each in pyforms.examples(form_id):
        example = call("example", form=form_id, name=each.name)["result"]
        yield "Example", example
        made = call("submit", form=form_id, today=DAY, **example)["result"]
        yield "Made", made
        yield "Envelope", made["document"]["envelope"]
    yield "boolean", call("load", form=form_id)["result"]


def messages() -> Iterator[tuple[str, object]]:
    for form_id in pyforms.FORM_IDS:
        yield from of_form(form_id)
    yield "Refusal", call("submit", form="scaling", entries=[], area="general", today=DAY)["error"]
    yield "Refusal", call("open", form="scaling", data="", area="general")["error"]
    yield "Refusal", call("submit", form="no such form", entries=[], area="general", today=DAY)["error"]
    yield "Hit[]", call("ask", form="threshold", question="find", text="not going to school")["result"]
    text = "Ella: girl, born 2015, this child\n?? !!"
    yield (
        "Shown",
        call("ask", form="genogram", question="show", text=json.dumps({"text": text, "today": DAY}))["result"],
    )
    step = {"text": text, "do": "mother", "who": "Ella", "name": "Zara", "sex": "", "born": ""}
    yield "Stepped", call("ask", form="genogram", question="step", text=json.dumps(step))["result"]


def keys() -> Iterator[tuple[str, object]]:
    """The names that a type has, no more and no fewer."""
    for name, function in worker.CALLS.items():
        yield f'Args<"{name}">', inspect.signature(function).parameters
    yield "Calls", worker.CALLS
    for name, model in {"Prompt": form.Prompt, "Offer": form.Offer, "Run": document.Run}.items():
        yield name, [field.name for field in dataclasses.fields(model)]
    for name, envelope in {"Envelope": saved.Envelope, "Unfinished": saved.Unfinished}.items():
        yield name, [each for each, field in envelope.model_fields.items() if not field.exclude]
    blocks = {each.__name__.lower() for each in document.Block.__value__.__args__}
    yield "Blocks", blocks


def checked(folder: Path, lines: list[str]) -> str:
    types = ROOT / "types/messages.d.ts"
    (folder / "said.ts").write_text(AGAINST.format(types=types) + "\n".join(lines), "utf-8")
    options = [
        "--noEmit",
        "--strict",
        "--exactOptionalPropertyTypes",
        "--lib",
        "es2022,dom",
        "--types",
        "",
        "--ignoreConfig",
    ]
    command = [ROOT / "node_modules/.bin/tsc", *options, "said.ts"]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, timeout=120).stdout


def test_every_message_of_python_is_of_its_type(tmp_path):
    lines = [f"const said_{place}: {of} = {json.dumps(value)};" for place, (of, value) in enumerate(messages())]
    assert checked(tmp_path, lines) == ""


def test_every_type_has_the_names_that_python_has(tmp_path):
    lines = [
        f"const has_{place}: Record<keyof ({of}), true> = {json.dumps(dict.fromkeys(names, True))};"
        for place, (of, names) in enumerate(keys())
    ]
    assert checked(tmp_path, lines) == ""


def test_a_message_of_another_shape_is_refused(tmp_path):
    wrong = [
        'const short: Example = { "area": "kent" };',
        'const long: Example = { "area": "kent", "entries": [], "more": 1 };',
        'const odd: Example = { "area": "kent", "entries": [["a", 1]] };',
        "const names: Record<keyof Calls, true> = { load: true };",
    ]
    assert checked(tmp_path, wrong).count("error TS") == len(wrong)
