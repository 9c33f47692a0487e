/** The page for staff in the browser: what is put in goes to the worker, what it says to the page. */
import type { DeskState, Moved, SaidProblem, ShownRow } from "../desk-state.ts";
import type { CellText } from "../edited-table.ts";
import {
  adoptAllText,
  adoptText,
  endlessText,
  foundText,
  movedText,
  NO_WORKBOOKS,
  rowsText,
  SEVERITY,
} from "../say.ts";
import type { FromDesk, ToDesk } from "./worker.ts";

/** The worker's own text: it is made from it, and so bound to what this page may load, which is nothing. */
declare const WORKER: string;
/** Where the text is that reads workbooks, for the worker: a third of all, which no CSV needs. */
declare const WORKBOOKS: string;

const root = document.querySelector<HTMLElement>("#desk")!;
const one = <E extends HTMLElement = HTMLElement>(id: string): E =>
  root.querySelector<E>(`#${id}`)!;
let worker = newWorker();
const send = (ask: ToDesk) => worker.postMessage(ask);
/** Runs while a file is read; a broken one may never be. */
let watch: ReturnType<typeof setTimeout> | undefined;

const status = one("told");
const table = one<HTMLSelectElement>("table");
const year = one<HTMLInputElement>("year");
const rows = one<HTMLTableElement>("rows");
const back = one<HTMLButtonElement>("back");
const next = one<HTMLButtonElement>("next");
let state: DeskState;

function newWorker(): Worker {
  const made = new Worker(URL.createObjectURL(new Blob([WORKER], { type: "text/javascript" })), {
    type: "module",
  });
  made.onmessage = ({ data }: MessageEvent<FromDesk>) => {
    if ("need" in data) {
      workbooks().then(
        (text) => made.postMessage({ ask: "workbooks", text } satisfies ToDesk),
        () => startAnew(NO_WORKBOOKS),
      );
      return;
    }
    const isFirst = "state" in data && data.state.soFar !== null;
    if (!isFirst) {
      root.removeAttribute("aria-busy");
      clearTimeout(watch);
    }
    if ("state" in data) show(data.state);
    else if ("file" in data) save(data.file);
    else fail();
  };
  made.onerror = fail;
  made.postMessage({ ask: "begin", ...JSON.parse(one("around").textContent) } satisfies ToDesk);
  return made;
}

/** Fetched once; what could not be fetched is asked for again. */
function workbooks(): Promise<string> {
  fetched ??= textAt(`${WORKBOOKS}#${tries++}`).then(
    (module) => module.default,
    (error) => {
      fetched = undefined;
      throw error;
    },
  );
  return fetched;
}
let fetched: Promise<string> | undefined;
/** An address written into the import would be looked for when the script is made. */
const textAt = (address: string): Promise<{ default: string }> => import(address);
let tries = 0;

/** When nothing else is being done, so that the page goes on without a net. */
function prefetch(): void {
  const soon = () => workbooks().catch(() => {});
  if ("requestIdleCallback" in window) requestIdleCallback(soon);
  else setTimeout(soon, 500);
}
if (document.readyState === "complete") prefetch();
else addEventListener("load", prefetch);

one<HTMLInputElement>("file").onchange = ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file) open(file.name, file);
};
root.ondragover = (event) => event.preventDefault();
root.ondrop = (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer?.files ?? [];
  if (file) open(file.name, file);
};
one("check").onclick = () => {
  const text = one<HTMLTextAreaElement>("paste").value;
  if (text.trim() !== "") open("粘贴的", new Blob([text]));
};
for (const field of [table, year]) {
  field.onchange = () => {
    if (table.value && year.validity.valid && year.value)
      ask({ ask: "as", dataset: table.value, year: Number(year.value) });
  };
}
rows.onchange = ({ target }) => {
  const { row, column } = (target as HTMLInputElement).dataset;
  const text = (target as HTMLInputElement).value;
  ask({ ask: "set", cells: [{ row: Number(row) - 1, column: Number(column), text }] });
};
one("undo").onclick = () => ask({ ask: "undo" });
one("save").onclick = () => send({ ask: "file" });
back.onclick = () => send({ ask: "show", from: state.from - state.rowsAtOnce });
next.onclick = () => send({ ask: "show", from: state.from + state.rowsAtOnce });
status.tabIndex = -1;
root.hidden = false;

/** Read by the worker: of the bytes of a long file the page would be busy with handing them over. */
function open(name: string, file: Blob): void {
  ask({ ask: "open", name, file });
  clearTimeout(watch);
  watch = setTimeout(giveUp, LEAST + (file.size / 2 ** 20) * EACH_MEGABYTE, name);
}
/** Milliseconds: many times what a sound file takes on an old computer. */
const LEAST = 60_000;
const EACH_MEGABYTE = 20_000;

/** The thread would go round for ever. */
function giveUp(name: string): void {
  startAnew(endlessText(name));
}

/** Another thread takes the place of one that will not answer. */
function startAnew(says: string): void {
  clearTimeout(watch);
  worker.terminate();
  worker = newWorker();
  root.removeAttribute("aria-busy");
  one("results").hidden = true;
  status.textContent = says;
}

