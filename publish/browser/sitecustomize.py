"""Runs in the browser, first of all: Python itself imports a module of this name when it starts.

To start makes many objects and few cycles. To look for cycles as seldom as this saves a twentieth of the time.
"""

import gc

gc.set_threshold(50_000)
