// Each kind of block as Word's paragraphs and tables, and how they look. Lengths are twentieths of a point.
import { rasterised } from "./raster.js";

/** @typedef {typeof import("docx")} Docx */
/** @typedef {import("docx").Paragraph | import("docx").Table} Drawn */
/** @typedef {import("docx").IParagraphOptions} Look */
/** @typedef {{ [Kind in keyof Blocks]: (block: Blocks[Kind], frame: Look) => Drawn[] | Promise<Drawn[]> }} Drawers */

const INK = "1D2B2F";
const ACCENT = "0D5561";
const QUIET = "435257";
const LINE = "969F9F";
const EDGES = { danger: "8F1D1D", warning: "684200", information: ACCENT, success: "1B5632" };
const WIDTH = 9638;

/**
 * Styles, numbering and language for the whole file.
 * @param {Docx} docx
 * @param {string} language
 */
export function look({ AlignmentType, LevelFormat, LineRuleType }, language) {
  /** @type {(size: number, color: string, before: number) => object} */
  const heading = (size, color, before) => (
    { run: { size, color, bold: true, font: "Arial" }, paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true } }
  );
  /** @type {(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => import("docx").ILevelsOptions} */
  const level = (format, text) => ({
    level: 0, format, text, alignment: AlignmentType.LEFT, style: { paragraph: { indent: { left: 360, hanging: 360 } } },
  });
  return {
    styles: {
      default: {
        document: {
          run: { font: "Arial", size: 21, color: INK, language: { value: language } },
          paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
        },
        heading1: heading(40, INK, 0),
        heading2: heading(28, ACCENT, 300),
        heading3: heading(24, INK, 240),
        heading4: heading(22, INK, 200),
      },
      paragraphStyles: [
        { id: "Caption", name: "caption", basedOn: "Normal", run: { bold: true }, paragraph: { keepNext: true, spacing: { before: 200, after: 80 } } },
        { id: "Label", name: "Label", basedOn: "Normal", run: { bold: true }, paragraph: { keepNext: true, spacing: { before: 200, after: 0 } } },
        { id: "Quiet", name: "Quiet", basedOn: "Normal", run: { size: 18, color: QUIET } },
        { id: "Cell", name: "Cell", basedOn: "Normal", run: { size: 19 }, paragraph: { spacing: { before: 40, after: 40, line: 264, lineRule: LineRuleType.AUTO } } },
      ],
    },
    numbering: {
      config: [
        { reference: "bullets", levels: [level(LevelFormat.BULLET, "\u2022")] },
        { reference: "numbers", levels: [level(LevelFormat.DECIMAL, "%1.")] },
      ],
    },
  };
}

/**
 * What a Word file cannot hold is shown as a replacement character.
 * @param {string} text
 */
export const clean = (text) => text.replace(/(?![\n\t])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu, "\uFFFD");

/** @param {string} text */
export const isRightToLeft = (text) => {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)).length * 2 > letters.length;
};

/** @param {string} href */
export const address = (href) => (/^(https:|tel:|mailto:)[^\s\\\p{Cc}]+$/iu.test(href) ? href : "");

/**
 * The drawing of blocks, each of which becomes a list of paragraphs and tables.
 * @param {Docx} docx
 */
