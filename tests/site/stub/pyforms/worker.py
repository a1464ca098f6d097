"""The same door as the real one's: JSON in, JSON or bytes out. A MemoryError is left to the bridge."""

import time
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field
from pydantic_core import from_json, to_json


class Stub(BaseModel):
    name: str
    age: Annotated[int, Field(ge=0, le=25)]


def call(message):
    request = from_json(message)
    try:
        result = CALLS[request["call"]](**request["args"])
    except MemoryError:
        raise
    except Exception as fault:  # noqa: BLE001 - as the real door does
        return to_json(
            {"error": {"kind": "fault", "message": "", "cause": f"{type(fault).__name__}: {fault}", "errors": []}}
        ).decode()
    return result if isinstance(result, bytes) else to_json({"result": result}).decode()


def load(form):
    return form


def example(form, name):
    return {"entries": [["name", "Aisha"]], "form": form, "name": name}


def submit(entries, **_rest):
    return Stub.model_validate(dict(entries)).model_dump()


def export(format, **_rest):  # noqa: A002 - the contract's name
    if format == "csv":
        import csv  # noqa: PLC0415 - as the real exporters do

        return csv.QUOTE_ALL.to_bytes() * 3
    return b"<html>"


def open_file(data, **_rest):
    return {"bytes": len(data)}


def spin():
    while True:
        pass


def sleep(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    return "rested"


class Greedy:
    """A list makes room for as many as this says that it has. Room that is not written to costs nothing; filled with
    zeros it took a minute."""

    def __iter__(self):
        return self

    def __length_hint__(self):
        return 450_000_000

    def __next__(self):
        return list(Greedy())


def eat():
    return list(Greedy())


def bring(module):
    return __import__(module, fromlist=["x"]).__name__


def read(name):
    return Path(__file__).with_name(name).read_text()


def run(code):
    names = {}
    exec(code, names)  # noqa: S102 - the promise test plays the part of Python gone bad
    return names.get("answer")


CALLS = {call.__name__: call for call in (load, example, submit, export, spin, sleep, eat, bring, read, run)}
CALLS["open"] = open_file
