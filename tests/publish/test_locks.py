"""The locks pin whatever the project asks for, and name no registry: whoever builds has one of their own."""

import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = {"dev": ROOT / "requirements/dev.txt", "browser": ROOT / "requirements/browser.txt"}
ADDRESS = re.compile(r"\b[a-z]+://|--(?:extra-)?index-url|--find-links|--trusted-host", re.IGNORECASE)
PIN = re.compile(r"(?P<name>[a-z0-9-]+)(?:\[[^\]]*\])?==\S+(?: ; .*)? \\")


@pytest.mark.parametrize("group", LOCKS)
def test_a_lock_for_python_names_no_registry_and_pins_by_hash(group):
    text = LOCKS[group].read_text("utf-8")
    assert not ADDRESS.search(text)
    lines = text.splitlines()
    pins = [at for at, line in enumerate(lines) if line and not line.startswith((" ", "#"))]
    assert len(pins) > 5
    for at in pins:
        assert PIN.fullmatch(lines[at]), lines[at]
        assert lines[at + 1].startswith("    --hash=sha256:"), lines[at]


@pytest.mark.parametrize("group", LOCKS)
def test_a_lock_for_python_has_whatever_the_project_asks_for(group):
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"][group]
    names = {re.match(r"[A-Za-z0-9-]+", each).group().lower() for each in asked}
    pinned = {found["name"] for found in map(PIN.fullmatch, LOCKS[group].read_text("utf-8").splitlines()) if found}
    assert names <= pinned, "run sh requirements/lock.sh"


def test_the_lock_for_npm_names_no_registry_and_has_a_hash_for_each_package():
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package.get("link") or package["integrity"].startswith("sha512-"), name
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text("utf-8").split()


@pytest.mark.parametrize("stands_in", [".venv/bin/uv", "build/uv/bin/uv"])
@pytest.mark.parametrize("asked", [[], ["--upgrade"], ["--upgrade-package", "ruff"]])
def test_the_locks_are_written_with_whatever_uv_is_there_and_refreshed_when_asked(tmp_path, stands_in, asked):
    (tmp_path / "requirements").mkdir()
    shutil.copy(ROOT / "requirements/lock.sh", tmp_path / "requirements")
    uv = tmp_path / stands_in
    uv.parent.mkdir(parents=True)
    uv.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\n')
    uv.chmod(0o755)
    subprocess.run(["sh", "requirements/lock.sh", *asked], cwd=tmp_path, env={"PATH": os.environ["PATH"]}, check=True)
    calls = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert [("--group dev" in calls[0]), ("--group browser" in calls[1])] == [True, True]
    for call, lock in zip(calls, LOCKS.values(), strict=True):
        assert call.startswith("pip compile")
        assert call.endswith(" ".join([f"--output-file requirements/{lock.name}", *asked]))
        assert "--generate-hashes" in call
        assert "emit" not in call
        assert "--no-config" not in call, "pyproject.toml's own settings keep Pillow out of the browser"
