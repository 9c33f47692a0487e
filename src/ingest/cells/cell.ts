/** Cell → typed value: one reader for each column of a file. */
import type { Column } from "../../datasets/define.ts";
import { cut } from "../../text/cut.ts";
import { MONEY } from "../../text/measure-words.ts";
import type { Quantity } from "../../values/quantity.ts";
import type { Value } from "../../values/value.ts";
import { LETTERS_LOST } from "../problems/letters-lost.ts";
import type { Message } from "../problems/problems.ts";
import { isLostInChinese } from "../text/garbled.ts";
import {
  halfWidth,
  isExcelError,
  isFormula,
  numberForm,
  tidy,
  unwrapped,
  wordKey,
} from "../text/tidy.ts";
import { parseDate } from "./dates.ts";
import { lexicon, type Vocabularies } from "./lexicon.ts";
import { parseMonth } from "./months.ts";
import { type NumberForm, parseQuantity, SCIENTIFIC } from "./numbers.ts";
import { failed, type Parsed, remembered } from "./parsed.ts";
import { parsePeriod } from "./periods.ts";

export type CellReader = (raw: string) => Parsed<Value>;

/** The reader of a column whose header announces a power of ten (万元 → 4), in a folder's year. */
export function cellReader(
  column: Column,
  scale: number,
  vocabularies: Vocabularies,
  year?: number,
): CellReader {
  const read = typeReader(column, scale, vocabularies, year);
  // What no page shows may say anything.
  const isFree = column.type === "text" && column.private;
  return (raw) => {
    const instead = isFree ? undefined : insteadOfValue(raw, column);
    if (instead) return instead;
    const inner = unwrapped(raw.trim());
    if (inner !== undefined) {
      const parsed = read(inner);
      return parsed.ok ? { ...parsed, normalised: inner } : parsed;
    }
    // Numbers say better what is wrong with -5 and +3; only what cannot be one is a formula.
    if (isFormula(raw)) {
      return failed(
        "formula",
        "CSV 里只能放结果，不能放公式",
        "在 Excel 中“选择性粘贴—数值”后再导出；确实是文字的，不要用等号、加号、减号或 @ 开头",
      );
    }
    return read(raw);
  };
}