function ask(what: ToDesk): void {
  root.setAttribute("aria-busy", "true");
  status.textContent = "正在检查……";
  send(what);
}

function fail(): void {
  status.textContent = "没有查成：刷新网页再试；还是不行的，在自己的电脑上运行 npm run check。";
}

function show(next: DeskState): void {
  state = next;
  const focused = document.activeElement as HTMLInputElement | null;
  const { row, column } = focused?.dataset ?? {};
  const wasInside = root.contains(focused);
  status.textContent = foundText(state);
  one("results").hidden = false;
  table.value = state.dataset ?? "";
  year.value = String(state.year ?? "");
  one("problems").replaceChildren(...state.problems.map(problemItem));
  showRows();
  showMoved(state.moved);
  one<HTMLButtonElement>("undo").disabled = !state.isChanged;
  one<HTMLButtonElement>("save").disabled = state.dataset === null;
  if (row) rows.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)?.focus();
  // The button that was pressed is gone, or can do no more: whoever has no mouse goes on from what is said.
  if (focused?.matches(":disabled") || (wasInside && !root.contains(document.activeElement))) {
    status.focus();
  }
}

function problemItem(
  { severity, title, places, why, fix, instead }: SaidProblem,
  at: number,
): HTMLElement {
  const item = make("li", { id: `said-${at}` });
  item.className = severity;
  item.append(
    make("b", {}, SEVERITY[severity]),
    make("span", {}, `${title}：${places}`),
    make("p", {}, `原因：${why}`),
    make("p", {}, `改法：${fix}`),
  );
  if (instead) {
    const button = make("button", { type: "button" }, adoptAllText(instead));
    button.onclick = () => ask({ ask: "adopt", problem: at });
    item.append(button);
  }
  return item;
}

function showRows(): void {
  const { columns, toLookAt, from, rowsAtOnce } = state;
  one("mend").hidden = toLookAt === 0;
  one("pager").hidden = toLookAt <= rowsAtOnce;
  rows.caption!.textContent = rowsText(state);
  const head = make("tr", {});
  head.append(
    make("th", { scope: "col" }, "行"),
    ...columns.map(({ letters, head }) => make("th", { scope: "col" }, `${letters} ${head}`)),
  );
  rows.tHead!.replaceChildren(head);
  rows.tBodies[0]!.replaceChildren(...state.rows.map(rowOf));
  back.disabled = from === 0;
  next.disabled = from + rowsAtOnce >= toLookAt;
}

function rowOf({ row, cells, said }: ShownRow): HTMLElement {
  const line = make("tr", {});
  const head = make("th", { scope: "row" }, String(row));
  head.append(...said.map(why));
  line.append(head);
  for (const { at: column, letters, head: name } of state.columns) {
    const cell = cells[column] ?? { text: "", said: [] };
    const box = make("td", {});
    const input = make("input", { value: cell.text });
    input.dataset.row = String(row);
    input.dataset.column = String(column);
    input.setAttribute("aria-label", `${letters}${row} ${name}`);
    const notes = cell.said.map(why);
    if (notes.length > 0) {
      for (const [at, note] of notes.entries()) note.id = `why-${letters}${row}-${at}`;
      input.setAttribute("aria-describedby", notes.map(({ id }) => id).join(" "));
      if (cell.said.some((at) => state.problems[at]!.severity === "error")) {
        input.setAttribute("aria-invalid", "true");
      }
    }
    box.append(input, ...notes);
    for (const at of cell.said) {
      const { instead } = state.problems[at]!;
      if (instead) box.append(adopting(instead, [{ row: row - 1, column, text: instead }]));
    }
    line.append(box);
  }
  return line;
}

/** What is wrong, beside the cell. */
function why(at: number): HTMLElement {
  const { severity, why } = state.problems[at]!;
  const note = make("small", {}, why);
  note.className = severity;
  return note;
}

/** The mend of one cell, for a person to take. */
function adopting(word: string, cells: CellText[]): HTMLElement {
  const button = make("button", { type: "button" }, adoptText(word));
  button.onclick = () => ask({ ask: "set", cells });
  return button;
}

function showMoved(moved: readonly Moved[] | null): void {
  const { unmoved } = state;
  one("figures").hidden = moved === null;
  one("moved-text").textContent = moved ? movedText(moved.length, unmoved) : "";
  const lines = (moved ?? []).map(({ label, before, after }) => {
    const line = make("tr", {});
    line.append(
      make("th", { scope: "row" }, label),
      make("td", {}, before ?? "未公布"),
      make("td", {}, after),
    );
    return line;
  });
  one<HTMLTableElement>("moved").hidden = lines.length === 0;
  one<HTMLTableElement>("moved").tBodies[0]!.replaceChildren(...lines);
}

function save({ name, text }: { name: string; text: string }): void {
  const link = make("a", { download: name });
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  link.click();
  URL.revokeObjectURL(link.href);
}

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  values: Partial<HTMLElementTagNameMap[K]>,
  text = "",
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(name), values);
  if (text !== "") element.textContent = text;
  return element;
}
