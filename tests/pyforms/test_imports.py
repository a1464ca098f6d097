"""Imports in pyforms run one way. Those that only types need count too, and so do those inside a function.

So nothing is put inside a function to hide a circle: what stands there is only what a phone should not wait for.
"""

import ast
import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WITH_A_REASON = re.compile(r"# noqa: PLC0415 - \w+")


def _name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


MODULES = {_name(path): path for path in sorted(ROOT.glob("pyforms/**/*.py"))}


def _imported(tree: ast.AST, modules: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names if each.name in modules)
        elif isinstance(node, ast.ImportFrom):
            full = {f"{node.module}.{each.name}" for each in node.names} & modules
            yield from full or {node.module} & modules


def circle(texts: dict[str, str]) -> list[str]:
    """The modules of a circle of imports, in their order; empty where there is none."""
    graph = {name: set(_imported(ast.parse(text), set(texts))) for name, text in texts.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return found.args[1]
    return []


def test_no_imports_go_in_a_circle():
    assert circle({name: path.read_text("utf-8") for name, path in MODULES.items()}) == []


@pytest.mark.parametrize(
    "back",
    ["from a import b", "import a.b", "def f():\n    from a import b", "if TYPE_CHECKING:\n    from a.b import C"],
)
def test_a_circle_is_found_wherever_its_import_stands(back):
    assert set(circle({"a": "", "a.b": "from a import c", "a.c": back})) == {"a.b", "a.c"}


@pytest.mark.parametrize("name", MODULES)
def test_an_import_inside_a_function_says_why_it_waits(name):
    text = MODULES[name].read_text("utf-8")
    lines, tree = text.splitlines(), ast.parse(text)
    inside = [
        node
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef)
        for node in ast.walk(outer)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    silent = [lines[node.lineno - 1].strip() for node in inside if not WITH_A_REASON.search(lines[node.lineno - 1])]
    assert silent == []
