"use strict";
// Sorting, filtering and the items of a commune. Everything shown is put in as text, never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const collator = new Intl.Collator("vi", { numeric: true });
  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? "");
  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };

  // ---- Rows. A row keeps the place it came with, whatever it is sorted by.
  const rowsOf = (table) => (table ? [...table.tBodies[0].rows] : []);
  const results = document.getElementById("results-table");
  const rows = rowsOf(results);
  const others = rowsOf(document.getElementById("criteria-table"));
  const place = new Map(rows.map((row, at) => [row, at]));
  const opened = new Map();
  const column = {};
  [...results.tHead.rows[0].cells].forEach((cell, at) => {
    if (cell.dataset.role) column[cell.dataset.role] = at;
  });
  // The text of a cell; the button in it adds none.
  const text = (row, role) => (column[role] === undefined ? "" : row.cells[column[role]].textContent.trim());

  // ---- Long tables. The first rows that match are shown, the others when asked; paper has them all.
  const LONG = [...document.querySelectorAll("table.long")];
  let most = 200;
  const more = document.querySelector(".more");
  const limit = (table) => {
    let count = 0;
    for (const row of table.tBodies[0].rows) {
      const below = row.classList.contains("shows");
      if (!row.hidden && !below) count += 1;
      const later = count > most;
      if (row.classList.contains("later") !== later) row.classList.toggle("later", later);
    }
    table.classList.remove("long");
    return count;
  };
  const limitAll = () => {
    const counts = LONG.map(limit);
    if (more) more.hidden = !counts.some((count) => count > most);
  };
  more?.querySelector("button").addEventListener("click", () => {
    most = Infinity;
    limitAll();
    // The button is gone; the table it showed is next.
    results.closest(".scroll").focus();
  });

  // ---- Sorting. Cells without a number come last, in either direction.
  const number = (shown) => {
    const found = /[-+]?\d+(?:[.,]\d+)?/.exec(shown);
    return found ? Number(found[0].replace(",", ".")) : null;
  };
  const compare = (kind, sign) => (a, b) => {
    if (a.key === b.key) return a.at - b.at;
    if (a.key === null || a.key === "") return 1;
    if (b.key === null || b.key === "") return -1;
    const order = kind === "number" ? a.key - b.key : collator.compare(a.key, b.key);
    return order === 0 ? a.at - b.at : sign * order;
  };
  const sorted = (all, at, kind, direction) => {
    if (direction === "none") return all;
    const keyed = all.map((row, place) => {
      const shown = row.cells[at].textContent.trim();
      return { row, at: place, key: kind === "number" ? number(shown) : shown };
    });
    return keyed.sort(compare(kind, direction === "ascending" ? 1 : -1)).map((one) => one.row);
  };
  const next = { none: "ascending", ascending: "descending", descending: "none" };
  for (const table of document.querySelectorAll("table.sorts")) {
    const all = rowsOf(table);
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, at) => {
      const label = head.textContent;
      const button = make("button", { type: "button", title: fill(data.words.sort, { column: label }) }, label);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const direction = next[head.getAttribute("aria-sort") ?? "none"];
        for (const other of heads) other.removeAttribute("aria-sort");
        if (direction !== "none") head.setAttribute("aria-sort", direction);
        const order = sorted(all, at, head.dataset.kind, direction);
        table.tBodies[0].replaceChildren(...order.flatMap((row) => (opened.has(row) ? [row, opened.get(row)] : [row])));
        if (LONG.includes(table)) limit(table);
      });
    });
  }

  // ---- Search: case, the way a letter is composed, and the place of the tone mark do not matter; letters and tones do.
  const TONES = "[\\u0300\\u0301\\u0303\\u0309\\u0323]";
  const OLD = new RegExp(`([oau])(${TONES})([aeyo])(?![\\p{L}\\p{M}])`, "gu");
  const NEW = new RegExp(`(?<!q)([ou])([aey])(${TONES})(?![\\p{L}\\p{M}])`, "gu");
  const plain = (typed) => typed.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trim();
  const spellings = (typed) => {
    const apart = plain(typed).normalize("NFD");
    const later = apart.replace(OLD, (all, first, tone, second) => (/^(oa|oe|uy)$/.test(first + second) ? first + second + tone : all));
    const earlier = apart.replace(NEW, (all, first, second, tone) => (/^(oa|oe|uy)$/.test(first + second) ? first + tone + second : all));
    return [plain(typed), later.normalize("NFC"), earlier.normalize("NFC")];
  };
  let searched = null;
  const matches = (row, wanted) => {
    // Worked out at the first search, so that the page opens without it.
    searched ??= new Map(rows.map((one) => [one, spellings(`${text(one, "code")} ${text(one, "name")}`)]));
    const found = searched.get(row);
    return wanted.some((spelling) => found.some((shown) => shown.includes(spelling)));
  };

  // ---- Filters.
  const form = document.querySelector("form.controls");
  const search = document.getElementById("search");
  const selects = [...form.querySelectorAll("select")];
  const shown = document.getElementById("shown");
  const value = (row, filter) => {
    const verdict = text(row, "verdict");
    if (filter === "verdict") return verdict.replace(/\*$/, "");
    if (filter === "provisional") return verdict.endsWith("*") ? "yes" : "no";
    return text(row, filter);
  };
  const offer = (select, values) => {
    const chosen = select.value;
    const texts = [...new Set(values)].filter((one) => one !== "").sort(collator.compare);
    select.replaceChildren(select.options[0], ...texts.map((one) => make("option", { value: one }, one)));
    select.value = texts.includes(chosen) ? chosen : "";
  };
  const selectOf = (filter) => selects.find((select) => select.dataset.filter === filter);
  const offerDistricts = () => {
    const [districts, provinces] = [selectOf("district"), selectOf("province")];
    if (!districts) return;
    const within = provinces && provinces.value ? rows.filter((row) => value(row, "province") === provinces.value) : rows;
    offer(districts, within.map((row) => value(row, "district")));
  };
  const filter = () => {
    const wanted = search.value.trim() ? spellings(search.value) : null;
    const chosen = selects.filter((select) => select.value !== "");
    let count = 0;
    rows.forEach((row, at) => {
      const stays = chosen.every((select) => value(row, select.dataset.filter) === select.value) && (!wanted || matches(row, wanted));
      row.hidden = !stays;
      if (others[at]) others[at].hidden = !stays;
      if (opened.has(row)) opened.get(row).hidden = !stays;
      count += stays ? 1 : 0;
    });
    const said = [fill(shown.dataset.template, { n: count, all: rows.length })];
    if (wanted) said.push(`“${search.value.trim()}”`);
    for (const select of chosen) said.push(`${select.labels[0].firstElementChild.textContent}: ${select.selectedOptions[0].textContent}`);
    shown.textContent = said.join(" · ");
    limitAll();
  };
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target.dataset.filter === "province") offerDistricts();
    filter();
  });
  form.addEventListener("reset", () => setTimeout(() => { offerDistricts(); filter(); }));

  // ---- The items of a commune: those of the document, or made from the data where the document has none.
  const fromDocument = (at) => document.getElementById(`c-${at}`)?.querySelector("table").cloneNode(true);
  const fromData = (at) => {
    if (!data.items) return null;
    const { heads, criteria, texts, kinds, communes } = data.items;
    const [version, packed] = communes[at];
    const side = (head) => ({ class: head[1] ? "r" : "l" });
    const head = heads.map((one) => make("th", { scope: "col", ...side(one) }, one[0]));
    const body = make("tbody");
    const name = text(rows[at], "name");
    let criterion = null;
    for (const item of packed.split(";")) {
      const [place, ...own] = item.split("|");
      const [of, ...kind] = kinds[Number(place)];
      if (of !== criterion) {
        criterion = of;
        const [title, most] = criteria[version][of];
        const points = others[at].cells[2 + of].textContent;
        const says = `${title}: ${fill(data.words.points, { points, most })}`;
        body.append(make("tr", {}, make("th", { scope: "rowgroup", colspan: heads.length }, says)));
      }
      // Behind the kind stand the cells of four columns, in their order; an empty one at the end is left out.
      let next = 0;
      const cells = kind.map((text, column) => {
        const mine = [2, 3, 10, 11].includes(column) ? (own[next++] ?? "") : "";
        return make("td", side(heads[column]), text === -1 ? mine : texts[text]);
      });
      body.append(make("tr", {}, ...cells));
    }
    const label = fill(data.words.breakdown, { name });
    return make("table", { class: "detail", "aria-label": label }, make("thead", {}, make("tr", {}, ...head)), body);
  };
  const close = (row) => {
    opened.get(row)?.remove();
    opened.delete(row);
    const button = row.querySelector("button");
    button.setAttribute("aria-expanded", "false");
    button.removeAttribute("aria-controls");
  };
  const open = (row) => {
    const at = place.get(row);
    const table = fromDocument(at) ?? fromData(at);
    if (!table) return;
    const button = row.querySelector("button");
    const leave = () => {
      close(row);
      button.focus();
    };
    const shut = make("button", { type: "button" }, data.words.close);
    shut.addEventListener("click", leave);
    const label = fill(data.words.breakdown, { name: text(row, "name") });
    const head = make("div", { class: "head" }, make("strong", {}, label), shut);
    const panel = make("div", { class: "panel", role: "region", tabindex: "0", "aria-label": label }, head, table);
    const cell = make("td", { colspan: row.cells.length }, panel);
    const below = make("tr", { class: "shows", id: `shows-${at}` }, cell);
    below.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave();
    });
    row.after(below);
    opened.set(row, below);
    button.setAttribute("aria-expanded", "true");
    button.setAttribute("aria-controls", below.id);
  };
  const toggle = (row) => (opened.has(row) ? close(row) : open(row));
  if (document.getElementById("c-0") || data.items) {
    for (const row of rows) {
      const cell = row.querySelector("th");
      cell.replaceChildren(make("button", { type: "button", "aria-expanded": "false" }, cell.textContent));
      row.classList.add("opens");
    }
    results.tBodies[0].addEventListener("click", (event) => {
      const row = event.target.closest("tr");
      if (!place.has(row) || (!event.target.closest("button") && String(getSelection()) !== "")) return;
      toggle(row);
    });
    results.tBodies[0].addEventListener("keydown", (event) => {
      const row = event.target.closest("tr");
      if (event.key === "Escape" && opened.has(row)) close(row);
    });
  }

  // ---- Only now do the controls do something.
  for (const node of document.querySelectorAll("[data-script]")) node.hidden = false;
  if (selectOf("province")) offer(selectOf("province"), rows.map((row) => value(row, "province")));
  offerDistricts();
  filter();
})();
