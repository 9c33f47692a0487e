/** The explorer in the browser: what is chosen goes to the address and to the worker, answers to the page. */
import type { Answer, Option } from "../engine.ts";
import {
  type ColumnHead,
  digits,
  type FileHead,
  NOT_LISTED,
  type Query,
  queryOf,
  searchOf,
} from "../head.ts";
import type { Ask } from "./worker.ts";

type Head = Omit<FileHead, "columns"> & { columns: ColumnHead[] };
type Told = { ready: Head } | { id: number; answer: Answer } | { file: Blob; name: string };

const BARS = 15;
const PAUSE = 150;

const root = document.querySelector<HTMLElement>("#explore")!;
const one = <E extends HTMLElement>(selector: string): E => root.querySelector<E>(selector)!;
const found = one(".found");
const picks = one(".picks");
const search = one<HTMLInputElement>("#q");
const sort = one<HTMLSelectElement>("#sort");
const by = one<HTMLSelectElement>("#by");
const bars = one(".bars");
const body = one<HTMLTableSectionElement>("tbody");
const pager = one(".pager");
const table = one("table");
const first = by.value;

const worker = new Worker(new URL(root.dataset.worker!, location.href), { type: "module" });
const send = (ask: Ask) => worker.postMessage(ask);
let head: Head;
let query: Query;
let asked = 0;
let typing = 0;

worker.onmessage = ({ data }: MessageEvent<Told>) => {
  if ("ready" in data) start(data.ready);
  else if ("file" in data) save(data.file, data.name);
  // Answers to what is no longer asked are dropped.
  else if (data.id === asked) show(data.answer);
};
send({ ask: "open", url: new URL(root.dataset.rows!, location.href).href });

function start(ready: Head): void {
  head = ready;
  for (const facet of facets()) enable(facet);
  for (const controls of root.querySelectorAll<HTMLElement>(".controls")) controls.hidden = false;
  for (const button of pager.querySelectorAll("button")) {
    button.onclick = () => {
      if (button.getAttribute("aria-disabled") === "true") return;
      go({ ...query, page: query.page + (button.dataset.step === "1" ? 1 : -1) });
      table.focus();
    };
  }
  search.oninput = () => {
    clearTimeout(typing);
    typing = window.setTimeout(() => go({ ...query, text: search.value, page: 0 }, true), PAUSE);
  };
  sort.onchange = () => {
    const [, down, key = ""] = /^(-?)(.*)$/.exec(sort.value) ?? [];
    go({ ...query, sort: key ? { key, down: down === "-" } : null, page: 0 });
  };
  by.onchange = () => go({ ...query, by: by.value });
  one("#save").onclick = () => send({ ask: "save", query, address: location.href });
  addEventListener("popstate", read);
  // A task of its own: the boxes are there, now the numbers.
  setTimeout(read);
}

function facets(): HTMLDetailsElement[] {
  return [...root.querySelectorAll<HTMLDetailsElement>("details[data-key]")];
}

/** Words and their numbers become boxes to tick. */
function enable(facet: HTMLDetailsElement): void {
  for (const item of facet.querySelectorAll<HTMLLIElement>("li")) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.value = item.dataset.word!;
    box.onchange = () => {
      const key = facet.dataset.key!;
      const words = [...facet.querySelectorAll<HTMLInputElement>("input:checked")].map(
        ({ value }) => value,
      );
      const filters = new Map(query.filters);
      if (words.length > 0) filters.set(key, words);
      else filters.delete(key);
      go({ ...query, filters, page: 0 });
    };
    label.append(box, ...item.childNodes);
    item.append(label);
  }
}

/** Follows the address: at the start, back and forward. */
function read(): void {
  query = queryOf(location.search, head.columns, first);
  ask();
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
  if (search.value !== query.text && document.activeElement !== search) search.value = query.text;
  sort.value = query.sort ? `${query.sort.down ? "-" : ""}${query.sort.key}` : "";
  by.value = query.by;
  send({ ask: "answer", id: ++asked, query });
}

function show(answer: Answer): void {
  const { lines, matters, exact } = answer;
  const unit = head.unit;
  const rows = lines === matters ? "" : `（${digits(lines)}行）`;
  const sum = `${exact ? "" : "至少"}${digits(matters)}${unit}`;
  const filtered = query.filters.size > 0 || query.text !== "";
  found.textContent =
    lines === 0 ? "没有符合条件的" : `${filtered ? "符合条件的" : "全部"}${sum}${rows}`;
  showPicks();
  for (const facet of facets()) showFacet(facet, answer.facets[facet.dataset.key!] ?? []);
  showBars(answer.bars, sum);
  showRows(answer);
  root.dataset.shown = String(asked);
}

