"""Python for the browser: Pyodide, the byte-code it needs to start, and what is fetched only when asked for.

Files carry their hash in their address and neutral endings (school filters refuse .whl and .zip), and stand
with size and SHA-256 in manifest.json, which the page reads first. The same input gives the same bytes.

They are compressed here, by Zstandard, and unpacked by python-files.js: many hosts send such files as they are,
and where a host does compress them, its gzip is a quarter larger. Pyodide's own wasm is not: a browser keeps the
code that it made from a wasm file only for one that it fetched and compiled itself, and that code makes every
later visit start in half the time.
"""

import hashlib
import io
import json
import os
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import brotli  # type: ignore[import-untyped] # it has no types
import zstandard

from publish import BROTLI, BUILD, ROOT, bytecode, parts, wheels
from publish.bytecode import PYODIDE, STANDARD_LIBRARY
from publish.lock import lock
from publish.parts import File

WASM = "pyodide.asm.wasm"
ENGINE = ("pyodide.mjs", "pyodide.asm.mjs", WASM)
KEPT = "kept"  # names below it carry a hash of the content, so browsers may keep them for ever
PACKED = BUILD / "packed"
HARDEST = 22
BROWSER = Path(__file__).parent / "browser"

type Entry = dict[str, str | int]


def write(site: Path, project: Path = ROOT) -> None:
    """Put everything that Python needs under <site>/assets/python/."""
    found = wheels.collect(project)
    folders = bytecode.compiled([STANDARD_LIBRARY, *found])
    used = bytecode.used([folders[wheel] for wheel in found])
    sorted_out = parts.sort_out(folders, used)
    plain = (BROWSER / "sitecustomize.py", BROWSER / "later.py", _later(sorted_out))
    sorted_out["library"].extend(_plain(parts.LIBRARY_HOME, source) for source in plain)
    for part, home in (("library", parts.LIBRARY_HOME), ("packages", parts.PACKAGES_HOME)):
        sorted_out[part].append(_plain(home, _early(part, used["early"][part])))
    target = site / "assets" / "python"
    shutil.rmtree(target, ignore_errors=True)
    (target / "kept").mkdir(parents=True)
    manifest = {
        "engine": _engine_folder(),
        "files": _engine(target) | _native(target, sorted_out) | _bundles(target, sorted_out),
        "lock": lock(found),
    }
    (target / "manifest.json").write_text(json.dumps(manifest, indent=1))


def _early(part: str, modules: list[str]) -> Path:
    """The imports of a part, to be done while the next one is still on its way."""
    imports = (f"import {name}\n" for name in modules if name.replace(".", "_").isidentifier())
    return _whole(BUILD / f"early_{part}.py", "".join(imports).encode())


def _later(sorted_out: dict[str, list[File]]) -> Path:
    """The list in which later.py finds the part that has a module."""
    lines = (f"{file.module} {part}" for part in parts.LATER for file in sorted_out[part] if file.module)
    return _whole(BUILD / "later.txt", "\n".join(sorted(lines)).encode())


def _plain(home: str, source: Path) -> File:
    """A file as it is, in a folder of the browser's Python."""
    return File(f"{home}/{source.name}", source, "", source)


def _engine_folder() -> str:
    """Pyodide finds its own files by their names, so the hash is their folder's."""
    contents = b"".join((PYODIDE / name).read_bytes() for name in ENGINE)
    return f"{KEPT}/engine-{hashlib.sha256(contents).hexdigest()[:12]}"


def _engine(target: Path) -> dict[str, Entry]:
    folder = target / _engine_folder()
    folder.mkdir()
    contents = {name: (PYODIDE / name).read_bytes() for name in ENGINE}
    for name, content in contents.items():
        (folder / name).write_bytes(content)
        (folder / f"{name}{BROTLI}").write_bytes(_packed(content, brotli.compress, brotli.__version__))
    return {name: _entry(f"{_engine_folder()}/{name}", content) for name, content in contents.items()}


def _native(target: Path, sorted_out: dict[str, list[File]]) -> dict[str, Entry]:
    """Compiled modules stay out of the bundles, and tell the path that Python looks for."""
    entries = {}
    for file in sorted_out["native"]:
        content = file.source.read_bytes()
        name = file.path.removeprefix(f"{parts.PACKAGES_HOME}/").split("/")[0]
        entries[name] = _add(target, name, content) | {"path": f"/{file.path}"}
    return entries


def _bundles(target: Path, sorted_out: dict[str, list[File]]) -> dict[str, Entry]:
    contents = {part: bundle(sorted_out[part]) for part in parts.BUNDLES if sorted_out[part]}
    return {part: _add(target, part, content) for part, content in contents.items()}


def bundle(files: list[File]) -> bytes:
    """A plain tar: the browser unpacks it in ten lines."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for file in sorted(files, key=lambda file: file.path):
            entry = tarfile.TarInfo(file.path)  # no date, no owner
            content = file.source.read_bytes()
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def _add(target: Path, name: str, content: bytes) -> Entry:
    """Write the file, packed; its entry tells the packed bytes that the browser fetches and checks."""
    packed = _packed(content, lambda whole: zstandard.compress(whole, HARDEST), zstandard.__version__)
    place = f"{KEPT}/{name}.{hashlib.sha256(packed).hexdigest()[:12]}.data"
    (target / place).write_bytes(packed)
    return _entry(place, packed)


def _entry(place: str, content: bytes) -> Entry:
    return {"name": place, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _packed(content: bytes, compress: Callable[[bytes], bytes], version: str) -> bytes:
    """Compressed as small as can be, which takes seconds: so it is done once and kept in build/."""
    kept = PACKED / f"{hashlib.sha256(content).hexdigest()}.{version}"
    if not kept.exists():
        PACKED.mkdir(parents=True, exist_ok=True)
        _whole(kept, compress(content))
    return kept.read_bytes()


def _whole(place: Path, content: bytes) -> Path:
    """The place, with the content put there in one go: tests that run side by side write the same files."""
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    draft.write_bytes(content)
    return draft.replace(place)
