/**
 * Heads that may stand over words or over prose: 办理结果 is 已办结 in one system, and what was said to the
 * caller in another. What stands below tells; prose never leaves.
 */
import type { Column } from "../datasets/define.ts";
import { type Vocabularies, wordsOf } from "../ingest/cells/lexicon.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { isBlank, meant, wordKey } from "../ingest/text/tidy.ts";
import { headKey } from "./heads.ts";
import { arePaths } from "./paths.ts";
import { wordIn } from "./profile.ts";
import type { Recognised } from "./recognise.ts";
import { rowKind } from "./row-kind.ts";
import { HeadPlaces } from "./row-says.ts";
import { type Left, type Taken, wordsFor } from "./taken-heads.ts";

/** Of heads that are kept back for what they may hold, those that may hold words. */
const RESULT = /(?:结果|情况|意见|结论|反馈|复议决定)$/;
/** What became of the record, whatever its words say. */
const OF_RECORD = /公示|公开|失信|上报|推送|填报/;
/** Why something is so, which is no word of what it is: 不满意原因. */
const REASON = /(?:原因|理由)$/;
/** A longer text is prose. */
export const WORD_LENGTH = 8;
/** Which column is meant is asked of so many; more is no question. */
const MOST_ASKED = 2;

/** What the heads are, with those whose cells tell. */
export function withTold(
  recognised: Recognised,
  heads: readonly string[],
  rows: readonly RawRow[],
  vocabularies: Vocabularies,
): Recognised {
  const { of } = recognised.system;
  const places = new HeadPlaces(recognised.places);
  // What else stands in the list says nothing of its columns.
  const own = rows.filter(
    ({ cells }) =>
      rowKind(cells, heads, recognised) === "record" && !of.isOther?.(places.saysOf(cells)),
  );
  const textsUnder = (index: number) =>
    own
      .map(({ cells }) => meant(cells[index] ?? ""))
      .filter((text) => text !== "" && !isBlank(text));
  const taken = recognised.taken.map((one) => {
    const texts = textsUnder(one.index);
    return asPaths(otherColumn(one, texts, recognised, vocabularies) ?? one, texts);
  });
  const left = recognised.left.map((one): Left => {
    const index = heads.indexOf(one.head);
    if (one.why === "second" || OF_RECORD.test(one.head)) return { ...one, maybe: [] };
    const written = headKey(one.head);
    const isResult = RESULT.test(written);
    if (!isResult && one.why !== "unused") return one;
    if (REASON.test(written)) return { ...one, maybe: [] };
    const texts = textsUnder(index);
    if (isNamedPlace(one.head, texts, { ...recognised, taken })) {
      const column = of.dataset.columns.street!;
      taken.push({ index, head: one.head, key: "street", column, scale: 0, otherwise: [] });
      return one;
    }
    if (isNamedPath(one.head, texts, { ...recognised, taken })) {
      const column = of.dataset.columns.category!;
      const path = { index, head: one.head, key: "category", column, scale: 0, otherwise: [] };
      taken.push(asPaths(path, texts));
      return one;
    }
    const columns = columnsSaid(texts, { ...recognised, taken }, vocabularies);
    const [key, column] = columns[0] ?? [];
    // 案件类型 is like 类别, and no other column has its words.
    const isLike = recognised.system.of.like?.[key ?? ""]?.test(headKey(one.head));
    if (key && column && (isResult || isLike) && columns.length === 1) {
      taken.push({ index, head: one.head, key, column, scale: 0, otherwise: [], mayBeProse: true });
      return one;
    }
    if (of.derivedFrom?.test(written)) return { ...one, maybe: [] };
    if (one.maybe.length > 0) {
      const maybe = one.maybe.filter((label) => maySay(label, texts, recognised, vocabularies));
      return { ...one, maybe };
    }
    const asked = columns.length <= MOST_ASKED ? columns.map(([, { label }]) => label) : [];
    return { ...one, maybe: asked };
  });
  const amount = amountSaid(recognised, heads, taken, textsUnder);
  if (amount) taken.push(amount);
  return {
    ...recognised,
    taken,
    left: left.filter(({ head }) => !taken.some((one) => one.head === head)),
  };
}

/** 罚款情况, 处罚种类和依据: where no column is the amount's own, it may stand among other words. */
function amountSaid(
  { system: { of } }: Recognised,
  heads: readonly string[],
  taken: readonly Taken[],
  textsUnder: (index: number) => string[],
): Taken | undefined {
  const { key, head: form, of: amountIn } = of.amountIn ?? {};
  if (
    !key ||
    !amountIn ||
    taken.some((one) => one.key === key || one.either?.columns.includes(key))
  )
    return undefined;
  const index = heads.findIndex(
    (head, at) => form!.test(headKey(head)) && textsUnder(at).some((text) => amountIn(text)),
  );
  const column = of.dataset.columns[key]!;
  const what = { key, column, scale: 0, otherwise: [], mayBeProse: true, amountIn };
  return index < 0 ? undefined : { index, head: heads[index]!, ...what };
}

