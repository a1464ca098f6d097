"""A small web server for the built site, for this computer only, that sends the headers of a good host."""

import gzip
import io
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from publish import BROTLI, headers
from publish.headers import TYPES, cache_of
from publish.policy import policy_of

KINDS = {f".{ending}": kind for ending, kind in TYPES.items()} | {".mjs": TYPES["js"]}
COMPRESSED = (*(f".{ending}" for ending in headers.COMPRESSED), ".mjs")


class Handler(SimpleHTTPRequestHandler):
    """Files of one folder, with the site's headers; those that end in `compress` are, as hosts do on the way."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, extra: dict[str, str], compress: tuple[str, ...], **kwargs: Any) -> None:  # noqa: ANN401 - the base's
        self.extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **KINDS}
        self.extra = extra
        self.compress = compress
        super().__init__(*args, **kwargs)

    def send_response(self, code: int, message: str | None = None) -> None:
        self.status = code
        super().send_response(code, message)

    def end_headers(self) -> None:
        for name, value in self.extra.items():
            self.send_header(name, value)
        path = getattr(self, "path", "")  # a request line that cannot be read has none
        self.send_header("Cache-Control", cache_of(path, self.status))
        super().end_headers()

    def send_head(self) -> Any:  # noqa: ANN401 - the base's
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path = path / "index.html"
        if not (path.is_file() and path.suffix in self.compress):
            return super().send_head()
        accepted = self.headers.get("Accept-Encoding", "").replace(" ", "").split(",")
        ready = path.with_name(f"{path.name}{BROTLI}")
        if "br" in accepted and ready.exists():
            encoding, content = "br", ready.read_bytes()
        elif "gzip" in accepted:
            encoding, content = "gzip", _compressed(path, path.stat().st_mtime)
        else:
            return super().send_head()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", encoding)
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page for what is not there."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.exists():  # noqa: PLR2004 - the status
            return super().send_error(code, message, explain)
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        return None

    def log_message(self, *_args: object) -> None:
        """Nothing is logged: not even here is it written down who read what."""


@cache
def _compressed(path: Path, _modified: float) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


class Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the base's
        """A browser that went away is no fault of ours."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(
    site: Path, port: int = 8000, *, compress: tuple[str, ...] = COMPRESSED, handler: type[Handler] = Handler
) -> ThreadingHTTPServer:
    """Ready to serve the site on 127.0.0.1; port 0 takes a free one."""
    handling = partial(handler, directory=str(site), extra=headers.headers(policy_of(site)), compress=compress)
    return Server(("127.0.0.1", port), handling)


@contextmanager
def serving(site: Path, port: int = 0, **options: Any) -> Iterator[str]:  # noqa: ANN401 - server's own
    """The site's address, while it is served in the background."""
    running = server(site, port, **options)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()
    running.server_close()
