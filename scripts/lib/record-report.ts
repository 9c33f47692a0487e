/** What `npm run release` says of the edition that it has recorded. */
import { join } from "node:path";
import { correctionText } from "../../src/charts/corrections.ts";
import { changesOf } from "../../src/editions/changes.ts";
import { EDITIONS_FOLDER } from "../../src/editions/define.ts";
import { type FewBetween, fewBetween } from "../../src/moves/between-editions.ts";
import { FEW } from "../../src/moves/shift.ts";
import type { Site } from "../../src/site/year.ts";
import { shownPath } from "./places.ts";
import type { Recorded } from "./record-edition.ts";

/** Gives the exit code: 3 where somebody should look. */
export function sayRecorded(
  site: Site,
  { version, changed, unchanged, bytes, pages }: Recorded,
  data: string,
): number {
  const home = shownPath(join(data, EDITIONS_FOLDER));
  const kept =
    pages > 0
      ? `网页清单 ${home}/pages.txt 记下了 ${pages} 个网址：以后没有了的，网址留下一句话。`
      : "";
  if (changed.length === 0) {
    const next = pages > 0 ? `\n${kept}\n下一步：提交 ${home}。` : "不用再做什么。";
    console.log(`\n${unchanged} 张图都与上一个版本相同，没有写新的版本。${next}`);
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
  const few = fewBetween(site, changed);
  if (kept) console.log(kept);
  if (few.length > 0) console.log(fewText(few, `${home}/${version}`));
  console.log(`下一步：提交 ${home}，npm run build，上传网站。发布过的版本不要改，也不要删。`);
  return few.some(({ said }) => !said) ? 3 : 0;
}

function fewText(few: readonly FewBetween[], folder: string): string {
  const lines = few.map(
    ({ year, label, before, after, said }) =>
      `  ${year}年${label}：${before}，现在${after}${said ? "（原因写明了）" : ""}`,
  );
  const isSaid = few.every(({ said }) => said);
  return [
    `${isSaid ? "" : "要看："}关于个人的事，与上一个版本只差不到 ${FEW} 件：`,
    ...lines,
    ...(isSaid
      ? []
      : [
          `两个版本都公开，相减就是中间那几件，街道、类别、月份、结果会连起来。是新增的，攒到几十件再发布：删掉 ${folder}，以后再运行。是改正写错的，在该年的 notes.csv 写明原因，就不再问。`,
        ]),
  ].join("\n");
}
