"""Runs in the browser: notices an import of what was not sent to start with.

The part that has it is fetched, and the call made again; so what a build leaves out can never be missed.
"""

import sys
from collections.abc import Callable


class NotHereYet(BaseException):
    """Not an Exception, so that no `except Exception` on the way takes it for a fault."""


class Later:
    def __init__(self, part_of: Callable[[str], str | None]) -> None:
        self.part_of = part_of

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:  # noqa: ARG002 - importlib's signature
        if part := self.part_of(name):
            raise NotHereYet(f"{name} is in {part}")


def watch(part_of: Callable[[str], str | None]) -> None:
    """`part_of(module)` names the part that holds a module which is not here, or None."""
    sys.meta_path.append(Later(part_of))
