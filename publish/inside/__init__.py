"""Scripts that run inside Pyodide while the site is built; see run.mjs."""
