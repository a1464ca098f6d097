// Runs one Python file of this folder in Pyodide's own Python, under Node, with a folder mounted at /build:
// byte-code is good only for the exact Python that made it, and what is imported is best asked of that Python.
// usage: node run.mjs <file.py> <folder> <argument>...
import { readFile } from "node:fs/promises"
import { loadPyodide } from "pyodide"

const [script, folder, ...args] = process.argv.slice(2)
const { info } = JSON.parse(await readFile(new URL(import.meta.resolve("pyodide/pyodide-lock.json")), "utf8"))
const pyodide = await loadPyodide({
  args: ["-X", "no_debug_ranges", script, ...args],
  env: { PYDANTIC_DISABLE_PLUGINS: "__all__" },
  lockFileContents: { info, packages: {} },
})
pyodide.mountNodeFS("/build", folder)
try {
  process.stdout.write(pyodide.runPython(await readFile(script, "utf8"), { filename: script }) ?? "")
} catch (fault) {
  console.error(fault.message) // without it Node prints Pyodide's own source first
  process.exitCode = 1
}
