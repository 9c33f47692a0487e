/** The explorer's second thread: unpacks the rows and answers queries, so that the page never waits. */
import { Engine, type Rows } from "../engine.ts";
import type { FileHead, Query } from "../head.ts";
import { csvOf, readmeOf } from "./save.ts";
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
    const name = `${head.dataset}-筛选`;
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
  let bytes = new Uint8Array(file);
  // A host may unpack it on the way.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  }
  const size = new DataView(bytes.buffer).getUint32(0, true);
  const head: FileHead = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size)));
  let at = 4 + size;
  const columns = head.columns.map((column) => {
    const codes = codesOf(bytes, at, head.lines, column.bytes);
    at += head.lines * column.bytes;
    return { ...column, codes };
  });
  const rows = { ...head, columns };
  return { head, rows, engine: new Engine(rows) };
}

function codesOf(bytes: Uint8Array, at: number, lines: number, width: number): ArrayLike<number> {
  if (width === 1) return bytes.subarray(at, at + lines);
  const codes = width === 2 ? new Uint16Array(lines) : new Uint32Array(lines);
  for (let plane = 0; plane < width; plane++) {
    const own = bytes.subarray(at + plane * lines);
    for (let i = 0; i < lines; i++) codes[i]! |= own[i]! << (8 * plane);
  }
  return codes;
}
