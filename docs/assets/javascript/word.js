// A document as a Word file. Python gives the document as JSON; the docx library, loaded only now, writes Word's own format.
import { bring } from "./arrival.js";
import { blocks, look } from "./word-blocks.js";

const LIBRARY = "./vendor/docx.js";
const NAMESPACE = "urn:early-help-guide:answers"; // pyforms/reopen.py looks for it
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** @typedef {typeof import("docx")} Docx */
/** @typedef {ReturnType<typeof blocks>} Drawing */
/** @typedef {import("./word-blocks.js").Drawn} Drawn */

/**
 * The bytes of a .docx file.
 * @param {Content} content
 */
export async function write(content) {
  /** @type {Docx} */
  const docx = await bring(LIBRARY);
  const draw = blocks(docx);
  const children = await body(content, draw);
  const text = mark(draw.written());
  const file = new docx.Document({
    title: draw.clean(content.title),
    creator: content.maker,
    lastModifiedBy: content.maker,
    description: "Made in the browser. Nothing was sent.",
    ...look(docx, content.language),
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838 }, margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 } } },
      headers: content.training ? { default: new docx.Header({ children: [draw.mark("Training example")] }) } : {},
      footers: { default: new docx.Footer({ children: [footer(docx, draw.clean(content.title))] }) },
      children,
    }],
  });
  const parts = content.envelope ? attach(file, content.envelope, text) : [];
  return docx.Packer.pack(file, "uint8array", undefined, parts);
}

/** @type {(content: Content, draw: Drawing) => Promise<Drawn[]>} */
async function body(content, draw) {
  /** @type {Drawn[]} */
  const drawn = [...(content.training ? [draw.mark(content.training)] : []), draw.heading(1, content.title)];
  for (const block of content.blocks) drawn.push(...await draw.block(block));
  if (content.about.length) drawn.push(...draw.about(content.about));
  if (content.closing) drawn.push(draw.quiet(content.closing));
  return drawn;
}

/**
 * As pyforms/exporters/answers.py marks a text: its CRC-32 without spaces and boxes to tick.
 * @param {string} text
 */
export function mark(text) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text.replace(/[\t\n\v\f\r \u00a0\u2028\u2029\u2610\ufeff]/g, ""))) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(16).padStart(8, "0");
}

/** @type {(docx: Docx, title: string) => import("docx").Paragraph} */
function footer({ Paragraph, PageNumber, TabStopType, TextRun }, title) {
  return new Paragraph({
    style: "Quiet",
    tabStops: [{ type: TabStopType.RIGHT, position: 9638 }],
    children: [new TextRun({ children: [title, "\tPage ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] })],
  });
}

/**
 * The answers as a custom XML part, which Word keeps when it saves the file again. A document property holds too little.
 * `text` marks what the document says, so that a file whose text somebody changed can be told.
 * @param {any} file docx types neither its relationships nor its list of types
 * @param {Envelope} envelope
 * @param {string} text
 */
function attach(file, envelope, text) {
  const bytes = new TextEncoder().encode(JSON.stringify(envelope));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  /** @param {string} inner */
  const xml = (inner) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${inner}`;
  file.Document.Relationships.addRelationship("rIdAnswers", `${RELATIONSHIPS}/customXml`, "../customXml/item1.xml");
  file.ContentTypes.addOverride(
    "application/vnd.openxmlformats-officedocument.customXmlProperties+xml", "/customXml/itemProps1.xml",
  );
  return [
    { path: "customXml/item1.xml", data: xml(`<answers xmlns="${NAMESPACE}" text="${text}">${base64}</answers>`) },
    {
      path: "customXml/itemProps1.xml",
      data: xml('<ds:datastoreItem xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" '
        + 'ds:itemID="{6D3C5E0A-52B1-4C8F-9A57-0E5A11E1F0A1}"><ds:schemaRefs>'
        + `<ds:schemaRef ds:uri="${NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`),
    },
    {
      path: "customXml/_rels/item1.xml.rels",
      data: xml('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + `<Relationship Id="rId1" Type="${RELATIONSHIPS}/customXmlProps" Target="itemProps1.xml"/></Relationships>`),
    },
  ];
}
