
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const docs = all(".doc");
  const index = byId("index");
  const wide = window.matchMedia("(min-width: 64rem)");
  let printing = false;

  // One draft at a time, or the index; a link to anything inside a draft shows that draft.
  const show = (view) => {
    for (const doc of docs) doc.hidden = doc !== view;
    if (index) index.hidden = view !== index;
    document.body.dataset.view = view === index ? "index" : "draft";
  };

  // Others are closed at once: a toggle event that is still on its way then finds its card closed and leaves this one.
  const alone = (card) => {
    for (const other of all(".card[open]", card.closest(".doc"))) if (other !== card) other.open = false;
  };
  const unfold = (card) => {
    alone(card);
    card.open = true;
  };

  const route = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    const view = target && target.closest(".doc, .index");
    show(view || index || docs[0]);
    if (!target) return;
    if (target.matches(".card")) unfold(target);
    if (target.matches("tr, .doc, .index")) target.scrollIntoView({ block: target.matches("tr") ? "center" : "start" });
    if (target.matches(".fig")) { target.scrollIntoView({ block: "center" }); target.focus({ preventScroll: true }); }
    if (target.matches("tr")) target.focus({ preventScroll: true });
  };

  // A chosen finding lights its places in the draft; choosing another puts them out.
  const marksOf = (card) => card.dataset.marks.split(" ").map(byId).filter(Boolean);
  const unlight = (doc) => {
    for (const one of all(".lit, .kin", doc)) one.classList.remove("lit", "kin");
    const lens = doc.querySelector(".lens");
    lens.hidden = true;
    lens.replaceChildren();
  };

  const toggled = (card) => {
    if (printing) return;
    const doc = card.closest(".doc");
    if (!card.open) {
      if (!doc.querySelector(".card[open]") && doc.querySelector(".lens").hidden) unlight(doc);
      return;
    }
    alone(card);
    unlight(doc);
    for (const mark of marksOf(card)) mark.classList.add("lit");
  };

  const reveal = (card) => {
    const first = marksOf(card)[0];
    if (first && wide.matches) first.scrollIntoView({ block: "center" });
  };

  // A figure without a finding tells what was read of it, and lights those that it was held against.
  const paragraph = (className, words) => {
    const made = document.createElement("p");
    made.className = className;
    made.textContent = words;
    return made;
  };

  const tell = (mark) => {
    const doc = mark.closest(".doc");
    const row = byId(mark.hash.slice(1));
    if (!row) return;
    for (const card of all(".card[open]", doc)) card.open = false;
    unlight(doc);
    mark.classList.add("lit");
    for (const link of all("td:last-child a", row)) byId(link.hash.slice(1))?.classList.add("kin");
    const parts = all("td", row).filter((cell) => cell.textContent.trim());
    const words = parts.map((cell) => `${cell.dataset.label.toLowerCase()}: ${cell.innerText.replace(/\s+/g, " ").trim()}`);
    const lens = doc.querySelector(".lens");
    lens.hidden = false;
    const more = document.createElement("a");
    more.href = mark.hash;
    more.textContent = "Show it in the table";
    lens.replaceChildren(paragraph("lens-figure", row.cells[0].textContent), paragraph("", words.join("; ")), more);
  };

  const choose = (mark) => {
    const target = byId(mark.hash.slice(1));
    if (!target) return;
    if (!target.matches(".card")) return tell(mark);
    unfold(target);
    const summary = target.querySelector("summary");
    summary.focus({ preventScroll: true });
    summary.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".sheet .fig");
    if (mark) {
      event.preventDefault();
      choose(mark);
      return;
    }
    const summary = event.target.closest(".card > summary");
    if (!summary) return;
    const card = summary.parentElement;
    if (!card.open) alone(card); // the browser opens it after this
    setTimeout(() => card.open && reveal(card));
  });

  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.(".card")) toggled(event.target);
  }, true);

  // Arrow keys go from finding to finding; Escape puts everything out.
  document.addEventListener("keydown", (event) => {
    const summary = event.target.closest?.(".card > summary");
    const doc = docs.find((one) => !one.hidden);
    if (event.key === "Escape" && doc) {
      for (const card of all(".card[open]", doc)) card.open = false;
      unlight(doc);
    }
    if (!summary) return;
    const list = all(".card > summary", doc);
    const at = list.indexOf(summary);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    list[Math.min(Math.max(to, 0), list.length - 1)].focus();
  });

  // Tables: a button in each heading sorts, words and a verdict filter.
  const keyOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.k ?? cell.textContent.trim();
  };

  const compare = (a, b) => {
    if (a === "" || b === "") return (a === "") - (b === "");
    const numbers = [Number(a), Number(b)];
    return numbers.some(Number.isNaN) ? a.localeCompare(b, "en", { numeric: true }) : numbers[0] - numbers[1];
  };

  const sort = (table, heading) => {
    const way = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    for (const other of all("thead th", table)) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
    const body = table.tBodies[0];
    const column = heading.cellIndex;
    const rows = [...body.rows].map((row) => [keyOf(row, column), row]);
    rows.sort((one, two) => way * compare(one[0], two[0]));
    body.replaceChildren(...rows.map((pair) => pair[1]));
  };

  for (const heading of all("[data-table] th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sort(heading.closest("table"), heading));
  }

  for (const form of all(".filter")) {
    const rows = all("tbody tr", form.parentElement.querySelector("[data-table]"));
    const apply = () => {
      const words = form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean);
      const level = form.elements.level.value;
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        row.hidden = !(words.every((word) => text.includes(word)) && (!level || row.dataset.level === level));
        shown += !row.hidden;
      }
      form.querySelector("output").textContent = `${shown} of ${rows.length} figures`;
    };
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // On paper every finding is open.
  window.addEventListener("beforeprint", () => {
    printing = true;
    for (const card of all(".card:not([open])")) {
      card.dataset.closed = "";
      card.open = true;
    }
  });
  window.addEventListener("afterprint", () => {
    for (const card of all(".card[data-closed]")) {
      delete card.dataset.closed;
      card.open = false;
    }
    setTimeout(() => { printing = false; });
  });

  document.documentElement.classList.add("js");
  window.addEventListener("hashchange", route);
  for (const card of all(".card[open]")) toggled(card);
  route();
})();
