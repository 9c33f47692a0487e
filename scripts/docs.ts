/** npm run docs: writes docs/dictionary.md from the definitions in the code. */
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { run } from "./lib/cli.ts";
import { dictionary } from "./lib/dictionary.ts";
import { readOptions } from "./lib/options.ts";
import { ROOT } from "./lib/places.ts";

await run(async () => {
  readOptions({
    name: "docs",
    says: "由代码里的定义重写 docs/dictionary.md。改了数据表、指标、图表或规则之后运行。",
    options: {},
  });
  await writeFile(resolve(ROOT, "docs/dictionary.md"), dictionary());
  console.log("写好了 docs/dictionary.md。下一步：npm test，再把它和代码一起提交。");
  return 0;
});
