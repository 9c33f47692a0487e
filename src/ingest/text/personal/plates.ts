/** 车牌号, in capitals or not, with whatever stands between its parts. */
import type { PersonalKind } from "./kind.ts";

const PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使]";
/** The office's letter after the province; never I or O. */
const LETTER = "[A-HJ-NP-Z]";

const plate: PersonalKind = {
  name: "车牌号",
  chinese: true,
  pattern: new RegExp(
    `${PROVINCE} ?${LETTER}[ ·•.*_[(【-]{0,2}(?:[A-HJ-NP-Z\\d][ ·.-]?){3,5}(?:[A-HJ-NP-Z\\d]|[挂学警港澳领试超])(?![A-Z\\d])`,
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

export const PLATES: readonly PersonalKind[] = [plate];
