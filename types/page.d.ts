// What the scripts of a page hand each other: for the type checker alone, and never served.

/** What an answer is typed or ticked in. */
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Says a sentence to whoever listens to the page. */
type Say = (words: string) => void;
/** Places a notice on the page. */
type Put = (notice: Element) => void;
/** Asks the page's form in Python. */
type Ask = (question: string, text: string) => Promise<unknown>;
/** Makes a file of the result, by its format. */
type Make = (format: string) => Promise<Bytes>;
type Confirm = ReturnType<typeof import("../docs/assets/javascript/confirm.js").createConfirm>;
type Undo = ReturnType<typeof import("../docs/assets/javascript/undo.js").createUndo>;
type Result = ReturnType<typeof import("../docs/assets/javascript/result.js").createResult>;
type Tool = ReturnType<typeof import("../docs/assets/javascript/tool.js").openTool>;

/** What a page takes out of a file: Python's words for it, or its own of half-done work. */
type Usable = Opened | (Unfinished & { moved: string; message?: never });

/** The page that a form stands in, where that is not its own: it has one Python for all, and keeps what is typed. */
interface Host {
  tool: Tool;
  /** Of the same shape as draft.js has: `keep` hears whenever other answers stand in the form. */
  drafts: ReturnType<typeof import("../docs/assets/javascript/draft.js").start>;
  /** Hears of a result that fits the answers, with what would be saved of it. */
  checked(envelope: Envelope | null): void;
  /** Begins another form with these answers. */
  carry(entries: Pair[]): unknown;
  /** Whom the family’s folder knows. */
  names(): string[];
  /** Says that the form is taken off the page again. */
  signal: AbortSignal;
}

/** Asks Python about a family's folder: an act of pyforms/folder/acts.py. */
type AskFolder = (act: string, args: object) => Promise<any>;
type Desk = ReturnType<typeof import("../docs/assets/javascript/folder-desk.js").createDesk>;

// File System Access, which only some browsers have: asked for before it is used.
interface Window {
  showSaveFilePicker?(options?: { suggestedName?: string; types?: unknown[] }): Promise<FileSystemFileHandle>;
  showOpenFilePicker?(options?: { types?: unknown[] }): Promise<FileSystemFileHandle[]>;
}
