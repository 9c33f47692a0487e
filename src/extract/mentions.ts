/** The numbers of a text that say how much of something: value as a cell is written, unit, where they stand. */
import { typedNumbers } from "../report/prose.ts";
import { chineseNumber } from "../text/numerals.ts";
import { plainDigits } from "../values/decimals.ts";
import type { Mention } from "./mention.ts";
import { noFigures } from "./no-figures.ts";
import { proportionsIn } from "./proportions.ts";
import { BEFORE, BEHIND } from "./qualifiers.ts";
import { IS_TIME, NOUN_UNIT, UNIT, unitName } from "./units.ts";
import { verbIn } from "./verbs.ts";

/** Thousands stand apart by a comma, or by the space of GB/T 15835; not so a year and what is behind it. */
const ARABIC =
  "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|(?<![\\d.])[1-9]\\d{0,2}(?: \\d{3})+(?:\\.\\d+)?(?!\\d| \\d)|\\d+(?:\\.\\d+)?";
const HAN = "[零一二两三四五六七八九十百千万亿]+(?:点[零一二三四五六七八九]+)?";
const POWER = "(?:[十百千]?[万亿]|[十百]|千(?![米克瓦伏卡]))";
/** What is left under the power: 1万5千, 3亿2000万. */
const LOW =
  "(?<high>[万亿])(?:(?<low>\\d{1,4})(?<lowpower>(?<=[亿]\\d+)万|[百千](?![米克瓦伏卡万]))?)(?![\\d.万亿])";
const NUMBER = new RegExp(
  `(?<percent>[百千]分之)?(?:(?<digits>${ARABIC})\\s?(?:${LOW}|(?<power>${POWER}))?|(?<several>数|好?几)?(?<han>${HAN}))(?<more>余|多|来|几)?(?<power2>[万亿])?(?<more2>余|多)?`,
  "g",
);
const UNIT_AT = new RegExp(`\\s?(?<unit>${UNIT})`, "y");
const NOUN_AT = new RegExp(`(?<unit>${NOUN_UNIT})`, "y");
const RANGE_AT = new RegExp(
  `\\s?(?:${UNIT})?\\s?(?:-|—|–|~|～|至|到)\\s?(?<second>${ARABIC})(?<power>[万亿])?`,
  "y",
);
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8 };
const powerOf = (text: string) => [...text].reduce((all, one) => all * (POWERS[one] ?? 1), 1);

/** ２，３１６件: what breaks no sentence, since a number of it would have no unit before. */
const WIDE_THOUSANDS =
  /(?<=(?<![０-９．])[０-９]{1,3}(?:，[０-９]{3})*)，(?=[０-９]{3}(?![０-９]))/g;

/** One width for digits, points and per cent; every character keeps its place. */
export function plainWidth(text: string): string {
  return text
    .replace(WIDE_THOUSANDS, ",")
    .replace(/[０-９Ａ-Ｚａ-ｚ％．／：＋－]/g, (wide) =>
      String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
    )
    .replace(/\u00a0/g, " ");
}

/** The figures of a text, in order. */
export function mentionsIn(raw: string): Mention[] {
  const text = plainWidth(raw);
  const none = noFigures(text);
  const isNone = (start: number, end: number) =>
    none.some((one) => start < one.end && end > one.start);
  const spoken = proportionsIn(text).filter(({ start, end }) => !isNone(start, end));
  const found: Mention[] = [];
  for (const match of text.matchAll(NUMBER)) {
    const { index } = match;
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const end = index + match[0].length;
    if (isNone(index, end) || spoken.some((one) => index < one.end && end > one.start)) continue;
    const mention = mentionAt(text, match);
    if (mention) found.push(mention);
  }
  found.push(...spoken);
  found.sort((one, other) => one.start - other.start);
  return withDoubtful(text, withListUnits(text, found));
}

