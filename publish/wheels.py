"""The wheels that run in the browser: fetched by requirements/browser.txt, and our own, built here."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from publish import BUILD, ROOT, CannotPublish

REQUIREMENTS = ROOT / "requirements" / "browser.txt"
PLATFORM = "pyemscripten_2026_0_wasm32"  # Pyodide 314's; goes with package.json's pyodide
PYTHON = "3.14"
EPOCH = "315532800"  # 1980-01-01, the first date a zip can hold: a wheel's bytes must not tell when it was made


def collect(project: Path = ROOT) -> list[Path]:
    """Every wheel for the browser, ours last; fetches and builds what is not there yet."""
    return [*fetched(), own(project)]


def fetched() -> list[Path]:
    """The wheels named in the lock, checked against its hashes by pip."""
    folder = BUILD / "wheels"
    lock = REQUIREMENTS.read_text()
    if not (folder / "lock.txt").exists() or (folder / "lock.txt").read_text() != lock:
        shutil.rmtree(folder, ignore_errors=True)
        run(
            "fetching the wheels for the browser (is there a package index within reach?)",
            sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder),
            "--platform", PLATFORM, "--python-version", PYTHON, "--only-binary=:all:",
            "--require-hashes", "--requirement", str(REQUIREMENTS),
        )  # fmt: skip
        (folder / "lock.txt").write_text(lock)
    return sorted(folder.glob("*.whl"))


def own(project: Path) -> Path:
    """`pyforms` as a wheel, so that the browser gets the files that a wheel holds and no others.

    Built from a copy, because setuptools keeps deleted files in its build folder, and moved into place whole: tests
    that run side by side build the same one.
    """
    folder = BUILD / "own-wheel" / project.name
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD) as copy:
        shutil.copy(project / "pyproject.toml", copy)
        shutil.copytree(project / "pyforms", Path(copy) / "pyforms", ignore=shutil.ignore_patterns("__pycache__"))
        run(
            "building the wheel of pyforms (does pyproject.toml still describe it?)",
            sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", copy, copy,
        )  # fmt: skip
        wheel = next(Path(copy).glob("*.whl"))
        return wheel.replace(folder / wheel.name)


def run(doing: str, *command: str) -> str:
    """What a command prints; raises CannotPublish with what was being done and the end of its errors."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)  # noqa: S603 - our own commands
    if done.returncode:
        raise CannotPublish(f"{doing}:\n{(done.stderr or done.stdout)[-2000:]}")
    return done.stdout
