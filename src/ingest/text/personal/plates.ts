/** 车牌号, in capitals or not, with whatever stands between its parts. */
import type { PersonalKind } from "./kind.ts";

const PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使]";
/** The office's letter after the province; never I or O. */
const LETTER = "[A-HJ-NP-Z]";

const plate: PersonalKind = {
  name: "车牌号",
  chinese: true,
  pattern: new RegExp(
    `${PROVINCE} ?${LETTER}[ ·•.*_/[(【-]{0,2}(?:[A-HJ-NP-Z\\d][ ·.-]?){3,5}(?:[A-HJ-NP-Z\\d]|[挂学警港澳领试超])(?![A-Z\\d])`,
    "gi",
  ),
  /** At most two letters among five signs; new energy vehicles have six, five of them digits or so. */
  confirmed(match, { after }) {
    if (/^(?:热线|便民)/.test(after)) return false;
    const signs = match.replace(/[^A-Za-z\d挂学警港澳领试超]/g, "").slice(1);
    const digits = (signs.match(/\d/g) ?? []).length;
    if (signs.length === 6) return digits >= 4 && /^(?:[A-K][A-Z\d]\d{4}|\d{5}[A-K])$/i.test(signs);
    if (signs.length !== 5) return false;
    // Small letters are words more often than plates.
    const letters = (signs.match(/[A-Za-z]/g) ?? []).length;
    return /[a-z]{2}/.test(signs) ? letters <= 1 : digits >= (/\D$/.test(signs) ? 2 : 3);
  },
};

/** 使 of embassies; 应急, 民航; the army's of old, with the name of the region; tractors. */
const special: PersonalKind = {
  name: plate.name,
  chinese: true,
  pattern: new RegExp(
    [
      "(?<![大公特天即假致迫驱促指])使[ ·•.-]?\\d{3}[ ·•.-]?\\d{3}(?![\\d元件人次户万吨个名余多平米亩居群市村民家辆台])",
      "(?<!\\d)\\d{3}[ ·•.-]?\\d{3}使(?!用|得|其|馆)",
      `${PROVINCE} ?X[ ·•.-]{0,2}[A-Z\\d]{3,4} ?应急`,
      "民航[ ·•.-]?[A-Z][ ·•.-]?\\d{4}(?!\\d)",
      "(?:(?<![\\u4e00-\\u9fff])|(?<=[车牌])|(?=[军空]))[军海空北沈兰济南广成][ ·•.-]?[A-Z][ ·•.-]?\\d{5}(?!\\d)",
      `${PROVINCE} ?\\d{2}[ ·•.-]\\d{5}(?!\\d)`,
    ].join("|"),
    "gi",
  ),
};

/** Of the armed police: WJ贵0123X, WJ 22-01234. */
const police: PersonalKind = {
  name: plate.name,
  pattern: new RegExp(
    `(?<![A-Z\\d])WJ[ ·•.-]?(?:${PROVINCE}|\\d{2})[ ·•.-]?(?:\\d{4}[\\dXBTSHJD]|\\d{5})(?![A-Z\\d])`,
    "gi",
  ),
};

/** Whatever is said to be one. */
const said: PersonalKind = {
  name: plate.name,
  chinese: true,
  pattern:
    /(?<=(?:车牌|[军车]牌照?|牌照|号牌|车号)(?:号码?)?[号为是:( ]{0,3})(?:[\u4e00-\u9fff]{0,3}[A-Z]{1,2}[ ·•.-]?\d(?:[ ·.-]?[A-Z\d]){3,5}|[\u4e00-\u9fff]{1,3}\d{5,7})(?![A-Z\d])/gi,
  confirmed: (_match, { after }) => !/^ ?[元件个块副张辆]/.test(after),
};

export const PLATES: readonly PersonalKind[] = [plate, special, police, said];
