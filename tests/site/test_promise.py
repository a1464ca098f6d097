"""Nothing leaves the browser: whatever Python or a page's script tries, another origin sees nothing of it.

Every attempt is made twice: on a site with the policy in its page and nowhere else (no header helps), and on the
same site without it, to show that the attempt would have arrived. Leaving by a link, and WebRTC, are beyond a
policy: the privacy page says so.
"""

import threading
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

FROM_PYTHON = {
    "fetch": "js.fetch(there + 'fetch')",
    "request": "x = js.XMLHttpRequest.new(); x.open('GET', there + 'request', False); x.send()",
    "pyodide": "from pyodide.http import open_url; open_url(there + 'pyodide')",
    "async": "import asyncio; from pyodide.http import pyfetch; asyncio.ensure_future(pyfetch(there + 'async'))",
    "socket": "js.WebSocket.new(there.replace('http', 'ws') + 'socket')",
    "events": "js.EventSource.new(there + 'events')",
    "import": "run_js('(where) => import(where)')(there + 'import')",
    "cache": "run_js('(where) => caches.open(1).then((kept) => kept.add(where))')(there + 'cache')",
    "package": "import pyodide_js; pyodide_js.loadPackage(there + 'package-1-py3-none-any.whl')",
    "blob": "work(f'fetch(\"{there}blob\")', 'module')",
    "nested": "work(f'import \"{there}nested\"', 'module')",
    "classic": "work(f'importScripts(\"{there}classic\")', 'classic')",
}
# The worker hides `fetch` from Python once it has started; the policy has to hold without that, so it is undone.
PYTHON = """
import js
from pyodide.code import run_js
from pyodide.ffi import to_js
js.self.fetch = js.WorkerGlobalScope.prototype.fetch
there = {there!r}
def options(kind):
    return to_js({{"type": kind}}, dict_converter=js.Object.fromEntries)
def work(text, kind):
    blob = js.Blob.new(to_js([text]), options("text/javascript"))
    return js.Worker.new(js.URL.createObjectURL(blob), options(kind))
try:
    {attempt}
except Exception as fault:
    answer = repr(fault)
"""

FROM_PAGE = {
    "fetch": "fetch(there)",
    "request": "const x = new XMLHttpRequest(); x.open('GET', there); x.send()",
    "socket": "new WebSocket(there.replace('http', 'ws'))",
    "events": "new EventSource(there)",
    "beacon": "navigator.sendBeacon(there, 'a secret')",
    "image": "new Image().src = there",
    "script": "add('script', { src: there })",
    "style": "add('link', { rel: 'stylesheet', href: there })",
    "prefetch": "add('link', { rel: 'prefetch', href: there })",
    "frame": "add('iframe', { src: there })",
    "object": "add('object', { data: there })",
    "sound": "add('audio', { src: there, preload: 'auto' })",
    "font": "new FontFace('x', `url(${there})`).load()",
    "import": "import(there)",
    "blob": "work(`fetch('${there}')`)",
}
PAGE = """([there, attempt]) => {
  const add = (tag, given) => document.body.append(Object.assign(document.createElement(tag), given));
  const work = (text) => new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
  try { %s } catch (fault) { return `${fault}` }
}"""


class Plain(SimpleHTTPRequestHandler):
    """A host that sends no header of ours."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".wasm": "application/wasm"}  # noqa: RUF012 - the base's

    def log_message(self, *_args):
        pass


@contextmanager
def running(handler):
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture
def elsewhere():
    """Another origin that notes what reaches it: (its address, the first part of each path that was asked for)."""
    seen = set()

    class Notes(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.add(self.path.strip("/").split("-")[0])
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_POST = do_OPTIONS = do_GET  # noqa: N815 - http.server's names

        def log_message(self, *_args):
            pass

    with running(Notes) as address:
        yield address, seen


@pytest.fixture(params=["with the policy", "without it"])
def site(request, stub):
    """The stub's site on a plain host: (its address, whether what is tried there arrives)."""
    is_open = request.param == "without it"
    folder = stub.parent / "open" if is_open else stub
    with running(partial(Plain, directory=str(folder))) as address:
        yield address, is_open


