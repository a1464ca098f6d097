"""A site of one page with the real runtime and bridge, and a form that can misbehave; and servers that do."""

import shutil
import time
from pathlib import Path
from typing import ClassVar

from publish import KEPT, hosts, policy, runtime, vendor
from publish.serve import Handler

ROOT = Path(__file__).parents[2]
STUB = Path(__file__).parent / "stub"
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Stub</title>
<link data-manifest href="{manifest}"></head><body>
<form><input name="worry" value="a secret"><button>Send</button></form></body></html>"""


def build(folder: Path) -> Path:
    """The stub's site with the policy; folder/open has the same without it."""
    for site in (folder / "site", folder / "open"):
        shutil.copytree(ROOT / "docs/assets/javascript", site / "assets/javascript")
        vendor.write(site)
    runtime.write(folder / "site", STUB)
    shutil.copytree(folder / "site" / KEPT, folder / "open" / KEPT)
    for site in (folder / "site", folder / "open"):
        (site / "index.html").write_text(PAGE.format(manifest=runtime.manifest_of(site).as_posix()))
    policy.write(folder / "site")
    hosts.write(folder / "site")
    return folder / "site"


class Faulty(Handler):
    """Misbehaves as `faults` says: {part of the address: kind}; the kind may end in " times 2"."""

    faults: ClassVar[dict[str, str]] = {}

    def do_GET(self):  # noqa: N802 - http.server's name
        place = next((place for place in self.faults if place in self.path), None)
        if place is None:
            return super().do_GET()
        kind = self.faults[place]
        kind, _, times = kind.partition(" times ")
        if times == "1":
            del self.faults[place]
        elif times:
            self.faults[place] = f"{kind} times {int(times) - 1}"
        return getattr(self, kind.replace(" ", "_"))()

    def octet_stream(self):
        self.extensions_map = {**self.extensions_map, ".wasm": "application/octet-stream"}
        super().do_GET()

    def cut(self):
        """3 MB arrive, or a part of what is smaller, and then the line is dead."""
        content = Path(self.translate_path(self.path)).read_bytes()
        self.begin("application/octet-stream", len(content))
        self.wfile.write(content[: min(3_000_000, len(content) // 2)])
        self.close_connection = True

    def short(self):
        """A filter's copy that ends early and says that this is all."""
        content = Path(self.translate_path(self.path)).read_bytes()[:-1000]
        self.begin("application/octet-stream", len(content))
        self.wfile.write(content)

    def page(self):
        """A filter's own page, with 200 OK."""
        content = b"<html><h1>Blocked by your school</h1></html>"
        self.begin("text/html", len(content))
        self.wfile.write(content)

    def flipped(self):
        """One bit is another, in the middle."""
        content = bytearray(Path(self.translate_path(self.path)).read_bytes())
        content[len(content) // 2] ^= 1
        self.begin("application/octet-stream", len(content))
        self.wfile.write(content)

    def missing(self):
        self.send_error(404)

    def refused(self):
        self.send_error(403)

    def as_text(self):
        content = Path(self.translate_path(self.path)).read_bytes()
        self.begin("text/plain", len(content))
        self.wfile.write(content)

    def stall(self):
        self.begin("application/octet-stream", 5_000_000)
        self.wfile.write(b"x" * 100_000)
        self.wfile.flush()
        time.sleep(6)
        self.close_connection = True

    def begin(self, kind: str, length: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.end_headers()
