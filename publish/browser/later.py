"""Runs in the browser: notices an import of what was not sent to start with.

The bridge then fetches the part that has it and makes the call again; so what a build leaves out is never missed.
"""

import sys
from functools import cache
from importlib import invalidate_caches
from pathlib import Path

wanted = ""  # the part that the last NotHereYet was about
arrived: set[str] = set()


class NotHereYet(BaseException):
    """Not an Exception, so that no `except Exception` on the way takes it for a fault."""


class Later:
    @staticmethod
    def find_spec(name: str, path: object = None, target: object = None) -> None:  # noqa: ARG004 - importlib's own
        global wanted  # noqa: PLW0603 - read by the bridge, as an exception's attributes cannot be
        part = _part_of().get(name)
        if part and part not in arrived:
            wanted = part
            raise NotHereYet(f"{name} is in {part}")


@cache
def _part_of() -> dict[str, str]:
    """Which part holds a module; read when the first import finds nothing."""
    lines = Path(__file__).with_name("later.txt").read_text().splitlines()
    return dict(line.split() for line in lines)


def watch() -> None:
    sys.meta_path.append(Later)


def add(part: str) -> None:
    """The part's files are in place now."""
    arrived.add(part)
    invalidate_caches()
