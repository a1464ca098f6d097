"""Every page, and every file we write as HTML, is valid HTML by the Nu checker."""

import json
import os
import subprocess
from pathlib import Path
from shutil import which

import pytest

import pyforms

CHECKER = Path(__file__).parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"
# What Material for MkDocs writes itself; none of it does a visitor any harm.
OF_THE_THEME = (
    'type="checkbox" id="__drawer" autocomplete="off"',
    'type="checkbox" id="__search" autocomplete="off"',
    '<label class="md-nav__title" for="__toc">',
    'tabindex=""',
)

pytestmark = pytest.mark.skipif(
    not which("java") and not os.environ.get("CI"), reason="the HTML checker needs Java, which this machine has not"
)


def faults(*targets):
    command = ("java", "-jar", CHECKER, "--errors-only", "--format", "json", "--skip-non-html", *targets)
    found = json.loads(subprocess.run(command, capture_output=True, check=False).stderr)["messages"]
    return [f"{fault['url']}: {fault['message']}" for fault in found if not is_of_the_theme(fault)]


def is_of_the_theme(fault):
    return any(theirs in fault.get("extract", "") for theirs in OF_THE_THEME)


def test_every_page_is_valid_html(site_folder):
    assert faults(site_folder) == []


def test_every_saved_page_is_valid_html(tmp_path):
    for form in pyforms.FORM_IDS:
        for each in pyforms.examples(form):
            file = tmp_path / f"{form}-{each.name}.html"
            file.write_bytes(pyforms.export(form, each.answers, each.area, each.today, "html"))
    assert len(list(tmp_path.iterdir())) > len(pyforms.FORM_IDS)
    assert faults(tmp_path) == []