/** What the check of report.md would still take for a typed figure. */
function withDoubtful(text: string, mentions: readonly Mention[]): Mention[] {
  let rest = text;
  for (const { start, end } of mentions) {
    rest = rest.slice(0, start) + "，".repeat(end - start) + rest.slice(end);
  }
  const doubtful = typedNumbers(rest).flatMap(({ 0: written, index }): Mention[] => {
    const [, digits = "", more = "", unit = ""] =
      /^([\d,.]+?)[,，.]?\s?([万亿]?[余多]?[万亿]?)\s?(\D+)$/.exec(written) ?? [];
    if (digits === "") return [];
    const value = `${digits.replace(/[, ]/g, "")}${more}`;
    const number =
      Number.parseFloat(digits.replace(/[, ]/g, "")) * powerOf(more.replace(/[余多]/, ""));
    const at = { start: index, end: index + written.length };
    const what = { exact: !/[余多]/.test(more), isHan: false, doubtful: true as const };
    return [{ ...at, ...what, value, number, unit: unitName(unit) }];
  });
  return [...mentions, ...doubtful].sort((a, b) => a.start - b.start);
}

function mentionAt(text: string, match: RegExpExecArray): Mention | null {
  const { percent, digits = "", power = "", several = "", han = "" } = match.groups!;
  const { more = "", power2 = "", more2 = "", high = "", low = "", lowpower = "" } = match.groups!;
  let end = match.index + match[0].length;
  const base = digits !== "" ? Number(digits.replace(/[, ]/g, "")) : hanValue(han);
  if (base === null || !Number.isFinite(base)) return null;
  let number = low
    ? base * powerOf(high) + Number(low) * powerOf(lowpower)
    : base * powerOf(power) * powerOf(power2);
  if (!Number.isSafeInteger(Math.trunc(number))) return null;
  if (isAttached(text, match.index, end)) return null;
  // 3至5件: both ends are one figure.
  const range = digits && !low && !percent && !more && !more2 ? at(RANGE_AT, text, end) : null;
  const second = range && Number(range.groups!.second!.replace(/[, ]/g, ""));
  const isRange = second && second * powerOf(range.groups!.power ?? "") > number;
  if (isRange) end += range[0].length;
  const measured = at(UNIT_AT, text, end) ?? (digits && !isRange ? at(NOUN_AT, text, end) : null);
  let unit = percent ? (percent === "百分之" ? "%" : "‰") : (measured?.groups?.unit ?? "");
  if (!percent && measured) end += measured[0].length;
  unit = unitName(unit);
  let [before, start] = ["", match.index];
  for (const [pattern, word] of BEFORE) {
    const said = pattern.exec(text.slice(Math.max(0, match.index - 4), match.index).trimEnd());
    if (!said || (word === "上" && (digits !== "" || !isBare(han)))) continue;
    before = word;
    start = text.lastIndexOf(said[0], match.index);
    break;
  }
  let behind = "";
  if (!more && !more2 && !before && at(/\s?余/y, text, end)) {
    behind = "余";
    end += at(/\s?余/y, text, end)![0].length;
  }
  for (const [pattern, word] of BEHIND) {
    const said = pattern.exec(text.slice(end, end + 5));
    if (!said) continue;
    if (!behind && !more && !before) behind = word;
    end += said[0].length;
    break;
  }
  const vague = before + more + more2 + behind + several;
  const found = { start, end, number, unit, isHan: digits === "" };
  const doubtful = !isFigure(text, found, match, vague);
  if (doubtful && typedNumbers(text.slice(start, end)).length === 0) return null;
  const exact = vague === "" && !isRange;
  const mention = { ...found, exact, ...(doubtful && { doubtful }) };
  const average =
    /平均(?!.*(?:缩短|压缩|减少|提高|增加|下降|上升|[由从]))[^，,。；;、]{0,12}$/.test(
      text.slice(Math.max(0, start - 14), start),
    );
  // An average without decimals is a rounded one.
  if (mention.exact && average && Number.isInteger(number) && unit !== "%") before = "约";
  const scale = `${power}${power2}`;
  if (isRange) {
    number = base * powerOf(range.groups!.power ?? power);
    const value = `${before}${base}至${second}${range.groups!.power ?? ""}`;
    return { ...mention, value, number, exact: false };
  }
  // 数值 knows no power but 万 and 亿, and none that is alone without 近 or 余.
  const spoken = isBare(han) && vague !== "" ? `${several}${han}` : "";
  const written =
    spoken ||
    (low === "" && /^[万亿]?$/.test(scale)
      ? digits !== ""
        ? `${digits.replace(/[, ]/g, "")}${scale}`
        : plainHan(han)
      : plainDigits(number));
  if (more && power2) {
    // 二百一十余万: the power behind 余 is of the whole.
    const said = digits !== "" ? digits.replace(/[, ]/g, "") : plainHan(han);
    const value = `${before}${said}${power}${more}${power2}${behind}`;
    return { ...mention, value, exact: false };
  }
  const after = more || more2 || (behind === "余" ? "余" : "");
  const value = `${before}${written}${after}${behind === "余" ? "" : behind}`;
  return { ...mention, value, exact: vague === "" && before === "" };
}

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function hanValue(han: string): number | null {
  if (isBare(han)) return powerOf(han);
  const [whole = "", decimals] = han.split("点");
  const value = chineseNumber(whole);
  if (value === null || decimals === undefined) return value;
  return Number(
    `${value}.${[...decimals].map((one) => "零一二三四五六七八九".indexOf(one)).join("")}`,
  );
}

