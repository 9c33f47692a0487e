/** DuckDB in memory, from its npm package: nothing is installed and nothing fetched. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { createTable, type Engine, tableCsv } from "./engine.ts";

export interface DuckDb extends Engine {
  run(sql: string): Promise<void>;
  /** Rows of a query; numbers as numbers, days as text. */
  rows(sql: string): Promise<(string | number | null)[][]>;
}

export async function startDuckDb(): Promise<DuckDb> {
  const folder = mkdtempSync(join(tmpdir(), "site-duckdb-"));
  const file = join(folder, "table.csv");
  const instance = await DuckDBInstance.create(":memory:", {
    autoinstall_known_extensions: "false",
    threads: "2",
  });
  const connection = await instance.connect();
  const run = async (sql: string) => {
    await connection.run(sql);
  };
  return {
    run,
    async load(dataset, rows) {
      await run(createTable(dataset));
      writeFileSync(file, tableCsv(dataset, rows));
      await run(`COPY ${dataset.id} FROM '${file}' (HEADER, NULLSTR '')`);
    },
    async csv(sql) {
      await run(`COPY (${sql}) TO '${file}' (HEADER)`);
      return readFileSync(file, "utf8");
    },
    async rows(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader
        .getRows()
        .map((row) => row.map((cell) => (cell === null ? null : plain(String(cell)))));
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function plain(cell: string): string | number {
  return /^-?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell;
}
