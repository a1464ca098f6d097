"""Browsers that Playwright cannot drive: each by a module of its own in JavaScript, with the same `launch`."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
BROWSERS = {
    "firefox": ("FIREFOX", ("firefox-esr", "firefox")),
    "webkit": ("WEBKIT_DRIVER", ("WebKitWebDriver",)),
}


@pytest.fixture(scope="module", params=BROWSERS)
def told(request):
    """told(script, *arguments): what a script of this folder prints when it drives the browser, from JSON."""
    variable, commands = BROWSERS[request.param]
    executable = os.environ.get(variable) or next(filter(None, map(shutil.which, commands)), None)
    if not executable:
        pytest.skip(f"{request.param} is not installed here, or is not where {variable} says")
    if request.param == "webkit" and not (os.environ.get("DISPLAY") or shutil.which("Xvfb")):
        pytest.skip("webkit has neither a screen (DISPLAY) nor Xvfb here")

    def told(script, *arguments):
        command = ["node", HERE / script, request.param, executable, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    told.browser = request.param
    return told
