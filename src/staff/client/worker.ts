/** The page's table, in a thread of its own: the page itself never waits. */
import type { SiteAround } from "../check.ts";
import { Desk, type Published } from "../desk.ts";
import type { DeskState } from "../desk-state.ts";
import type { CellText } from "../edited-table.ts";

export type ToDesk =
  /** The text of workbooks.ts, that was asked for. */
  | { ask: "workbooks"; text: string }
  | { ask: "begin"; around: SiteAround; published: Published }
  | { ask: "open"; name: string; file: Blob }
  | { ask: "as"; dataset: string; year: number }
  | { ask: "set"; cells: CellText[] }
  | { ask: "adopt"; problem: number }
  | { ask: "undo" }
  | { ask: "show"; from: number }
  | { ask: "file" };

export type FromDesk =
  | { state: DeskState }
  | { file: { name: string; text: string } }
  | { need: "workbooks" }
  | { failed: string };

let desk: Desk;
/** One after the other, in the order in which they were asked. */
let last: Promise<unknown> = Promise.resolve();

/** What reads workbooks, from the page: src/layouts/scripts.ts puts this in place of its modules. */
let workbooks: Promise<unknown> | undefined;
let take: (text: string) => void;
Object.assign(globalThis, {
  workbooks() {
    workbooks ??= new Promise<string>((resolve) => {
      take = resolve;
      postMessage({ need: "workbooks" } satisfies FromDesk);
    }).then((text) => import(URL.createObjectURL(new Blob([text], { type: "text/javascript" }))));
    return workbooks;
  },
});

addEventListener("message", ({ data }: MessageEvent<ToDesk>) => {
  if (data.ask === "workbooks") return take(data.text);
  last = last
    .then(() => answer(data))
    .then(
      (told) => told && postMessage(told),
      (error) => postMessage({ failed: String(error) } satisfies FromDesk),
    );
});

async function answer(ask: Exclude<ToDesk, { ask: "workbooks" }>): Promise<FromDesk | undefined> {
  switch (ask.ask) {
    case "begin":
      desk = new Desk(ask.around, ask.published);
      return undefined;
    case "open": {
      const bytes = new Uint8Array(await ask.file.arrayBuffer());
      const onFirst = (state: DeskState) => postMessage({ state } satisfies FromDesk);
      return { state: await desk.open(ask.name, bytes, onFirst) };
    }
    case "as":
      return { state: await desk.as(ask.dataset, ask.year) };
    case "set":
      return { state: await desk.set(ask.cells) };
    case "adopt":
      return { state: await desk.adopt(ask.problem) };
    case "undo":
      return { state: await desk.undo() };
    case "show":
      return { state: desk.show(ask.from) };
    case "file":
      return { file: desk.file() };
  }
}
