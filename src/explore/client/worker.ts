/** The explorer's second thread: reads the rows and answers queries, so that the page never waits. */
import { Engine, type Rows } from "../engine.ts";
import type { ColumnHead, FileHead, Query } from "../head.ts";
import { csvOf, readmeOf } from "./save.ts";
import { zip } from "./zip.ts";

export type Ask =
  | { ask: "open"; url: string }
  | { ask: "answer"; id: number; query: Query }
  | { ask: "save"; query: Query; address: string };

let head: FileHead;
let rows: Rows;
let engine: Engine;

self.onmessage = async ({ data }: MessageEvent<Ask>) => {
  if (data.ask === "open") {
    await open(data.url);
    const { columns, ...rest } = head;
    postMessage({ ready: { ...rest, columns: columns as ColumnHead[] } });
  } else if (data.ask === "answer") {
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

async function open(url: string): Promise<void> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(String(response.status));
  let bytes = new Uint8Array(await response.arrayBuffer());
  // A host may unpack it on the way.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
  }
  const size = new DataView(bytes.buffer).getUint32(0, true);
  head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size)));
  let at = 4 + size;
  const columns = head.columns.map((column) => {
    const codes = codesOf(bytes, at, head.lines, column.bytes);
    at += head.lines * column.bytes;
    return { ...column, codes };
  });
  rows = { ...head, columns };
  engine = new Engine(rows);
}

function codesOf(bytes: Uint8Array, at: number, lines: number, width: number): ArrayLike<number> {
  if (width === 1) return bytes.subarray(at, at + lines);
  const codes = new Uint32Array(lines);
  for (let plane = 0; plane < width; plane++) {
    for (let i = 0; i < lines; i++) codes[i]! |= bytes[at + plane * lines + i]! << (8 * plane);
  }
  return codes;
}
