/**
 * Ledgers with a suit a row and its instances side by side: 一审结果, 二审结果. One instance is one row
 * of the site's table, so such a table is read once for each, with the heads that are the instance's.
 */
import { isNothing } from "../ingest/text/tidy.ts";
import { headKey, isPersonalHead } from "./heads.ts";

/** In the order in which a dispute goes through them. */
const STAGES = ["复议", "一审", "二审", "再审"] as const;
type Stage = (typeof STAGES)[number];

/** A head and the instance it is of; null for one of all. */
interface StagedHead {
  stage: Stage | null;
  /** Without its instance. */
  head: string;
}

const BEFORE = /^(?:行政)?第?(复议|一审|二审|再审)(?:阶段|程序|案件|的)?[:：_\s-]*/;
const BEHIND = /[(（【[](?:行政)?第?(复议|一审|二审|再审)[)）】\]]$/;

/** 二审判决日期 → 判决日期 of 二审; 二审 and 二审情况 say how it ended. */
function stagedHead(written: string): StagedHead {
  const [whole, before] = BEFORE.exec(written) ?? [];
  const behind = BEHIND.exec(written)?.[1];
  const stage = (before ?? behind) as Stage | undefined;
  if (stage === undefined) return { stage: null, head: written };
  const bare = before ? written.slice(whole!.length) : written.replace(BEHIND, "");
  const head = /^(?:情况|结论|处理)?$/.test(bare) ? "结果" : bare;
  // Of reconsiderations the word is part of many heads.
  return { stage, head: stage === "复议" ? `复议${head}` : head };
}

/** The head without its instance, for knowing one. */
export function withoutStage(head: string): string {
  return stagedHead(head).head;
}

/** What tells that an instance has come to its end. */
const ENDS = /结果|判决|裁判|裁定|裁决|结案|审结|决定|宣判/;
/** What only one of the instances has: its first day; how it ended and was heard. */
const BEGINS = /^(?:复议)?(?:收到|签收)?(?:收案|立案|受理|应诉通知|申请|起诉)\S*日期$/;
const COURT = /法院|^(?:受理|审理)机关$/;
const NUMBER = /案号|编号|字号/;
const OF_ONE = new RegExp(`${ENDS.source}|开庭|听证|出庭|到庭|状态|进度`);

const APPEARED = /出庭|到庭/;
const WHO = /(?:出庭|到庭)\S{0,6}负责人/;

/** One instance's table: its heads, and of a row the cells under them. */
export interface StageTable {
  stage: string;
  /** What all its rows say: label → word. */
  whole: Readonly<Record<string, string>>;
  heads: string[];
  /** Null where the row has not come to the instance. */
  rowOf(cells: readonly string[]): string[] | null;
}

/** The tables of which one is made. */
export interface Stages {
  tables: StageTable[];
  /** The heads of a row that says of which instance nobody knows: it is written to none. */
  ofNobody(cells: readonly string[]): string[];
}

/** Null where no row is of two instances. */
export function stagesIn(written: readonly string[]): Stages | null {
  const heads = within(written.map(stagedHead));
  const ended = STAGES.filter((stage) =>
    heads.some((one) => one.stage === stage && ENDS.test(one.head)),
  );
  if (ended.length < 2) return null;
  const has = (stage: Stage, form: RegExp) =>
    heads.some((one) => one.stage === stage && form.test(headKey(one.head)));
  /** The instance that a suit begins with where its first day is nobody's. */
  const begins = ended.find((stage) => !has(stage, BEGINS));
  const number = numberOf(heads);
  const comesTo = (cells: readonly string[], stage: Stage) =>
    heads.some((one, at) => one.stage === stage && !isNothing(cells[at] ?? ""));
  const saysCategory = heads.some(({ head }) => /^(?:案件|争议)?类[别型]$/.test(headKey(head)));
  const isOfOne = ({ stage, head }: StagedHead) => {
    const key = headKey(head);
    return stage === null && !NUMBER.test(head) && !BEGINS.test(key) && OF_ONE.test(key);
  };
  const ofNobody = (cells: readonly string[]) => {
    if (ended.filter((stage) => comesTo(cells, stage)).length < 2) return [];
    const lost = heads.filter((one, at) => isOfOne(one) && !isNothing(cells[at] ?? ""));
    const open = lost.filter(({ head }) => !isPersonalHead(head));
    // Who came for the bureau is told of, and not who it was, where nothing else says whether.
    const saysWhether = open.some(({ head }) => APPEARED.test(head));
    const who = saysWhether ? [] : lost.filter(({ head }) => WHO.test(head));
    return [...open, ...who].map(({ head }) => head);
  };
  const tables = ended.map((stage): StageTable => {
    const category = stage === "复议" ? "行政复议" : saysCategory ? undefined : "行政诉讼";
    const isOwn = ({ stage: of, head }: StagedHead, at: number, cells: readonly string[]) => {
      if (at === number) return true;
      if (NUMBER.test(head)) return false;
      if (of !== null) return of === stage;
      if (BEGINS.test(headKey(head))) return stage === begins;
      // An appeal goes to another court than the one that is written without an instance.
      if (COURT.test(headKey(head)))
        return stage === (ended.find((one) => one !== "复议") ?? stage);
      if (!isOfOne({ stage: of, head })) return true;
      // Of two instances nobody knows which one it is about.
      return ended.every((other) => comesTo(cells, other) === (other === stage));
    };
    const own = heads.map(({ stage: of, head }, at) => {
      if (at === number) return stage === "复议" ? "争议编号" : head;
      if (NUMBER.test(head) || (of !== null && of !== stage)) return "";
      // Said once: its own before that of nobody.
      const isOthers = of === null && heads.some((one) => one.stage === stage && one.head === head);
      return isOthers ? "" : head;
    });
    // The day on which an appeal came in is seldom written: the column is there, and says nothing.
    if (!own.some((head) => BEGINS.test(headKey(head)))) own.push("受理日期");
    // Without the heads of the other instances little tells that it is about suits.
    if (!own.includes("审级")) own.push("审级");
    return {
      stage,
      whole: { 审级: stage, ...(category ? { 类别: category } : {}) },
      heads: own,
      rowOf: (cells) => {
        const isNew = stage === ended[0] && !ended.some((other) => comesTo(cells, other));
        if (!isNew && !comesTo(cells, stage)) return null;
        return cells.map((cell, at) =>
          heads[at] && own[at] !== "" && isOwn(heads[at], at, cells) ? cell : "",
        );
      },
    };
  });
  return { tables, ofNobody };
}

/** 开庭日期 between 一审法院 and 一审结果 is of 一审. */
function within(heads: readonly StagedHead[]): StagedHead[] {
  return heads.map((one, at) => {
    if (one.stage !== null || !OF_ONE.test(headKey(one.head))) return one;
    const before = heads.slice(0, at).findLast(({ stage }) => stage !== null);
    const behind = heads.slice(at).find(({ stage }) => stage !== null);
    return before && before.stage === behind?.stage ? { ...one, stage: before.stage } : one;
  });
}

/** The number by which the instances of a suit are one: that of none of them, else of the first. */
function numberOf(heads: readonly StagedHead[]): number {
  const places = [...heads.keys()].filter((at) => NUMBER.test(heads[at]!.head));
  return places.find((at) => heads[at]!.stage === null) ?? places[0] ?? -1;
}
