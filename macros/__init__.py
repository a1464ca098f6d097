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


def define_env(env: Any) -> None:  # noqa: ANN401 - the plugin's own object; it publishes no type
    check_all()
    for function in (
        *areas.MACROS,
        *cards.MACROS,
        *coverage.MACROS,
        *facts_to_check.MACROS,
        *folder.MACROS,
        *forms.MACROS,
        *genogram.MACROS,
        *local.MACROS,
        *national.MACROS,
        *pictures.MACROS,
        *product.MACROS,
        *rules.MACROS,
    ):
        env.macro(function)
