"""What the build writes for hosts does what it says, in the hosts themselves, at an address's root and below it.

`make test-hosts` runs these alone. A server that is not installed is skipped by its name: on Debian, all three come
with `apt-get install nginx-light libnginx-mod-http-brotli-static caddy apache2`.
"""

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from publish import hosts
from publish.headers import FOR_EVER, TYPES
from publish.serve import serving

pytestmark = pytest.mark.hosts

POLICY = "default-src 'none'; script-src 'self' 'sha256-/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8='"
PAGE = (
    f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}"><title>{{}}</title>{"words " * 300}'
)
LONG = b"the same words again, " * 200
KEPT = "kept/0123456789ab/assets"

NGINX = """\
daemon off; pid {work}/pid; error_log {work}/log; {modules}
events {{}}
http {{
    include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
    client_body_temp_path {work}/1; proxy_temp_path {work}/2; fastcgi_temp_path {work}/3; uwsgi_temp_path {work}/4;
    scgi_temp_path {work}/5;
    include {work}/site.conf;
}}
"""
BROTLI_MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")

APACHE = """\
ServerRoot /usr/lib/apache2
ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {work}/pid
ErrorLog {work}/log
TypesConfig /etc/mime.types
DocumentRoot {root}
DirectoryIndex index.html
<Directory {root}>
    AllowOverride All
    Require all granted
</Directory>
"""
MODULES = ("mpm_event", "authz_core", "mime", "dir", "filter", "headers", "deflate", "brotli", "rewrite")


