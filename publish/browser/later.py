"""Runs in the browser: notices an import of what was not sent to start with.

The bridge then fetches every part that was wanted, side by side, and makes the call again; so what a build leaves out
is never missed.
"""

import sys
from functools import cache
from importlib import invalidate_caches
from pathlib import Path

wanted: list[str] = []  # the parts that imports have asked for since the bridge last heard
arrived: set[str] = set()


class NotHereYet(BaseException):
    """Not an Exception, so that no `except Exception` on the way takes it for a fault."""


class Later:
    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:  # noqa: ARG004 - importlib's own
        part = _part_of().get(name)
        if part and part not in arrived:
            wanted.append(part)
            raise NotHereYet(f"{name} is in {part}")


@cache
def _part_of() -> dict[str, str]:
    """Which part holds a module; read when the first import finds nothing."""
    lines = Path(__file__).with_name("later.txt").read_text().splitlines()
    return dict(line.split() for line in lines)


def watch() -> None:
    sys.meta_path.append(Later)


def heard() -> str:
    """What is wanted, once each, in words: the bridge cannot read an exception's attributes."""
    parts = " ".join(dict.fromkeys(wanted))
    wanted.clear()
    return parts


def add(part: str) -> None:
    """The part's files are in place now."""
    arrived.add(part)
    invalidate_caches()
