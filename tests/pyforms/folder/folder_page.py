"""The folder's page, as its tests ask: JSON to the worker's door and JSON back."""

import json
from base64 import b64encode
from functools import cache

import pyforms
from pyforms import fields, worker
from pyforms.exporters import write

TODAY = "2026-11-28"
EXAMPLES = [(form, example.name) for form in pyforms.FORM_IDS for example in pyforms.examples(form)]


def act(name, /, **rest):
    """As the browser asks: JSON in, JSON out."""
    answer = json.loads(worker.call(json.dumps({"call": "folder", "args": {"act": name, **rest}})))
    assert "result" in answer, answer
    return answer["result"]


def refused(name, /, **rest):
    answer = json.loads(worker.call(json.dumps({"call": "folder", "args": {"act": name, **rest}})))
    assert "result" not in answer
    return answer["error"]


def b64(data):
    return b64encode(data).decode()


@cache
def result(form, name):
    example = next(each for each in pyforms.examples(form) if each.name == name)
    return pyforms.submit(form, example.answers, example.area, example.today)


def opened(data, area="kent"):
    return act("open", data=b64(data), area=area, today=TODAY, session="r-1", ids=["f-1", "i-1", "p-1"])


def begun(form, name):
    return opened(write(result(form, name).document, "json"))["folder"]


def with_item(folder, form, name, item="i-more", **more):
    """As the page lays a form in: it counts the change, and asks for nothing."""
    change = folder["seen"].get("r-page", 0) + 1
    envelope = result(form, name).document.envelope
    held = {"id": item, "dot": ["r-page", change], "by": "", "on": envelope["saved"], "people": {}, "saved": envelope}
    seen = {**folder["seen"], "r-page": change}
    return {**folder, "seen": seen, "items": [*folder["items"], {**held, **more}]}


def pairs(**answers):
    return [list(pair) for pair in fields.flatten(answers)]
