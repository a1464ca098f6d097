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


@pytest.mark.parametrize("line", NEWER.split("\n")[1:-1])
def test_what_the_oldest_browsers_lack_is_found(tmp_path, line):
    (tmp_path / "new.js").write_text(f"// a comment\n{line};\n")
    assert re.search(r"^new\.js:2: .* is not in ", checked(tmp_path), re.MULTILINE)


@pytest.mark.parametrize("line", ["all.at(-1)", "new Map(all)", "Object.hasOwn(one, name)", "// Map.groupBy(all, by)"])
def test_what_they_have_is_not(tmp_path, line):
    (tmp_path / "old.js").write_text(f"{line};\n")
    assert checked(tmp_path) == ""


def test_our_own_scripts_keep_to_what_they_have():
    assert checked() == ""
