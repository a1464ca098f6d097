// Do the page's own scripts keep to what the oldest browsers have that the site is for ("browserslist" in package.json)?
// MDN's browser-compat-data says since when a browser has a feature. A member such as `.groupBy` is a fault where all that
// is known by that name is newer; `--newer` prints what those browsers lack of JavaScript's own objects, for the tests.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);
const [asked = fileURLToPath(new URL("docs/assets/javascript", ROOT))] = process.argv.slice(2);
const { api, javascript: { builtins } } = createRequire(import.meta.url)("@mdn/browser-compat-data");
const { browserslist } = JSON.parse(readFileSync(new URL("package.json", ROOT)));
const OLDEST = browserslist.map((line) => line.split(" ")).map(([browser, version]) => [browser, Number(version)]);

/** The browsers that lack a feature. */
const lacking = (feature) => OLDEST.filter(([browser, version]) => !has(feature.__compat?.support[browser], version)).map(([browser]) => browser);

function has(support, version) {
  return [support ?? { version_added: "0" }].flat().some(({ version_added: added, version_removed: removed, flags, prefix, alternative_name: other }) =>
    added && added !== "preview" && !flags && !prefix && !other && !removed && Number.parseFloat(added.replace("≤", "")) <= version);
}

// Our own names, and those of Python’s objects and of WebAssembly’s, that a browser has come to use for something else.
const OURS = ["bytes", "changed", "closing", "destroy", "draw", "format", "memory", "path", "run", "watch"];

// What the page asks for before it uses it, and does without (folder-save.js).
const ASKED_FOR = ["showSaveFilePicker", "showOpenFilePicker", "createWritable"];

const members = (owner) => Object.entries(owner).filter(([name]) => name !== "__compat");
const known = new Map(); // member -> the browsers that lack it, for each owner that has one
const statics = new Map(); // "Map.groupBy" -> the browsers that lack it
const globals = new Map(); // "Iterator" -> the browsers that lack it
const lacked = new Set(); // "Map.groupBy", "Element.checkVisibility"

for (const [world, isBuiltin] of [[builtins, true], [api, false]]) {
  for (const [owner, parts] of members(world)) {
    if (parts.__compat) globals.set(owner, lacking(parts));
    for (const [name, feature] of members(parts)) {
      const member = name.replace(/_static$|_event$/, "");
      if (isBuiltin || name.endsWith("_static")) statics.set(`${owner}.${member}`, lacking(feature));
      if (lacking(feature).length) lacked.add(`${owner}.${member}`);
      known.set(member, [...(known.get(member) ?? []), lacking(feature)]);
    }
  }
}

const bare = (text) => text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, (comment) => comment.replace(/[^\n]/g, " "));

function* faults(text) {
  for (const [place, line] of bare(text).split("\n").entries()) {
    for (const [, before, owner, member] of line.matchAll(/(\.?)\b([A-Z]\w*)\??\.(\w+)/g)) {
      const lack = before ? [] : statics.get(`${owner}.${member}`) ?? [];
      if (lack.length) yield [place, `${owner}.${member}`, lack];
    }
    for (const [, member] of line.matchAll(/\.(\w+)/g)) {
      const owners = [...OURS, ...ASKED_FOR].includes(member) ? [] : known.get(member) ?? [];
      if (owners.length && owners.every((lack) => lack.length)) yield [place, `.${member}`, owners[0]];
    }
    for (const [, name] of line.matchAll(/(?<![.\w"'`])([A-Z]\w+\b|[a-z]\w+(?=\())/g)) {
      if (globals.get(name)?.length) yield [place, name, globals.get(name)];
    }
  }
}

if (asked === "--newer") {
  console.log(JSON.stringify([...lacked].map((name) => name.split("."))));
} else {
  let found = 0;
  for (const name of readdirSync(asked).filter((each) => each.endsWith(".js"))) {
    for (const [place, what, lack] of faults(readFileSync(`${asked}/${name}`, "utf8"))) {
      found += 1;
      console.error(`${name}:${place + 1}: ${what} is not in ${[...new Set(lack)].join(", ")} as old as package.json says`);
    }
  }
  process.exitCode = found ? 1 : 0;
}
