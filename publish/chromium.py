"""Which Chromium the browser tests and the timings run, and how it is started so that it calls nobody."""

import os
from shutil import which

NAMES = ("chromium", "chromium-browser", "google-chrome")
# The one that CHROMIUM names, else one that is installed, else (None) Playwright's own; tests/chromium.sh sees to it.
CHROMIUM = os.environ.get("CHROMIUM") or next((found for name in NAMES if (found := which(name))), None)
# What Playwright has turned off itself and a list of ours would turn on again: the browser heeds only the last list.
BY_PLAYWRIGHT = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
# The window's own address box and buttons are web pages, each in a process of its own; nobody sees them here, and they
# were more than half of what a window with one of our pages costs (decisions/2026-11-27-six-minutes.md).
OF_THE_WINDOW = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "InitialWebUI",
    "WebUIReloadButton",
    "WebUIToolbar",
)


def flags(*without: str) -> list[str]:
    """How Chromium is started, with these of its features turned off too."""
    return [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--disable-features={','.join((*BY_PLAYWRIGHT, *OF_THE_WINDOW, *without))}",
    ]
