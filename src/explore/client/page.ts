/**
 * The explorer in the browser: what is chosen goes to the address and to the worker, answers to the
 * page. The page itself says what its columns are; the rows are known to the worker alone.
 */

import { NOT_LISTED } from "../../text/format.ts";
import type { Answer } from "../engine.ts";
import type { Bar } from "../facet.ts";
import { type Query, queryOf, searchOf } from "../head.ts";
import { barsNote, barsTitle, besideText, captionText, foundText, pagesText } from "../say.ts";
import type { Ask } from "./worker.ts";

type Told = { id: number; answer: Answer } | { file: Blob; name: string };

/** A column to filter by, as the page shows it. */
interface FacetControls {
  key: string;
  label: string;
  picked: HTMLElement;
  boxes: HTMLInputElement[];
  /** How many matters, a place beside each box. */
  counts: HTMLElement[];
}

const PAUSE = 150;

const root = document.querySelector<HTMLElement>("#explore")!;
const one = <E extends HTMLElement>(selector: string): E => root.querySelector<E>(selector)!;
root.classList.add("live");

// While the page is still being read, the worker starts and the rows are on their way.
const worker = new Worker(new URL(root.dataset.worker!, location.href), { type: "module" });
const send = (ask: Ask, own: Transferable[] = []) => worker.postMessage(ask, own);
worker.onerror = fail;
worker.onmessage = ({ data }: MessageEvent<Told>) => {
  if ("file" in data) save(data.file, data.name);
  // Answers to what is no longer asked are dropped.
  else if (data.id === asked) show(data.answer);
};
fetch(one<HTMLLinkElement>("link[as=fetch]").href)
  .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(response.status)))
  .then((file) => send({ ask: "open", file }, [file]))
  .catch(fail);
if (document.readyState === "loading") {
  await new Promise((done) => document.addEventListener("DOMContentLoaded", done));
}

const found = one(".found");
const picks = one(".picks");
const search = one<HTMLInputElement>("#q");
const sort = one<HTMLSelectElement>("#sort");
const by = one<HTMLSelectElement>("#by");
const of = one<HTMLSelectElement>("#of");
const table = one<HTMLTableElement>("table");
const pager = one(".pager");
const [back, next] = pager.querySelectorAll("button");
const first = [...by.options].find(({ defaultSelected }) => defaultSelected)!.value;
const facets = [...root.querySelectorAll<HTMLDetailsElement>("details[data-key]")].map(facetOf);
const columns = [...table.querySelectorAll("th")].map((cell) => {
  const key = cell.dataset.key!;
  return { key, cell, facet: facets.some((facet) => facet.key === key) };
});
/** A row to copy: its cells carry the names of their columns. */
const model = table.tBodies[0]!.rows[0]!.cloneNode(true);

let query: Query;
let asked = 0;
let typing = 0;

one(".facets").onchange = ({ target }) => {
  const facet = facets.find(({ boxes }) => boxes.includes(target as HTMLInputElement))!;
  go(
    filtered(
      facet.key,
      facet.boxes.filter(({ checked }) => checked).map(({ value }) => value),
    ),
  );
};
search.oninput = () => {
  clearTimeout(typing);
  typing = window.setTimeout(
    () => go({ ...query, text: search.value.trim(), page: 0 }, true),
    PAUSE,
  );
};
sort.onchange = () => {
  const [, down, key = ""] = /^(-?)(.*)$/.exec(sort.value) ?? [];
  go({ ...query, sort: key ? { key, down: down === "-" } : null, page: 0 });
};
by.onchange = () => go({ ...query, by: by.value });
of.onchange = () => {
  // Of another year than those chosen nothing would be found.
  const filters = new Map(query.filters);
  if (!filters.get("year")?.includes(of.value.slice(0, 4))) filters.delete("year");
  go({ ...query, filters, of: of.value, page: 0 });
};
for (const [button, step] of [
  [back!, -1],
  [next!, 1],
] as const) {
  button.onclick = () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    go({ ...query, page: query.page + step });
    // Its top, and the keyboard with it: the new rows are read from the first on.
    table.focus({ preventScroll: true });
    table.scrollIntoView({ block: "start" });
  };
}
one("#save").onclick = () => send({ ask: "save", query, address: location.href });
addEventListener("popstate", read);
read();

function facetOf(details: HTMLDetailsElement): FacetControls {
  return {
    key: details.dataset.key!,
    label: details.querySelector("summary > span")!.textContent,
    picked: details.querySelector<HTMLElement>(".picked")!,
    boxes: [...details.querySelectorAll("input")],
    counts: [...details.querySelectorAll("b")],
  };
}

