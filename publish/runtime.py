"""Python for the browser: Pyodide, the byte-code it needs to start, and what is fetched only when asked for.

All of it is fetched as bytes and checked by the size and SHA-256 in the manifest, which the page reads first: what
type a host gives a file makes no difference. Names carry the hash of what they hold, the manifest's too, and neutral
endings (school filters refuse .whl and .zip). The same input gives the same bytes.

They are compressed here, by Zstandard, and unpacked by python-files.js: many hosts send such files as they are,
and where a host does compress them, its gzip is a quarter larger. Two are not: the unpacker itself, and Pyodide's own
wasm, because a browser keeps the code that it made from a wasm file only for one that it fetched and compiled itself,
and that code makes every later visit start in half the time.
"""

import base64
import hashlib
import io
import json
import os
import re
import shutil
import tarfile
from collections.abc import Callable
from pathlib import Path

import brotli  # type: ignore[import-untyped] # it has no types
import zstandard

from publish import BROTLI, BUILD, KEPT, ROOT, CannotPublish, bytecode, parts, wheels
from publish.bytecode import PYODIDE, STANDARD_LIBRARY
from publish.lock import lock
from publish.parts import File

WASM = "pyodide.asm.wasm"
SCRIPTS = ("pyodide.asm.mjs", "pyodide.mjs")
MANIFEST = "manifest"
UNPACKER = ROOT / "node_modules/zstddec/dist/zstddec.mjs"
PACKED = BUILD / "packed"
HARDEST = 22
BROWSER = Path(__file__).parent / "browser"

type Entry = dict[str, str | int]


def write(site: Path, project: Path = ROOT) -> None:
    """Put everything that Python needs under <site>/kept/python/."""
    found = wheels.collect(project)
    folders = bytecode.compiled([STANDARD_LIBRARY, *found])
    used = bytecode.used([folders[wheel] for wheel in found])
    sorted_out = parts.sort_out(folders, used)
    plain = (BROWSER / "sitecustomize.py", BROWSER / "later.py", _later(sorted_out))
    sorted_out["library"].extend(_plain(parts.LIBRARY_HOME, source) for source in plain)
    for part, home in (("library", parts.LIBRARY_HOME), ("packages", parts.PACKAGES_HOME)):
        sorted_out[part].append(_plain(home, _early(part, used["early"][part])))
    target = site / KEPT / "python"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    manifest = {
        "files": _engine(target) | _native(target, sorted_out) | _bundles(target, sorted_out),
        "lock": lock(found),
    }
    _put(target, MANIFEST, "json", json.dumps(manifest, indent=1).encode())


def manifest_of(site: Path) -> Path:
    """Where the list of Python's files lies, below the site's folder."""
    return next((site / KEPT / "python").glob(f"{MANIFEST}.*.json")).relative_to(site)


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


def _engine(target: Path) -> dict[str, Entry]:
    """Pyodide: its two scripts as one, to be packed like the rest, and its wasm; and what unpacks."""
    wasm = (PYODIDE / WASM).read_bytes()
    entry = _put(target, "pyodide.asm", "wasm", wasm)
    (target / f"{entry['name']}{BROTLI}").write_bytes(_packed(wasm, brotli.compress, brotli.__version__))
    return {
        "unpacker": _put(target, "unpacker", "wasm", unpacker(UNPACKER.read_text())),
        "engine": _add(target, "engine", engine(*((PYODIDE / name).read_text() for name in SCRIPTS)).encode()),
        WASM: entry,
    }


def engine(asm: str, loader: str) -> str:
    """Pyodide's two scripts as one function, `loadPyodide`: a worker is started from the text that was checked.

    As modules they would be fetched by the browser itself, and run unchecked.
    """
    made, asm = _cut(r"export default (\w+);", asm)
    load, loader = _cut(r"export\{(\w+) as loadPyodide,\w+ as version\};", loader)
    loader = re.sub(r"^//# sourceMappingURL=.*$", "", loader, flags=re.MULTILINE)
    give = f"return (options) => {load}({{ ...options, createPyodideModule: {made} }});"
    return f"// Pyodide (MPL 2.0)\nconst loadPyodide = (() => {{\n{asm}\n{loader}\n{give}\n}})();\n"


def unpacker(script: str) -> bytes:
    """The wasm that zstddec carries inside its script."""
    return base64.b64decode(_cut(r'const wasm = "([A-Za-z0-9+/=]+)"', script)[0])


def _cut(pattern: str, script: str) -> tuple[str, str]:
    """What the pattern's group says, and the script without what it matched; it has to be there once."""
    found = re.findall(pattern, script)
    if len(found) != 1:
        raise CannotPublish(f"A script from npm is not as expected: {pattern} is in it {len(found)} times")
    return found[0], re.sub(pattern, "", script)


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
    return _put(target, name, "data", packed)


def _put(target: Path, name: str, ending: str, content: bytes) -> Entry:
    digest = hashlib.sha256(content).hexdigest()
    place = f"{name}.{digest[:12]}.{ending}"
    (target / place).write_bytes(content)
    return {"name": place, "bytes": len(content), "sha256": digest}


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
