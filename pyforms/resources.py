"""Reading the data files that lie beside the code, from a folder or from inside a bundle.

`importlib.resources` would bring some thirty modules to a phone; `pkgutil` is enough.
"""

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


def read_toml(package: str, name: str) -> dict[str, Any]:
    """A TOML file's values.

    The bundle for the browser holds a JSON twin of each TOML file (`child.toml.json`), because
    reading TOML takes a phone a hundred times as long.
    """
    try:
        values: dict[str, Any] = from_json(read(package, f"{name}.json"))
    except OSError:
        import tomllib  # noqa: PLC0415 - never needed in the browser

        values = tomllib.loads(read(package, name).decode())
    return values
