/** What `npm run release` says of the edition that it has recorded. */
import { join } from "node:path";
import { correctionText } from "../../src/charts/corrections.ts";
import { changesOf } from "../../src/editions/changes.ts";
import { EDITIONS_FOLDER, type PublicValue } from "../../src/editions/define.ts";
import { FEW } from "../../src/moves/moves.ts";
import { shownPath } from "./places.ts";
import type { Recorded } from "./record-edition.ts";

/** Gives the exit code: 3 where somebody should look. */
export function sayRecorded(
  { version, changed, unchanged, bytes }: Recorded,
  data: string,
): number {
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
