"""The local server sends what a good host sends."""

import gzip
import socket
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import brotli
import pytest

from publish.serve import serving

WORDS = b"Early Help is your choice. " * 100


@pytest.fixture
def address(tmp_path):
    (tmp_path / "index.html").write_text('<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">')
    (tmp_path / "engine.mjs").write_bytes(WORDS)
    (tmp_path / "engine.mjs.br").write_bytes(brotli.compress(WORDS))
    (tmp_path / "page.js").write_bytes(WORDS)
    with serving(tmp_path) as address:
        yield address


def asked(address, accepted):
    with urlopen(Request(address, headers={"Accept-Encoding": accepted})) as reply:  # noqa: S310 - our own server
        return reply.headers.get("Content-Encoding"), reply.headers["Content-Type"], reply.read()


def test_what_lies_ready_in_brotli_is_sent_so_to_who_takes_it(address):
    encoding, kind, content = asked(f"{address}engine.mjs", "gzip, deflate, br")
    assert (encoding, kind, brotli.decompress(content)) == ("br", "text/javascript", WORDS)


def test_what_does_not_is_compressed_on_the_way(address):
    encoding, _, content = asked(f"{address}page.js", "gzip, deflate, br")
    assert (encoding, gzip.decompress(content)) == ("gzip", WORDS)


@pytest.mark.parametrize("accepted", ["gzip", "gzip, brave"])
def test_who_takes_only_gzip_gets_gzip(address, accepted):
    encoding, _, content = asked(f"{address}engine.mjs", accepted)
    assert (encoding, gzip.decompress(content)) == ("gzip", WORDS)


def test_who_takes_neither_gets_it_as_it_is(address):
    assert asked(f"{address}engine.mjs", "identity") == (None, "text/javascript", WORDS)


@pytest.mark.parametrize(
    ("line", "code"),
    [(b"GET", b"400"), (b"GET / HTTP/9.9", b"505"), (b"\x16\x03\x01", b"400"), (b"G / x y z", b"400")],
)
def test_a_request_that_cannot_be_read_is_refused(address, line, code, capfd):
    with socket.create_connection(("127.0.0.1", urlsplit(address).port), timeout=5) as asking:
        asking.sendall(line + b"\r\n\r\n")
        assert b"Error code: " + code in asking.makefile("rb").read()
    assert capfd.readouterr().err == ""
