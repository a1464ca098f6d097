"""What pages may call: each macro is a pure function in a module beside this one, listed in its MACROS."""

from typing import Any

from macros import areas


def define_env(env: Any) -> None:  # noqa: ANN401 - the plugin's own object; it publishes no type
    for function in (*areas.MACROS,):
        env.macro(function)
