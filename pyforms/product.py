"""What this build is called, and which area it shows first: the one place that pages, files and programs ask."""

from dataclasses import dataclass
from functools import cache

from pyforms import resources
from pyforms.version import VERSION


@dataclass(frozen=True)
class Product:
    """The values of product.toml. `logo` and `icon` are files in docs."""

    name: str
    area: str
    logo: str
    icon: str


@cache
def product() -> Product:
    return Product(**resources.read_toml("pyforms", "product.toml"))


def made_with() -> str:
    """The name and the version, for whatever this copy makes."""
    return f"{product().name} {VERSION}"
