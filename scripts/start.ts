/** npm start: builds the site and serves it on this machine. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { DEMO_COMPLAINTS, DEMO_YEARS, writeDemo } from "./demo/bureau.ts";
import { buildSite } from "./lib/build.ts";
import { CliError, run, stopSignal } from "./lib/cli.ts";
import { DATA_OPTION, portNumber, readOptions } from "./lib/options.ts";
import { recover } from "./lib/output.ts";
import { dataFolder, ROOT, siteFolder } from "./lib/places.ts";
import { serve } from "./lib/serve.ts";
import { realTarget } from "./lib/target.ts";

await run(async () => {
  const { values } = readOptions({
    name: "start",
    says: "生成网站，并在本机打开一个地址供查看。按 Ctrl+C 结束。",
    options: {
      data: DATA_OPTION,
      port: { value: "端口", says: "默认 8000；被占用时自动换下一个" },
      demo: { says: "看演示单位：生成三年的虚构数据，网站放在 dist-demo，不动 dist" },
      "no-build": { says: "不重新生成，直接看 dist 里已有的网站" },
    },
    examples: ["npm start", "npm start -- --demo", "npm start -- --no-build --port 9000"],
  });
  const port = portNumber(values.port, 8000);
  const site = values.demo ? resolve(ROOT, "dist-demo") : siteFolder();
  const data = values.demo ? resolve(ROOT, "examples/demo/data") : dataFolder(values.data);
  if (values.demo && !existsSync(join(data, "site.yaml"))) {
    console.log("生成演示数据……");
    writeDemo(data, { complaints: DEMO_COMPLAINTS, years: DEMO_YEARS, only: undefined });
  }
  if (values["no-build"]) {
    recover(realTarget(site));
    if (!existsSync(site)) throw new CliError("还没有网站。先运行 npm start 生成。");
  } else if (!(await buildSite(data, site))) {
    if (existsSync(site)) console.log("看上一次生成的网站：npm start -- --no-build");
    return 1;
  }
  const server = await serve(site, { port });
  console.log(`\n网站在 ${server.url}\n用浏览器打开这个地址。按 Ctrl+C 结束。`);
  await stopSignal();
  await server.close();
  return 0;
});
