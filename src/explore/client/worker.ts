/** The explorer's second thread: unpacks the rows and answers queries, so that the page never waits. */
import { Engine } from "../engine.ts";
import type { FileHead, Query, Rows } from "../head.ts";
import { unpacked } from "../unpacked.ts";
import { csvOf, readmeOf, savedName } from "./save.ts";
import { unzipped } from "./unzipped.ts";
import { zip } from "./zip.ts";

/** What is asked before the rows are there waits for them. */
export type Ask =
  | { ask: "open"; file: ArrayBuffer }
  | { ask: "answer"; id: number; query: Query }
  | { ask: "save"; query: Query; address: string };

interface Table {
  head: FileHead;
  rows: Rows;
  engine: Engine;
}

let open: (table: Promise<Table>) => void;
const opened = new Promise<Table>((done) => {
  open = done;
});

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  if (data.ask === "open") {
    open(tableOf(data.file));
    return;
  }
  const { head, rows, engine } = await opened;
  if (data.ask === "answer") {
    postMessage({ id: data.id, answer: engine.answer(data.query) });
  } else {
    const lines = engine.lines(data.query);
    const name = savedName(head, data.query);
    const file = zip([
      { name: `${name}.csv`, text: csvOf(head, rows, lines) },
      { name: "README.txt", text: readmeOf(head, data.query, lines.length, data.address) },
    ]);
    postMessage({ file, name: `${name}.zip` });
  }
};

// The page hears of errors only, not of promises that fail.
self.onunhandledrejection = ({ reason }) => {
  throw reason;
};

async function tableOf(file: ArrayBuffer): Promise<Table> {
  const table = unpacked(await unzipped(file));
  return { ...table, engine: new Engine(table.rows) };
}
