/**
 * Personal data never leaves the build (个人信息保护法): finding it stops check and build. Each kind
 * of number has its own pattern; the value itself is never printed whole.
 */
import { ACCOUNTS } from "./personal/accounts.ts";
import { DWELLINGS } from "./personal/dwellings.ts";
import { HOUSEHOLDS } from "./personal/households.ts";
import { IDENTITY } from "./personal/identity.ts";
import type { Around, PersonalKind } from "./personal/kind.ts";
import { ONLINE } from "./personal/online.ts";
import { PHONES } from "./personal/phones.ts";
import { PLACES } from "./personal/places.ts";
import { PLATES } from "./personal/plates.ts";
import { tidy } from "./tidy.ts";

interface Finding {
  kind: string;
  /** The value with its middle hidden, safe to print. */
  masked: string;
}

/** The longer numbers first: a telephone number may be a part of them. */
const KINDS: readonly PersonalKind[] = [
  ...IDENTITY,
  ...ACCOUNTS,
  ...PHONES,
  ...PLATES,
  ...ONLINE,
  ...PLACES,
  ...DWELLINGS,
  ...HOUSEHOLDS,
];

/** Those of which a text without 汉字 may hold one: ids and numbers are many. */
const LATIN_KINDS = KINDS.filter(({ chinese }) => !chinese);
const LATIN = /^[ -~]*$/;

