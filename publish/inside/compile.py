"""Run inside Pyodide: compiles each .py under /build/<folder> to a .pyc beside it, and removes the .py.

The .pyc carries no date and is never compared with a source, so equal source gives equal bytes. Names in
tracebacks are those inside the folder. Docstrings of other people's code stay behind; ours keeps all it has.
"""

import sys
from pathlib import Path
from py_compile import PycInvalidationMode, compile  # noqa: A004 - shadows on purpose: nothing else is compiled here

NO_DOCSTRINGS = 2


def compile_all(root: Path, optimize: int) -> None:
    for source in sorted(root.rglob("*.py")):
        name = str(source.relative_to(root))
        compile(
            str(source), cfile=f"{source}c", dfile=name, doraise=True, optimize=optimize,
            invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        )  # fmt: skip
        source.unlink()


for folder in sys.argv[1:]:
    compile_all(Path("/build") / folder, 0 if folder.startswith("pyforms") else NO_DOCSTRINGS)