def has_all(page, seen):
    """Whether all that Python tries has arrived, after what may arrive was given time."""
    page.wait_for_timeout(2000)
    return seen >= set(FROM_PYTHON)


def test_python_reaches_no_other_origin(site, elsewhere, page):
    (address, is_open), (there, seen) = site, elsewhere
    page.goto(address)
    codes = [PYTHON.format(there=there, attempt=attempt) for attempt in FROM_PYTHON.values()]
    for _ in range(3 if is_open else 1):  # on a busy machine a worker within a worker may end before it begins
        page.evaluate(
            """async (codes) => {
              const { createPython } = await import("/assets/javascript/python.js");
              const python = createPython();
              for (const code of codes) await python.call("run", { code });
            }""",
            codes,
        )
        if any(has_all(page, seen) for _ in range(10 if is_open else 1)):
            break
    assert seen == (set(FROM_PYTHON) if is_open else set())


def test_a_page_reaches_no_other_origin(site, elsewhere, page):
    (address, is_open), (there, seen) = site, elsewhere
    page.goto(address)
    for name, attempt in FROM_PAGE.items():
        page.evaluate(PAGE % attempt, [there + name, name])
    page.wait_for_timeout(2000)
    assert seen == (set(FROM_PAGE) if is_open else set())


# What each worker of ours takes as its first word, with another origin in it.
FIRST_WORDS = """(there) => {
  const file = { name: "secret", bytes: 10, sha256: "x" };
  const names = ["unpacker", "engine", "pyodide.asm.wasm", "library", "packages", "pydantic_core", "forms"];
  const files = Object.fromEntries(names.map((name) => [name, file]));
  const manifest = { files, lock: "{}" };
  return [
    { home: there, manifest, own: [], patience: 15_000 },
    { boot: { home: there, manifest, own: [] } },
    { type: 0, data: { options: {} } }, { type: 2, data: there },
  ];
}"""
START_EACH = f"""async ([there, scripts]) => {{
  const words = ({FIRST_WORDS})(there);
  const starts = scripts.flatMap((script) => ["module", "classic"].map((type) => ({{ script, type }})));
  await Promise.all(starts.map(({{ script, type }}) => new Promise((resolve) => {{
    const worker = new Worker(script, {{ type }});
    worker.onerror = (event) => {{ event.preventDefault(); resolve(); }};
    for (const word of words) {{
      const {{ port1 }} = new MessageChannel();
      const carried = word.boot ? {{ boot: {{ ...word.boot, port: port1 }} }} : {{ ...word, port: port1 }};
      worker.postMessage(carried, [port1]);
    }}
    setTimeout(resolve, 3000);
  }})));
}}"""


@pytest.mark.parametrize("site", ["with the policy"], indirect=True)
def test_no_script_of_ours_can_be_made_a_worker_that_asks_another_origin(site, elsewhere, page, stub):
    """Started by its address, no policy of a page would bind it."""
    (address, _), (there, seen) = site, elsewhere
    scripts = [f"/{file.relative_to(stub).as_posix()}" for file in sorted((stub / "assets/javascript").rglob("*.js"))]
    assert "/assets/javascript/python-files.js" in scripts
    page.goto(address)
    page.evaluate(START_EACH, [there, scripts])
    assert seen == set()


def test_a_form_sent_without_javascript_puts_nothing_into_an_address(site, new_page):
    address, is_open = site
    page = new_page(java_script_enabled=False)
    page.goto(address)
    page.get_by_role("button", name="Send").click(no_wait_after=True)
    page.wait_for_timeout(1000)
    assert ("secret" in page.url) == is_open
