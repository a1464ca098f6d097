"""Which part of the download each file belongs to: what Python needs to start, or what is fetched only when asked.

library   Pyodide's standard library, as far as a form page uses it
packages  pydantic and what it stands on, likewise
forms     pyforms, and its data whole, but for the forms themselves
<form id> a form, whole: a page is sent its own, and another only when it is asked for
folder    what only a family's folder needs
native    compiled code, each a file of its own
files     what only writing PDF and the like needs
rest      everything else: fetched if an import proves the tracing wrong
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from publish.bytecode import STANDARD_LIBRARY, Used
from pyforms.form import FORM_IDS

LIBRARY_HOME = "lib/python3.14/lib-dynload"  # the one plain folder of the standard library on Pyodide's sys.path
PACKAGES_HOME = "lib/python3.14/site-packages"
NATIVE = ".cpython-314-wasm32-emscripten.so"
LATER = (*FORM_IDS, "folder", "files", "rest")
BUNDLES = ("library", "packages", "forms", *LATER)
FORM_OF = {f"{PACKAGES_HOME}/pyforms/{form_id.replace('-', '_')}": form_id for form_id in FORM_IDS}  # by its folder
FOLDER = f"{PACKAGES_HOME}/pyforms/folder/"
FOR_INSTALLERS = (".pyi", "py.typed", "/RECORD", "/WHEEL", ".ini", "README.txt")
HAS_A_TWIN = ".toml"


@dataclass(frozen=True)
class File:
    """One file as the browser's Python sees it: its path below /, its bytes, the name it was traced by."""

    path: str
    source: Path
    traced: str
    archive: Path

    @property
    def module(self) -> str:
        """The module that the file holds, or "" when it holds data."""
        name = self.path.removeprefix(f"{LIBRARY_HOME}/").removeprefix(f"{PACKAGES_HOME}/")
        return name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".") if name.endswith(".pyc") else ""


def sort_out(folders: dict[Path, Path], used: Used) -> dict[str, list[File]]:
    """Every file of the archives' folders, in its bundle or under "native"."""
    start, kept, files = set(used["start"]), set(used["folder"]), set(used["files"])
    parts: dict[str, list[File]] = {part: [] for part in (*BUNDLES, "native")}
    for archive, folder in folders.items():
        for file in _files(archive, folder):
            parts[_part(file, start, kept, files)].append(file)
    return parts


def _part(file: File, start: set[str], kept: set[str], files: set[str]) -> str:
    ours = file.archive.name.startswith("pyforms-")
    if file.path.endswith(NATIVE):
        return "native"
    if form := next((FORM_OF[str(home)] for home in PurePosixPath(file.path).parents if str(home) in FORM_OF), None):
        return form
    if file.path.startswith(FOLDER) or file.traced in kept:
        return "folder"
    if file.traced in files or (ours and not file.module and _in_package_of(file, files)):
        return "files"
    if file.traced not in start and not (ours and not file.module):
        return "rest"
    return "library" if file.archive == STANDARD_LIBRARY else "forms" if ours else "packages"


def _in_package_of(file: File, part: set[str]) -> bool:
    """Data goes with its package: a folder without its __init__ would pass for an empty package."""
    return any(f"{folder}/__init__.pyc" in part for folder in PurePosixPath(file.traced).parents)


def _files(archive: Path, folder: Path) -> Iterator[File]:
    library = archive == STANDARD_LIBRARY
    home = LIBRARY_HOME if library else PACKAGES_HOME
    for source in sorted(folder.rglob("*")):
        name = source.relative_to(folder).as_posix()
        if source.is_file() and not name.endswith((*FOR_INSTALLERS, HAS_A_TWIN)):
            # Pyodide under Node traces its library as .py inside its zip, and ours as .pyc where it lies.
            traced = f"/lib/python314.zip/{name.removesuffix('c')}" if library else f"/build/{folder.name}/{name}"
            yield File(f"{home}/{name}", source, traced, archive)