/** What stands in a cell where Excel found no result, or where people mean the cell above. */
function insteadOfValue(raw: string, { label, type }: Column): Parsed<never> | undefined {
  // Nearly every cell of a large file.
  if (raw.length > 12 || !/[#同左前上见〃″“”〞"'d]/i.test(raw)) return undefined;
  const text = halfWidth(raw);
  // Numbers and days say it themselves.
  if (isExcelError(text) && !/^(?:quantity|money|date)$/.test(type)) {
    return failed(
      "excel-error",
      "Excel 的公式在这一格出了错，或者列太窄，没有导出内容",
      `改成应有的${label}；没有的空着`,
    );
  }
  if (!DITTO.test(text)) return undefined;
  return failed(
    "ditto",
    "要看别的格才知道是什么；网站一格一格地读，不替人补",
    "照抄它指的那一格；是上面一格的，在表格软件里连同上面一格一起选中，用“向下填充”",
  );
}
const DITTO =
  /^(?:同上[一]?[行格条]?|同[左前]|[同见](?:第|序号)?\d+[行号条格]?|上同|〃+|[″“”〞"'’]{1,2}|ditto|do\.)[.。]?$/i;

function typeReader(
  column: Column,
  scale: number,
  vocabularies: Vocabularies,
  year?: number,
): CellReader {
  switch (column.type) {
    case "quantity":
    case "money": {
      const money = column.type === "money";
      const units = money ? MONEY : column.units;
      const form: NumberForm = {
        scale,
        ...(money ? { decimals: 2 } : column.fraction ? {} : { decimals: 0 }),
        ...(units ? { units } : {}),
        ...(column.unitIn ? { said: true as const } : {}),
      };
      return money
        ? (raw) => usualMoney(parseQuantity(raw, form))
        : (raw) => parseQuantity(raw, form);
    }
    case "date":
      return remembered((raw) =>
        column.lasting && FOR_EVER.test(wordKey(raw)) ? NO_END : parseDate(raw, year),
      );
    case "period":
      return (raw) => parsePeriod(raw, year ?? Number.NaN);
    case "id":
      // What is published under it keeps its letters: an indicator's own number is part of an address.
      return column.private ? readNumber : readId;
    case "text":
      if (column.month) return remembered((raw) => parseMonth(raw, year ?? Number.NaN));
      return (raw) => ({
        ok: true,
        value: tidy(raw),
        ...(!column.private && isLostInChinese(raw) ? { says: LETTERS_LOST } : {}),
      });
    case "word":
      return lexicon(column, vocabularies);
    case "words":
      return wordsReader(lexicon(column, vocabularies));
  }
}

/** Of what lasts without an end there is no last day. */
const FOR_EVER = /^(?:长期(?:有效)?|永久(?:有效)?|无(?:固定)?期限|无限期|不限期?|终身)$/;
const NO_END: Parsed<null> = {
  ok: true,
  value: null,
  says: { code: "normalised", why: "写的是长期有效，当作没有到期日", fix: "不用改" },
};

/** An amount under 1 元 is mostly one in 万元 whose header does not say so. */
function usualMoney(parsed: Parsed<Quantity>): Parsed<Quantity> {
  if (!parsed.ok || parsed.value.value === 0 || parsed.value.value >= 1) return parsed;
  return { ...parsed, says: TOO_SMALL };
}
const TOO_SMALL: Message = {
  code: "amount-unusual",
  why: "金额不到1元，多半是以万元写的数当成了元",
  fix: "核对单位：这一列的数是万元的，把列名写成“（万元）”；确实如此就不用改",
};

/** A number of a case or ticket, which is the same however it is typed. */
function readNumber(raw: string): Parsed<string | null> {
  const id = readId(raw);
  if (!id.ok) return id;
  if (NO_NUMBER.test(wordKey(id.value))) return NUMBERLESS;
  const [, marked] = MARKED.exec(id.value) ?? [];
  if (marked) {
    return failed(
      "id",
      `编号旁边写着“${marked}”，看不出这一件还算不算`,
      "不算的，删掉整行，或者状态写“作废”；算的，编号里只留编号",
    );
  }
  if (isTwoNumbers(id.value)) {
    return failed(
      "id",
      "一格里写了两个编号，只会算一件",
      "一件写一行；是同一件换了编号的，只留一个",
    );
  }
  return { ok: true, value: numberForm(id.value) };
}
/** 无编号, 尚未立案, 文号待补; 0, as programs write an empty one: many rows have it, and it names none. */
const NO_NUMBER =
  /^[(〔【[]?(?:[暂尚还目前]{0,2}[无没未不待免缺]\p{Script=Han}{0,8}|\p{Script=Han}{0,5}(?:暂?[无缺]|[待未][编补定填发][号写]?|不[详明]|未知|另行?编|空)|0+)[)〕】\]]?$/u;
const NUMBERLESS: Parsed<null> = {
  ok: true,
  value: null,
  says: { code: "normalised", why: "写的是没有编号，当作没有填", fix: "不用改" },
};
const MARKED = /[([【]?((?:已|系统)?(?:删除|作废|废止|取消)|重复件?|测试(?:件|数据)?)[)\]】]?$/;

/** GD20230003/GD20230004: parts of one shape, each long enough to be a number of its own. */
function isTwoNumbers(id: string): boolean {
  const parts = id.split(/[\s/、,;和与及]+/);
  if (parts.length < 2 || parts.length > 4) return false;
  const [first, ...others] = parts.map((part) => part.replace(/\d/g, "9"));
  return /9{4}/.test(first!) && first!.length >= 8 && others.every((one) => one === first);
}

/** Excel's 2.02E+17 has lost the digits that tell two apart. */
function readId(raw: string): Parsed<string> {
  const id = halfWidth(raw);
  if (/^\d+(?:\.\d+)?e\+\d+$/i.test(id)) return failed("id", ...SCIENTIFIC);
  if (/^\d{1,2}(?:月\d{1,2}日|-[A-Z][a-z]{2})$/.test(id)) {
    return failed(
      "id",
      "像是编号被 Excel 改成了日期，认不出原来的编号",
      "把这一列设为“文本”格式，重新填写后再导出",
    );
  }
  return { ok: true, value: id };
}

function wordsReader(word: (raw: string) => Parsed<string>): CellReader {
  return (raw) => {
    const words: string[] = [];
    let says: Message | undefined;
    for (const part of raw.split(/[;；、,，\n]/).flatMap((part) => wordsIn(part, word))) {
      const parsed = word(part);
      if (!parsed.ok) return { ...parsed, why: `“${cut(part, 30)}”：${parsed.why}` };
      if (!words.includes(parsed.value)) words.push(parsed.value);
      says ??= parsed.says;
    }
    return { ok: true, value: words, ...(says ? { says } : {}) };
  };
}

/** 罚款/警告, 罚款 警告 and 罚款并处警告 are two words, where each of them is one. */
function wordsIn(text: string, word: (raw: string) => Parsed<string>): string[] {
  const part = tidy(text);
  if (part === "" || word(part).ok) return part === "" ? [] : [part];
  const parts = part.split(/[/／+＋\s]|并处|并|和|及/).filter((one) => one !== "");
  return parts.every((one) => word(one).ok) ? parts : [part];
}
