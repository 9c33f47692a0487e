/** Which numbers of a sentence are parts of which: 其中, 分别, 包括, 共计, and lists that add up. */
import { sameUnit } from "../text/units.ts";
import type { Mention } from "./mention.ts";

export interface PartOf {
  /** The place of the whole among the numbers. */
  of: number;
  /** total: with its siblings it makes up the whole; part: it is only a part of it. */
  relation: "total" | "part";
}

const AMONG = /其中|包括|包含|分为|涵盖|(?<=[，,：:（(]\s*)分别/;
const TOGETHER = /(?:共计|合计|总计|总共)(?:[^，,。；;、\d]{0,12})$/;
const STOP = /[。；;！？]/;

/** `isAmount` says which of them may be a part: no rate, no change. */
export function partsIn(
  text: string,
  mentions: readonly Mention[],
  isAmount: readonly boolean[],
): Map<number, PartOf> {
  const parts = new Map<number, PartOf>();
  const gap = (at: number) => text.slice(mentions[at - 1]?.end ?? 0, mentions[at]!.start);
  const alike = (one: number, other: number) =>
    isAmount[one] === true &&
    isAmount[other] === true &&
    sameUnit(mentions[one]!.unit, mentions[other]!.unit);
  const sumOf = (members: readonly number[]) =>
    members.reduce((all, one) => all + mentions[one]!.number, 0);
  const makesUp = (members: readonly number[], whole: number) =>
    Math.abs(sumOf(members) - mentions[whole]!.number) <
    1e-6 * Math.max(1, mentions[whole]!.number);
  const place = (members: readonly number[], of: number, relation: PartOf["relation"]) => {
    for (const one of members) if (!parts.has(one)) parts.set(one, { of, relation });
  };

  /** What is counted alike from a place on, until something else begins. */
  const following = (from: number, first: number): number[] => {
    const members: number[] = [];
    for (let at = from; at < mentions.length; at++) {
      if (at > from && (STOP.test(gap(at)) || AMONG.test(gap(at)) || TOGETHER.test(gap(at)))) break;
      if (alike(at, first)) members.push(at);
    }
    return members;
  };

  for (let from = 1; from < mentions.length; from++) {
    const mark = AMONG.exec(gap(from))?.[0];
    const first = mark ? mentions.findIndex((_, at) => at >= from && isAmount[at]) : -1;
    if (!mark || first < 0) continue;
    const members = following(from, first);
    const wholes: number[] = [];
    for (let at = from - 1; at >= 0; at--) {
      if (alike(at, first) && !parts.has(at)) wholes.push(at);
      if (STOP.test(gap(at))) break;
    }
    // The parts end where they make up the whole.
    const fit = wholes.flatMap((whole) => {
      const count = members.findIndex((_, at) => makesUp(members.slice(0, at + 1), whole)) + 1;
      if (count < 2) return [];
      // 再审0件 at the end of the list is of it.
      const more = members.findIndex((one, at) => at >= count && mentions[one]!.number !== 0);
      return [{ whole, own: members.slice(0, more < 0 ? undefined : more) }];
    })[0];
    if (fit) {
      place(fit.own, fit.whole, "total");
      continue;
    }
    const whole = wholes.find((at) => mentions[members[0]!]!.number <= mentions[at]!.number);
    if (whole === undefined) continue;
    const own = members.filter((one) => mentions[one]!.number <= mentions[whole]!.number);
    const isAll = own.length > 1 && (mark !== "其中" || sumOf(own) > mentions[whole]!.number);
    place(own, whole, isAll ? "total" : "part");
  }

  // 17件，一审10件、二审7件: nothing says so, and it adds up.
  for (let whole = 0; whole + 2 < mentions.length; whole++) {
    if (parts.has(whole) || !/^[^，,]{0,4}[，,：:（(]/.test(gap(whole + 1))) continue;
    const members: number[] = [];
    for (let at = whole + 1; at < mentions.length; at++) {
      if (!alike(at, whole) || parts.has(at) || STOP.test(gap(at)) || gap(at).length > 24) break;
      members.push(at);
      if (members.length > 1 && mentions[whole]!.number > 0 && makesUp(members, whole)) {
        place(members, whole, "total");
        break;
      }
    }
  }

  // 甲10件、乙7件，共计17件: the whole comes last.
  mentions.forEach((_, whole) => {
    if (whole < 2 || parts.has(whole) || !TOGETHER.test(gap(whole))) return;
    const members: number[] = [];
    for (let at = whole - 1; at >= 0 && alike(at, whole) && !parts.has(at); at--) {
      members.push(at);
      if (STOP.test(gap(at))) break;
    }
    const haveParts = [...parts.values()].some(({ of }) => members.includes(of));
    if (members.length > 1 && !haveParts && !STOP.test(gap(whole))) place(members, whole, "total");
  });
  return parts;
}
