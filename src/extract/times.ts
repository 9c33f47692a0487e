/** The time that a number of a sentence is of, where the sentence says one. */
import { parsePeriod } from "../ingest/cells/periods.ts";

export interface NumberTime {
  /** As 统计期间 takes it; empty where it is the year's own. */
  period: string;
  /** Another year, in its words: 2022年, 上年. */
  elsewhere: string;
}

const PERIOD =
  /截[至止](?:到)?\s*(?:(?:19|20)\d{2}\s*年)?\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日|底|末)?|(?:(?:19|20)\d{2}\s*年)?\s*\d{1,2}\s*月?\s*[-—–~～至到]\s*\d{1,2}\s*月份?|(?:(?:19|20)\d{2}\s*年)?(?:上半年|下半年|前三季度|第?[一二三四]季度)|全年|年内|今年以来/g;
const OTHER_YEAR =
  /((?:19|20)\d{2})\s*年(?!度?(?:以来|起|修订|版|至今)|第\s*\d+\s*号)|(?<![较比与同]|同比)(?:上年度?|去年|上一年度?|前年)(?!同期|结转|转入|遗留|度?转)/g;

/** 增加到, 降至, 压缩为: what stands behind is how it is now. */
const ROSE_TO = /[增升提降减压缩扩涨跌][^，。；\d]{0,4}[到至为]/;

/** Of the number that stands at a place: what was said last before it. */
export function timeAt(sentence: string, place: number, year: number): NumberTime {
  // （2022年为867件） says it of what stands in the bracket.
  const before = sentence
    .slice(0, place)
    .replace(/[（(][^（()）]*[)）]/g, (aside) => " ".repeat(aside.length));
  const said = before.match(PERIOD)?.at(-1)?.replace(/\s/g, "");
  const parsed = said === undefined ? null : parsePeriod(said, year);
  // 同比 and 较 compare with a year, and are of none.
  const years = [...before.matchAll(OTHER_YEAR)].filter(({ 0: said, index }) => {
    const ahead = before.slice(0, index).trimEnd();
    const between = before.slice(index + said.length);
    // 较2021年底的128家减少91家 has one number of that year.
    if (/[较比与]$/.test(ahead)) return /^(?:[底末初]|同期|度)?的\D{0,3}$/.test(between);
    // So has 由2022年的81%升至92%, and not what it rose to; 从2022年开始 has none.
    return !/[从由]$/.test(ahead) || (/^度?的/.test(between) && !ROSE_TO.test(between));
  });
  const last = years.at(-1);
  const elsewhere = last && Number(last[1] ?? Number.NaN) !== year ? last[0] : "";
  if (elsewhere) return { period: "", elsewhere };
  return { period: parsed?.ok && !/^(?:全年|年内)/.test(said!) ? said! : "", elsewhere: "" };
}
