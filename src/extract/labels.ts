/** What a number of a sentence is of, in the sentence's own words: what was done, and to what. */
import type { Mention } from "./mention.ts";
import { endsInVerb, endsTowards, lastVerbIn, verbIn } from "./verbs.ts";

export interface NumberName {
  label: string;
  /** How much something changed (同比增长5%), or its share of a whole (占比12%): of the number before. */
  kind: "amount" | "change" | "share";
}

const CLAUSE = /[，,。；;：:！？!?]/g;
const LONGEST = 28;
const LEADING =
  /^(?:[\s、，,：:—·）)①-⑳-]|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|\d{1,2}[.、．](?!\d)|[将把](?!来|要|于)|[一二三四五六七八九十]是|其中|此外|另外|同时|并且|并|还|已|共计|共|累计|总计|合计|全年|今年(?:以来)?|一年来|年内|本年度?|(?:19|20)\d{2}\s*年度?(?:以来)?|截[至止][^，,]*?(?:月|日|底|年|目前)|\d{1,2}月底?|以来|上半年|下半年|目前|先后|均|全部|分别|以及|[我本](?:局|市|县|区|州|单位|镇|街道|委|办|院)(?:共?有)?|[和及与](?!谐|解|时|会|格)|了|的(?!士|确))+/;
