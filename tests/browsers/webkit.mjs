// WebKitGTK over WebDriver's own HTTP: a handful of requests, so no library. Debian: webkit2gtk-driver, and xvfb for a
// machine without a screen.
import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const PATIENCE = 60_000; // ms for the driver to start
const SCRIPT = 120_000; // ms for what is run in a page: Python starts there
const KEPT = "whatATestAsked"; // a name of the page’s window that is nobody else’s
const LIBRARIES = "/usr/lib";

/** Starts it. A page of it has `open(address)`, `run(expression)` and `go(steps)` back through its history; then `close()`. */
export async function launch(executable) {
  const home = await mkdtemp(join(tmpdir(), "webkit-"));
  const [port, screen] = [await freePort(), process.env.DISPLAY ? null : 90 + Math.floor(Math.random() * 900)];
  const started = [];
  const start = (command, args, env) => {
    const child = spawn(command, args, { env, stdio: "ignore", detached: true });
    child.on("error", () => {}); // said by what then does not answer
    started.push(child);
  };
  if (screen) start("Xvfb", [`:${screen}`, "-screen", "0", "1280x1024x24"], process.env);
  const display = screen ? `:${screen}` : process.env.DISPLAY;
  start(executable, [`--port=${port}`, "--host=127.0.0.1"], { ...process.env, DISPLAY: display, GDK_BACKEND: "x11", HOME: home, XDG_RUNTIME_DIR: home });

  const driver = `http://127.0.0.1:${port}`;
  const ask = async (method, path, body) => {
    const answer = await fetch(driver + path, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const close = async () => {
    for (const child of started.reverse()) {
      try {
        process.kill(-child.pid);
      } catch {
        // it ended by itself
      }
    }
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await ready(ask);
    const options = { binary: await miniBrowser(), args: ["--automation"] };
    const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
    const session = `/session/${sessionId}`;
    await ask("POST", `${session}/timeouts`, { pageLoad: SCRIPT });
    const page = async () => ({
      open: (url) => ask("POST", `${session}/url`, { url }),
      go: async (steps) => {
        for (let step = 0; step < -steps; step += 1) await ask("POST", `${session}/back`, {});
      },
      run: async (expression) => {
        const did = (script) => ask("POST", `${session}/execute/sync`, { script, args: [] });
        // What waits in a page that is left never answers, so the page keeps the answer until it is asked for.
        await did(`window.${KEPT} = []; (async () => JSON.stringify((await (${expression})) ?? null))()
  .then((said) => window.${KEPT}?.push([said]), (fault) => window.${KEPT}?.push([null, String(fault)]));`);
        for (let waited = 0; waited < SCRIPT; waited += 50) {
          const kept = await did(`return window.${KEPT} ?? null`);
          if (!kept) return null; // another page has come
          if (kept.length) {
            await did(`delete window.${KEPT}`);
            if (kept[0][1]) throw new Error(kept[0][1]);
            return JSON.parse(kept[0][0]);
          }
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        throw new Error(`no answer: ${expression.slice(0, 200)}`);
      },
    });
    return {
      page,
      close: async () => {
        await ask("DELETE", session).catch(() => {});
        await close();
      },
    };
  } catch (fault) {
    await close();
    throw fault;
  }
}

async function ready(ask) {
  for (let waited = 0; waited < PATIENCE; waited += 200) {
    if (await ask("GET", "/status").catch(() => null)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("WebKitWebDriver did not answer");
}

/** The browser that Debian lays beside the library, below a folder that names the machine. */
async function miniBrowser() {
  for (const machine of await readdir(LIBRARIES)) {
    for (const version of ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]) {
      const folder = join(LIBRARIES, machine, version);
      const files = await readdir(folder).catch(() => []);
      if (files.includes("MiniBrowser")) return join(folder, "MiniBrowser");
    }
  }
  throw new Error(`There is no MiniBrowser below ${dirname(LIBRARIES)}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
