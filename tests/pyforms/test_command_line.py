"""The forms from a command line: the same answers, the same results, and errors that say what to mend."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import pyforms
from pyforms import __main__ as command_line

ROOT = Path(__file__).parents[2]


def run(*arguments, given=b""):
    command = (sys.executable, "-m", "pyforms", *arguments)
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, check=False)


def test_answers_in_findings_out():
    example = pyforms.examples("threshold")[1]
    ran = run("submit", "threshold", "--area", example.area, given=json.dumps(example.answers).encode())
    expected = pyforms.submit("threshold", example.answers, example.area, example.today).findings
    assert json.loads(ran.stdout)["findings"] == json.loads(json.dumps(expected))


def test_a_file_written_here_opens_here(tmp_path):
    example = pyforms.examples("what-help")[0]
    written = run("export", "what-help", "--format", "pdf", given=json.dumps(example.answers).encode())
    file = tmp_path / "saved.pdf"
    file.write_bytes(written.stdout)
    assert json.loads(run("open", str(file)).stdout)["answers"] == example.answers


def test_a_worry_finds_its_ladder():
    assert json.loads(run("find", "threshold", "dad hits mum").stdout)[0]["key"] == "domestic_abuse"


def test_what_is_missing_is_named_and_the_command_fails():
    ran = run("submit", "threshold", given=b"{}")
    assert ran.returncode == 1
    assert b"danger: Say whether anyone is in danger now" in ran.stderr


def test_a_file_that_is_not_ours_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "other.json"
    file.write_text("{}")
    ran = run("open", str(file))
    assert ran.returncode == 1
    assert b"not one that these forms saved" in ran.stderr


@pytest.fixture
def misuse(monkeypatch, capsys):
    """misuse(arguments...): what is said of a command that was not given what it needs; it ends with 2."""

    def misuse(*arguments, given=b""):
        monkeypatch.setattr(sys, "argv", ["pyforms", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        assert command_line.main() == 2
        heard = capsys.readouterr()
        assert heard.out == ""
        return heard.err

    return misuse


@pytest.mark.parametrize("given", [b"not json", b"", b"\xff\xfe\x00", b"[" * 200_000])
def test_what_is_not_json_is_refused_in_a_sentence(misuse, given):
    assert misuse("submit", "threshold", given=given) == "Standard input holds no answers in JSON\n"


@pytest.mark.parametrize("name", ["missing.json", "."])
def test_a_file_that_cannot_be_read_is_named(misuse, name):
    assert misuse("open", name).startswith(f"{name} cannot be read: ")


def test_a_format_that_is_none_is_refused_with_those_there_are(misuse):
    answers = json.dumps(pyforms.examples("what-help")[0].answers).encode()
    said = misuse("export", "what-help", "--format", "wav", given=answers)
    assert said == "There is no format 'wav'; there are html, json, pdf\n"


def test_a_form_without_a_finder_says_so(misuse):
    assert misuse("find", "consent", "x") == "The form consent has nothing to find by words\n"
