/** Downloads as text, made part by part: a large year has very many rows. */
import { csvLine } from "../text/csv.ts";
import { DEMO, DEMO_COLUMN } from "../text/demo.ts";

export interface CsvTable {
  fields: readonly string[];
  /** As wide as the fields. */
  data: Iterable<readonly string[]>;
}

/** So many rows are made text at a time. */
const PART = 4096;

/** How the file ends that has no byte order mark: validators of Data Packages take that for a letter. */
export const PLAIN = "utf8.csv";

/** CSV that Excel opens as Chinese (byte order mark, CRLF); unmarked for programs. */
export function* csv({ fields, data }: CsvTable, isMarked = true): Iterable<string> {
  yield `${isMarked ? "\ufeff" : ""}${csvLine(fields)}`;
  for (const part of parts(data)) yield part.map(csvLine).join("");
}

/** JSON, indented: people read it as well. `rows` come last, each on a line of its own. */
function* json(value: object, rows?: Iterable<unknown>): Iterable<string> {
  if (!rows) {
    yield `${JSON.stringify(value, null, 2)}\n`;
    return;
  }
  yield JSON.stringify({ ...value, rows: [] }, null, 2).replace(/\]\n}$/, "");
  let between = "\n    ";
  for (const part of parts(rows)) {
    yield between + part.map((row) => JSON.stringify(row)).join(",\n    ");
    between = ",\n    ";
  }
  yield "\n  ]\n}\n";
}

function* parts<T>(rows: Iterable<T>): Iterable<T[]> {
  let part: T[] = [];
  for (const row of rows) {
    if (part.push(row) < PART) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** A download with a content type that names its encoding; of an invented bureau every line says so. */
export function csvResponse(
  table: CsvTable,
  demo: boolean,
  { isMarked = true }: { isMarked?: boolean } = {},
): Response {
  return response(csv(demo ? withNature(table) : table, isMarked), "text/csv");
}

export function jsonResponse(value: object, demo: boolean, rows?: Iterable<unknown>): Response {
  const notice = demo ? { notice: DEMO } : {};
  return response(json({ ...notice, ...value }, rows), "application/json");
}

function withNature({ fields, data }: CsvTable): CsvTable {
  function* lines(): Iterable<readonly string[]> {
    for (const line of data) yield [...line, DEMO];
  }
  return { fields: [...fields, DEMO_COLUMN], data: lines() };
}

function response(texts: Iterable<string>, type: string): Response {
  const waiting = texts[Symbol.iterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream({
    pull(controller) {
      const next = waiting.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
  return new Response(body, { headers: { "Content-Type": `${type}; charset=utf-8` } });
}