const TRAILING =
  /(?:[\s、，,：:（(]|先后|共计|共|累计|总计|合计|达到?|(?<![实现])有|(?<!行|认|作)为|是|计(?<!统计|审计|合计)|约|了|已|(?<!平)均|各|分别|数量|(?<!标)的|由|从|[只仅]|(?<=[度率])在|为?[多高]达)+$/;
const CHANGED =
  /(?:同比|环比|[较比](?:上|去|前|同|往|(?:19|20)\d{2})[^，,。；;]*?|[较比]其他[^，,。；;]*?)(?:[^，,。；;]{0,6}?)(?:增长|增加|下降|减少|上升|提高|提升|降低|回落|[增降减升多少])(?:了|幅度?为?|约)?$|(?:增幅|降幅|增长率|下降率|增长|下降|上升|降低)(?:了|为|达)?$/;
const SHARED = /(?:占比|占[^，,。；;]{0,16}的?|(?<=^\s*|所占的?)(?:比例|比重))(?:为|达到?|是|约)?$/;

/** 由62%提高到78%: what the number came to. */
const MOVING =
  "(?:提高|提升|升|压缩|压减|压|缩短|缩减|缩|精简|下降|降低|降|减少|减|增加|增长|增|上升|扩大|变|调整)(?:到|至|为)";
const NOW = "(?:了|(?:19|20)\\d{2}年度?的?|目前的?|现在的?|今年的?|约)?$";
const MOVED = new RegExp(`^${MOVING}${NOW}`);
/** 由62%提高到78%: what it was before. */
const FORMERLY =
  /[由从](?:原来|原先|原|以前|过去|之前|上年|去年|年初|法定|规定|(?:19|20)\d{2}年度?)?的?$/;
/** 由法定的20天压缩为5天, where the first is no figure. */
const FROM_FORMER = new RegExp(`[由从][^，,由从]{1,24}${MOVING}${NOW}`);

const BARE_CHANGE = /^(?:提高|提升|压缩|缩短|下降|降低|减少|增加|增长|上升)(?:了|率)?$/;

/** The names of a sentence's numbers. */
export function labelsOf(text: string, mentions: readonly Mention[]): NumberName[] {
  const pieces = mentions.map((_, at) => pieceOf(text, mentions, at));
  shareNouns(text, mentions, pieces);
  const named = pieces.map(({ before, behind, clauseBefore }, at): NumberName => {
    const { unit } = mentions[at]!;
    if (unit === "%" || unit === "个百分点" || /同比|环比|[较比][上去]/.test(before)) {
      if (CHANGED.test(before)) return { label: clean(before), kind: "change" };
    }
    if (unit === "%" && SHARED.test(before)) {
      return {
        label: `${clean(before.replace(/占?(?:比例?|比重)?[^占]*$/, ""))}占比`,
        kind: "share",
      };
    }
    // 先后12次作出批示: how often what stands behind was done.
    if (/^(?:次|场次?|轮次?|批次)$/.test(unit) && verbIn(behind) === 0 && verbIn(before) < 0) {
      return { label: nounOf(behind), kind: "amount" };
    }
    return {
      label: joined(before.replace(FROM_FORMER, ""), behind, clauseBefore),
      kind: "amount",
    };
  });
  const respective = nameRespectively(text, mentions, named);
  named.forEach((one, at) => {
    if (respective.has(at)) return;
    const last = named[at - 1];
    if (
      last?.kind === "change" &&
      one.kind === "amount" &&
      /^\s*[、和及与]\s*$/.test(pieces[at]!.before)
    ) {
      named[at] = last;
      return;
    }
    const changed = last?.kind === "change" && last.label.replace(CHANGED, "");
    // 13件，占22%，较去年增加5%: the cases have grown; by percentage points it would be the share.
    const isOf = ({ kind }: NumberName) =>
      kind === "amount" ||
      (kind === "share" && !(one.kind === "change" && mentions[at]!.unit === "%"));
    const of =
      changed ||
      (named.findLast((other, is) => is < at && isOf(other) && !isAside(text, mentions, is, at))
        ?.label ??
        "");
    const says = saysWhat(one);
    const piece = pieces[at]!.before;
    const own =
      one.label || clean(piece.replace(TRAILING, "")) || piece.replace(/[、，,和及与为\s]+$/, "");
    const moved = MOVED.test(pieces[at]!.before.trim());
    if (moved && FORMERLY.test(pieces[at - 1]?.before.trim() ?? "")) {
      const name = clean(of.replace(FORMERLY, ""));
      const own = /(?:19|20)\d{2}|[上去]年/.test(pieces[at - 1]!.before) ? name : `原先的${name}`;
      named[at] = { ...named[at - 1]!, label: name };
      named[at - 1] = { ...named[at - 1]!, label: own };
    } else if (!says || moved) {
      const base = one.kind === "change" ? of.replace(DIRECTION, "") : of;
      named[at] = { ...one, label: short(`${base}${own}`) };
    }
  });
  return named;
}

const WHEN =
  /^(?:[在已又再的]|基础上|[上前去]一?年度?|[今本]年|(?:19|20)\d{2}年度?|大幅|明显|稳步|持续|同期|相比)+/;

/** Whether a name says by itself what the number is of: 满意率较上年提高 does, 较上年提高 does not. */
function saysWhat({ label, kind }: NumberName): boolean {
  if (kind === "change") return label.replace(CHANGED, "").replace(WHEN, "").length > 1;
  return kind === "share" ? label.length > 2 : label.length > 1 && !BARE_CHANGE.test(label);
}

/** Whether a number stands in a bracket that is closed before another one: 58件（一审30件），同比减少5%. */
function isAside(text: string, mentions: readonly Mention[], one: number, other: number): boolean {
  const open = openBracket(text.slice(0, mentions[one]!.start));
  if (open < 0) return false;
  return openBracket(text.slice(0, mentions[other]!.start)) !== open;
}

interface Surroundings {
  before: string;
  behind: string;
  /** The clause before, where it names no number of its own. */
  clauseBefore: string;
}

function pieceOf(text: string, mentions: readonly Mention[], at: number): Surroundings {
  const { start, end } = mentions[at]!;
  const last = mentions[at - 1]?.end ?? 0;
  const breaks = [...text.matchAll(CLAUSE)].map(({ index }) => index);
  const clause = Math.max(
    (breaks.findLast((index) => index < start) ?? -1) + 1,
    openBracket(text.slice(0, start)) + 1,
  );
  let from = clause;
  if (last > clause) {
    from = last + ownStart(text.slice(last, start), namesBehind(text, mentions, at - 1));
  }
  const next = mentions[at + 1];
  const stop = breaks.find((index) => index >= end) ?? text.length;
  let behind = text.slice(end, Math.min(stop, next?.start ?? stop));
  if (next && next.start < stop) {
    behind = behind.slice(0, ownStart(behind, namesBehind(text, mentions, at)));
  }
  const before = text.slice(from, start);
  const earlier = (breaks.findLast((index) => index < clause - 1) ?? -1) + 1;
  const clauseBefore =
    last <= earlier && clause > 0 ? text.slice(earlier, Math.max(0, clause - 1)) : "";
  return { before, behind: behind.replace(ASIDE, ""), clauseBefore };
}

/** A bracket behind what is counted, unless it is short and part of the name: 村（社区）. */
const ASIDE = /(?:^\s*[（(]|[（(](?![^（()）\d]{1,6}[)）])).*$/;

/** Where the bracket begins in which a text ends; -1 outside of any. */
function openBracket(text: string): number {
  const open = Math.max(text.lastIndexOf("（"), text.lastIndexOf("("));
  return open > Math.max(text.lastIndexOf("）"), text.lastIndexOf(")")) ? open : -1;
}

/** Whether the number says so little before it that what it counts must stand behind it. */
function namesBehind(text: string, mentions: readonly Mention[], at: number): boolean {
  const from = Math.max(
    mentions[at - 1]?.end ?? 0,
    text.slice(0, mentions[at]!.start).search(/[^，,。；;：:！？]*$/),
  );
  // 整合6个部门和17个镇街: the first's noun says nothing of the second.
  const before = text.slice(from, mentions[at]!.start).replace(/^.*[、和及与]\s*$/, "");
  return clean(before).length <= 4 || endsInVerb(before.trim()) || endsTowards(before.trim());
}

/** Of what stands between two numbers of a clause: where what the second one counts begins. */
function ownStart(between: string, isBehind: boolean): number {
  if (/^\s*[、和及与]/.test(between) || MOVED.test(between.trim())) return 0;
  // 10件一审、7件二审
  if (/[、和及与]\s*$/.test(between)) return between.length;
  const verb = verbIn(between);
  if (verb >= 0) return verb;
  return isBehind ? between.length : 0;
}

/** 镇级87项、街道29项权力事项: the noun at the end is said of each. */
function shareNouns(text: string, mentions: readonly Mention[], pieces: Surroundings[]): void {
  for (let at = pieces.length - 2; at >= 0; at--) {
    const [one, other] = [pieces[at]!, pieces[at + 1]!];
    const between = text.slice(mentions[at]!.end, mentions[at + 1]!.start);
    if (
      !/^[、和及]/.test(between) ||
      one.behind !== "" ||
      mentions[at]!.unit !== mentions[at + 1]!.unit
    )
      continue;
    if (clean(other.before).length <= 6 && !endsInVerb(clean(other.before)))
      one.behind = other.behind;
  }
}

function joined(before: string, behind: string, clauseBefore: string): string {
  const verbless = clean(before);
  const noun = nounOf(behind);
  if (noun !== "" && /[^、]{2}[、和及与]\s*$/.test(before)) return noun;
  if (noun === "") {
    if (verbless.length >= 2) return short(verbless);
    return short(clean(clauseBefore) || verbless);
  }
  const attended = /^(?:参加|参与|出席)的?(.+)$/.exec(noun)?.[1];
  if (attended) return `参加${attended}`;
  if (verbless === "" || /[为对向给与的等]$/.test(before.trim())) return noun;
  if (endsInVerb(verbless)) return short(`${fromLastVerb(verbless)}${noun}`);
  // What follows a whole name says something of it: 1472件均全部处置完成.
  const isName = verbless.length > 4 || /^(?:均|已|全部|并|占|按|经)/.test(behind);
  return isName ? short(verbless) : `${verbless}${noun}`;
}

/** What is counted, behind its measure word; of a list that is too long the first. */
function nounOf(behind: string): string {
  const noun = behind
    .replace(/^([^（(]*)[）)].*$/, "$1")
    .replace(/^(?:[\s的]|余)+/, "")
    .replace(/(?:[\s、，,均已并全分共]|等|(?<=.{2})[和及与]|(?<!实现|具|所|持)有)+$/, "");
  if (noun.length <= LONGEST) return noun;
  const list = noun.slice(0, LONGEST).lastIndexOf("、");
  return noun.slice(0, list > 4 ? noun.indexOf("、") : LONGEST);
}

function fromLastVerb(text: string): string {
  const verb = lastVerbIn(text, 1);
  return verb > 0 && text.length > 8 ? text.slice(verb) : text;
}

function clean(text: string): string {
  const led = text.replace(LEADING, "");
  return led.replace(TRAILING, "").replace(LEADING, "").trim();
}

/** Not longer than a table's first column bears: from the last thing done, else its end. */
function short(text: string): string {
  if (text.length <= LONGEST) return text;
  const bare = text.replace(/[（(][^（()）]*[)）]/g, "");
  if (bare !== text) return short(bare);
  const verb = lastVerbIn(text, 6);
  const tail = verb > 0 ? text.slice(verb) : text.slice(text.lastIndexOf("的") + 1 || 0);
  return tail.length <= LONGEST
    ? tail
    : clean(tail.slice(-LONGEST).replace(/^[^、，的]{0,12}[、，的]/, ""));
}

/** 同比分别增长12.4%和9.1%, 办结率分别为99%和100%: of the numbers before, in their order. */
function ofEachBefore(
  text: string,
  mentions: readonly Mention[],
  named: NumberName[],
  at: number,
): number {
  const before = text.slice(mentions[at - 1]?.end ?? 0, mentions[at]!.start);
  if (!/分别/.test(before) || !/^(?:%|个百分点)$/.test(mentions[at]!.unit)) return 0;
  const gap = (one: number) => text.slice(mentions[one - 1]!.end, mentions[one]!.start);
  let count = 1;
  while (
    mentions[at + count] &&
    (isNext(text, mentions, at + count) || TURNED.test(gap(at + count)))
  ) {
    count++;
  }
  const names = before.split("分别")[0]!.split("、");
  if (count > at || count < 2 || names.length > 1) return 0;
  const { kind } = named[at]!;
  let what = clean(before.replace(/分别/, "")).replace(/占$/, "占比");
  for (let index = 0; index < count; index++) {
    const turned = index > 0 && TURNED.exec(gap(at + index))?.[1];
    if (turned) what = what.replace(DIRECTION, "") + turned;
    // 58批136人次: one name for both.
    const of = named.slice(0, at - count + index + 1).findLast(({ label }) => label !== "");
    named[at + index] = { kind, label: `${of?.label ?? ""}${what}` };
  }
  return count;
}

const DIRECTION = /(?:增长|增加|上升|提高|提升|扩大|下降|减少|降低|回落|收窄)了?$/;
/** 分别上升8%、9%和下降5%: the next in the list goes another way. */
const TURNED = new RegExp(
  `^\\s*[、，,和及与]\\s*(?:同比|环比)?(${DIRECTION.source.slice(0, -1)})\\s*$`,
);

/** Whether a number stands right behind the one before, in a list. */
function isNext(text: string, mentions: readonly Mention[], at: number): boolean {
  return /^\s*[、，,和及]\s*$/.test(text.slice(mentions[at - 1]!.end, mentions[at]!.start));
}

const RESPECTIVELY = /^(.*?)分别([^，,、\d]{0,8})$/;

/** 甲、乙、丙分别为1件、2件、3件: the names in their order. Gives the places of those that are of numbers before. */
function nameRespectively(
  text: string,
  mentions: readonly Mention[],
  named: NumberName[],
): Set<number> {
  const respective = new Set<number>();
  mentions.forEach((mention, at) => {
    const before = ofEachBefore(text, mentions, named, at);
    for (let index = 0; index < before; index++) respective.add(at + index);
    const clause = text
      .slice(0, mention.start)
      .split(/[，,。；;：:]/)
      .at(-1)!;
    const [, list = "", done = ""] = RESPECTIVELY.exec(clause.trim()) ?? [];
    const names = list
      .replace(/^(?:其中|全年|共|通过|[在对向])+/, "")
      .split(/[、]|(?<=.{2})[和及与](?=.{2})/)
      .map((one) => one.trim());
    if (names.length < 2 || names.some((one) => one === "" || one.length > LONGEST)) return;
    let count = 1;
    while (count < names.length && mentions[at + count] && isNext(text, mentions, at + count)) {
      count++;
    }
    if (count !== names.length) return;
    names.forEach((label, index) => {
      named[at + index] = { label: `${clean(label) || label}${clean(done)}`, kind: "amount" };
    });
  });
  return respective;
}
