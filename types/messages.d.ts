// What goes between the page, its Python and its files: the one place that says so, for the type checker alone. It is
// never served. tests/scripts/test_types.py holds it against what Python takes and gives.

/** An answer as the page has it: its name is the answer's path in the form's model. */
type Pair = [name: string, value: string];

// Files

interface Saved {
  kind: "early-help-form";
  form: string;
  version: number;
  area: string;
  /** The day, as 2026-03-27. */
  saved: string;
  /** The version of the guide. */
  made_with: string;
}

interface Envelope extends Saved {
  answers: Record<string, unknown>;
}

interface Unfinished extends Saved {
  state: "unfinished";
  entries: Pair[];
}

// A family's folder, as pyforms/folder/model.py has it

/** Which session of editing changed something last, and that session's how-manieth change it was. */
type Dot = [session: string, change: number];

interface Member {
  id: string;
  dot: Dot;
  name: string;
}

interface Item {
  id: string;
  dot: Dot;
  by: string;
  on: string;
  for_whom: string;
  people: Record<string, string>;
  nobody?: string[];
  saved: Envelope | Unfinished;
}

interface Folder {
  kind: "early-help-folder";
  version: number;
  id: string;
  area: string;
  saved: string;
  seen: Record<string, number>;
  people: Member[];
  items: Item[];
}

/** One answer to a question about a folder's people: its words, and what Python's act "answer" is given. */
interface Way {
  words: string;
  way: string;
  given: Record<string, string | null>;
}

/** A question about a folder's people; `others` are those whom somebody new may be. */
interface Asking {
  words: string;
  person: string;
  ways: Way[];
  others: { id: string; name: string }[];
  /** A form to look into. */
  open?: string;
}

/** What the folder's page draws, in words ready to show. */
interface View {
  people: { id: string; name: string; about: string }[];
  items: { id: string; title: string; on: string; day: string; by: string; for_whom_words: string; state: string; summary: string }[];
  due: { what: string; day: string; why: { from: string; source: string }[]; is_past: boolean }[];
  comes_next: { form: string; item: string; title: string; why: string }[];
  /** What only somebody who knows the family can say; nothing before Python has looked. */
  asks?: Asking[];
  /** The title of a training example that is in it. */
  training: string;
}

// What the page asks, and Python's answers

interface Asked {
  form: string;
  entries: Pair[];
  area: string;
  today: string;
}

interface Calls {
  load(args: { form: string }): boolean;
  submit(args: Asked): Made;
  export(args: Asked & { format: string }): Bytes;
  example(args: { form: string; name: string }): Example;
  open(args: { form: string; data: string; area: string }): Opened | Elsewhere;
  ask(args: { form: string; question: string; text: string }): unknown;
  /** An act of pyforms/folder/acts.py, with what it is given. */
  folder(args: { act: string } & Record<string, unknown>): any;
}

type Timer = ReturnType<typeof setTimeout> | undefined;

/** What hears how far Python is. */
interface Listeners {
  onProgress(progress: { step: "files" | "python" | "forms"; loaded: number; total: number }): void;
  onState(state: "loading" | "ready" | "failed", fault?: Error): void;
}

/** A reason why Python, or a part of it, is not there: a key of REASONS in python.js. */
interface Reason {
  kind: string;
  file?: string | undefined;
  cause?: unknown;
  message?: string;
  errors?: Pair[];
}

/** What is fetched for Python: `bytes` long, as `name` beside the manifest. */
interface PythonFile {
  name: string;
  bytes: number;
  sha256: string;
}

interface Settle<T> {
  resolve(value: T): void;
  reject(fault: unknown): void;
}

/** A question that Python has not answered yet; `again` once it was asked a second time. */
interface Pending extends Settle<any> {
  call: string;
  args: unknown;
  timeout: number;
  again?: boolean;
}

interface Manifest {
  /** `path` is where the package's extension belongs in Python's file system. */
  files: Record<string, PythonFile> & { pydantic_core: PythonFile & { path: string } };
  lock: string;
}

/** What the two workers tell the page; each message is one of these. */
type News = Partial<Reason & { step: "files" | "python" | "forms"; loaded: number; total: number; engine: Bytes; state: "ready" | "failed"; id: number; heard: true; reply: string | Bytes }>;

type Bytes = Uint8Array<ArrayBuffer>;

/** `T` by the name of its call: `Args<"submit">`. */
type Args<Name extends keyof Calls> = Parameters<Calls[Name]>[0];
type Reply<Name extends keyof Calls> = ReturnType<Calls[Name]>;
type Call = <Name extends keyof Calls>(name: Name, args: Args<Name>, options?: { timeout?: number }) => Promise<Reply<Name>>;

interface Made {
  findings: Record<string, unknown>;
  document: Content;
  html: string;
  files: Part[];
  documents: Further[];
  prompts: Prompt[];
}

/** A table, picture, calendar or text that may be saved alone. */
interface Part {
  name: string;
  title: string;
}

interface Further {
  key: string;
  document: Content;
  html: string;
  entries: Pair[] | null;
}

interface Prompt {
  path: string;
  question: string;
  reason: string;
  suggestion: string;
  offer: Offer | null;
}

interface Offer {
  label: string;
  group: string;
  answers: Pair[];
}

interface Example {
  entries: Pair[];
  area: string;
}

interface Opened {
  form: string;
  entries: Pair[];
  area: string;
  message: string;
}

/** A file of another form. */
interface Elsewhere {
  form: string;
  title: string;
}

/** An error that travels back; `errors` are answers to mend, as [path, message], in page order. */
interface Refusal {
  kind: "answers-invalid" | "cannot-open" | "fault";
  message: string;
  errors: Pair[];
  cause?: string;
}

// What single forms may be asked

/** The threshold tool's finder. */
interface Hit {
  key: string;
  label: string;
  section: string;
  steps: string[];
}

/** The genogram's "show". */
interface Shown {
  svg: string;
  faults: string[];
  people: { id: string; name: string }[];
}

/** The genogram's "step": a new text, and who is new in it; or the text as it was, and why. */
type Stepped = { text: string; who: string; problem?: never } | { text: string; problem: string };

// A document, as pyforms/document.py has it

interface Content {
  title: string;
  blocks: Block[];
  about: Pair[];
  language: string;
  training: string;
  envelope: Envelope | null;
  maker: string;
  closing: string;
}

type Level = 1 | 2 | 3 | 4;

interface Run {
  text: string;
  strong: boolean;
  href: string;
}

interface Blocks {
  heading: { level: Level; text: string };
  paragraph: { runs: Run[] };
  items: { items: Run[][]; ordered: boolean };
  facts: { rows: [string, Run[]][] };
  table: { caption: string; columns: string[]; rows: string[][]; row_headers: boolean };
  note: { kind: "danger" | "warning" | "information" | "success"; word: string; title: string; blocks: Block[] };
  details: { title: string; blocks: Block[]; level: Level; on_paper: boolean };
  picture: { svg: string; title: string; description: string };
  blank: { label: string; hint: string; lines: number };
  boxes: { label: string; options: string[]; hint: string; many: boolean };
  pagebreak: {};
}

type Block = { [Kind in keyof Blocks]: { block: Kind } & Blocks[Kind] }[keyof Blocks];