/** Follows the address: at the start, back and forward. */
function read(): void {
  const known = [...facets.map(({ key }) => ({ key, facet: true })), ...columns];
  query = queryOf(location.search, known, first);
  search.value = query.text;
  // The page as it came is the answer to an address without conditions.
  if (asked === 0 && searchOf(query, first) === "") {
    showQuery();
    root.dataset.shown = "0";
  } else ask();
}

/** The query with other words of a column. */
function filtered(key: string, words: readonly string[]): Query {
  const filters = new Map(query.filters);
  if (words.length > 0) filters.set(key, words);
  else filters.delete(key);
  return { ...query, filters, page: 0 };
}

/** A new query, with an address of its own; typing makes one entry of the history, not ten. */
function go(next: Query, replace = false): void {
  query = next;
  const address = searchOf(query, first) || location.pathname;
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  ask();
}

function ask(): void {
  showQuery();
  send({ ask: "answer", id: ++asked, query });
}

/** The controls as the query has them. */
function showQuery(): void {
  sort.value = query.sort ? `${query.sort.down ? "-" : ""}${query.sort.key}` : "";
  by.value = query.by;
  const items: HTMLLIElement[] = [];
  for (const { key, label, boxes, picked } of facets) {
    const words = query.filters.get(key) ?? [];
    for (const box of boxes) box.checked = words.includes(box.value);
    picked.textContent =
      words.length > 0 ? `：${words.map((word) => word || NOT_LISTED).join("、")}` : "";
    for (const word of words) {
      const rest = words.filter((other) => other !== word);
      items.push(pick(`${label}：${word || NOT_LISTED}`, filtered(key, rest)));
    }
  }
  if (query.text) items.push(pick(`含有“${query.text}”`, { ...query, text: "", page: 0 }));
  if (items.length > 1) {
    items.push(pick("全部条件", { ...query, filters: new Map(), text: "", page: 0 }));
  }
  picks.replaceChildren(...items);
}

function pick(text: string, next: Query): HTMLLIElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `去掉 ${text}`;
  button.onclick = () => {
    go(next);
    search.value = next.text;
    // The button is gone with its condition.
    found.focus();
  };
  item.append(button);
  return item;
}

function show(answer: Answer): void {
  const { units = "", alike } = root.dataset;
  found.textContent = foundText(answer);
  one("#beside").textContent = besideText(answer, units);
  of.value = answer.part.id;
  for (const { key, boxes, counts } of facets) {
    const texts = new Map(answer.facets[key]!.map(({ word, text }) => [word, text]));
    for (const [i, { value, checked }] of boxes.entries()) {
      const text = texts.get(value) ?? "0";
      write(counts[i]!, text);
      boxes[i]!.closest("li")!.hidden = text === "0" && !checked;
    }
  }
  const most = Math.max(...answer.bars.map(({ matters }) => matters));
  for (const section of root.querySelectorAll("section")) section.hidden = answer.lines === 0;
  one(".bars").replaceChildren(...answer.bars.map((bar) => barOf(bar, most)));
  const { label } = facets.find(({ key }) => key === query.by)!;
  one("#bars-title").textContent = barsTitle(answer, label);
  one("#bars-note").textContent = barsNote(answer, label, alike !== undefined);
  showRows(answer);
  root.dataset.shown = String(asked);
}

function barOf({ label, matters, text, listed }: Bar, most: number): HTMLLIElement {
  const item = document.createElement("li");
  const [name, line] = [document.createElement("span"), document.createElement("span")];
  const [mark, value] = [document.createElement("i"), document.createElement("b")];
  name.textContent = label;
  mark.style.width = `${(100 * matters) / most}%`;
  if (!listed) mark.className = "open";
  value.textContent = text;
  line.append(mark, value);
  item.append(name, line);
  return item;
}

function showRows(answer: Answer): void {
  const { rows, page, pages } = answer;
  const body = table.tBodies[0]!;
  while (body.rows.length > rows.length) body.deleteRow(-1);
  while (body.rows.length < rows.length) body.append(model.cloneNode(true));
  for (const [r, values] of rows.entries()) {
    const { cells } = body.rows[r]!;
    for (const [i, value] of values.entries()) {
      write(cells[i]!, value || (columns[i]!.facet ? NOT_LISTED : ""));
      cells[i]!.classList.toggle("none", value === "");
    }
  }
  for (const { key, cell } of columns) {
    if (key !== query.sort?.key) cell.removeAttribute("aria-sort");
    else cell.setAttribute("aria-sort", query.sort.down ? "descending" : "ascending");
  }
  one("caption").textContent = captionText(answer);
  one("#pages").textContent = pagesText(answer);
  pager.hidden = pages === 1;
  back!.setAttribute("aria-disabled", String(page === 0));
  next!.setAttribute("aria-disabled", String(page === pages - 1));
}

/** Only what differs is touched: laying out Chinese text is the dearest part. */
function write(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The page is as without script again. */
function fail(): void {
  root.classList.remove("live");
  one(".failed").hidden = false;
}
