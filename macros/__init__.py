"""What pages may call: each macro is a pure function in a module beside this one, listed in its MACROS."""

from typing import Any

from macros import (
    areas,
    cards,
    coverage,
    facts_to_check,
    folder,
    forms,
    genogram,
    local,
    national,
    pictures,
    product,
    rules,
)
from pyforms.areas import check_all

MODULES = (areas, cards, coverage, facts_to_check, folder, forms, genogram, local, national, pictures, product, rules)
MACROS = tuple(macro for module in MODULES for macro in module.MACROS)


def define_env(env: Any) -> None:  # noqa: ANN401 - the plugin's own object; it publishes no type
    check_all()
    for macro in MACROS:
        env.macro(macro)
