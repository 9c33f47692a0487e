/** DuckDB alone, for comparison: reads a file into a table of texts. */
import { DuckDBInstance } from "@duckdb/node-api";

const database = await (await DuckDBInstance.create()).connect();
await database.run("CREATE TABLE t AS SELECT * FROM read_csv(?, all_varchar = true)", [
  process.argv[2] ?? "",
]);
