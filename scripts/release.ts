/** npm run release: what the site shows now becomes a version whose addresses never change. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { correctionText } from "../src/charts/corrections.ts";
import { changesOf } from "../src/editions/changes.ts";
import { EDITIONS_FOLDER, type PublicValue } from "../src/editions/define.ts";
import { currentSite } from "../src/load/current.ts";
import { FEW } from "../src/moves/moves.ts";
import { buildSite } from "./lib/build.ts";
import { CliError, run } from "./lib/cli.ts";
import { today } from "./lib/clock.ts";
import { DATA_OPTION, readOptions } from "./lib/options.ts";
import { dataFolder, shownPath } from "./lib/places.ts";
import { type Recorded, recordEdition } from "./lib/record-edition.ts";

await run(async () => {
  const { values } = readOptions({
    name: "release",
    says:
      "把网站现在的每张图、每一年留成一个版本，写进数据文件夹里的 releases/：图片、数据、嵌入从此\n" +
      "有不变的网址 /r/版本/编号/年度/。只写与上一个版本不同的图。一天一个版本，名称就是日期。\n" +
      "退出码 0 是写好了或没有变化，3 是写了但有要看的地方，1 是没有写。",
    options: {
      data: DATA_OPTION,
      withdraw: {
        value: "版本/编号-年度",
        says: "撤下已发布的一张图：网址留下，只写“已经撤下”；git 的历史里仍有，要另外清除",
      },
    },
    examples: ["npm run release", "npm run release -- --withdraw 2024-02-01/cases-by-field-2023"],
  });
  const data = dataFolder(values.data);
  if (values.withdraw !== undefined) return withdraw(data, values.withdraw);
  const day = today();
  process.env.SITE_RELEASE = day;
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  try {
    const built = join(folder, "site");
    if (!(await buildSite(data, built, { pictures: false }))) return 1;
    return say(recordEdition(await currentSite(), data, built, day), data);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function withdraw(data: string, name: string): number {
  const file = join(data, EDITIONS_FOLDER, `${name}.json.gz`);
  if (!/^[\w-]+\/[\w-]+$/.test(name) || !existsSync(file))
    throw new CliError(
      `没有“${name}”这一版。写法：版本/编号-年度，例如 2024-02-01/cases-by-field-2023`,
      2,
    );
  writeFileSync(file, "");
  console.log(
    `撤下了 ${name}，它的网址以后只写“已经撤下”。\n下一步：提交 ${shownPath(join(data, EDITIONS_FOLDER))}，npm run build 后上传；git 的历史里还有原文件，有个人信息的要清除历史。`,
  );
  return 0;
}

function say({ version, changed, unchanged, bytes }: Recorded, data: string): number {
  const home = shownPath(join(data, EDITIONS_FOLDER));
  if (changed.length === 0) {
    console.log(`\n${unchanged} 张图都与上一个版本相同，没有写新的版本。不用再做什么。`);
    return 0;
  }
  const fresh = changed.filter(({ before }) => before === null).length;
  console.log(
    `\n写好了版本 ${version}，在 ${home}/${version}：${fresh} 张第一次发布，${changed.length - fresh} 张与上一个版本不同，另有 ${unchanged} 张相同、不再写。共 ${Math.ceil(bytes / 1024)} KB。`,
  );
  const corrected = changed.flatMap(({ rendered, before }) =>
    changesOf(before?.values ?? [], rendered.numbers).map(
      (change) =>
        `  ${rendered.chart.id} ${rendered.year}年：${correctionText({ year: rendered.year, ...change })}`,
    ),
  );
  if (corrected.length > 0)
    console.log(
      `其中更正 ${corrected.length} 处（列在“更正”页；原因写进该年的 notes.csv，状态写“已更正”）：\n${corrected.slice(0, 20).join("\n")}${corrected.length > 20 ? "\n  ……" : ""}`,
    );
  const few = fewOf(changed);
  if (few.length > 0)
    console.log(
      `要看：这些数与上一个版本只差不到 ${FEW}：\n${few.slice(0, 20).join("\n")}${few.length > 20 ? "\n  ……" : ""}\n两个版本都公开，相减就是中间那几件；是关于个人的，街道、类别、月份、结果会连起来。攒到几十件再发布：删掉 ${home}/${version}，以后再运行。只是改正报告里写错的数，不要紧。`,
    );
  console.log(`下一步：提交 ${home}，npm run build，上传网站。发布过的版本不要改，也不要删。`);
  return few.length > 0 ? 3 : 0;
}

function fewOf(changed: Recorded["changed"]): string[] {
  return changed.flatMap(({ rendered, before }) => {
    const pairs = (before?.values ?? []).flatMap((was) => {
      const now = rendered.numbers.find((one) => isSame(one, was));
      const step = now ? Math.abs(Number(now.value) - Number(was.value)) : 0;
      return now?.unit === "件" && step > 0 && step < FEW
        ? [`${was.label || was.year}：${was.text}，现在${now.text}`]
        : [];
    });
    return pairs.length > 0
      ? [`  ${rendered.chart.id} ${rendered.year}年 ${pairs.slice(0, 3).join("；")}`]
      : [];
  });
}

function isSame(a: PublicValue, b: PublicValue): boolean {
  return a.year === b.year && a.series === b.series && a.label === b.label && a.total === b.total;
}
