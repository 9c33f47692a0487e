/** Which of the program's numbers a name of the report is: by the labels of the metrics themselves. */
import { isRowMetric, type Metric } from "../metrics/define.ts";
import { metrics } from "../metrics/index.ts";
import { sameUnit } from "../text/units.ts";

export interface Known {
  metric: Metric;
  /** The report's name says the same words; else a person must look. */
  sure: boolean;
  /** How much of the metric's name stands in the report's own. */
  own: number;
  /** The report's name says nothing beside it. */
  plain: boolean;
}

/** What an office may add to or leave out of a name without meaning something else. */
/** 应诉 is what a body does in a suit against it. */
const SUITS = /行政应诉案件?|应诉案件/g;
const SLIGHT =
  /以[^，,]{0,20}为(?:被告|被申请人)的?|本局|各类|各种|行政机关|相关|有关|的|了|共计?|累计|全年|组织|[\s\p{P}]/gu;
const NEUTRAL =
  /(?:行政)?(?:处罚)?案件|被(?:申请|提起)|纠纷|信息|工作|活动|服务|事项|情况|问题|次数|数量|[件起宗]/gu;
/** What became of a matter, or what is done about it: with such a word it is another number. */
const OTHERWISE =
  /办结|结案|审结|已结|撤销|撤诉|维持|驳回|纠错|败诉|胜诉|不予|未|调解|和解|终止|移送|转办|督办|听证|培训|指导|评查|制度|率|满意|同比|增|减|新收|上年|预约|网上|讲座|人员|意见|建议|回复|重复|延期|逾期|超期|平均|[人户月日年]均|每/g;

const CANDIDATES = metrics.filter(
  (metric) =>
    metric.kind !== "path" && metric.kind !== "quantile" && !(isRowMetric(metric) && metric.by),
);

/** `context` is what the sentence says around it: a name may leave out what stands before. */
export function knownAs(label: string, unit: string, context: string): Known | null {
  const name = plainly(label);
  let best: (Known & { score: number }) | null = null;
  for (const metric of CANDIDATES) {
    if (!sameUnit(metric.unit, unit) || name === "") continue;
    for (const key of keysOf(metric)) {
      const own = coverage(key, name);
      const all = coverage(key, name + plainly(context));
      const score = own * key.length + all;
      // Half of a name is enough only where it is the half that says what is counted.
      if (
        own < (name.includes(key.slice(-2)) ? 0.5 : 0.66) ||
        all < 0.66 ||
        (best && best.score >= score)
      )
        continue;
      const rest = restOf(key, name);
      if (isAnother(key, name, context) || rest.length > 2) continue;
      best = { metric, own, sure: bare(name) === bare(metric.label), plain: rest === "", score };
    }
  }
  if (!best) return null;
  const { score: _, ...known } = best;
  return known;
}

/** A label as it is, and without 行政, which reports leave out before 复议 and 诉讼. */
function keysOf({ label }: Metric): string[] {
  const key = plainly(label);
  const tickets = key.replaceAll("诉求", "投诉");
  const short = key.replace(/^行政(?=.{2})/, "");
  return [...new Set([key, tickets, short])].filter((one) => one.length > 1);
}

function plainly(text: string): string {
  return text.normalize("NFKC").replace(SUITS, "行政诉讼案件").replace(SLIGHT, "");
}

function bare(label: string): string {
  return plainly(label).replace(/(?<=.{2})(?:案件|纠纷|事项|活动|工作|信息)$/, "");
}

/** The share of a key's characters that stand in a text beside a neighbour of theirs. */
function coverage(key: string, text: string): number {
  const covered = new Set<number>();
  for (let at = 0; at + 1 < key.length; at++) {
    if (text.includes(key.slice(at, at + 2))) covered.add(at).add(at + 1);
  }
  return covered.size / key.length;
}

/** Whether the name says of what became of the matters what the key does not, or the other way about. */
function isAnother(key: string, name: string, context: string): boolean {
  const words = (text: string) => new Set(text.match(OTHERWISE));
  const own = words(key);
  if ([...words(name)].some((word) => !own.has(word))) return true;
  return [...own].some((word) => !name.includes(word) && !context.includes(word));
}

/** What the name says beside the key, from where the key begins. */
function restOf(key: string, name: string): string {
  const starts = Array.from({ length: key.length - 1 }, (_, at) =>
    name.indexOf(key.slice(at, at + 2)),
  );
  const from = Math.min(...starts.filter((at) => at >= 0));
  const rest = name.slice(from).replace(NEUTRAL, "");
  return [...rest].filter((char) => !key.includes(char)).join("");
}
