"""What turns `mkdocs build`'s folder into the site that is served: see `__main__.py` for the steps."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
KEPT = "kept"  # the folder of what browsers may keep for ever: every name in it carries a hash of what it holds
BROTLI = ".br"  # the ending of a file's copy that lies ready, in Brotli, for servers that send it


class CannotPublish(Exception):
    """A step cannot be done; the message says why and what to do."""
