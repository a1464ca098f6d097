"""The forms from a command line: the same answers, the same results, and errors that say what to mend."""

import json
import subprocess
import sys
from pathlib import Path

import pyforms

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
