/** Words as staff type them: stray spaces, full-width letters, marks for “nothing”. */

/** What shows nothing at all: joiners, directions, marks that only choose a shape of the character before. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\u2800]/gu;
const BLANK =
  /^(?:[-—–―_~]+(?:\s*[-—–―]+)*|\/+|\\n?|\.{3,}|(?:&nbsp;)+|<br\s*\/?>|[([{【〔<]?(?:无|空白?|暂无|未公布|不详|未知|未填|n\/a|null|none|nil|nan|nat|undefined|blank)[)\]}】〕>]?)$/i;

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
  if (ASCII.test(text)) return text;
  return tidy(text)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[−﹣–]/g, "-")
    .replace(/￥/g, "¥");
}

/** Without a space: nothing of it is to be replaced. */
const ASCII = /^[!-~]*$/;

/** What two writings of one word or header share: no spaces, one width, one case, one form of a character. */
export function wordKey(text: string): string {
  return oneForm(text).replace(/\s/g, "").toLowerCase();
}

/**
 * The one form of a matter's number, however it is typed: gd 001 is GD001, 凯罚[2023]1号 is 凯罚〔2023〕1号,
 * and 1002.0, as programs write a column that is empty somewhere, is 1002.
 */
export function numberForm(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  return halfWidth(text)
    .replace(/\s/g, "")
    .replace(/[‐‑‒—―]/g, "-")
    .replace(/[([【［{]/g, "〔")
    .replace(/[)\]】］}]/g, "〕")
    .replace(/^(\d+)\.0+$/, "$1")
    .toUpperCase();
}
const PLAIN_NUMBER = /^(?!\d+\.0+$)[!-'*-Z\\^-`|~]*$/;

/**
 * How a word is shown that no vocabulary lists, the same for all its writings: found from the writing
 * alone, so that neither the order of rows nor another file or year decides.
 */
export function wordForm(text: string): string {
  const word = oneForm(text)
    .replace(/(?<![a-z\d]) | (?![a-z\d])/gi, "")
    .toUpperCase();
  if (!/\p{Script=Han}/u.test(word)) return word;
  return word.replace(/(?<!\d)[,:](?!\d)|[();!?]/g, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) + 0xfee0),
  );
}

/** Text in which a character is written in one way: full width, dots, hyphens, radicals copied from a PDF. */
function oneForm(text: string): string {
  if (PLAIN_WORD.test(text)) return text;
  return tidy(text.normalize("NFKC"))
    .replace(/[・•‧∙⋅]/g, "·")
    .replace(/[‐‑‒–−]/g, "-")
    .replace(/[\u2e80-\u2eff]/g, (radical) => RADICALS.get(radical) ?? radical);
}
const PLAIN_WORD = /^[!-~\u4e00-\u9fff]*$/;
/** Radicals that Unicode does not tell to be the character they look like. */
const RADICALS: ReadonlyMap<string, string> = new Map(
  [
    ..."⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑长⻒长⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⺌小⺼月⻌辶".matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, radical = "", character = ""]) => [radical, character]),
);

/** How most cells begin, and none that is blank: BLANK has no such character at its start. */
const SAYS = /^(?:[!-%)-,0-;>-AC-MO-TV-Z\]^`ac-mo-tv-z|}]|(?![无空暂未不])[\u4e00-\u9fff])/;

/** True for an empty cell and for the marks that offices write into one: `— —`, 无, /, -, 暂无. */
export function isBlank(text: string): boolean {
  if (text === "") return true;
  if (SAYS.test(text)) return false;
  if (/^\s*[=']/.test(text)) {
    const inner = unwrapped(tidy(text));
    return inner !== undefined && isBlank(inner);
  }
  if (text.length > 12) return tidy(text) === "";
  const short = tidy(text.normalize("NFKC"));
  return short === "" || BLANK.test(short);
}

/**
 * Systems that must stop Excel from counting write ="0012" or '0012: the text itself is meant.
 * Undefined when nothing stands around it.
 */
export function unwrapped(text: string): string | undefined {
  return (
    /^="([^"]*)"$/.exec(text)?.[1] ?? /^'((?:[-+\d].*|\p{Script=Han}[^'’]*)?)$/u.exec(text)?.[1]
  );
}

/** The text of a cell that is meant, tidied. */
export function meant(cell: string): string {
  const text = tidy(cell);
  const inner = /^[=']/.test(text) ? unwrapped(text) : undefined;
  return inner === undefined ? text : tidy(inner);
}

/** What is seen at once at the start of a cell; = and ' may only stand around it. */
const SHOWS = /^[!-&(-<>-~\u4e00-\u9fff]/;

/** Whether a cell shows nothing in Excel: ="" is how some systems write an empty one. */
export function isNothing(cell: string): boolean {
  return cell === "" || (!SHOWS.test(cell) && meant(cell) === "");
}

/** Formulas and what Excel would run as one, in whichever column it stands. */
export function isFormula(text: string): boolean {
  return /^\s*(?:[=@＝＠]|[-+＋－]\s*[A-Za-z(（])/.test(text);
}

/** What Excel exports of a formula that failed, or of a column too narrow for its numbers. */
export function isExcelError(text: string): boolean {
  return /^#(?:N\/A|[A-Z/0-9]+[!?])$|^#{2,}$/i.test(text);
}
