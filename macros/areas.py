"""Macros that put an area's facts on a page; the facts themselves live in pyforms/areas."""

from collections.abc import Callable
from typing import Any

MACROS: tuple[Callable[..., Any], ...] = ()
