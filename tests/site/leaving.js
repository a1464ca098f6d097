// Run in a page by the tests of leaving, in any browser: `fill(marker)` fills whatever the page lets a person fill, and
// waits for what comes of it; `traces(marker)` lists what is left of it. Evaluated as ({ fill, traces }).
({
  async fill(marker) {
    const until = async (what, test) => {
      for (let tries = 0; tries < 1200; tries += 1) {
        if (test()) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`nothing came of ${what}`);
    };
    const all = (selector) => [...document.querySelectorAll(selector)];
    const tell = (control, ...names) => names.forEach((name) => control.dispatchEvent(new Event(name, { bubbles: true })));

    const answer = (control) => {
      if (control.matches("[type=checkbox], [type=radio]")) control.checked = true;
      else if (control.matches("select")) control.selectedIndex = control.options.length - 1;
      else if (control.matches("[type=date]")) control.value = "2015-03-04";
      else if (control.matches("[type=number], [inputmode=numeric]")) control.value = "3";
      else if (control.matches("[name=text]")) control.value = `${marker}: boy, born 2015`;
      else control.value = marker;
      tell(control, "input", "change");
    };

    const sign = async (canvas) => {
      canvas.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
      await until("a signature pad", () => canvas.width !== 300);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const { left, top } = canvas.getBoundingClientRect();
      const at = (kind, x, y) => {
        const place = { clientX: left + x, clientY: top + y, button: 0, buttons: 1, pressure: 0.5, pointerId: 1, isPrimary: true };
        (kind === "pointerdown" ? canvas : window).dispatchEvent(new PointerEvent(kind, { bubbles: true, cancelable: true, ...place }));
        canvas.ownerDocument.dispatchEvent(new PointerEvent(kind, place));
      };
      at("pointerdown", 20, 20);
      for (let x = 20; x < 150; x += 10) at("pointermove", x, 20 + (x % 40));
      at("pointerup", 150, 40);
    };

    if (document.querySelector("[data-folder]")) {
      await until("Python", () => document.documentElement.dataset.python === "ready");
      const [people, place] = ["[data-people]", "[data-person-place]"].map((each) => document.querySelector(each));
      for (const name of [marker, `${marker} too`]) {
        document.querySelector("[data-person-add]").click();
        place.querySelector("[name=name]").value = name;
        place.querySelector("form").requestSubmit();
        await until("a person", () => people.textContent.includes(name));
      }
      people.querySelector("li:last-child button:last-of-type").click();
      await until("Undo of a person", () => document.querySelector("[data-undo-notice]"));
      document.querySelector("[data-hand]").click();
      await until("whom a copy can be for", () => document.querySelector("[data-hand-to]").textContent.includes(marker));
      document.querySelector("[data-begin=scaling]").click();
      await until("what is known", () => document.querySelector("[data-known] button"));
    }
    const form = document.querySelector("form[data-form]");
    if (form) {
      await until("Python", () => document.documentElement.dataset.python === "ready");
      for (const more of all("main [data-add]")) more.click();
      for (const fold of all("main details")) fold.open = true;
      for (const control of all("main :is(input, textarea, select):not([type=hidden], [type=file], [data-example])")) answer(control);
      for (const canvas of all("[data-pad]").slice(0, 1)) await sign(canvas);
      const add = document.querySelector("[data-builder] [data-do=person]");
      if (add) {
        await until("a picture", () => document.querySelector("[data-picture]").textContent.includes(marker));
        document.querySelector("[data-builder] [data-name]").value = `${marker}’s brother`;
        document.querySelector("[data-builder] [data-born]").value = "2017";
        add.click();
        await until("Undo", () => !document.querySelector("[data-undo]").disabled);
      }
      const finder = document.querySelector("[data-finder]");
      if (finder) {
        finder.querySelector("input").value = `${marker} hit me`;
        finder.querySelector("button").click();
        await until("the finder", () => finder.querySelector("[data-found]").textContent.includes(marker));
      }
      form.requestSubmit();
      await until("a result", () => /ready|invalid|failed/.test(document.querySelector("[data-result]").dataset.state));
      const file = document.querySelector("[data-open]");
      const files = new DataTransfer();
      files.items.add(new File([marker], `${marker}.json`));
      file.files = files.files;
      tell(file, "change");
      await until("a file", () => document.querySelector("[data-open-said]").textContent.includes("not opened"));
    }
    const search = document.querySelector("[data-md-component=search-query]");
    search.focus();
    search.value = "domestic abuse";
    tell(search, "keyup");
    await until("the search", () => document.querySelector(".md-search-result__item"));
  },

  traces(marker) {
    const found = [];
    const look = (what, isLeft) => isLeft && found.push(what);
    const { title, documentElement: root } = document;
    const stored = { ...sessionStorage };
    delete stored["eh-left"];
    look("in the page", root.outerHTML.includes(marker));
    look("in the title, the address or the history", [title, location.href, JSON.stringify(history.state)].join().includes(marker));
    look("in storage", Object.keys(stored).length > 0 || JSON.stringify({ ...localStorage }).includes(marker));
    look("in the window’s name", window.name !== "");
    for (const control of document.querySelectorAll("main :is(input, textarea), .md-search__input")) {
      const isButton = control.matches("[type=checkbox], [type=radio]");
      look(`in ${control.name || control.id}`, isButton ? control.checked !== control.defaultChecked : control.value !== control.defaultValue && control.type !== "hidden");
      look(`in the hidden ${control.name}`, control.type === "hidden" && control.value !== "");
    }
    for (const list of document.querySelectorAll("main select")) {
      const usual = Math.max([...list.options].findIndex((option) => option.defaultSelected), 0);
      look(`in ${list.name || list.id}`, list.options.length > 0 && list.selectedIndex !== usual);
    }
    for (const canvas of document.querySelectorAll("canvas")) {
      const dots = new Uint32Array(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      look("on a canvas", dots.some((dot) => dot !== dots[0]));
    }
    for (const back of document.querySelectorAll("[data-undo], [data-redo]")) look("behind Undo", !back.disabled);
    look("in the search", document.querySelector(".md-search-result__item") !== null);
    look("as an open panel", document.querySelector("[data-md-toggle]:checked") !== null);
    look("as a result", (document.querySelector("[data-result]")?.dataset.state ?? "idle") !== "idle");
    look("as a form in the folder", Boolean(document.querySelector("[data-form-place] *")));
    look("said aloud", [...document.querySelectorAll("[data-announce]")].some((said) => said.textContent));
    return found;
  },
})
