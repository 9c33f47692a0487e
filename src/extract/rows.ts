/** Numbers found → rows of indicators.csv: their ids, and what a person must decide of each. */
import { addressOf } from "../text/pinyin.ts";
import { sameUnit } from "../text/units.ts";
import { topics } from "../topics/index.ts";
import type { FoundNumber } from "./found.ts";
import { type Known, knownAs } from "./known.ts";
import type { Outline } from "./outline.ts";

export interface DraftRow {
  id: string;
  found: FoundNumber;
  /** As 报告章节 has it, no two of one id alike. */
  section: string;
  topic: string;
  parent: string;
  relation: "合计" | "其中" | "";
  numerator: string;
  denominator: string;
  /** What a person must decide; empty where nothing is open. */
  asks: string[];
}

/** The rows, and the row that each number stands for: two alike in one section share one. */
export function rowsOf(
  outline: Outline,
  found: readonly FoundNumber[],
): Map<FoundNumber, DraftRow> {
  const known = knownOf(outline, found);
  const ids = new Ids();
  const rows = new Map<FoundNumber, DraftRow>();
  const bySection = new Map<string, DraftRow[]>();
  for (const one of found) {
    const metric = known.get(one)?.metric;
    const id = metric?.id ?? ids.of(one);
    const own = bySection.get(`${id}@${one.section}`) ?? [];
    const same = own.find(({ found }) => found.value === one.value && found.period === one.period);
    if (same) {
      rows.set(one, same);
      continue;
    }
    const place = one.section || "开头";
    const row: DraftRow = {
      ...{ id, found: one, section: own.length > 0 ? `${place}第${own.length + 1}处` : place },
      topic: metric ? (topics.find((topic) => topic.id === metric.topic)?.nav ?? "") : "",
      ...{ parent: "", relation: "", numerator: "", denominator: "" },
      asks: asksOf(one, known.get(one)),
    };
    own.push(row);
    bySection.set(`${id}@${one.section}`, own);
    rows.set(one, row);
  }
  const topicOf = topicsAround(rows);
  for (const [one, row] of rows) {
    if (row.found !== one) continue;
    placePart(one, row, rows);
    if (row.topic === "") row.topic = topicOf(one);
  }
  breakDownOnce([...new Set(rows.values())]);
  return rows;
}

/**
 * By what and by origin, the same 58 cases: each breakdown makes up the whole, all of them together do
 * not. One stays 合计, the others are 其中.
 */
function breakDownOnce(rows: readonly DraftRow[]): void {
  const parts = rows.filter(({ relation }) => relation === "合计");
  for (const ofWhole of Map.groupBy(parts, ({ parent }) => parent).values()) {
    const [, ...others] = Map.groupBy(ofWhole, ({ found }) => found.parent).entries();
    for (const [whole, own] of others) {
      const sum = own.reduce((all, { found }) => all + found.number, 0);
      if (sum === whole?.number) for (const row of own) row.relation = "其中";
    }
  }
}

/** The metrics that numbers are, where no two numbers of one passage claim the same. */
function knownOf(outline: Outline, found: readonly FoundNumber[]): Map<FoundNumber, Known> {
  const known = new Map<FoundNumber, Known>();
  for (const one of found) {
    if (one.kind !== "amount" || one.elsewhere || isPlanned(outline, one)) continue;
    const part = /[^：]+$/.exec(one.label)?.[0] ?? "";
    const label = one.parent && part !== one.label ? `${one.parent.label}${part}` : one.label;
    const said = knownAs(label, one.unit, one.before.slice(-200));
    if (said) known.set(one, said);
  }
  // A part is not its whole, and of two numbers one is meant: the one whose name says more of it.
  for (const claims of Map.groupBy([...known], ([, { metric }]) => metric.id).values()) {
    const most = Math.max(...claims.map(([, { own }]) => own));
    const first = new Map<string, FoundNumber>();
    for (const [one, { own }] of claims) {
      const before = first.get(one.section);
      const isLess = own < most || (before && before.value !== one.value);
      if (isLess && claims.some(([other]) => other.value !== one.value)) known.delete(one);
      else if (!before) first.set(one.section, one);
    }
    dropDoubtful(claims, known);
    for (const [one] of claims)
      if (one.parent && known.get(one.parent)?.metric === known.get(one)?.metric) known.delete(one);
  }
  return known;
}

/**
 * Of two passages with different numbers only those contradict each other whose names say nothing
 * else: 持证执法人员96人 and 基层所执法人员5人 do not. Where all say more, the first has the id.
 */
