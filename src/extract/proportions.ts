/** Shares and growth that are said without per cent: 九成以上, 近三分之二, 半数, 翻一番. Taken as per cent. */
import type { Mention } from "./mention.ts";
import { qualifiedAt } from "./qualifiers.ts";

const DIGITS = "零一二三四五六七八九十";
const ONE = "[一二两三四五六七八九十\\d]";
/** 成 begins many a word: 成立, 成果, 成为. */
const TENTHS =
  /(?<![第十百千万亿\d点.一二三四五六七八九])(?<low>[一二两三四五六七八九]|[1-9](?:\.\d)?)(?<high>[二三四五六七八九])?成(?![立果功员效为本长年品交就全熟套型批绩语章像份组对双行才文]|不变)(?<ones>[一二三四五六七八九](?!是|名|家|个))?(?<more>多|余)?/g;
const PARTS = new RegExp(`(?<!\\d)(?<of>${ONE}{1,2})分之(?<part>${ONE}{1,2})(?!\\d)`, "g");
const HALF = /(?<over>过)?半数|(?<=占|超过?|过|逾|近|约|到|足)一半|一半(?=以上|左右)/g;
const DOUBLED = /翻了?(?<times>[一两二三四\d])?番/g;
const WHOLE = /百分百/g;

/** They keep their words in report.md: 30% claims more than 三成. */
export function proportionsIn(text: string): Mention[] {
  return [
    ...all(text, TENTHS, ({ low, high, ones, more }) => {
      const first = saidValue(low!) * 10;
      if (high)
        return [saidValue(high) === first / 10 + 1 ? `${first}至${saidValue(high)}0` : "", ""];
      return [`${first + (ones ? saidValue(ones) : 0)}`, more ? "余" : ""];
    }),
    ...all(text, PARTS, ({ of, part }) => {
      const share = (saidValue(part!) / saidValue(of!)) * 100;
      if (!(share > 0 && share < 100)) return ["", ""];
      return Number.isInteger(share * 10) ? [`${share}`, ""] : [share.toFixed(1), "左右"];
    }),
    ...all(text, HALF, ({ over }) => ["50", over ? "以上" : ""]),
    ...all(text, DOUBLED, ({ times }) => [`${(2 ** saidValue(times ?? "一") - 1) * 100}`, ""]),
    ...all(text, WHOLE, () => ["100", ""]),
  ].sort((one, other) => one.start - other.start);
}

type InPercent = readonly [value: string, more: string];

function all(
  text: string,
  pattern: RegExp,
  say: (groups: Record<string, string | undefined>) => InPercent,
): Mention[] {
  return [...text.matchAll(pattern)].flatMap((match): Mention[] => {
    const [digits, more] = say(match.groups ?? {});
    if (digits === "") return [];
    const { start, end, before, behind } = qualifiedAt(
      text,
      match.index,
      match.index + match[0].length,
    );
    const mark = more || behind;
    return [
      {
        ...{ start, end, unit: "%", isHan: true, spoken: text.slice(start, end) },
        value: before ? `${before}${digits}` : `${digits}${mark}`,
        number: Number.parseFloat(digits),
        exact: before === "" && mark === "" && !digits.includes("至"),
      },
    ];
  });
}

function saidValue(text: string): number {
  if (/^[\d.]+$/.test(text)) return Number(text);
  if (text === "两") return 2;
  const [tens = "", ones] = text.length === 2 ? text : ["", text];
  const high = tens === "十" ? 10 : tens === "" ? 0 : DIGITS.indexOf(tens) * 10;
  return high + (ones === "十" && tens !== "" ? 0 : DIGITS.indexOf(ones!));
}
