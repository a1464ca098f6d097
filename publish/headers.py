"""What a host should say of the site's files, as data: the headers, how long each may be kept, types, compression.

`publish.serve` sends it, and `publish/hosts.py` writes it down in the words of each kind of host. Headers add what a
page cannot say about itself (that nobody may frame it), and cover what Python's worker asks for.
"""

from publish import KEPT

FOR_EVER = "public, max-age=31536000, immutable"  # names below kept/ change with what they hold
ASK_AGAIN = "no-cache"  # keep it, and ask each time whether it is still so: a page must not outlive its release
SENT = (200, 206, 304)  # what is missing for a moment, during an upload, is not missing for a year
TYPES = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "xml": "application/xml",
    "txt": "text/plain",
    "svg": "image/svg+xml",
    "png": "image/png",
    "woff2": "font/woff2",
    "wasm": "application/wasm",
    "pdf": "application/pdf",
    "gz": "application/gzip",
    "data": "application/octet-stream",
    "map": "application/json",
}
COMPRESSED = ("html", "css", "js", "json", "xml", "txt", "svg", "wasm")  # what gets smaller; .data is packed already
OLD_JAVASCRIPT = "application/javascript"  # what a host's own list may still call it


def headers(policy: str) -> dict[str, str]:
    """What every response carries."""
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
    }


def cache_of(path: str, status: int) -> str:
    """How long a browser may keep the answer."""
    return FOR_EVER if f"/{KEPT}/" in path and status in SENT else ASK_AGAIN


def compressed_types() -> list[str]:
    return [*dict.fromkeys(TYPES[ending] for ending in COMPRESSED), OLD_JAVASCRIPT]
