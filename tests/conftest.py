"""Settings for every test, and what takes long to make, made once for the whole run.

`stub`  the folder of a site of one page with the real runtime, and a form that can misbehave: site/stub_site.py
"""

import fcntl
import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.append(str(Path(__file__).parent / "site"))

import stub_site

# A slow machine is not a fault: timings are measured by `make bench`, not by tests.
settings.register_profile("early-help", deadline=None, max_examples=100)
settings.load_profile("early-help")


@pytest.fixture(scope="session")
def stub(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by whichever of the tests' processes comes first; the others wait for it."""
    home = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        home = home.parent
    with (home / "stub.lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not (home / "stub").exists():
            stub_site.build(home / "stub.draft")
            (home / "stub.draft").rename(home / "stub")
    return home / "stub" / "site"
