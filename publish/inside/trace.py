# ruff: noqa: PLC0415 - what is imported is what is looked at
"""Run inside Pyodide: which modules and data files each part of the work needs, as JSON {part: [path, ...]};
and, under "early", which modules of other people the door imports after Pyodide's own, in their order.

The work is done for real: every example of every form goes through the browser's own door, and so do requests
that fail, because what is imported only when something goes wrong is needed as well.
"""

import importlib
import json
import sys
import traceback

opened: set[str] = set()
sys.addaudithook(lambda event, args: opened.add(str(args[0])) if event == "open" else None)
sys.path[:0] = [f"/build/{folder}" for folder in sys.argv[1:]]


def places() -> set[str]:
    """Where every module and data file used so far came from, as Pyodide names it."""
    specs = (getattr(module, "__spec__", None) for module in sys.modules.values())
    modules = {str(spec.origin) for spec in specs if spec}
    return {place for place in modules | opened if place.startswith(("/lib/python314.zip/", "/build/"))}


def imported(home: str) -> list[str]:
    """The modules from that place, not ours, that are imported now, in the order of their import."""
    specs = ((name, getattr(module, "__spec__", None)) for name, module in sys.modules.items())
    named = [(name, str(spec.origin)) for name, spec in specs if spec]
    return [name for name, origin in named if origin.startswith(home) and not name.startswith("pyforms")]


def ask(call: str, **args: object) -> str:
    """The answer's start; a file's bytes are as good as any."""
    from pyforms import worker

    return str(worker.call(json.dumps({"call": call, "args": args})))[:500]


def succeed(call: str, **args: object) -> None:
    answer = ask(call, **args)
    if answer.startswith('{"error"'):
        raise RuntimeError(f"{call} {args.get('form')} {args.get('format', '')}: {answer}")


def submissions() -> list[dict[str, object]]:
    """Every example of every form, as the page would send it."""
    import pyforms
    from pyforms import fields

    return [
        {"form": form_id, "entries": fields.flatten(example.answers), "area": example.area, "today": "2026-01-01"}
        for form_id in pyforms.FORM_IDS
        for example in pyforms.examples(form_id)
    ]


def written(submission: dict[str, object], kind: str) -> str:
    """A file as the page would send it back."""
    from base64 import b64encode

    from pyforms import worker

    file = worker.call(json.dumps({"call": "export", "args": {**submission, "format": kind}}))
    return b64encode(file).decode() if isinstance(file, bytes) else file


def parts(submission: dict[str, object]) -> list[str]:
    """What of the result may be saved alone."""
    from pyforms import worker

    answer = worker.call(json.dumps({"call": "submit", "args": submission}))
    return [part["name"] for part in json.loads(answer)["result"].get("files", [])]


def start() -> None:
    """What a form page does, going right and going wrong."""
    import pyforms

    for form_id in pyforms.FORM_IDS:
        succeed("load", form=form_id)
        ask("submit", form=form_id, entries=[["no such question", "x"]], area="general", today="2026-01-01")
        for example in pyforms.examples(form_id):
            succeed("example", form=form_id, name=example.name)
    for submission in submissions():
        succeed("submit", **submission)
        for kind in ("html", "json"):
            succeed("export", **submission, format=kind)
    ask("no such call")
    ask("open", form="threshold", data="bm90IGEgc2F2ZWQgZmlsZQ==", area="general")
    traceback.format_exception(ValueError("a fault to show"))


def folder() -> None:
    """What a family's folder does beside its forms: begun with an example of each, looked at, handed on."""
    from base64 import b64encode

    from pyforms import worker

    if "folder" not in worker.CALLS:
        return  # forms that are in no folder, as those of a test

    def act(name: str, **args: object) -> dict[str, object]:
        answer = json.loads(worker.call(json.dumps({"call": "folder", "args": {"act": name, **args}})))
        if "error" in answer:
            raise RuntimeError(f"folder {name}: {answer}")
        result: dict[str, object] = answer["result"]
        return result

    for submission in {str(each["form"]): each for each in submissions()}.values():
        new = {"session": "r-1", "ids": ["n-1"]}
        held = act("open", data=written(submission, "json"), area="general", today="2026-01-01", **new)["folder"]
        act("view", folder=held, today="2026-01-01")
        act("beginning", folder=held, form=submission["form"], entries=[], today="2026-01-01")
        act("recipients", folder=held, today="2026-01-01")
        act("bundle", folder=held, recipient="team", items=None, today="2026-01-01", format="document")
        again = b64encode(json.dumps(held).encode()).decode()
        act("who", folder=held, data=written(submission, "json"), today="2026-01-01")
        act("merge", folder=held, data=again, session="r-1")


def files() -> None:
    """Everything else that Python writes, such as PDF: fetched only when it is asked for."""
    from pyforms.exporters import FORMATS

    for submission in submissions():
        for kind in FORMATS:
            succeed("export", **submission, format=kind)
            succeed("open", form=submission["form"], data=written(submission, kind), area="general")
        for part in parts(submission):
            succeed("export", **submission, format=part)


HOMES = {"library": "/lib/python314.zip/", "packages": "/build/"}

before = imported("/")
importlib.import_module("pyforms.worker")
early = {part: [name for name in imported(home) if name not in before] for part, home in HOMES.items()}
start()
at_start = places()
folder()
with_folder = places()
files()
parts_of = {"start": at_start, "folder": with_folder - at_start, "files": places() - with_folder}
json.dumps({"early": early, **{part: sorted(found) for part, found in parts_of.items()}})