function labelOf(key: string): string {
  return head.columns.find((column) => column.key === key)?.label ?? key;
}

function showPicks(): void {
  const items = [...query.filters].flatMap(([key, words]) =>
    words.map((word) => {
      const filters = new Map(query.filters);
      const rest = words.filter((other) => other !== word);
      if (rest.length > 0) filters.set(key, rest);
      else filters.delete(key);
      return pick(`${labelOf(key)}：${word || NOT_LISTED}`, { ...query, filters, page: 0 });
    }),
  );
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

function showFacet(facet: HTMLDetailsElement, options: readonly Option[]): void {
  const words = query.filters.get(facet.dataset.key!) ?? [];
  const matters = new Map(options.map((option) => [option.word, option.matters]));
  for (const item of facet.querySelectorAll<HTMLLIElement>("li")) {
    const word = item.dataset.word!;
    item.querySelector("b")!.textContent = digits(matters.get(word) ?? 0);
    item.querySelector("input")!.checked = words.includes(word);
  }
  facet.querySelector(".picked")!.textContent =
    words.length > 0 ? `：${words.map((word) => word || NOT_LISTED).join("、")}` : "";
}

function showBars(options: readonly Option[], sum: string): void {
  const column = head.columns.find(({ key }) => key === query.by)!;
  const told = options.filter(({ word }) => word !== "");
  if (!column.ordered) told.sort((a, b) => b.matters - a.matters);
  const shown = column.ordered ? told : told.slice(0, BARS);
  const rest = told.slice(shown.length);
  const others = rest.reduce((all, { matters }) => all + matters, 0);
  const most = Math.max(1, ...options.map(({ matters }) => matters), others);
  const items = shown.map(({ word, matters }) => bar(word, matters, most));
  if (rest.length > 0) items.push(bar(`其余${rest.length}项`, others, most));
  for (const { word, matters } of options)
    if (word === "") items.push(bar(NOT_LISTED, matters, most));
  bars.replaceChildren(...items);
  one("#bars-title").textContent = `${sum}，按${column.label}分`;
}

function bar(label: string, matters: number, most: number): HTMLLIElement {
  const item = document.createElement("li");
  const [name, mark, value] = ["span", "i", "b"].map((tag) => document.createElement(tag)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  name.textContent = label;
  mark.style.width = `${(100 * matters) / most}%`;
  if (label === NOT_LISTED) mark.className = "open";
  value.textContent = digits(matters);
  const line = document.createElement("span");
  line.append(mark, value);
  item.append(name, line);
  return item;
}

function showRows({ rows, page, pages }: Answer): void {
  const columns = head.columns.filter((column) => column.shown);
  // Only what differs is touched: laying out a table of Chinese text is the dearest part.
  while (body.rows.length > rows.length) body.deleteRow(-1);
  for (const [r, cells] of rows.entries()) {
    const row = body.rows[r] ?? body.insertRow();
    for (const [i, value] of cells.entries()) {
      const cell = row.cells[i] ?? row.insertCell();
      const { label, kind, facet } = columns[i]!;
      const text = value || (facet ? NOT_LISTED : "");
      if (cell.textContent?.trim() === text && cell.dataset.label) continue;
      cell.dataset.label = label;
      cell.className = [kind === "number" ? "num" : "", value ? "" : "none"].join(" ").trim();
      cell.textContent = text;
    }
  }
  for (const [i, cell] of table.querySelectorAll("thead th").entries()) {
    if (columns[i]!.key !== query.sort?.key) cell.removeAttribute("aria-sort");
    else cell.setAttribute("aria-sort", query.sort.down ? "descending" : "ascending");
  }
  pager.hidden = pages === 1;
  one("#pages").textContent = `第${digits(page + 1)}页，共${digits(pages)}页`;
  const [back, next] = pager.querySelectorAll("button");
  back!.setAttribute("aria-disabled", String(page === 0));
  next!.setAttribute("aria-disabled", String(page === pages - 1));
  one("caption").textContent = pages > 1 ? `第${digits(page + 1)}页，每页50行` : "全部行";
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
