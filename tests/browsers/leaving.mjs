// Leaving leaves nothing, in a browser that Playwright cannot drive. Prints for each page what was there and what is left.
//   node leaving.mjs firefox /usr/bin/firefox-esr http://127.0.0.1:8000/ forms/scaling/ about/ …
import { readFile } from "node:fs/promises";

const [browser, executable, site, ...paths] = process.argv.slice(2);
const NAME = "Zebedee";
const inPage = (await readFile(new URL("../site/leaving.js", import.meta.url), "utf8")).trim();

const { launch } = await import(`./${browser}.mjs`); // another browser is another module with the same `launch`
const { page: newPage, close } = await launch(executable);
const report = {};
try {
  for (const path of paths) report[path] = await leave(await newPage(), path);
} finally {
  await close();
}
console.log(JSON.stringify(report));

async function leave(page, path) {
  await page.open(site + path);
  await page.run(`${inPage}.fill("${NAME}")`);
  const before = await page.run(`${inPage}.traces("${NAME}")`);
  await page.run("void document.querySelector('.eh-footer a:last-of-type').click()");
  await until(page, "location.pathname.endsWith('/about/') && document.readyState === 'complete'");
  await page.run("void document.querySelector('[data-exit]').click()");
  await until(page, "location.pathname === '/weather'");
  await page.go(-1);
  await until(page, `location.pathname.endsWith("/${path}") && document.readyState === "complete" && !document.documentElement.matches(".eh-covered")`);
  return { before, left: await page.run(`${inPage}.traces("${NAME}")`) };
}

// A page that is on its way to another answers nothing: then ask the next one.
async function until(page, test) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await page.run(test).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never so: ${test}`);
}
