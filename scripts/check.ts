/** npm run check: says what is wrong with the data, without building. */
import { setFlagsFromString } from "node:v8";
import { diskFolder } from "../src/ingest/disk.ts";
import type { Severity } from "../src/ingest/problems/kinds.ts";
import type { Problem } from "../src/ingest/problems/problems.ts";
import { run } from "./lib/cli.ts";
import { today } from "./lib/clock.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, shownPath } from "./lib/places.ts";
import { countsText, fullText, hasErrors, notesText } from "./lib/print.ts";
import { progress } from "./lib/terminal.ts";

// What is loaded at the start would make the new space grow to ten times what a check needs.
setFlagsFromString("--semi-space-growth-factor=1");

await run(async () => {
  const { values } = readOptions({
    name: "check",
    says: "检查数据：哪个文件、哪个单元格、为什么不行、怎样改。不生成网站。有错误时退出码是 1。",
    options: {
      data: DATA_OPTION,
      all: { says: "“已处理”的各处也逐条列出" },
      json: { says: "输出 JSON，供其他程序读取" },
    },
    examples: ["npm run check", "npm run check -- --data examples/demo/data --all"],
  });
  const folder = dataFolder(values.data);
  const line = progress();
  const { loadSite } = await import("../src/load/load-site.ts");
  // Threads start with room for the texts that they have in hand.
  setFlagsFromString("--min-semi-space-size=8");
  const { problems } = await loadSite(diskFolder(folder), {
    onProgress: (doing) => line.say(`正在检查 ${doing}`),
    checkOnly: true,
    today: today(),
  });
  line.end();
  console.log(values.json ? json(problems) : report(problems, shownPath(folder), values.all));
  return hasErrors(problems) ? 1 : 0;
});

function report(problems: Problem[], folder: string, all = false): string {
  const notes = problems.some((problem) => problem.severity === "note");
  const next = hasErrors(problems)
    ? "有错误时网站不会生成。按上面的“改法”改好并保存，再运行一次 npm run check。"
    : "没有错误，可以生成网站：npm run build；先看效果：npm start。";
  return [
    `检查的是 ${folder}`,
    all ? fullText(problems, ["error", "warning", "note"]) : fullText(problems),
    all ? "" : notesText(problems),
    [
      `共：${countsText(problems)}。`,
      next,
      ...(notes && !all ? ["“已处理”的逐条内容：npm run check -- --all"] : []),
    ].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

function json(problems: Problem[]): string {
  const count = (severity: Severity) =>
    problems
      .filter((problem) => problem.severity === severity)
      .reduce((sum, problem) => sum + problem.count, 0);
  const counts = { error: count("error"), warning: count("warning"), note: count("note") };
  return JSON.stringify({ ok: counts.error === 0, counts, problems }, null, 2);
}