export function blocks(docx) {
  const { BorderStyle, CheckBox, ExternalHyperlink, ImageRun, LeaderType, LineRuleType, Paragraph, TabStopType, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  let lists = 0; // each numbered list counts from one
  /** @type {string[]} */
  const texts = []; // in the document's order: what comes first is drawn first

  /** @type {(run: Run) => import("docx").ParagraphChild[]} */
  const run = ({ text, strong, href }) => {
    texts.push(clean(text));
    const lines = clean(text).split("\n");
    const rightToLeft = isRightToLeft(text) || undefined;
    const link = address(href);
    const children = lines.map((line, place) => new TextRun({
      text: line, bold: strong || undefined, rightToLeft, break: place ? 1 : undefined, style: link ? "Hyperlink" : undefined,
    }));
    return link ? [new ExternalHyperlink({ link, children })] : children;
  };
  /** @type {(text: string, strong?: boolean) => Run[]} */
  const plain = (text, strong = false) => [{ text, strong, href: "" }];
  /** @type {(runs: Run[], options?: Look) => import("docx").Paragraph} */
  const paragraph = (runs, options = {}) => new Paragraph({
    ...options,
    bidirectional: isRightToLeft(runs.map(({ text }) => text).join("")) || undefined,
    children: runs.flatMap(run),
  });

  /** @type {(runs: Run[], width?: number, options?: Partial<import("docx").ITableCellOptions>) => import("docx").TableCell} */
  const cell = (runs, width = 0, options = {}) => new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 20, bottom: 20, left: 90, right: 90 },
    children: [paragraph(runs, { style: "Cell" })],
    ...options,
  });
  /** @type {(rows: import("docx").TableRow[], widths: number[], borders: import("docx").ITableBordersOptions, heads: object) => import("docx").Table} */
  const table = (rows, widths, borders, heads) => new Table({
    rows, borders, tableLook: heads, columnWidths: widths, width: { size: WIDTH, type: WidthType.DXA },
  });
  /** @type {(style: import("docx").IBorderOptions["style"], size?: number) => import("docx").IBorderOptions} */
  const edge = (style, size = 4) => ({ style, size, color: LINE });
  /** @type {(inside: import("docx").IBorderOptions) => import("docx").ITableBordersOptions} */
  const grid = (inside) => ({
    top: inside, left: inside, right: inside, bottom: edge(BorderStyle.SINGLE),
    insideVertical: inside, insideHorizontal: edge(BorderStyle.SINGLE),
  });
  const space = () => new Paragraph({ spacing: { before: 0, after: 60, line: 120, lineRule: LineRuleType.AUTO } });

  /** @type {(rows: [string, Run[]][], strong?: boolean) => Drawn[]} */
  const facts = (rows, strong = true) => {
    /** @type {[number, number]} */
    const widths = [3213, WIDTH - 3213];
    const written = rows.map(([term, runs]) => new TableRow({
      cantSplit: true, children: [cell(plain(term, strong), widths[0]), cell(runs, widths[1])],
    }));
    return [table(written, widths, grid(edge(BorderStyle.NONE, 0)), { firstColumn: true }), space()];
  };

  /** @type {Drawers} */
  const draw = {
    heading: ({ level, text }) => [heading(level, text)],
    paragraph: ({ runs }, frame) => [paragraph(runs, frame)],
    items: ({ items, ordered }, frame) => {
      lists += 1;
      const numbering = { reference: ordered ? "numbers" : "bullets", level: 0, instance: lists };
      return items.map((runs) => paragraph(runs, { numbering, spacing: { after: 60 }, ...frame, ...(frame.indent && { indent: { left: 520, right: 160, hanging: 360 } }) }));
    },
    facts: ({ rows }) => facts(rows),
    table: ({ caption, columns, rows, row_headers: named }) => {
      const widths = shares([columns, ...rows]);
      const title = paragraph(plain(caption), { style: "Caption" });
      const head = new TableRow({
        tableHeader: true, cantSplit: true,
        children: columns.map((text, place) => cell(plain(text, true), widths[place], { shading: { fill: "F7F0E5" } })),
      });
      const written = rows.map((row) => new TableRow({
        cantSplit: true, children: row.map((text, place) => cell(plain(text, named && !place), widths[place])),
      }));
      const framed = grid(edge(BorderStyle.SINGLE));
      const heads = { firstRow: true, firstColumn: named };
      return [title, table([head, ...written], widths, framed, heads), space()];
    },
    note: async ({ kind, word, title, blocks: inner }) => {
      const line = { style: BorderStyle.SINGLE, size: 6, color: EDGES[kind], space: 6 };
      const border = { top: line, right: line, bottom: line, left: { ...line, size: 36, space: 8 } };
      const box = { border, indent: { left: 160, right: 160 } };
      /** @type {Drawn[]} */
      const written = [paragraph(plain(`${word}: ${title}`, true), { ...box, keepNext: true, spacing: { before: 200 } })];
      for (const each of inner) written.push(...await block(each, box));
      return [...written, space()];
    },
    details: async ({ level, title, blocks: inner }) => {
      /** @type {Drawn[]} */
      const written = [heading(level, title)];
      for (const each of inner) written.push(...await block(each));
      return written;
    },
    picture: async ({ svg, title, description }) => {
      const { png, width, height } = await rasterised(svg);
      const scale = Math.min(1, 620 / width);
      const transformation = { width: width * scale, height: height * scale };
      const image = new ImageRun({
        type: "svg", data: new TextEncoder().encode(svg), fallback: { type: "png", data: png }, transformation,
        altText: { name: clean(title), title: clean(title), description: clean(description) },
      });
      return [new Paragraph({ keepNext: true, spacing: { line: 240, lineRule: LineRuleType.AUTO }, children: [image] }), paragraph(plain(title), { style: "Quiet" })];
    },
    blank: ({ label, hint, lines }, frame) => [
      ...labelled(label, hint, frame),
      ...Array.from({ length: lines }, () => new Paragraph({
        ...frame,
        spacing: { before: 200, after: 60 },
        tabStops: [{ type: TabStopType.RIGHT, position: WIDTH, leader: LeaderType.UNDERSCORE }],
        children: [new TextRun({ text: "\t", color: LINE })],
      })),
    ],
    boxes: ({ label, hint, options, many }) => [
      ...labelled(label, hint || (many ? "Tick all that apply" : "Tick one")),
      ...options.map((text) => new Paragraph({
        spacing: { after: 40 }, children: [new CheckBox({ alias: clean(text).slice(0, 60) }), ...plain(` ${text}`).flatMap(run)],
      })),
    ],
    pagebreak: () => [new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT } })],
  };

  /** @type {(level: Level, text: string) => import("docx").Paragraph} */
  const heading = (level, text) => paragraph(plain(text), { heading: `Heading${level}` });
  /** @type {(label: string, hint: string, frame?: Look) => Drawn[]} */
  const labelled = (label, hint, frame = {}) => [
    paragraph(plain(label), { ...frame, style: "Label" }),
    ...(hint ? [paragraph(plain(hint), { ...frame, style: "Quiet", keepNext: true })] : []),
  ];
  /** @type {(content: Block, frame?: Look) => Promise<Drawn[]>} */
  const block = async (content, frame = {}) => /** @type {(content: Block, frame: Look) => Promise<Drawn[]>} */ (draw[content.block])(content, frame);

  return {
    block,
    clean,
    heading,
    /** @param {string} text */
    mark: (text) => paragraph(plain(text, true), { style: "Quiet" }),
    /** @param {string} text */
    quiet: (text) => paragraph(plain(text), { style: "Quiet" }),
    written: () => texts.join(""),
    /** @param {Pair[]} pairs */
    about: (pairs) => [space(), ...facts(pairs.map(([term, value]) => /** @type {[string, Run[]]} */ ([term, plain(value)])), false)],
  };
}

/**
 * Widths for a table's columns by the length of their longest text, within reason.
 * @param {string[][]} rows the first of which are the columns' heads
 */
export function shares(rows) {
  const [heads = []] = rows;
  const longest = heads.map((_, place) => Math.max(...rows.map((row) => Math.min(Math.max(row[place]?.length ?? 0, 8), 60))));
  const total = longest.reduce((sum, length) => sum + length, 0);
  return longest.map((length) => Math.floor((WIDTH * length) / total));
}
