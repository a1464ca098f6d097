// What the workers find in Pyodide, in Python and in what they unpack: for the type checker alone, and never served.

/** How python.js starts Python's worker. */
interface Boot {
  home: string;
  manifest: Manifest;
  own: string[];
  port: MessagePort;
}

/** Pyodide's scripts stand before python-worker.js, as one function. */
declare const loadPyodide: typeof import("pyodide").loadPyodide;

/** What is used of Emscripten's file system. */
interface Files {
  mkdirTree(path: string): void;
  writeFile(path: string, content: Bytes, options: { canOwn: boolean }): void;
}

/** publish/browser/later.py */
interface Later {
  watch(): void;
  add(part: string): void;
  heard(): string;
}

interface PyBytes {
  toJs(): Bytes;
  destroy(): void;
}

/** zstddec's wasm. */
interface Zstandard {
  memory: { buffer: ArrayBuffer };
  malloc(bytes: number): number;
  free(place: number): void;
  ZSTD_findDecompressedSize(place: number, bytes: number): bigint | number;
  ZSTD_decompress(target: number, room: number, source: number, bytes: number): number;
}

/** A section of a page, in the search's index. */
interface Doc {
  location: string;
  title: string;
  text: string;
  tags?: string[];
}

/** What is used of the search that Material's worker brings. */
declare var lunr: { Token: new (word: string) => object; stemmer: (token: object) => object };
