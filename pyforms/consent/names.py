"""Answers that name a job or a service: what it is for is no danger that anybody told of."""

import re
from functools import cache
from typing import Any

from pyforms import danger
from pyforms.resources import read_toml

NAMES = {"job", "reach", "name", "practice", "heard_by", "interpreter", "judged_by", "decided_by", "who"}


def is_in_a_name(path: str, words: str) -> bool:
    """“IDVA, Kent Domestic Abuse Service” in a box for a name, or copied from one as words that were looked at. What
    else is told there is read as anywhere."""
    return (path.rpartition(".")[2] in NAMES or path.startswith("looked.")) and is_a_service(words)


def is_a_service(words: str) -> bool:
    own, said = _data(), words.lower()
    if re.search(own["tells"], said) or not re.search(own["services"], said):
        return False
    rest = words
    for topic in own["topics"]:
        rest = re.sub(topic, " ", rest, flags=re.IGNORECASE)
    return not any(sign.stated for sign in danger.read(rest))


def is_work(words: str) -> bool:
    """A job or a service is named."""
    return bool(re.search(_data()["services"], words.lower()))


def gives_away(words: str) -> bool:
    """A service is named by which anybody who reads it knows what the help is about, though no word of danger stands
    there."""
    return any(re.search(each["words"], words) for each in _data()["gives_away"])


@cache
def _data() -> dict[str, Any]:
    return read_toml("pyforms.consent", "names.toml")
