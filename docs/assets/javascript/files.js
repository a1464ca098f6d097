// The result as files. A file's name says what it is and when, never who.
const TYPES = {
  html: "text/html",
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  json: "application/json",
};

/** Buttons that save a result. `write(format)` gives the file's bytes; `saved` is called once a file is handed over. */
export function offer(template, name, write, saved) {
  const files = template.content.firstElementChild.cloneNode(true);
  files.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button || button.hasAttribute("aria-busy")) return;
    if (button.matches("[data-print]")) print();
    else make(button, name, write, saved);
  });
  return files;
}

async function make(button, name, write, saved) {
  const { format } = button.dataset;
  button.parentElement.querySelector(".eh-error")?.remove();
  button.setAttribute("aria-busy", "true");
  try {
    save(await write(format), `${name}.${format}`, TYPES[format]);
    saved();
  } catch (fault) {
    const said = Object.assign(document.createElement("p"), { className: "eh-error", role: "alert" });
    said.textContent = `This file could not be made. Try again, or choose another kind of file. (${fault.message})`;
    button.after(said);
  } finally {
    button.removeAttribute("aria-busy");
  }
}

function save(bytes, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Paper gets the result alone.
function print() {
  const root = document.documentElement;
  root.dataset.print = "result";
  window.addEventListener("afterprint", () => delete root.dataset.print, { once: true });
  window.print();
}
