"""Settings for every test."""

from hypothesis import settings

# A slow machine is not a fault: timings are measured by `make bench`, not by tests.
settings.register_profile("early-help", deadline=None, max_examples=100)
settings.load_profile("early-help")
