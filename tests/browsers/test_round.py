"""One form from start to end in other browsers too, as far as they are installed: boot, answer, save, open, exit."""

import json

import pytest
from conftest import SITE
from leaving import Pages

from publish.serve import serving
from pyforms import open_saved


@pytest.fixture(scope="module")
def seen(told):
    with serving(SITE, handler=Pages) as url:
        return told("round.mjs", url, "scaling")


def test_python_starts_and_answers(seen):
    assert seen["python"] == "ready"
    assert seen["state"] == "ready"
    assert seen["result"] == "Scaling"


def test_a_saved_file_brings_back_every_answer(seen):
    assert ["meetings.0.scores.0.person", "Maya"] in seen["typed"]
    assert open_saved(json.dumps(json.loads(seen["file"])).encode()).form == "scaling"
    assert seen["empty"] == []
    assert seen["back"] == seen["typed"]
    assert seen["said"].startswith("Your answers from")


def test_the_exit_leaves(seen):
    assert seen["left"] == "/weather"
