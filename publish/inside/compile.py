"""Run inside Pyodide: compiles each .py under /build/<folder> to a .pyc beside it, and removes the .py.

The .pyc carries no date and is never compared with a source, so equal source gives equal bytes. Names in
tracebacks are those inside the folder. Where each column is stays behind (run.mjs says so to Python); of other
people's code also the docstrings, and which line each instruction is from: a traceback names the line of their
`def`. That makes the library a third smaller on the line.
"""

import marshal
import sys
from pathlib import Path
from py_compile import PycInvalidationMode, compile  # noqa: A004 - shadows on purpose: nothing else is compiled here
from types import CodeType

NO_DOCSTRINGS = 2
HEADER = 16  # bytes of a .pyc before its code
SAME_LINE, SPAN = 0x80 | 13 << 3, 8  # an entry of a line table that stays on its line, for 1 to 8 units of code


def compile_all(root: Path, *, ours: bool) -> None:
    for source in sorted(root.rglob("*.py")):
        compiled = Path(f"{source}c")
        compile(
            str(source), cfile=str(compiled), dfile=str(source.relative_to(root)), doraise=True,
            optimize=0 if ours else NO_DOCSTRINGS, invalidation_mode=PycInvalidationMode.UNCHECKED_HASH,
        )  # fmt: skip
        source.unlink()
        if not ours:
            content = compiled.read_bytes()
            compiled.write_bytes(content[:HEADER] + marshal.dumps(on_one_line(marshal.loads(content[HEADER:]))))  # noqa: S302 - just compiled


def on_one_line(code: CodeType) -> CodeType:
    """The same code, each function's instructions at its first line."""
    units = len(code.co_code) // 2
    entries = (bytes((SAME_LINE | min(SPAN, units - at) - 1, 0)) for at in range(0, units, SPAN))
    consts = tuple(on_one_line(const) if isinstance(const, CodeType) else const for const in code.co_consts)
    return code.replace(co_linetable=b"".join(entries), co_consts=consts)


for folder in sys.argv[1:]:
    compile_all(Path("/build") / folder, ours=folder.startswith("pyforms"))
