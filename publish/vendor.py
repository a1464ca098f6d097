"""The npm libraries that the page's own scripts import, under names that hosts serve as JavaScript."""

import json
import os
import re
import shutil
from pathlib import Path

from publish import ROOT, CannotPublish

LIBRARIES = {"docx": "dist/index.mjs", "signature_pad": "dist/signature_pad.js"}
BY_HASH = ("zstddec",)  # what runtime.py takes
# Of many modules, which import each other by the names of their packages: here by paths.
IN_PARTS = {"age-encryption": "dist/index.js"}
IMPORTED = re.compile(r"""(?<=\bfrom )["']([^"']+)["'](?=;)""")
LICENCES = ("LICENSE", "LICENSE.md")
MODULES = ROOT / "node_modules"


def write(site: Path) -> None:
    """Put each library and its licence into assets/javascript/vendor/."""
    target = site / "assets/javascript/vendor"
    target.mkdir(parents=True, exist_ok=True)
    for name, script in LIBRARIES.items():
        shutil.copyfile(MODULES / name / script, target / f"{name}.js")
    packages = {*LIBRARIES, *BY_HASH}
    for name, script in IN_PARTS.items():
        if not (MODULES / name / script).is_file():
            raise CannotPublish(f"node_modules has no {name}: run npm ci")
        modules = _modules(MODULES / name / script)
        packages |= {_package(module) for module in modules}
        for module, text in modules.items():
            part = target / name / module.relative_to(MODULES)
            part.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, "utf-8")
        entry = (MODULES / name / script).relative_to(MODULES).as_posix()
        (target / f"{name}.js").write_text(f'export * from "./{name}/{entry}";\n', "utf-8")
    for name in sorted(packages):
        licence = next((file for each in LICENCES if (file := MODULES / name / each).is_file()), None)
        if not licence:
            raise CannotPublish(f"node_modules has no {name} with a licence: run npm ci")
        shutil.copyfile(licence, target / f"{name.replace('/', '-').lstrip('@')}-licence.txt")


def _modules(entry: Path) -> dict[Path, str]:
    """A module and all that it imports, each with its imports as paths between them."""
    found: dict[Path, str] = {}
    waiting = [entry]
    while waiting:
        module = waiting.pop()
        if module in found:
            continue
        text, *_ = module.read_text("utf-8").split("//# sourceMappingURL")
        imported = {name: _resolved(module, name) for name in IMPORTED.findall(text)}
        found[module] = _with_paths(text, {name: _between(module, other) for name, other in imported.items()})
        waiting += imported.values()
    return found


def _with_paths(text: str, paths: dict[str, str]) -> str:
    return IMPORTED.sub(lambda name: paths[name[1]], text)


def _resolved(module: Path, name: str) -> Path:
    """The file that a module means by a name, as Node finds it."""
    if name.startswith("."):
        return Path(os.path.normpath(module.parent / name))
    package = "/".join(name.split("/")[: 2 if name.startswith("@") else 1])
    about = json.loads((MODULES / package / "package.json").read_text("utf-8"))
    key = "." + name.removeprefix(package)
    exports = about.get("exports", {key: about.get("main")})
    file = exports if isinstance(exports, str) else exports.get(key)
    while isinstance(file, dict):
        file = file.get("import") or file.get("default")
    if not file:
        raise CannotPublish(f"{package} in node_modules has no {key}")
    return Path(os.path.normpath(MODULES / package / file))


def _between(module: Path, other: Path) -> str:
    way = Path(os.path.relpath(other, module.parent)).as_posix()
    return f'"{way if way.startswith(".") else f"./{way}"}"'


def _package(module: Path) -> str:
    parts = module.relative_to(MODULES).parts
    return "/".join(parts[: 2 if parts[0].startswith("@") else 1])