/** 三十二 as 32, 两万 as 2万. */
function plainHan(han: string): string {
  const [, count = "", power = ""] = /^(.+)([万亿])$/.exec(han) ?? [];
  const value = hanValue(count === "" ? han : count);
  return `${plainDigits(value ?? 0)}${power}`;
}

/** 百, 千, 万: no number unless something says how it is meant. */
function isBare(han: string): boolean {
  return /^[十百千万亿]{1,2}$/.test(han);
}

/** Digits that are part of something longer: 1.2.3, 2023-05, 5G. */
function isAttached(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  const behind = text.slice(end, end + 2);
  return (
    /[A-Za-z]$|\d[.:/-]$|[./-]$/.test(before) ||
    (/^(?:[.:/]\d|[A-Zabcdefhijlnopqrstuvwxyz])/.test(behind) && !at(UNIT_AT, text, end))
  );
}

/** A list whose last number alone has a unit: 分别为10、20、30件. */
function withListUnits(text: string, mentions: readonly Mention[]): Mention[] {
  const units = mentions.map(({ unit }) => unit);
  for (let at = mentions.length - 2; at >= 0; at--) {
    const between = text.slice(mentions[at]!.end, mentions[at + 1]!.start);
    if (units[at] === "" && /^\s*[、，,和及与]\s*$/.test(between)) units[at] = units[at + 1]!;
  }
  return mentions.flatMap((one, index) => {
    const unit = units[index]!;
    return unit === "" && !standsAlone(text, one) ? [] : [{ ...one, unit }];
  });
}

/** Without a unit a number is one only at the end of what it says, behind what is counted. */
function standsAlone(text: string, { start, end, number, exact }: Mention): boolean {
  if (!/^\s*(?:[，,。；;、：:！）)[]|$)/.test(text.slice(end))) return false;
  if (/^(?:12\d{3}|9[56]\d{3}|1[12]\d)$/.test(text.slice(start, end)) && exact) return false;
  const before = text.slice(0, start);
  // 复议诉讼比为2.6: what is measured so has no unit.
  if (/(?:[比指]值|之?比|指数|系数|得分|评分|均分)[为达至到是：:]{0,2}\s*$/.test(before))
    return true;
  return Number.isInteger(number) && /\p{Script=Han}{2}[：:]?\s*$/u.test(before);
}

