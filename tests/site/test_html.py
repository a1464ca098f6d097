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


# Its quick compiler alone, and one thread: one run is too short for more. The checker asks for this much of a stack.
JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m")


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A folder with every example of every form, saved as a page."""
    folder = tmp_path_factory.mktemp("saved")
    for form in pyforms.FORM_IDS:
        for each in pyforms.examples(form):
            file = folder / f"{form}-{each.name}.html"
            file.write_bytes(pyforms.export(form, each.answers, each.area, each.today, "html"))
    return folder


@pytest.fixture(scope="module")
def faults(site_folder, saved):
    """What the checker finds in both folders, by one run."""
    command = (*JAVA, "-jar", CHECKER, "--errors-only", "--format", "json", "--skip-non-html", site_folder, saved)
    found = json.loads(subprocess.run(command, capture_output=True, check=False).stderr)["messages"]
    return [f"{fault['url']}: {fault['message']}" for fault in found if not is_of_the_theme(fault)]


def is_of_the_theme(fault):
    return any(theirs in fault.get("extract", "") for theirs in OF_THE_THEME)


def test_every_page_is_valid_html(faults, saved):
    assert [fault for fault in faults if str(saved) not in fault] == []


def test_every_saved_page_is_valid_html(faults, saved):
    assert len(list(saved.iterdir())) > len(pyforms.FORM_IDS)
    assert [fault for fault in faults if str(saved) in fault] == []
