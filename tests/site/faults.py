"""The table of faults: faults.toml, which test_faults.py plays, as FAULTS.md, which is this table for people.

`python tests/site/faults.py` writes FAULTS.md again.
"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "FAULTS.md"
FAULTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text())["fault"]
KILL = """() => {
  const Started = Worker;
  let isKilled = false;
  window.Worker = class extends Started {
    postMessage(message, ...rest) {
      if (message.call && !isKilled) { isKilled = true; this.terminate(); }
      super.postMessage(message, ...rest);
    }
  };
}"""
# What happens to a page before its Python starts.
PAGES = {
    "no workers": "() => { window.Worker = undefined }",
    "no module workers": """() => {
      const Started = Worker;
      window.Worker = function (address) { return new Started(address); };
    }""",
    "no WebAssembly": "() => { delete window.WebAssembly }",
    "worker gone": KILL,
}
ANSWER = "The answer comes all the same."
HEAD = """# What can go wrong, and what is then seen

What is typed is in the page's own fields, so it is kept in every one of these. Where a reason is shown, "Try again"
stands beside it, with a blank form for paper. Each row is played in a browser by `tests/site/test_faults.py`, which
fails where another reason is seen, where it takes longer, or where anything typed is gone. This page is written from
the same rows, `tests/site/faults.toml`, by `python tests/site/faults.py`. The seconds are what a busy machine with two
cores may take.

| what happens | what is seen | within | what is kept |
|---|---|---|---|
"""
PAGE = """
Before any script of a form's page runs, the page itself waits: when 15 seconds have passed and none has said that it is
there (one of them was blocked, cut, or sent as plain text), the page says so where the form begins and beside its
button, with what to do. `tests/site/test_lost.py` plays that.
"""


def reasons() -> dict[str, str]:
    """What the page says of each kind of fault."""
    scripts = ((ROOT / f"docs/assets/javascript/{name}.js").read_text() for name in ("arrival", "python"))
    lists = (script.partition("const REASONS = {")[2].partition("\n};")[0] for script in scripts)
    return dict(re.findall(r'^\s+"?([a-z-]+)"?: "(.*)",$', "".join(lists), re.MULTILINE))


def seen(fault: dict) -> str:
    again = f"“The tool had stopped. It is starting again” after {fault['again']} s. " if "again" in fault else ""
    return again + {**reasons(), "answer": ANSWER}[fault["seen"]].replace("FILE", "(its name)")


def table() -> str:
    rows = [f"| {each['what']} | {seen(each)} | {each['within']} s | everything typed |" for each in FAULTS]
    return HEAD + "\n".join(rows) + "\n" + PAGE


if __name__ == "__main__":
    TABLE.write_text(table())
