"""What the pages' settings take from pyforms: the name, the sign, the areas and the one shown first.

They are written as a file that mkdocs.yml inherits, so that whatever reads the settings has them from the start.
"""

from typing import Any

import yaml

from publish import BUILD, ROOT, CannotPublish
from pyforms import areas
from pyforms.product import Product, made_with, product

SETTINGS = BUILD / "site.yml"


def settings(of: Product) -> dict[str, Any]:
    """Raises CannotPublish where the first area or a picture is not there."""
    if of.area not in areas.AREA_IDS:
        raise CannotPublish(
            f"pyforms/product.toml: area: there is no area {of.area!r}. Use one of: {', '.join(areas.AREA_IDS)}."
        )
    for picture in (of.logo, of.icon):
        if not (ROOT / "docs" / picture).is_file():
            raise CannotPublish(
                f"pyforms/product.toml: docs/{picture} is not there. Put the picture there, or name another."
            )
    return {
        "site_name": of.name,
        "theme": {"logo": of.logo, "favicon": of.icon},
        "extra": {
            "generator_name": made_with(),
            "area": of.area,
            "areas": [{"id": area_id, "name": areas.get(area_id).name} for area_id in areas.AREA_IDS],
        },
    }


def write() -> None:
    SETTINGS.parent.mkdir(exist_ok=True)
    SETTINGS.write_text(yaml.safe_dump(settings(product()), allow_unicode=True, sort_keys=False), "utf-8")
