/** Words as staff type them: stray spaces, full-width letters, marks for “nothing”. */

const INVISIBLE = /[\u200b-\u200f\u2060\u2066-\u2069\ufeff\u00ad\u180e\u202a-\u202e]/g;
const BLANK =
  /^(?:[-—–―_~]+(?:\s*[-—–―]+)*|\/+|\\|\.{3,}|无|空|暂无|未公布|不详|未知|未填|n\/a|null|none|nil)$/i;

/** Text without invisible characters and outer spaces; inner line breaks become one space. */
export function tidy(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, "")
    .replace(/[\s\u00a0\u3000]+/g, " ")
    .trim();
}
/** The common case, spared the replacements: no space of any kind, nothing invisible. */
const PLAIN = /^[!-~\u4e00-\u9fff，。；：（）]*$/;

/**
 * Full-width letters, digits and punctuation as half-width ones. Nothing else of NFKC: it would
 * turn 3² into 32 and 5① into 51.
 */
export function halfWidth(text: string): string {
  return tidy(text)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[−﹣–]/g, "-")
    .replace(/￥/g, "¥");
}

/** What two writings of one word or header share: no spaces, one width, one case. */
export function wordKey(text: string): string {
  return tidy(text.normalize("NFKC")).replace(/\s/g, "").toLowerCase();
}

/** True for an empty cell and for the marks that offices write into one: `— —`, 无, /, -, 暂无. */
export function isBlank(text: string): boolean {
  if (text === "") return true;
  if (/^\d/.test(text)) return false;
  if (text.length > 12) return tidy(text) === "";
  const short = tidy(text.normalize("NFKC"));
  return short === "" || BLANK.test(short);
}

/**
 * Systems that must stop Excel from counting write ="0012" or '0012: the text itself is meant.
 * Undefined when nothing stands around it.
 */
export function unwrapped(text: string): string | undefined {
  return /^="([^"]*)"$/.exec(text)?.[1] ?? /^'([-+\d].*)$/.exec(text)?.[1];
}

/** Formulas and what Excel would run as one, in whichever column it stands. */
export function isFormula(text: string): boolean {
  return /^\s*(?:[=@＝＠]|[-+＋－]\s*[A-Za-z(（])/.test(text);
}

/** Characters that only a broken conversion leaves: they stand for text that is lost. */
export function isGarbled(text: string): boolean {
  return GARBLED.test(text);
}
const GARBLED = /(?!\s)\p{Cc}|[\ufffd-\uffff]|锟斤拷/u;