@contextmanager
def running(*command, port, **options):
    """A server in the foreground, until it takes a connection; what it says when it does not is the failure."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options) as server:
        for _ in range(200):
            with socket.socket() as trying:
                if trying.connect_ex(("127.0.0.1", port)) == 0:
                    break
            if server.poll() is not None:
                pytest.fail(server.stdout.read())
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
        server.terminate()
        server.stdout.read()


def nginx(root, work, text, port):
    own = text.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/site", str(root))
    modules = ""
    if BROTLI_MODULE.exists():
        modules = f"load_module {BROTLI_MODULE};"
        own = own.replace("# brotli_static on;", "brotli_static on;")
    (work / "site.conf").write_text(own)
    user = "user root; " if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(user + NGINX.format(work=work, modules=modules))
    return running("nginx", "-e", f"{work}/log", "-c", f"{work}/nginx.conf", port=port)


def caddy(root, work, text, port):
    own = text.replace("example.org", f"http://127.0.0.1:{port}").replace("/srv/site", str(root))
    (work / "Caddyfile").write_text("{\n    admin off\n}\n" + own)
    return running("caddy", "run", "--config", f"{work}/Caddyfile", port=port, env={**os.environ, "HOME": str(work)})


def apache2(root, work, text, port):
    (root / ".htaccess").write_text(text)
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES)
    user = "User www-data\nGroup www-data\n" if os.geteuid() == 0 else ""
    (work / "apache.conf").write_text(modules + user + APACHE.format(work=work, root=root, port=port))
    return running("apache2", "-DFOREGROUND", "-f", f"{work}/apache.conf", port=port)


SERVERS = {"nginx": (nginx, "nginx.txt"), "caddy": (caddy, "caddy.txt"), "apache2": (apache2, "apache.txt")}
PLACES = [("publish.serve", "/"), *((name, top) for name in SERVERS for top in ("/", "/kit/"))]


def lay(site):
    """A site with a file of every kind, and what hosts have to be told of it."""
    for folder in ("forms/threshold", KEPT, "kept/python"):
        (site / folder).mkdir(parents=True)
    for name in ("index", "forms/threshold/index", "404"):
        (site / f"{name}.html").write_text(PAGE.format(name))
    for ending in TYPES:
        (site / KEPT / f"file.{ending}").write_bytes(LONG)
        (site / f"plain.{ending}").write_bytes(LONG)
    (site / "kept/python/pyodide.asm.0123456789ab.wasm").write_bytes(LONG)
    (site / "kept/python/pyodide.asm.0123456789ab.wasm.br").write_bytes(brotli.compress(LONG))
    hosts.write(site)


@pytest.fixture(scope="module", params=PLACES, ids=lambda place: f"{place[0]} at {place[1]}")
def ask(request):
    """ask(path, **headers): the answer of one host, as (status, headers, content)."""
    name, top = request.param
    if name in SERVERS and not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setenv("SITE_URL", f"https://example.org{top}")
        Path(folder).chmod(0o755)  # a server that drops its rights has to read it
        root, work = Path(folder) / "root", Path(folder) / "work"
        site = root / top.strip("/")
        site.mkdir(parents=True)
        work.mkdir()
        lay(site)
        if name not in SERVERS:
            started = serving(site)
        else:
            start, text = SERVERS[name]
            with socket.socket() as free:
                free.bind(("127.0.0.1", 0))
                port = free.getsockname()[1]
            started = start(root, work, (site / "hosting" / text).read_text(), port)
        with started as address:
            yield lambda path, **headers: asked(urlsplit(address).netloc, top + path, headers)


def asked(place, path, headers):
    connection = http.client.HTTPConnection(place, timeout=20)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, answer.headers, content


MISSING = f"{KEPT}/gone.js"


@pytest.mark.parametrize("path", ["", "forms/threshold/", f"{KEPT}/file.js", "plain.json", "no/such/page/", MISSING])
def test_everything_carries_the_policy_and_the_other_headers(ask, path):
    _, headers, _ = ask(path)
    assert headers.get_all("Content-Security-Policy") == [f"{POLICY}; frame-ancestors 'none'"]
    for name in ("X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"):
        assert len(headers.get_all(name)) == 1


def test_each_kind_of_file_has_its_type(ask):
    for place in (f"{KEPT}/file", "plain"):
        found = {ending: ask(f"{place}.{ending}")[1].get("Content-Type", "none").partition(";")[0] for ending in TYPES}
        assert found == TYPES


def test_what_carries_its_hash_is_kept_for_ever(ask):
    status, headers, _ = ask(f"{KEPT}/file.js")
    assert (status, headers.get_all("Cache-Control")) == (200, [FOR_EVER])


@pytest.mark.parametrize("path", ["", "forms/threshold/", "plain.json", "plain.html"])
def test_a_page_and_whatever_has_a_plain_name_is_asked_for_again_each_time(ask, path):
    status, headers, _ = ask(path)
    assert (status, headers.get_all("Cache-Control")) == (200, ["no-cache"])


def test_a_page_that_has_not_changed_is_not_sent_again(ask):
    _, headers, _ = ask("")
    status, again, content = ask("", If_Modified_Since=headers["Last-Modified"])
    assert (status, content, again["Cache-Control"]) == (304, b"", "no-cache")


@pytest.mark.parametrize("path", ["no/such/page/", "gone.json", MISSING, "kept/python/files.0123456789ab.data"])
def test_what_is_not_there_gives_the_sites_own_page_and_is_not_kept(ask, path):
    status, headers, content = ask(path)
    assert (status, headers["Content-Type"].partition(";")[0]) == (404, "text/html")
    assert headers.get_all("Cache-Control") == ["no-cache"]
    assert b"<title>404</title>" in content


@pytest.mark.parametrize("ending", ["html", "js", "css", "json", "svg"])
def test_what_gets_smaller_is_sent_compressed(ask, ending):
    _, headers, content = ask(f"{KEPT}/file.{ending}", Accept_Encoding="gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(content) == LONG
    assert "Accept-Encoding" in headers["Vary"]


def test_what_lies_ready_in_brotli_is_sent_so(ask, request):
    if request.node.callspec.params["ask"][0] == "nginx" and not BROTLI_MODULE.exists():
        pytest.skip("nginx's Brotli module is not installed")
    _, headers, content = ask("kept/python/pyodide.asm.0123456789ab.wasm", Accept_Encoding="gzip, br")
    assert (headers["Content-Encoding"], headers["Content-Type"]) == ("br", "application/wasm")
    assert brotli.decompress(content) == LONG
    assert headers["Cache-Control"] == FOR_EVER


def test_a_browser_that_takes_nothing_packed_gets_it_plain(ask):
    _, headers, content = ask("kept/python/pyodide.asm.0123456789ab.wasm")
    assert (headers["Content-Encoding"], headers["Content-Type"], content) == (None, "application/wasm", LONG)