function dropDoubtful(
  claims: readonly (readonly [FoundNumber, Known])[],
  known: Map<FoundNumber, Known>,
): void {
  const left = claims.filter(([one]) => known.has(one));
  if (new Set(left.map(([{ value }]) => value)).size < 2) return;
  const certain = left.filter(([, { sure, plain }]) => sure || plain);
  const kept = certain.length > 0 ? certain : left.slice(0, 1);
  for (const one of left) if (!kept.includes(one)) known.delete(one[0]);
}

const AHEAD =
  /(?:^|[，,。；;：:])\s*(?:来年|明年|下一?年|下一?步)[^。；;]*$|(?:力争|争取)[^，,。；;]*$/;

/** What is meant to be done next year has not been done. */
export function isPlanned(
  { blocks, year }: Outline,
  { section, before }: Pick<FoundNumber, "section" | "before">,
): boolean {
  if (AHEAD.test(before)) return true;
  const parts = blocks.filter((block) => block.level === 1 && section.startsWith(block.section));
  const title =
    parts.sort((one, other) => other.section.length - one.section.length)[0]?.text ?? "";
  return (
    title !== "" &&
    (/下一?步|下一?年|打算|明年|今后/.test(title) || title.includes(`${(year ?? 0) + 1}年`))
  );
}

function asksOf(one: FoundNumber, known: Known | undefined): string[] {
  const { metric, sure } = known ?? {};
  return [
    one.unit === "" ? "原文没有写单位，请填上" : "",
    one.spoken ? `原文写的是“${one.spoken}”，正文照写，这里按百分数取` : "",
    metric && !sure ? `编号按名称认作“${metric.label}”，不是就换一个自己的编号` : "",
    one.elsewhere ? `说的是${one.elsewhere}，不是本年度的就删去这一行，正文照写` : "",
    one.label.length < 3 || one.label.length > 26 || /^[较比与]/.test(one.label)
      ? "名称请照原文改成说得清的"
      : "",
    one.parent && one.relation === "part" ? `是“${one.parent.label}”的一部分吗` : "",
    one.doubtful || (one.isHan && !one.spoken && one.number <= 10)
      ? "是数目还是说法；是说法的，删去这一行，正文里的引用换回原来的字"
      : "",
  ].filter(Boolean);
}

function placePart(
  one: FoundNumber,
  row: DraftRow,
  rows: ReadonlyMap<FoundNumber, DraftRow>,
): void {
  const whole = one.parent && rows.get(one.parent);
  if (whole && whole.id !== row.id && sameUnit(one.unit, whole.found.unit)) {
    row.parent = whole.id;
    row.relation = one.relation === "total" ? "合计" : "其中";
  }
  const part = one.share && rows.get(one.share);
  if (part?.found.parent) {
    row.numerator = part.id;
    row.denominator = rows.get(part.found.parent)?.id ?? "";
  }
}

/** The topic of a number that no metric knows: its whole's, its sentence's, else its section's if that has one. */
function topicsAround(rows: ReadonlyMap<FoundNumber, DraftRow>): (one: FoundNumber) => string {
  const said = [...rows.values()].filter(({ topic }) => topic !== "");
  const bySentence = new Map(said.map(({ topic, found }) => [found.sentence, topic]));
  const bySection = new Map<string, Set<string>>();
  for (const { topic, found } of said) {
    bySection.set(found.section, (bySection.get(found.section) ?? new Set()).add(topic));
  }
  return (one) => {
    const all = bySection.get(one.section) ?? new Set();
    const whole = one.parent && rows.get(one.parent)?.topic;
    return whole || bySentence.get(one.sentence) || (all.size === 1 ? [...all][0]! : "");
  };
}

/** Ids of a report's own numbers, from their names: one name is one id, wherever it stands. */
class Ids {
  readonly #taken = new Map<string, string>();

  of({ label, unit, kind, elsewhere, sentence, section, value }: FoundNumber): string {
    // 宣传 and 满意 say too little to be the same thing twice.
    const isName = label.length >= 5 && kind === "amount";
    const thing = [
      label,
      unit,
      elsewhere,
      ...(isName ? [] : [section, sentence, value, kind]),
    ].join("\n");
    const base = addressOf(`${elsewhere}${label}`.slice(0, 12)) || "shuzi";
    for (let n = 1; ; n++) {
      const id = n === 1 ? base : `${base}-${n}`;
      if ((this.#taken.get(id) ?? thing) !== thing) continue;
      this.#taken.set(id, thing);
      return id;
    }
  }
}
