"""What the threshold tool says to answers, for the sentences of the tests beside this."""

import json
from datetime import date
from functools import lru_cache

import pyforms
from pyforms.document import Details, Note, plain

TODAY = date(2026, 11, 23)
NO_LEVEL = (0, 0)


def submitted(area="general", today=TODAY, **answers):
    age = {} if {"due_date", "child_age"} & answers.keys() else {"child_age": 9}
    return _submitted(json.dumps({"danger": "no", **age, **answers}), area, today)


@lru_cache(maxsize=16)  # a sentence about one page asks for its levels, its first note and its words
def _submitted(answers, area, today):
    return pyforms.submit("threshold", json.loads(answers), area, today)


def forget():
    """What was read of answers may be read otherwise now."""
    _submitted.cache_clear()


def span(area="general", **answers):
    """The lowest and highest level; (0, 0) where too little was said."""
    level = submitted(area, **answers).findings["level"]
    return (level["lowest"], level["highest"]) if level else NO_LEVEL


def worries(**steps):
    """Concerns with their chosen line, or with everything that was said of them."""
    return {concern: {"step": seen} if isinstance(seen, str) else seen for concern, seen in steps.items()}


def words(blocks):
    """Every word of some blocks, in order."""
    return "\n".join(word for block in blocks for word in _words(block))


def _words(block):
    for value in vars(block).values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from _within(value)


def _within(values):
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from _within(value)
        elif hasattr(value, "text") and not hasattr(value, "level"):
            yield plain((value,))
        else:
            yield from _words(value)


def told(area="general", **answers):
    """The whole document in words."""
    return words(submitted(area, **answers).document.blocks)


def first(area="general", **answers):
    """The note that the document begins with."""
    note = submitted(area, **answers).document.blocks[0]
    assert isinstance(note, Note)
    return note


def in_sight(blocks):
    """What is read without opening anything."""
    return words(block for block in blocks if not isinstance(block, Details))
