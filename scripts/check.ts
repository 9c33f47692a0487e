/** npm run check: says what is wrong with the data, and what of the site would change, without building. */
import { relative, sep } from "node:path";
import { setFlagsFromString } from "node:v8";
import { diskFolder } from "../src/ingest/disk.ts";
import type { Problem } from "../src/ingest/problems/problems.ts";
import { adviseWithData, withData } from "./lib/advice.ts";
import { checkAgainst } from "./lib/check-against.ts";
import { CliError, run } from "./lib/cli.ts";
import { today } from "./lib/clock.ts";
import { countsOf } from "./lib/formats/define.ts";
import { FORMATS, PROGRAM_FORMATS } from "./lib/formats/index.ts";
import { problemsMarkdown } from "./lib/formats/markdown.ts";
import { spotsOf } from "./lib/formats/spots.ts";
import { movesMarkdown, movesText } from "./lib/moves-report.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, printable, shownPath } from "./lib/places.ts";
import { countsText, exceptionsText, fullText, hasErrors, notesText } from "./lib/print.ts";
import { progress } from "./lib/terminal.ts";

// What is loaded at the start would make the new space grow to ten times what a check needs.
setFlagsFromString("--semi-space-growth-factor=1");

await run(async () => {
  const { values } = readOptions({
    name: "check",
    says: [
      "检查数据：哪个文件、哪个单元格、为什么不行、怎样改。不生成网站。",
      "加 --against，还说公开的数字、标题、答案和核对发现与另一份数据比会怎样变。",
      "退出码 0 是没有错误（提醒不算），1 是有错误，2 是命令写得不对。",
    ].join("\n"),
    options: {
      data: DATA_OPTION,
      all: { says: "“已处理”的各处、变了的各处都逐条列出" },
      against: {
        value: "分支或文件夹",
        says: "同哪一份比：git 的分支、标签、提交（例如 main），或者另一个数据文件夹",
      },
      format: {
        value: FORMATS.join("|"),
        says: "给谁看：text 给人（默认）；markdown 贴在合并请求里；其余给程序，前面加 npm run -s",
      },
      json: { says: "同 --format json" },
    },
    examples: [
      "npm run check",
      "npm run check -- --against main",
      "npm run -s check -- --format gitlab > gl-code-quality-report.json",
    ],
  });
  const folder = dataFolder(values.data);
  const format = values.json ? "json" : (values.format ?? "text");
  if (!FORMATS.includes(format)) {
    throw new CliError(`--format 后面写${FORMATS.join("、")}，不能是“${printable(format)}”`, 2);
  }
  if (values.against !== undefined && PROGRAM_FORMATS[format]) {
    throw new CliError("--against 只能同 --format text、json、markdown 一起用", 2);
  }
  const line = progress();
  const onProgress = (doing: string) => line.say(`正在检查 ${doing}`);
  const checking = { onProgress, today: today() };
  const found =
    values.against === undefined
      ? { ...(await checkOnly(folder, checking)), moves: null, than: "", whyNot: "" }
      : await checkAgainst(values.against, folder, checking);
  line.end();
  const { moves, than, whyNot } = found;
  const problems = adviseWithData(found.problems, values.data);
  const cannot = `与 ${than} 比不了：${whyNot}。`;
  const program = PROGRAM_FORMATS[format];
  if (program) {
    const prefix = relative(process.cwd(), folder).split(sep).join("/");
    const worth = problems.filter(({ severity }) => values.all || severity !== "note");
    const spots = await spotsOf(worth, diskFolder(folder), prefix ? `${prefix}/` : "");
    const text = program({ spots, day: today() });
    if (text) console.log(text);
  } else if (format === "json") {
    const counts = countsOf(problems);
    const changes = than ? { against: than, changes: moves, ...(whyNot && { whyNot }) } : {};
    console.log(JSON.stringify({ ok: counts.error === 0, counts, problems, ...changes }, null, 2));
  } else if (format === "markdown") {
    const changes = moves ? movesMarkdown(moves, than) : than ? cannot : "";
    console.log(
      withData([problemsMarkdown(problems), changes].filter(Boolean).join("\n\n"), values.data),
    );
  } else {
    const text = report(problems, shownPath(folder), values.all);
    console.log(withData(text, values.data));
    if (moves) console.log(`\n${withData(movesText(moves, than, values.all), values.data)}`);
    else if (than) console.log(`\n${cannot}`);
  }
  return hasErrors(problems) ? 1 : 0;
});

async function checkOnly(
  folder: string,
  checking: { onProgress: (doing: string) => void; today: string },
): Promise<{ problems: Problem[] }> {
  const { loadSite } = await import("../src/load/load-site.ts");
  // Threads start with room for the texts that they have in hand.
  setFlagsFromString("--min-semi-space-size=8");
  return loadSite(diskFolder(folder), { ...checking, checkOnly: true });
}

function report(problems: Problem[], folder: string, all = false): string {
  const notes = problems.some((problem) => problem.severity === "note");
  const next = hasErrors(problems)
    ? "有错误时网站不会生成。按上面的“改法”改好并保存，再运行一次 npm run check。"
    : "没有错误，可以生成网站：npm run build；先看效果：npm start。";
  return [
    `检查的是 ${folder}`,
    all ? fullText(problems, ["error", "warning", "note"]) : fullText(problems),
    all ? "" : notesText(problems),
    exceptionsText(problems),
    [
      `共：${countsText(problems)}。`,
      next,
      ...(notes && !all ? ["“已处理”的逐条内容：npm run check -- --all"] : []),
    ].join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}
