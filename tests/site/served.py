"""The built site as tests have it served: scripts by their plain names, and CPython in the place of the browser's.

Python in the browser takes seconds to start. What a page does with answers is tested with CPython behind the page's own
bridge, at once or as late as a test likes; that both give the same is test_runtime_answers.py's, that it starts
test_runtime.py's, and the whole of it test_story.py's.
"""

import os
from pathlib import Path

from publish.release import assets_of
from publish.serve import Handler
from pyforms import worker

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("EH_SITE", ROOT / "site"))

BRIDGE = """
import { Told } from "./faults.js";
const cpython = async (message) => {
  const answer = await fetch("/cpython", { method: "POST", body: message });
  const isText = answer.headers.get("Content-Type") === "application/json";
  return isText ? { text: await answer.text() } : { bytes: new Uint8Array(await answer.arrayBuffer()) };
};
export function createPython({ onProgress, onState }) {
  const state = (name, fault) => { document.documentElement.dataset.python = name; onState(name, fault); };
  state("loading");
  const ready = new Promise((answer, refuse) => {
    window.letPythonBeReady = () => { state("ready"); answer(); };
    window.letPythonFail = (message) => { const fault = new Told(message); state("failed", fault); refuse(fault); };
  });
  ready.catch(() => {});
  onProgress({ step: "files", loaded: 3e6, total: 9e6 });
  // A Python that is there at once would be there before the page's own scripts, as no real one is.
  if (!window.isSlow && document.readyState === "complete") setTimeout(window.letPythonBeReady);
  else if (!window.isSlow) window.addEventListener("load", window.letPythonBeReady);
  const call = async (call, args) => {
    await ready;
    const { bytes, text } = await (window.cpython ?? cpython)(JSON.stringify({ call, args }));
    if (bytes) return bytes;
    const { result, error } = JSON.parse(text);
    if (error) throw Object.assign(new Told(error.message || "More than the tool can take."), error);
    return result;
  };
  return { ready, call, stop: () => { window.pythonStopped = true; } };
}
"""


class Served(Handler):
    """The built site, where a test may ask for a script by its plain name: its real address carries a hash."""

    def do_GET(self):  # noqa: N802 - http.server's name
        if not self.path.startswith("/assets/"):
            return super().do_GET()
        self.send_response(302)
        self.send_header("Location", f"/{assets_of(SITE).parent}{self.path}")
        self.send_header("Content-Length", "0")
        return self.end_headers()


class StandIn(Handler):
    """CPython answers what a page asks of its Python."""

    def do_GET(self):  # noqa: N802 - http.server's name
        if self.path.startswith("/kept/") and self.path.endswith("/assets/javascript/python.js"):
            self.say("text/javascript", BRIDGE.encode())
        else:
            super().do_GET()

    def do_POST(self):  # noqa: N802 - http.server's name
        reply = worker.call(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if isinstance(reply, bytes):
            self.say("application/octet-stream", reply)
        else:
            self.say("application/json", reply.encode())

    def say(self, kind, content):
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Answered(StandIn, Served):
    """Both of them: most tests of a form's page."""
