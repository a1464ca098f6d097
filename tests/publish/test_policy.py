"""One strict policy, the same on every page, that allows what Material writes and nothing else."""

import base64
import hashlib
import html
import json
import re

import pytest
from defusedxml import ElementTree

from publish import CannotPublish, hosts, policy

HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>'


def write(site, **pages):
    for name, body in pages.items():
        (site / f"{name}.html").write_text(f"{HEAD}{body}</head><body></body></html>")
    policy.write(site)
    return {name: (site / f"{name}.html").read_text() for name in pages}


def policies(pages):
    return {
        name: re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        for name, text in pages.items()
    }


def test_every_page_carries_one_and_the_same_policy(tmp_path):
    (tmp_path / "deep").mkdir()
    pages = write(
        tmp_path, **{"index": "<script>var a = 1</script>", "404": "", "deep/index": "<script>var b</script>"}
    )
    found = policies(pages)
    assert found["index"] == found["404"] == found["deep/index"]
    assert len(found["index"]) == 1


def test_a_script_inside_a_page_is_allowed_by_its_hash_and_no_other(tmp_path):
    pages = write(
        tmp_path, index="<script>var a = 1</script><script type='application/json'>{}</script><script src=x></script>"
    )
    digest = base64.b64encode(hashlib.sha256(b"var a = 1").digest()).decode()
    assert re.findall(r"'sha256-([^']+)'", policies(pages)["index"][0]) == [digest]


def test_nothing_is_allowed_that_runs_text_or_reaches_elsewhere(tmp_path):
    text = policies(write(tmp_path, index=""))["index"][0]
    assert text.startswith("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; ")
    assert "unsafe-inline" not in text
    assert "'unsafe-eval'" not in text
    assert "http" not in text
    assert "*" not in text
    for closed in ("form-action", "base-uri", "object-src"):
        assert f"{closed} 'none'" in text


def test_the_policy_stands_before_anything_that_can_run(tmp_path):
    page = write(tmp_path, index="<script>var a = 1</script>")["index"]
    assert page.index("Content-Security-Policy") < page.index("<script>")
    assert '<meta name="referrer" content="no-referrer">' in page


@pytest.mark.parametrize(
    "body",
    ['<p style="color:red">', '<a onclick="x()">', "<style>p{}</style>", '<table><tr><td style="text-align:right">'],
)
def test_what_the_policy_would_block_is_refused_with_its_page(tmp_path, body):
    with pytest.raises(CannotPublish, match=r"index\.html: <"):
        write(tmp_path, index=body)


def test_the_headers_say_the_same_and_that_nobody_may_frame_the_site(tmp_path):
    text = policies(write(tmp_path, index=""))["index"][0]
    hosts.write(tmp_path)
    for place in ("_headers", *(f"hosting/{name}" for name in hosts.HOSTS)):
        written = html.unescape((tmp_path / place).read_text())
        assert f"{text}; frame-ancestors 'none'" in written
        assert "nosniff" in written
        assert "no-referrer" in written
        assert "immutable" in written


def test_what_was_not_tried_says_so(tmp_path):
    write(tmp_path, index="")
    hosts.write(tmp_path)
    for name in ("iis-web.config.txt", "s3-cloudfront.txt"):
        assert "not tried" in (tmp_path / "hosting" / name).read_text()
    ElementTree.fromstring((tmp_path / "hosting/iis-web.config.txt").read_bytes())
    json.loads((tmp_path / "hosting/azure-staticwebapp.config.json").read_text())
