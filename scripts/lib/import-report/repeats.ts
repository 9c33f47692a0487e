/** What is said of rows with the same number. */
import type { Column, Dataset } from "../../../src/datasets/define.ts";
import type { Imported } from "../../../src/exports/importing.ts";
import type { Differing, RowOrigin } from "../../../src/exports/same-numbers.ts";
import { printable } from "../places.ts";

/** Rows with the same number as others, and which of them was taken. */
export function repeatsText({ repeats }: Imported): string[] {
  return repeats.flatMap(
    ({ label, year, alike, between, joined, decided, asked, answer, dataset }) => {
      const of = `${label}，${year}年：`;
      const rows = alike.length + between;
      const first = alike.slice(0, PLACES).map(({ first, second }) => placesText(first, second));
      const where =
        first.length > 0 ? `：${first.join("；")}${alike.length > PLACES ? "等" : ""}` : "";
      const taken = answer
        ? `按 imports.yaml 的“编号相同: ${answer}”`
        : "用了更新日期晚的，或后读到的文件里的";
      return [
        rows > 0 ? `${of}有${rows}行与前面的是同一件（编号和内容都相同），只算一次${where}` : "",
        joined.length > 0
          ? `${of}有${joined.length}行与前面的是同一件，只是一件里有几次的不一样：合成一行，${onceText(joined, dataset)}：${differingText(joined, dataset)}`
          : "",
        decided.length > 0
          ? `${of}${mustDecide(decided) ? "要看：" : ""}其中${decided.length}行编号相同、内容不一样，${taken}：${differingText(decided, dataset)}`
          : "",
        asked.length > 0
          ? `${of}有${asked.length}行与前面的编号相同、内容不一样，不知道算哪一行：${differingText(asked, dataset)}`
          : "",
      ].filter(Boolean);
    },
  );
}

/** What to do where a person must say which row counts. */
export const ASK_SAME =
  "是写错了编号的，在业务系统里改正后重新导出；确实是同一件的，加 --same 后一行（或 前一行）；确实是两件的（如一份决定处罚两个当事人），加 --same 都要。答过的记在 imports.yaml";
const PLACES = 5;

/** Rows that only the order of the files has decided. */
export function mustDecide(decided: readonly Differing[]): boolean {
  return decided.some(
    ({ first, second }) => first.table !== second.table && first.updated === second.updated,
  );
}

/** 有一次写“是”就写“是”: the word of which one row is enough, see Column.once. */
function onceText(pairs: readonly Differing[], { columns }: Dataset): string {
  const of = Object.values<Column>(columns);
  const words = new Set(
    pairs.flatMap(({ places }) => places.flatMap((at) => of[at]?.once?.[0] ?? [])),
  );
  return [...words].map((word) => `有一次写“${word}”就写“${word}”`).join("，");
}

function differingText(pairs: readonly Differing[], { columns }: Dataset): string {
  const labels = Object.values<Column>(columns).map(({ label }) => label);
  const texts = pairs.slice(0, PLACES).map(({ first, second, places }) => {
    const what = places.map((at) => labels[at]).join("、") || "当事人";
    return `${placesText(first, second)}，${what}不同`;
  });
  return texts.join("；") + (pairs.length > PLACES ? `，等${pairs.length}处` : "");
}

function placesText(first: RowOrigin, second: RowOrigin): string {
  return first.table === second.table
    ? `${printable(second.table)} 第${first.row}行和第${second.row}行`
    : `${printable(first.table)} 第${first.row}行和 ${printable(second.table)} 第${second.row}行`;
}
