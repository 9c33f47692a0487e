import Papa from "papaparse";

/**
 * CSV that Excel opens as Chinese (byte order mark, CRLF) and in which no cell is a formula: a
 * leading = + - @ tab or CR gets an apostrophe.
 */
export function csv(table: { fields: string[]; data: string[][] }): string {
  // Papa's own pattern misses a formula with a line break in it.
  const text = Papa.unparse(table, { escapeFormulae: /^[=+\-@\t\r]/, newline: "\r\n" });
  return `\ufeff${text}\r\n`;
}

/** A download with a content type that names its encoding. */
export function csvResponse(table: { fields: string[]; data: string[][] }): Response {
  return new Response(csv(table), { headers: { "Content-Type": "text/csv; charset=utf-8" } });
}

/** JSON, indented: people read it as well. */
export function jsonResponse(value: unknown): Response {
  return new Response(`${JSON.stringify(value, null, 2)}\n`, {
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
}
