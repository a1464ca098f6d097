"""Which Chromium the browser tests and the timings run, and how it is started so that it calls nobody."""

import os
from shutil import which

NAMES = ("chromium", "chromium-browser", "google-chrome")
# The one that CHROMIUM names, else one that is installed, else (None) Playwright's own; tests/chromium.sh sees to it.
CHROMIUM = os.environ.get("CHROMIUM") or next((found for name in NAMES if (found := which(name))), None)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
