"""The page's scripts keep to the oldest browsers that the site is for, and the check of it sees what it should."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def checked(*folder: str | Path) -> str:
    command = ["node", ROOT / "tests/oldest.mjs", *folder]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60).stderr


NEWER = """
Map.groupBy(all, by)
Object.groupBy(all, by)
all.toSorted()
one.union(other)
Promise.withResolvers()
Array.fromAsync(all)
Iterator.from(all)
box.checkVisibility()
structuredClone(all)
all.findLast(is)
Promise.try(work)
RegExp.escape(words)
new Float16Array(2)
words.isWellFormed()
"""


ALLOWED = """
all.at(-1)
new Map(all)
Object.hasOwn(one, name)
// Map.groupBy(all, by)
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The lines of both lists that are said to be newer, by one run: each is a script's second line."""
    folder = tmp_path_factory.mktemp("scripts")
    lines = dict(enumerate([*NEWER.split("\n")[1:-1], *ALLOWED.split("\n")[1:-1]]))
    for place, line in lines.items():
        (folder / f"{place}.js").write_text(f"// a comment\n{line};\n")
    return {lines[int(place)] for place in re.findall(r"^(\d+)\.js:2: .* is not in ", checked(folder), re.MULTILINE)}


@pytest.mark.parametrize("line", NEWER.split("\n")[1:-1])
def test_what_the_oldest_browsers_lack_is_found(found, line):
    assert line in found


@pytest.mark.parametrize("line", ALLOWED.split("\n")[1:-1])
def test_what_they_have_is_not(found, line):
    assert line not in found


def test_our_own_scripts_keep_to_what_they_have():
    assert checked() == ""
