/** What an item of a statutory table counts, in the program's own figures: 警告、通报批评 are two kinds of penalty. */
import { PENALTY_KINDS } from "../datasets/decisions.ts";
import type { Relation } from "./define.ts";

/** A figure of rows that an item is, or is a part of (at-most). */
export interface Counterpart {
  /** Figures that are added. */
  figures: readonly string[];
  /** Only these groups of theirs; all of them where it is not said. */
  groups?: readonly string[];
  relation: Relation;
}

const [OTHER] = PENALTY_KINDS;
/** How the tables write the kinds, a name for each part of a joined one. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^警告$/, "警告"],
  [/^通报批评$/, "通报批评"],
  [/^罚款$/, "罚款"],
  [/^没收违法所得$/, "没收违法所得"],
  [/^(?:没收)?非法财[物务]$/, "没收非法财物"],
  [/^暂扣(?:许可证件?|执照)?$/, "暂扣许可证件"],
  [/^吊销(?:许可证件?|(?:营业)?执照)?$/, "吊销许可证件"],
  [/^降低资质(?:等级)?$/, "降低资质等级"],
  [/^限制(?:开展)?生产经营(?:活动)?$/, "限制开展生产经营活动"],
  [/^(?:责令)?停产停业$/, "责令停产停业"],
  [/^(?:责令)?关闭$/, "责令关闭"],
  [/^限制从业$/, "限制从业"],
  [/^(?:行政)?拘留$/, "行政拘留"],
];
/** Goes on with what stands before it: 暂扣许可证、执照. */
const GOES_ON = /^(?:许可证件?|(?:营业)?执照)$/;
const OTHERS =
  /^(?:法律、?行政法规规定的)?其[他它](?:种类)?(?:的)?(?:行政)?处罚(?:种类)?$|^其[他它]$/;

/** The kinds of penalty that an item joins; null where it is, or holds, something else. */
export function kindsOf(item: string): string[] | null {
  const name = plain(item);
  if (OTHERS.test(name)) return [OTHER];
  const kinds: string[] = [];
  for (const part of name.split(/[、,，/+;；]|以及|或者?|[和及与]/)) {
    if (kinds.length > 0 && GOES_ON.test(part)) continue;
    const kind = KINDS.find(([written]) => written.test(part))?.[1];
    if (kind === undefined) return null;
    kinds.push(kind);
  }
  return kinds;
}

/** What is paid in, or is due for paying late, is no amount of a decision. */
const NOT_DECIDED = /入库|到账|入账|收缴|缴纳|上缴|加处|执行|实际/;

/** Amounts of the decisions; null where an item is another amount. */
export function amountsOf(item: string): Counterpart | null {
  const name = plain(item).replace(/(?:合计|总计|小计)$/, "");
  if (NOT_DECIDED.test(name)) return null;
  const fines = { figures: ["fines"], relation: "equal" } as const;
  const confiscations = { figures: ["confiscations"], relation: "equal" } as const;
  if (/^罚没款?总?[金数]?额$|^罚没款$|^罚款[、和及]没收/.test(name))
    return { figures: ["fines", "confiscations"], relation: "equal" };
  if (/^罚款总?[金数]?额$/.test(name)) return fines;
  return /^没收.*(?:[金数]额|价值)$/.test(name) ? confiscations : null;
}

type NamedItem = readonly [RegExp, Counterpart];
const equal = (...figures: string[]): Counterpart => ({ figures, relation: "equal" });
const within = (figure: string, ...groups: string[]): Counterpart => ({
  figures: [figure],
  ...(groups.length > 0 && { groups }),
  relation: "at-most",
});

/** By what a table is about: its other columns. What only counts some of a figure's is within it. */
const ITEMS: Readonly<Record<string, readonly NamedItem[]>> = {
  行政处罚: [
    [/^(?:适用)?简易程序$/, within("cases-by-procedure", "简易程序")],
    [/^(?:适用)?(?:一般|普通)程序$/, within("cases-by-procedure", "普通程序")],
    [/^(?:处罚)?(?:案件)?立案$|^(?:处罚)?(?:案件)?结案$|^办结$/, within("cases")],
    [/^(?:经)?(?:重大)?(?:执法决定)?法制审核$/, within("legal-reviews")],
    [/^被?(?:申请|提起)?行政复议$|^被?复议$/, within("reconsiderations")],
    [/^被?(?:提起)?行政(?:诉讼|应诉)$|^应诉$/, within("litigation")],
    [/^(?:行政)?复议(?:被)?纠错$/, within("reconsiderations-corrected")],
  ],
  行政许可: [
    [/^受理$/, equal("licences-accepted")],
    [/^(?:准予)?许可$|^准予$/, equal("licences-granted")],
    [/^不予许可$/, equal("licences-refused")],
    [/^撤销许可$/, equal("licences-revoked")],
  ],
};

/** What another column of a table counts; null where no rows of the program's tell it. */
export function counterpartOf(kind: string, item: string): Counterpart | null {
  const name = plain(item);
  return ITEMS[kind]?.find(([written]) => written.test(name))?.[1] ?? null;
}

/** Without brackets, numbering and the words that only say that it is a number. */
function plain(item: string): string {
  return item
    .normalize("NFKC")
    .replace(/[\s]/g, "")
    .replace(/\([^()]*\)/g, "")
    .replace(/^(?:\d+[.、]|[一二三四五六七八九十]+、)/, "")
    .replace(/^(?:给予|处以|作出|其中[:：]?)/, "")
    .replace(/(?:的)?(?:案件)?(?:总)?(?:数量|件数|宗数|次数|数)$/, "");
}
