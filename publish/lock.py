"""Pyodide's lock of the packages in the browser, made with the Pyodide project's own pyodide-lock."""

from pathlib import Path
from typing import Any

import attrs
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec

from publish import BUILD, CannotPublish
from publish.bytecode import PYODIDE
from publish.wheels import PLATFORM

LEFT_OUT = {"pillow"}  # fpdf2 names it for photographs; see override-dependencies in pyproject.toml


def lock(wheels: list[Path]) -> dict[str, Any]:
    """What loadPyodide takes as lockFileContents: our wheels; raises CannotPublish if one needs what is not there.

    pyodide-lock 0.2 knows wheels by the compiler's version (emscripten_5_0_3); wheels now carry the platform's
    name (pyemscripten_2026_0), so it is told that name while it checks them.
    """
    info = PyodideLockSpec.from_json(PYODIDE / "pyodide-lock.json").info
    named = attrs.evolve(info, platform=PLATFORM.removesuffix(f"_{info.arch}"))
    empty = PyodideLockSpec(info=named, packages={})
    spec = add_wheels_to_spec(empty, wheels, base_path=BUILD, ignore_missing_dependencies=True)
    spec.info = info
    for package in spec.packages.values():
        package.depends = [name for name in package.depends if name not in LEFT_OUT]
        if missing := set(package.depends) - set(spec.packages):
            raise CannotPublish(f"{package.name} needs {missing}: add it to pyproject.toml's browser group")
    return spec.to_dict()
