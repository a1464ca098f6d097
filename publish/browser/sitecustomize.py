"""Runs in the browser, first of all: Python itself imports a module of this name when it starts.

To start makes many objects and few cycles: to look for cycles as seldom as this saves a twentieth of the time. And the
library lies in a folder, so nothing is looked for in its zip.
"""

import gc
import sys

gc.set_threshold(50_000)
sys.path.remove("/lib/python314.zip")
