"""The only door from the browser: a function name and JSON in, JSON or bytes out."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

from pydantic_core import from_json, to_json

import pyforms
from pyforms import document, fields, form, saved

type Json = dict[str, Any]
type Pairs = list[list[str]]


def call(message: str) -> str | bytes:
    """Answer `{"call": name, "args": {...}}` with `{"result": ...}`, `{"error": ...}` or a file's bytes.

    An error has a kind and a message; answers that need mending come as [path, message] pairs.
    """
    try:
        request = from_json(message)
        result = CALLS[request["call"]](**request["args"])
    except MemoryError:
        raise  # the page ends this Python and asks a fresh one
    except Exception as fault:  # noqa: BLE001 - whatever goes wrong travels back, never silence
        return _text({"error": _error(fault)})
    return result if isinstance(result, bytes) else _text({"result": result})


def _text(value: Any) -> str:  # noqa: ANN401 - JSON
    return to_json(value).decode()


def _error(fault: Exception) -> Json:
    if isinstance(fault, pyforms.AnswersInvalid):
        return {"kind": "answers-invalid", "message": "", "errors": fault.errors}
    if isinstance(fault, pyforms.CannotOpen):
        return {"kind": "cannot-open", "message": str(fault), "errors": []}
    # Its text is for whoever mends the tool; the page has words of its own for the person who uses it.
    return {"kind": "fault", "message": "", "cause": f"{type(fault).__name__}: {fault}", "errors": []}


def _answers(form_id: str, entries: Pairs) -> Json:
    return fields.nest(((name, value) for name, value in entries), form.get(form_id).answers)


def load(form: str) -> bool:
    """Work an example out, so that the first answers need not wait for what is imported, read and compiled once."""
    from pyforms.exporters import html  # noqa: PLC0415 - not needed to start

    for first in pyforms.examples(form)[:1]:
        html.fragment(pyforms.submit(form, first.answers, first.area, first.today).document)
    return True


def submit(form: str, entries: Pairs, area: str, today: str) -> Json:
    """A form's findings, its document and further documents, each as HTML too, and the names of its other files."""
    from pyforms.exporters import html  # noqa: PLC0415 - not needed to start

    result = pyforms.submit(form, _answers(form, entries), area, date.fromisoformat(today))
    return {
        "findings": result.findings,
        "document": document.as_json(result.document),
        "html": html.fragment(result.document),
        "files": [{"name": name, "title": _title(name)} for name in result.files],
        "documents": [
            {
                "key": key,
                "document": document.as_json(further),
                "html": html.fragment(further, 4),
                "entries": fields.flatten(further.envelope["answers"]) if further.envelope else None,
            }
            for key, further in result.documents.items()
        ],
        "prompts": [asdict(prompt) for prompt in result.prompts],
    }


def _title(name: str) -> str:
    """Scores (CSV), for scores.csv"""
    words, _, ending = name.rpartition(".")
    return f"{words.replace('-', ' ').capitalize()} ({ending.upper()})"


def export(form: str, entries: Pairs, area: str, today: str, format: str) -> bytes:  # noqa: A002 - the contract's name
    return pyforms.export(form, _answers(form, entries), area, date.fromisoformat(today), format)


def example(form: str, name: str) -> Json:
    """A named example as the pairs that fill the page, with the area it happens in."""
    chosen = next(example for example in pyforms.examples(form) if example.name == name)
    return {"entries": fields.flatten(chosen.answers), "area": chosen.area}


def open_file(form: str, data: str, area: str) -> Json:
    """A saved file, in base64, as the pairs that fill the form's page, its area and what to say of it.

    A file of another form brings only that form's id and title.
    """
    from base64 import b64decode  # noqa: PLC0415 - only opening a file needs it

    envelope = pyforms.open_saved(b64decode(data))
    if envelope.form != form:
        return {"form": envelope.form, "title": pyforms.get(envelope.form).title}
    return {
        "form": form,
        "entries": envelope.entries if isinstance(envelope, saved.Unfinished) else fields.flatten(envelope.answers),
        "area": envelope.area,
        "message": saved.welcome(envelope, area),
    }


def ask(form: str, question: str, text: str) -> Any:  # noqa: ANN401 - JSON
    """What a form offers besides its result, such as the threshold tool's finder."""
    return pyforms.get(form).helpers[question](text)


def folder(act: str, **rest: Any) -> Any:  # noqa: ANN401 - JSON
    """What a page asks about a family's folder."""
    from pyforms.folder.acts import ACTS  # noqa: PLC0415 - only the folder's page needs it

    return ACTS[act](**rest)


CALLS: dict[str, Callable[..., Any]] = {
    "load": load,
    "submit": submit,
    "export": export,
    "example": example,
    "open": open_file,
    "ask": ask,
    "folder": folder,
}
