/** npm run dev: the site while it is being worked on; edited data and code show at once. */
import { chooseData, loadAstro } from "./lib/astro.ts";
import { run, stopSignal } from "./lib/cli.ts";
import { DATA_OPTION, portNumber, readOptions } from "./lib/options.ts";
import { dataFolder, ROOT, shownPath } from "./lib/places.ts";

await run(async () => {
  const { values } = readOptions({
    name: "dev",
    says: "边改边看：改数据文件或程序，保存后浏览器里的页面自己更新。按 Ctrl+C 结束。",
    options: {
      data: DATA_OPTION,
      port: { value: "端口", says: "默认 4321；被占用时自动换下一个" },
    },
    examples: ["npm run dev", "npm run dev -- --data examples/demo/data --port 5000"],
  });
  const data = dataFolder(values.data);
  const port = portNumber(values.port, 4321);
  const shown = shownPath(data);
  chooseData(data);
  const { dev } = await loadAstro("development");
  const server = await dev({ root: ROOT, logLevel: "error", server: { port } });
  console.log(`网站在 ${server.resolvedUrls.local[0] ?? `端口 ${server.address.port}`}`);
  console.log(`数据在 ${shown}，保存后页面自己更新。按 Ctrl+C 结束。`);
  await stopSignal();
  await server.stop();
  process.exit(0);
});
