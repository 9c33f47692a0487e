/** npm run template: a workbook to fill in, for offices without a system. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { templateWorkbook } from "../src/exports/template.ts";
import { readVocabularies } from "../src/ingest/config/vocabularies.ts";
import { Problems } from "../src/ingest/problems/problems.ts";
import { withData } from "./lib/advice.ts";
import { CliError, run } from "./lib/cli.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, shownPath } from "./lib/places.ts";

await run(async () => {
  const { values } = readOptions({
    name: "template",
    says: "写出一本填报工作簿：一张表一页，带说明和下拉。填好后用 npm run import 读进来。",
    options: {
      data: DATA_OPTION,
      out: { value: "文件", says: "写到哪里，默认是 填报模板.xlsx" },
    },
    examples: ["npm run template", "npm run template -- --out 2024年填报.xlsx"],
  });
  const out = resolve(values.out ?? "填报模板.xlsx");
  if (existsSync(out)) {
    throw new CliError(`已经有 ${shownPath(out)}，为免冲掉填好的内容没有动它。换一个 --out。`, 2);
  }
  const words = join(dataFolder(values.data), "vocabularies.yaml");
  const own = existsSync(words) ? readFileSync(words, "utf8") : "";
  const { vocabularies } = readVocabularies(own, new Problems());
  writeFileSync(out, await templateWorkbook(vocabularies));
  const next = `再运行 npm run import -- ${shownPath(out)}`;
  console.log(
    `已写出 ${shownPath(out)}。用 Excel 或 WPS 填好（第2行是示例，可以留着），${withData(next, values.data)}`,
  );
  return 0;
});
