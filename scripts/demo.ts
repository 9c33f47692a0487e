/** npm run demo: writes the invented bureau, the same bytes every time. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { datasets } from "../src/datasets/index.ts";
import { DEMO_COMPLAINTS, DEMO_YEARS, UNFINISHED, writeDemo } from "./demo/bureau.ts";
import { MARK } from "./demo/words.ts";
import { CliError, run } from "./lib/cli.ts";
import { readOptions } from "./lib/options.ts";
import { ROOT, shownPath } from "./lib/places.ts";
import { checkOutsideProject, checkWritable, realTarget } from "./lib/target.ts";
import { progress, secondsSince } from "./lib/terminal.ts";

const MOST_YEARS = 15;
/** The only folder of the project that is the demo's to write. */
const OWN_PLACE = join(ROOT, "examples/demo/data");

await run(async () => {
  const { values } = readOptions({
    name: "demo",
    says:
      "生成演示数据：一个虚构的单位，三年的逐行数据。每次生成的内容完全相同。\n" +
      "也用来造大量投诉工单，测试速度和内存。",
    options: {
      out: {
        value: "文件夹",
        says: "写到哪里，默认 examples/demo/data；里面原来的演示数据会被替换",
      },
      complaints: { value: "件数", says: "每年多少件投诉工单，默认 30000" },
      years: { value: "年数", says: `生成几年，最后一年是2024年，默认 3，最多 ${MOST_YEARS}` },
      only: { value: "表名", says: `只写一张表：${datasets.map(({ id }) => id).join("、")}` },
      sums: { value: "文件", says: "把各文件的 SHA-256 写进这个文件，供核对" },
    },
    examples: [
      "npm run demo",
      "npm run demo -- --complaints 1000000 --years 1 --only complaints --out /tmp/demo",
      "npm run demo -- --sums examples/demo/SHA256",
    ],
  });
  const complaints = wholeNumber(
    "complaints",
    values.complaints ?? String(DEMO_COMPLAINTS),
    10_000_000,
  );
  const years = wholeNumber("years", values.years ?? String(DEMO_YEARS), MOST_YEARS);
  const only = datasetId(values.only);
  const folder = realTarget(resolve(values.out ?? OWN_PLACE));
  if (folder !== realTarget(OWN_PLACE)) checkOutsideProject(folder);
  const sums = values.sums && resolve(values.sums);
  if (sums && !isSums(sums)) {
    throw new CliError(`${shownPath(sums)} 里是别的内容，没有动它。换一个 --sums`, 2);
  }
  const start = performance.now();
  checkOurs(folder);
  checkWritable(folder);
  const line = progress();
  const hashes = writeDemo(folder, { complaints, years, only }, (year) =>
    line.say(`正在生成${year}年`),
  );
  line.end();
  if (sums) {
    const lines = [...hashes].map(([path, hash]) => `${hash}  data/${path}\n`);
    writeFileSync(sums, lines.sort(byPath).join(""));
  }
  const bytes = [...hashes.keys()].reduce(
    (sum, path) => sum + statSync(join(folder, path)).size,
    0,
  );
  const shown = shownPath(folder);
  console.log(
    `写好了 ${shown}：${hashes.size} 个文件，${(bytes / 1024 ** 2).toFixed(1)} MB，${secondsSince(start)}。\n` +
      `检查：npm run check -- --data ${shown}\n看效果：npm start -- --demo`,
  );
  return 0;
});

function wholeNumber(name: string, text: string, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  throw new CliError(`--${name} 要写 1 到 ${most} 的整数，不能是“${text}”`, 2);
}

function datasetId(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const found = datasets.find(({ id, label }) => id === name || label === name);
  if (found) return found.id;
  const ids = datasets.map(({ id }) => id).join("、");
  throw new CliError(`--only 要写一张表的名称：${ids}，不能是“${name}”`, 2);
}

/** A folder that holds anything but what an earlier run left is not ours to write into. */
function checkOurs(folder: string): void {
  if (!existsSync(folder)) return;
  const names = statSync(folder).isDirectory() ? readdirSync(folder) : null;
  const mark = join(folder, "site.yaml");
  const ours = names?.includes("site.yaml") && readFileSync(mark, "utf8").startsWith(MARK);
  if (!ours && !names?.every((name) => name === UNFINISHED)) {
    throw new CliError(`${shownPath(folder)} 里已经有别的东西，演示数据不写进去。换一个 --out`, 2);
  }
}

/** Whether a file holds sums or nothing yet: any other is not ours to write over. */
function isSums(file: string): boolean {
  return !existsSync(file) || /^(?:[0-9a-f]{64} {2}data\/.+\n)*$/.test(readFileSync(file, "utf8"));
}

function byPath(a: string, b: string): number {
  return a.slice(66) < b.slice(66) ? -1 : 1;
}
