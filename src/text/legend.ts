/** What the words and marks at numbers mean: of those that stand among these numbers, and no others. */
import { type Amount, isPartial } from "../values/amount.ts";
import type { Written } from "../values/quantity.ts";
import { amountParts, HIDDEN, SUPPRESSED, statusText, UNKNOWN } from "./format.ts";

/** Marks of one meaning, as they are written. */
export interface Meaning {
  marks: readonly string[];
  means: string;
}

const LEAST = "不少于写的数";
const MORE = "多于写的数";
const ABOUT = "大约";

const MEANS: ReadonlyMap<string, string> = new Map([
  ...as(LEAST, "余", "多", "至少", "不少于", "以上", "及以上", "上", "成"),
  ...as(MORE, "超过", "超", "逾", "过"),
  ...as("大约不少于写的数", "至少约"),
  ...as(ABOUT, "约", "大约", "大概", "左右", "上下", "来"),
  ...as("接近、不到写的数", "近", "将近", "接近"),
  ...as("少于写的数", "不到", "不足", "少于"),
  ...as("不多于写的数", "不超过", "不多于", "至多", "最多", "以下", "及以下", "以内"),
  ...as("没有写，不是零", UNKNOWN),
  ...as("少于五，不列具体数", SUPPRESSED),
  ...as("不列出来，以免说出或推算出少于五的数", HIDDEN),
]);

function as(means: string, ...marks: string[]): [string, string][] {
  return marks.map((mark) => [mark, means]);
}

/** The meanings of the marks at these numbers, in the order in which they are first met. */
export function legendOf(amounts: Iterable<Amount>): readonly Meaning[] {
  const found = [...amounts].flatMap(marksOf);
  return [...Map.groupBy(found, ([, means]) => means)].map(([means, all]) => ({
    marks: [...new Set(all.map(([mark]) => mark))],
    means,
  }));
}

/** “余”“多”表示不少于写的数，“约”表示大约; empty where every number is a plain one. */
export function legendText(amounts: Iterable<Amount>): string {
  return legendOf(amounts)
    .map(({ marks, means }) => `${marks.map((mark) => `“${mark}”`).join("")}表示${means}`)
    .join("，");
}

/** The marks that are printed with an amount (see amountParts), each with its meaning. */
function marksOf(amount: Amount): [string, string][] {
  const named = (...marks: string[]) =>
    marks.flatMap((mark): [string, string][] => {
      const means = MEANS.get(mark);
      return means === undefined ? [] : [[mark, means]];
    });
  if (amount.state !== "known") return named(statusText(amount));
  if (isPartial(amount)) {
    return [[amountParts(amount, "").before, "有的没有写，实际不少于此数"]];
  }
  const { words, qualifier } = amount;
  if (qualifier === "exact") return [];
  if (!words) return named(amountParts(amount, "").before || "余");
  const { before, after, behind } = words;
  return [...named(before), ...severalIn(words), ...named(after.replace(/[万亿]/g, ""), behind)];
}

/** 数十, 十几, 3–5: what has no word of its own before or behind the number. */
function severalIn({ digits, after }: Written): [string, string][] {
  const [several] = /^(?:数|几|好几)/.exec(digits) ?? [];
  return [
    ...(several ? [[several, "不止一个、没有写明是几"] as [string, string]] : []),
    ...(after.startsWith("几") ? [["几", `${MORE}、没有写明多几`] as [string, string]] : []),
    ...(digits.includes("–") ? [["–", "在两个数之间"] as [string, string]] : []),
  ];
}
