"""What the build writes for Python in the browser: the same bytes each time, under names that no filter refuses."""

import gzip
import hashlib
import io
import json
import re
import shutil
import sys
import tarfile

import brotli
import pytest
import stub_site
import zstandard

from publish import CannotPublish, bytecode, runtime, wheels


@pytest.fixture(scope="module")
def written(stub):
    return stub / "kept" / "python"


def sent(written):
    """The addresses that a browser asks for."""
    return [path for path in contents(written) if not path.endswith(".br")]


def manifest(written):
    return json.loads(next(written.glob("manifest.*.json")).read_text())


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_input_gives_the_same_bytes_though_the_packages_are_compiled_again(written, tmp_path, monkeypatch):
    """What is large, most of half a minute's work by the same way, is taken as it was compiled."""
    home = tmp_path / "bytecode"
    large = [each for each in wheels.collect(stub_site.STUB) if each.name.startswith("fonttools-")]
    assert large
    for folder in bytecode.compiled([bytecode.STANDARD_LIBRARY, *large]).values():
        shutil.copytree(folder, home / folder.name)
    monkeypatch.setattr(bytecode, "HOME", home)
    runtime.write(tmp_path / "site", stub_site.STUB)
    assert contents(tmp_path / "site/kept/python") == contents(written)


def test_names_are_ones_that_filters_let_pass(written):
    assert {file.rpartition(".")[2] for file in sent(written)} == {"json", "wasm", "data"}


def test_beside_pyodide_s_wasm_lies_the_same_in_brotli_for_servers_that_send_what_is_ready(written):
    (path,) = written.rglob("*.br")
    whole = path.with_suffix("").read_bytes()
    assert brotli.decompress(path.read_bytes()) == whole == (bytecode.PYODIDE / runtime.WASM).read_bytes()
    assert path.stat().st_size < len(gzip.compress(whole))


def test_the_manifest_tells_each_file_s_size_and_hash(written):
    files = manifest(written)["files"]
    for file in files.values():
        content = (written / file["name"]).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file["bytes"], file["sha256"])
    assert len(files) == len(sent(written)) - 1


def test_every_name_changes_with_its_content_the_manifests_too(written):
    for name, content in contents(written).items():
        assert name.endswith(".br") or hashlib.sha256(content).hexdigest()[:12] in name


def test_pyodides_scripts_are_one_function_and_ask_for_no_other(written):
    engine = unpacked(written, "engine").decode()
    assert engine.count("const loadPyodide = ") == 1
    assert not re.search(r"^(export|import) |export default|sourceMappingURL", engine, re.MULTILINE)


def test_a_script_from_npm_that_is_not_as_expected_stops_the_build():
    with pytest.raises(CannotPublish, match="not as expected"):
        runtime.engine("export default one;", "export { two };")


def unpacked(written, part):
    return zstandard.decompress(next(written.glob(f"{part}.*.data")).read_bytes())


def names(written, part):
    return tarfile.open(fileobj=io.BytesIO(unpacked(written, part))).getnames()


def test_what_starts_holds_no_source_no_tests_and_nothing_that_is_fetched_later(written):
    start = [name for part in ("library", "packages") for name in names(written, part)]
    assert [name for name in start if not name.endswith(".pyc")] == [
        "lib/python3.14/lib-dynload/early_library.py",
        "lib/python3.14/lib-dynload/later.py",
        "lib/python3.14/lib-dynload/later.txt",
        "lib/python3.14/lib-dynload/sitecustomize.py",
        "lib/python3.14/site-packages/early_packages.py",
    ]
    later = {name for part in ("files", "rest") for name in names(written, part)}
    assert not later & set(start)
    assert any(name.endswith("/email/message.pyc") for name in later)


def test_every_module_of_the_standard_library_is_somewhere(written):
    everywhere = {name for part in ("library", "files", "rest") for name in names(written, part)}
    for module in ("csv", "tomllib/__init__", "xml/etree/ElementTree", "json/decoder"):
        assert f"lib/python3.14/lib-dynload/{module}.pyc" in everywhere


def test_byte_code_is_pyodide_s_and_names_no_place_on_this_machine(written):
    for part in ("library", "packages", "forms"):
        bundle = unpacked(written, part)
        assert str(bytecode.HOME).encode() not in bundle
        assert sys.prefix.encode() not in bundle


def test_the_lock_names_each_package_with_its_hash(written):
    lock = manifest(written)["lock"]
    assert {"pydantic", "pydantic-core", "pyforms"} <= set(lock["packages"])
    assert "pydantic-core" in lock["packages"]["pydantic"]["depends"]
    assert all(package["sha256"] for package in lock["packages"].values())
