// One form from start to end, in a browser that Playwright cannot drive: boot, answer, save, open, exit. Prints what was seen.
//   node round.mjs webkit /usr/bin/WebKitWebDriver http://127.0.0.1:8000/ scaling
const [browser, executable, site, form] = process.argv.slice(2);

// What a person would call answered: hidden fields and the page's own choosers are not.
const TYPED = `[...document.querySelectorAll("form[data-form] :is(input, textarea, select)")].filter(({ type, name }) => name && type !== "hidden")
  .map(({ name, type, checked, value }) => [name, type === "checkbox" || type === "radio" ? checked && value : value]).filter(([, value]) => value)`;

const { launch } = await import(`./${browser}.mjs`);
const { page: newPage, close } = await launch(executable);
try {
  console.log(JSON.stringify(await round(await newPage())));
} finally {
  await close();
}

async function round(page) {
  const seen = {};
  await page.open(`${site}forms/${form}/`);
  seen.python = await page.run(`(${until})(() => ["ready", "failed"].includes(document.documentElement.dataset.python) && document.documentElement.dataset.python)`);
  await page.run("void document.querySelector('[data-load-example]').click()");
  await page.run(`(${until})(() => document.querySelector("[data-training]").hidden === false)`);
  seen.typed = await page.run(TYPED);
  await page.run("void document.querySelector('form[data-form]').requestSubmit()");
  seen.state = await page.run(`(${until})(() => !["idle", "waiting"].includes(document.querySelector("[data-result]").dataset.state) && document.querySelector("[data-result]").dataset.state)`);
  seen.result = await page.run("document.querySelector('[data-result] h2').textContent.trim()");
  seen.file = await page.run(`(${save})()`);
  await page.open(`${site}about/`);
  await page.open(`${site}forms/${form}/`);
  seen.empty = await page.run(TYPED);
  await page.run(`(${open})(${JSON.stringify(seen.file)})`);
  await page.run(`(${until})(() => /back on this page|Choose another/.test(document.querySelector("[data-open-said]").textContent))`);
  seen.said = await page.run("document.querySelector('[data-open-said]').textContent.trim()");
  seen.back = await page.run(TYPED);
  await page.run("void document.querySelector('[data-exit]').click()");
  await leads(page, "location.pathname === '/weather'");
  seen.left = await page.run("location.pathname");
  return seen;
}

// What follows runs in the page.
async function until(test) {
  for (let tries = 0; tries < 1200; tries += 1) {
    const found = test();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never so: ${test}`);
}

/** Presses "Answers only (JSON)" and gives the text of the file that the page hands over. */
async function save() {
  const own = URL.createObjectURL;
  const handed = new Promise((resolve) => {
    URL.createObjectURL = (blob) => {
      if (blob.type.startsWith("application/json")) resolve(blob.text());
      return own.call(URL, blob);
    };
  });
  document.querySelector("[data-result] [data-format=json]").click();
  return handed;
}

function open(text) {
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], "saved.json", { type: "application/json" }));
  const input = document.querySelector("[data-open]");
  input.files = chosen.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

// A page that is on its way to another answers nothing: then ask the next one.
async function leads(page, test) {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await page.run(test).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`never so: ${test}`);
}
