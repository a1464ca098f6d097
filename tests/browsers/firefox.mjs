// Firefox over WebDriver BiDi, which it speaks by itself: no driver program, and no library but a web socket.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

const PATIENCE = 60_000; // ms for Firefox to start
const PREFERENCES = `user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("browser.startup.page", 0);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
`;

/** Starts it. A page of it has `open(address)`, `run(expression)` and `go(steps)` through its history; then `close()`. */
export async function launch(executable) {
  const profile = await mkdtemp(join(tmpdir(), "firefox-"));
  await writeFile(join(profile, "user.js"), PREFERENCES);
  const firefox = spawn(executable, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"]);
  const socket = new WebSocket(`${await address(firefox)}/session`);
  await new Promise((resolve, reject) => socket.on("open", resolve).on("error", reject));

  const waiting = new Map();
  let last = 0;
  socket.on("message", (text) => {
    const { id, type, result, message } = JSON.parse(text);
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    if (type === "error") asked.reject(new Error(message));
    else asked.resolve(result);
  });
  const ask = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });

  await ask("session.new", { capabilities: {} });
  const page = async () => {
    const { context } = await ask("browsingContext.create", { type: "tab" });
    return {
      open: (url) => ask("browsingContext.navigate", { context, url, wait: "complete" }),
      go: (delta) => ask("browsingContext.traverseHistory", { context, delta }),
      run: async (expression) => {
        const said = await ask("script.evaluate", { expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`, target: { context }, awaitPromise: true });
        if (said.type === "exception") throw new Error(said.exceptionDetails.text);
        return JSON.parse(said.result.value);
      },
    };
  };
  const close = async () => {
    await ask("browser.close", {}).catch(() => {});
    socket.close();
    firefox.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page, close };
}

function address(firefox) {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("Firefox did not say where it listens")), PATIENCE).unref();
    let said = "";
    firefox.stderr.on("data", (more) => {
      said += more;
      const found = said.match(/WebDriver BiDi listening on (ws:\/\/\S+)/);
      if (found) resolve(found[1]);
    });
    firefox.on("error", reject);
  });
}
