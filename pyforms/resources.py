"""Reading the data files that lie beside the code, and listing them.

`importlib.resources` would bring some thirty modules to a phone; `pkgutil` is enough.
"""

import os
import pkgutil
from typing import Any

from pydantic_core import from_json


def read(package: str, name: str) -> bytes:
    """The bytes of a file in a package's folder; raises OSError when it is not there."""
    found = pkgutil.get_data(package, name)
    if found is None:
        message = f"{package} cannot be read from"
        raise OSError(message)
    return found


def names(folder: str, ending: str) -> tuple[str, ...]:
    """What the files with an ending in a folder are called without it, in order. Twins count: see `read_toml`."""
    found = {name.removesuffix(".json") for name in os.listdir(folder)}  # noqa: PTH208 - pathlib is slow to start
    return tuple(sorted(name.removesuffix(ending) for name in found if name.endswith(ending)))


def read_toml(package: str, name: str) -> dict[str, Any]:
    """A TOML file's values.

    The bundle for the browser holds a JSON twin of each TOML file (`child.toml.json`), because
    reading TOML takes a phone a hundred times as long.
    """
    try:
        values: dict[str, Any] = from_json(read(package, f"{name}.json"))
    except OSError:
        import tomllib  # noqa: PLC0415 - never needed in the browser

        values = tomllib.loads(read(package, name).decode("utf-8-sig"))
    return values
