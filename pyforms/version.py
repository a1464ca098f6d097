"""Which version of the guide and its forms this is. It stands here and nowhere else: pyproject.toml takes it from here.

It is the day of its release; a second one on that day ends in ".1". A form has a `version` of its own, which says how
its answers are saved.
"""

VERSION = "2026.11.27"
