"""What the page's scripts import from npm is there, under names that a browser finds."""

import re

import pytest

from publish import CannotPublish, vendor

FROM = re.compile(r"""\bfrom ["']([^"']+)["']""")


def test_a_library_of_many_modules_finds_each_of_them_by_a_path(tmp_path):
    vendor.write(tmp_path)
    folder = tmp_path / "assets/javascript/vendor"
    modules = [folder / "age-encryption.js", *(folder / "age-encryption").rglob("*.js")]
    assert len(modules) > 10
    for module in modules:
        for name in FROM.findall(module.read_text("utf-8")):
            assert name.startswith("."), f"{module}: a browser knows no package {name}"
            assert (module.parent / name).is_file(), f"{module}: {name}"


def test_every_library_and_what_it_brings_along_has_its_licence(tmp_path):
    vendor.write(tmp_path)
    licences = {file.name for file in (tmp_path / "assets/javascript/vendor").glob("*-licence.txt")}
    assert {
        "age-encryption-licence.txt",
        "docx-licence.txt",
        "noble-hashes-licence.txt",
        "scure-base-licence.txt",
    } < licences


def test_a_library_that_was_not_installed_is_named_with_the_remedy(tmp_path, monkeypatch):
    monkeypatch.setattr(vendor, "IN_PARTS", {"not-there": "index.js"})
    with pytest.raises(CannotPublish, match="not-there: run npm ci"):
        vendor.write(tmp_path)
