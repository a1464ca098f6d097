"""From wheels and Pyodide's standard library to folders of byte-code, each made once and kept in build/."""

import hashlib
import json
import os
import shutil
import tomllib
import zipfile
from datetime import date
from pathlib import Path
from typing import TypedDict

from publish import BUILD, ROOT
from publish.wheels import run
from pyforms import form
from pyforms.form import LIST, ids_in

PYODIDE = ROOT / "node_modules" / "pyodide"
STANDARD_LIBRARY = PYODIDE / "python_stdlib.zip"
INSIDE = Path(__file__).parent / "inside"
HOME = BUILD / "bytecode"


class Used(TypedDict):
    """Paths that the work touches to start, those that only a family's folder touches more, and only writing files;
    and the modules of each part that are imported before anything is asked, in their order."""

    start: list[str]
    folder: list[str]
    files: list[str]
    early: dict[str, list[str]]


def compiled(archives: list[Path]) -> dict[Path, Path]:
    """The folder of byte-code for each archive, the byte-code made by Pyodide's own Python."""
    folders = {archive: HOME / f"{archive.name.split('-')[0]}-{_key(archive)}" for archive in archives}
    missing = {archive: folder for archive, folder in folders.items() if not folder.exists()}
    drafts = [_unpack(archive, folder) for archive, folder in missing.items()]
    if drafts:
        inside("compile.py", *(draft.name for draft in drafts))
    for draft, folder in zip(drafts, missing.values(), strict=True):
        if folder.exists():
            shutil.rmtree(draft)
        else:
            draft.rename(folder)
    return folders


def used(folders: list[Path]) -> Used:
    """What is used of the folders, and of Pyodide's own standard library."""
    traced: Used = json.loads(inside("trace.py", *(folder.name for folder in folders)))
    return traced


def inside(script: str, *args: str) -> str:
    """What one of the scripts beside run.mjs answers when it runs in Pyodide."""
    doing = f"running {script} in Pyodide under Node (did `npm ci` run?)"
    return run(doing, "node", str(INSIDE / "run.mjs"), str(INSIDE / script), str(HOME), *args)


def _key(archive: Path) -> str:
    ways = b"".join(path.read_bytes() for path in (INSIDE / "compile.py", INSIDE / "run.mjs", Path(__file__)))
    return hashlib.sha256(archive.read_bytes() + ways + STANDARD_LIBRARY.read_bytes()).hexdigest()[:12]


def _unpack(archive: Path, folder: Path) -> Path:
    draft = folder.with_name(f"{folder.name}.{os.getpid()}")  # tests that run side by side may make the same one
    shutil.rmtree(draft, ignore_errors=True)
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(draft)
    if archive.name.startswith("pyforms-"):
        _add_json_twins(draft)
        ids = ids_in(str(draft / "pyforms"))
        titles = {form_id: form.get(form_id).title if form_id in form.FORM_IDS else "" for form_id in ids}
        (draft / "pyforms" / LIST).write_text(json.dumps(titles))
    return draft


def _add_json_twins(folder: Path) -> None:
    """Beside each TOML file the same values as JSON: see pyforms/resources.py for why."""
    for source in folder.rglob("*.toml"):
        values = tomllib.loads(source.read_text())
        source.with_name(f"{source.name}.json").write_text(json.dumps(values, default=_iso, ensure_ascii=False))


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no JSON twin")
