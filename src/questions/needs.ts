/** What is missing for an answer, in a citizen's words. */
import type { Year } from "../site/year.ts";
import { listText } from "../text/format.ts";
import { periodText } from "../text/period.ts";
import type { Needs, Question } from "./define.ts";

/** What is not published, as one sentence: “没有公布每件处罚的公开方式和公示日期”. */
export function missingText(year: Year, { needs }: Pick<Question, "needs">): string {
  const parts = needs.flatMap((need) => {
    const missing = missingColumns(year, need).map((key) => need.columns[key] ?? "");
    return missing.length > 0 ? [`${need.of}${listText(missing, "、")}`] : [];
  });
  return parts.length > 0 ? `没有公布${parts.join("；")}` : "公布的数字不全，还不能回答";
}

/** The columns that no row of the year fills. */
export function missingColumns(year: Year, { dataset, columns }: Needs): string[] {
  const filled = year.release(dataset.id)?.filledColumns;
  return Object.keys(columns).filter((key) => !filled?.has(key));
}

/** So many years before are told beside an answer. */
const EARLIER = 2;

/** The answers of the years before, each with what it is of: “2023年：284件里51件没有按时”. */
export function earlierTexts(year: Year, { answer }: Pick<Question, "answer">): string[] {
  return year.earlier
    .slice(-EARLIER)
    .toReversed()
    .map((one) => ({ time: periodText(one.period), brief: answer(one).brief }))
    .filter(({ brief }) => brief !== "")
    .map(({ time, brief }) => `${time}：${brief}`);
}