/** What every kind needs at least; most cells have none of it, and a million are looked at. */
const HINT =
  /\d(?:\D{0,3}\d){6}|\d-\d{1,2}-\d{3}|[期寓区园舍村院楼城苑府邸寓郡庭居轩阁][a-z]?\d{1,2}-\d{3}|\d[ -]?(?:[*x×•●○█■□_]{3}|某某)|[零〇洞一二三四五六七八九幺壹贰叁肆伍陆柒捌玖](?:[ .·-]?[\d零〇洞一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]){6}|@|[[({ ]at[\])} ]|[#*&$!ⓐ] ?(?:vip|[a-z]*\d*) ?\. ?c|艾特|圈a|使|wj|[车号]牌|牌照|车号|[军海空北沈兰济南广成民航] ?[a-z]|应急|[微威徽薇巍] ?信|vx|v信|wechat|weixin|wx|[加+➕](?:v|微|薇)|qq|扣扣|企鹅|[栋幢座塔排组社队]|[楼舍寓馆店房]-?\d|\d - \d|第[一二三四五六七八九十\d]|[a-z]?\d街|[铺摊车]位|[铺栋]号|[铺栋]\d|车位|房[负一二三四五六七八九顶]|[家住][住在址]|[户家]$|[寓园区舍村院楼城苑府邸郡庭居轩阁新][a-z]\d{3}|\d-\d{1,2}-\d|层[东西南北中左右第]|[楼层][一二三四五六七八九]|\d(?:住户|业主|租[户客]|邻居)|\d门|[号#]楼|#-?(?:\d{1,2}-)?\d{3}|[楼层] ?[a-z\d]|单元|[\d零〇一二三四五六七八九] ?[室号房]|支付宝|q[:：号]|n ?\d{1,2}\.|[一二三四五六七八九十]号|[\u4e00-\u9fff] ?[a-z][^\n]{0,2}[a-z\d]|[账帐]|户头|卡通|[经纬]|l(?:ng|at)|[°度]\d|telegram|飞机|电报|whatsapp|skype|facebook|twitter|飞书|抖音|快手|小红书|微博|陌陌|钉钉|闲鱼|淘宝|旺旺|军字|病历|住院|门诊|就诊|出生|医保|学籍|车架|识别代|发动机|产权|房权|[证学短户]号|尾[号数]|小灵通|亲情号|网号|生[于日]|日生|[水电气][表卡]|户主号|后[四五六]位|门牌|楼[上下][那的住东西南北左右\d]|牧[户点]|对[门面]|隔壁|[头脚][顶下]|围屋|小组|[脚背]组|[村坊社][一二三四五六七八九十\d]|嘎查|胡同|[巷里][甲乙丙丁]|[楼屋房宅]第|门\d|住宅|[那这]一?[户家]|客堂|亭子间|灶披|大房|[前后]落|号[内之]|宅电|家里?\)|住宅\)|同[名号]|[a-z]-\d{3}|\d-\d{2,4}/i;
const PLAIN = /^[!-~\u4e00-\u9fff]*$/;

interface ScanOptions {
  /** The text is one of the bureau's own numbers, in which a day and a sequence may look like somebody's. */
  numbering?: boolean;
  /** Names of kinds that may stand here. */
  allowed?: readonly string[];
}

/** What personal data a text holds, if any. `text` is one cell or one line. */
export function personalData(text: string, options: ScanOptions = {}): Finding | null {
  return personalIn(text, options).next().value ?? null;
}

/**
 * One after the other, what personal data a text holds. Two whose middle is hidden alike are told
 * apart, so that whoever answers for one has not answered for the other.
 */
export function* personalIn(
  text: string,
  { numbering = false, allowed = [] }: ScanOptions = {},
): Generator<Finding, undefined> {
  if (text.length < 4) return;
  let plain = normalised(text);
  if (!HINT.test(plain)) return;
  const kinds = (LATIN.test(plain) ? LATIN_KINDS : KINDS).filter(
    ({ notInNumbering, name }) => !(numbering && notInNumbering) && !allowed.includes(name),
  );
  const alike = new Map<string, number>();
  for (const kind of kinds) {
    const { pattern, needs } = kind;
    if (needs && !needs.test(plain)) continue;
    pattern.lastIndex = 0;
    for (let found = pattern.exec(plain); found; found = pattern.exec(plain)) {
      const [match] = found;
      const { index } = found;
      if (!isConfirmed(kind, match, plain, index, numbering)) continue;
      const next = pattern.lastIndex;
      const masked = mask(match);
      const nth = (alike.get(masked) ?? 0) + 1;
      alike.set(masked, nth);
      yield { kind: kind.name, masked: nth === 1 ? masked : `${masked}（第${nth}个）` };
      // Told, it is no part of anything else; and others may have looked meanwhile.
      plain = plain.slice(0, index) + "，".repeat(match.length) + plain.slice(next);
      pattern.lastIndex = next;
    }
  }
}

/** What is told of a kind that is as often an office's as a person's. */
export function mayBeAnswered(kind: string): string {
  return kind === "电话号码" ? "；是对外公布的办公电话，在 exceptions.csv 里写一行理由" : "";
}

/** Text that may be printed: whatever in it is personal has its middle hidden. */
export function withoutPersonal(text: string): string {
  let hidden = text;
  // Where one is hidden, the rest of it may be one of its own: 单元402室, of which 402室 is left.
  for (let again = 0; again < 3 && personalData(hidden); again++) {
    hidden = KINDS.reduce(withoutKind, normalised(hidden));
  }
  return hidden;
}

function withoutKind(text: string, kind: PersonalKind): string {
  return text.replace(kind.pattern, (match, ...rest) => {
    const index = rest.find((one) => typeof one === "number") as number;
    return isConfirmed(kind, match, text, index, false) ? mask(match) : match;
  });
}

function isConfirmed(
  { confirmed }: PersonalKind,
  match: string,
  text: string,
  index: number,
  numbering: boolean,
): boolean {
  if (!confirmed) return true;
  const end = index + match.length;
  const around: Around = {
    before: text.slice(Math.max(0, index - 16), index),
    after: text.slice(end, end + 16),
    numbering,
  };
  return confirmed(match, around);
}

function mask(text: string): string {
  return `${text.slice(0, 2)}****${text.slice(-1)}`;
}

/** One width, no invisible characters, and numbers in Arabic digits. */
function normalised(text: string): string {
  if (LATIN.test(text)) return withDigits(tidy(text));
  const plain = withDigits(
    PLAIN.test(text) ? text : tidy(text.normalize("NFKC").replace(DASHES, "-")),
  );
  return plain.replace(SPELT, (number) => {
    if (NAME_BEFORE.test(number)) return number;
    const spelt = [...number].map((digit) => DIGITS.get(digit) ?? digit);
    return spelt.join("");
  });
}
/**
 * Letters for digits in what is as long as a mobile or identity number: 138OO138OOO, l38 0013 8000; and a number
 * whole, of which Excel wrote only how long it is: 1.38001380E10.
 */
function withDigits(text: string): string {
  const whole = text.includes(".") ? text.replace(SCIENTIFIC, wholeNumber) : text;
  return whole.replace(LETTERED, (number) => number.replace(/o/gi, "0").replace(/[li]/gi, "1"));
}
const LETTERED = /(?<![\da-z])(?:[1li][3-9o](?:[ -]?[\dol]){9}|[1-8][\doli]{16}[\dx])(?![\da-z])/gi;
/** As many digits as are enough to know a number by. */
const SCIENTIFIC = /(?<![\w.])(\d)\.(\d{7,19})E\+?(1?\d)(?![\d.])/gi;
function wholeNumber(written: string, one: string, rest: string, power: string): string {
  return Number(power) < rest.length ? written : `${one}${rest.padEnd(Number(power), "0")}`;
}
const DASHES = /[‐‑‒–—―−]/g;
const DIGITS = new Map(
  ["零〇洞", "一壹幺", "二贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap(
    (writings, digit) => [...writings].map((writing) => [writing, String(digit)] as const),
  ),
);
const DIGIT = `[\\d${[...DIGITS.keys()].join("")}]`;
/** Seven digits or more, some of them in 汉字: no year and no article is as long. */
const SPELT = new RegExp(`${DIGIT}(?:[ .·-]?${DIGIT}){6,}`, "g");
/** 张三13800138000: the 三 is of a name, not of the number. */
const NAME_BEFORE = /^[^\d -]{1,2}(?:[ -]?\d){11,}$/;