const MEASURES_TIME =
  /(?:压缩|压减|缩减|缩短|降[至到]|减少|节省|节约|用时|时长|耗时|累计|共计|人均|提速|最[快短长]|[仅只]需|服务|驻点|值守|授课|学习|培训)[^，,。；;]{0,10}$|平均[^，,。；;]{0,24}$/;
const DEADLINE = /^(?:以?内|之内|前|后|以来|起|制|值班|在线|不间断|服务|自助|开放|通办|（|\()/;

/** Whether a number with its unit says how much, where it stands. */
function isFigure(
  text: string,
  { start, end, number, unit, isHan }: Omit<Mention, "value" | "exact">,
  match: RegExpExecArray,
  vague: string,
): boolean {
  const before = text.slice(Math.max(0, start - 16), start);
  const behind = text.slice(end);
  if (/每$/.test(before) || /^一?(?:组|档|班)|^为一/.test(behind)) return false;
  if (IS_TIME.test(unit)) {
    if (/年|季度|周/.test(unit)) return false;
    return MEASURES_TIME.test(text.slice(Math.max(0, start - 28), start)) && !DEADLINE.test(behind);
  }
  if (!isHan) return true;
  const { percent, several, han = "" } = match.groups!;
  if (percent) return true;
  if (unit === "") return number >= 1e4 || (vague !== "" && number >= 100);
  if (several) return /[十百千万亿]/.test(han);
  if (vague) return number >= 10 || vague !== "多";
  if (isBare(han) && han !== "十") return false;
  if (number > 10) return true;
  return isCounted(number, unit, before, behind);
}

/** What one is made, held or given of, where the clause says so: 制作短视频一部. */
const SINGLE = /^(?:份|部|篇|本|宗|例|名|家|户|处|座|台|辆|块|支|件|项|个|所)$/;
const EVENTS = /^(?:倍|人?次|场次?|轮次?|期|批次?|件次?|起|宗|例|名|家|户|份|篇|项|条|个)$/;
const DOING =
  /(?:开展|举办|组织|召开|举行|进行|办理|受理|查处|立案|结案|审结|收到|接到|发布|印发|制定|修订|出台|开庭|聘请|新增|完成|签订|移送|发生|学习|培训|宣传|检查|参加|承办|先后)(?:了|各类|共|过)?$/;

/** 一 to 十 in words mostly name something (三项制度, 一件事): they count behind what was done. */
function isCounted(number: number, unit: string, before: string, behind: string): boolean {
  if (!EVENTS.test(unit) && !SINGLE.test(unit)) return false;
  if (
    /(?:最多|只|仅|再|又|另|上|下|任何|任|同|这|那|哪|某|各|统|唯|逐|第|其中之|之|有|是|另外|同一)$/.test(
      before,
    )
  )
    return false;
  if (/[每]|最多跑|只(?:进|跑|查)/.test(before)) return false;
  const ends = /^\s*(?:[，,。；;、）)]|$|(?:共|共计|合计|累计|总计)\d)/.test(behind);
  if (ends && !/\p{Script=Han}{2,}$/u.test(before)) return false;
  // 两名干部通过考试: who they are is said behind.
  const isFirst = /(?:^|[，,。；;：:])\s*(?:其中|另?有|共有?)?$/.test(before);
  if (number > 1 && isFirst && !ends && unit === "名")
    return /^(?!以|之|一|[组制]的?)\p{Script=Han}{2}/u.test(behind);
  const done = verbIn(/[^，,。；;：:]*$/.exec(before)![0]) >= 0;
  if (ends)
    return number === 1
      ? /^(?:次|场次?|期|件)$/.test(unit) || (done && SINGLE.test(unit))
      : done || EVENTS.test(unit);
  return number > 1 && /^(?:次|场次?|期|批次|件|起|名|家|份|篇)$/.test(unit) && DOING.test(before);
}