/** 属地 and 区域 may be a county or a street: it is a street where all that stands there is one. */
function isNamedPlace(head: string, texts: readonly string[], { system, taken }: Recognised) {
  const form = system.of.like?.street;
  if (!form?.test(headKey(head)) || taken.some(({ key }) => key === "street")) return false;
  return texts.length > 0 && texts.every((text) => STREET.test(text));
}
const STREET = /^\p{Script=Han}{1,20}(?:街道|镇|乡|街道办(?:事处)?)$/u;

/** 行业分类 may be anything: what lists matters by steps (城市管理-市容环境-占道经营) is their category. */
function isNamedPath(head: string, texts: readonly string[], { system, taken }: Recognised) {
  if (!system.of.bare?.category || taken.some(({ key }) => key === "category")) return false;
  const isLike = /(?:分类|归类|归口|类别|类型|目录|事项)$/.test(headKey(head));
  return isLike && texts.length > 0 && (texts.every(isPath) || arePaths(texts));
}

function asPaths(one: Taken, texts: readonly string[]): Taken {
  return one.key === "category" && arePaths(texts) ? { ...one, isOfPaths: true } : one;
}
const isPath = (text: string) =>
  /^\p{Script=Han}+(?:\s*(?:[-—–/\\>→]|->)\s*[\p{Script=Han}、]+){2,}$/u.test(text);

/**
 * 诉求类别 is 投诉 in one system and 占道经营 in another: where none of its words is one of the column's own
 * list, it is the column of any words that such a head may name too.
 */
function otherColumn(
  one: Taken,
  texts: readonly string[],
  { system, taken }: Recognised,
  vocabularies: Vocabularies,
): Taken | undefined {
  const { columns } = system.of.dataset;
  if (one.column.type !== "word" || texts.length === 0) return undefined;
  const listed = wordsOf(one.column, vocabularies);
  const exported = wordsFor(system, one.key);
  const isSaid = (text: string) =>
    listed.has(wordKey(text)) || wordIn(exported, text) !== undefined;
  if (listed.size === 0 || texts.some(isSaid)) return undefined;
  // 案件类型 is 简易程序 in one system and 市容环卫 in another: its words tell.
  const others = taken.filter((known) => known !== one);
  const told = columnsSaid(texts, { system, taken: others }, vocabularies);
  const [[toldKey, toldColumn] = []] = told;
  if (told.length === 1 && toldKey && toldColumn && toldKey !== one.key)
    return { ...one, key: toldKey, column: toldColumn, otherwise: [] };
  if (one.column.vocabulary) return undefined;
  const key = Object.keys(system.of.like ?? {}).find(
    (other) =>
      columns[other]!.vocabulary !== undefined &&
      system.of.like![other]!.test(headKey(one.head)) &&
      !taken.some((known) => known.key === other),
  );
  // Numbers are codes of words that nobody knows.
  if (!key || !texts.every((text) => /\p{Script=Han}/u.test(text))) return undefined;
  return { ...one, key, column: columns[key]!, otherwise: [] };
}

/** Whether a column with that label can say one of the texts: its own list of words may have none of them. */
function maySay(
  label: string,
  texts: readonly string[],
  { system }: Recognised,
  vocabularies: Vocabularies,
): boolean {
  const found = Object.entries<Column>(system.of.dataset.columns).find(
    ([, column]) => column.label === label,
  );
  if (!found || texts.length === 0) return true;
  const [key, column] = found;
  const listed = wordsOf(column, vocabularies);
  // 有效期限 may be 1年, which is no day until which.
  if (column.type === "date") return texts.some((text) => /\d{4}|\d{1,2}月\d/.test(text));
  if (column.type !== "word" || column.vocabulary || listed.size === 0) return true;
  const exported = wordsFor(system, key);
  return texts.some((text) => listed.has(wordKey(text)) || wordIn(exported, text) !== undefined);
}

/** The columns that no head is taken for, of which all short texts are words, and most texts are. */
function columnsSaid(
  texts: readonly string[],
  { system, taken }: Pick<Recognised, "system" | "taken">,
  vocabularies: Vocabularies,
): [string, Column][] {
  // 是否超期 is no 是否解决: 是 may be said of anything.
  if (texts.every((text) => /^[是否]$/.test(text))) return [];
  return Object.entries<Column>(system.of.dataset.columns).filter(([key, column]) => {
    if (column.type !== "word" || taken.some((one) => one.key === key)) return false;
    // 是 may be said of anything.
    if (column.words?.includes("是")) return false;
    const listed = wordsOf(column, vocabularies);
    const exported = wordsFor(system, key);
    const says = (text: string) => listed.has(wordKey(text)) || Boolean(wordIn(exported, text));
    const said = texts.filter(says);
    const short = texts.filter((text) => text.length <= WORD_LENGTH);
    return said.length * 2 >= texts.length && short.every(says);
  });
}
