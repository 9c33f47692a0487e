/** npm run docs: writes docs/dictionary.md from the definitions in the code. */
import { rename, rm, writeFile } from "node:fs/promises";
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
  const file = resolve(ROOT, "docs/dictionary.md");
  const unfinished = `${file}.unfinished`;
  try {
    await writeFile(unfinished, dictionary());
    await rename(unfinished, file);
  } finally {
    await rm(unfinished, { force: true });
  }
  console.log("写好了 docs/dictionary.md。下一步：npm test，再把它和代码一起提交。");
  return 0;
});
