/**
 * Names of peoples without a surname of one character, as Chinese writes them: 阿依古丽·买买提, 扎西卓玛.
 * Few characters write their sounds, and Tibetan names are made of few words.
 */

import { ACTS, MET_BEFORE, MET_BEHIND, OFFICE_BEFORE } from "./cues.ts";

/** Characters that write the sounds of another language. */
const SOUNDS = new Set(
  "阿艾爱别宝宗买迈麦提古丽热孜则木江尔拉依伊吐图努玛马库克萨沙斯苏乌吾亚牙娅巴百拜比布卜达代德迪地迭多都厄恩尼法菲弗夫甫福戈格给哈海汗罕赫亨胡霍卡凯柯科肯坎可莱兰朗勒雷莉里力利列琳卢鲁路露伦罗洛吕曼蔓芒梅美蒙米密敏莫穆姆娜纳奈南内妮涅宁诺帕派潘佩皮普齐奇契恰钦琼日荣瑞若塞赛桑色什舍史士司丝塔泰坦唐特廷托瓦娃万旺威韦维温沃西希夏谢辛欣逊雅延耶叶英尤约扎詹珍州朱祖佐佳嘎噶丹旦登丁东顿朵额鄂尕贡衮吉坚金久让仁次才措央乃平其且曲群索土铁永云泽卓孜合玉素肉来再如仙汉孙开杜都不喀茹居排加普义农守荪森明帕如吾昆彦朝山贾曲洪阔图嘉迦",
);
/** Told whose name it is, at least so many of its signs write sounds: parents choose others too. */
const TOLD_SHARE = 0.5;
/** Parts of a name with a dot between them. */
const DOTTED = /[\u4e00-\u9fff]{2,7}(?:[·•・‧∙⋅][\u4e00-\u9fff]{2,7}){1,2}/g;
const DOT = /[·•・‧∙⋅]/;
/** Two parts of two signs are more often two places. */
const FEWEST_SIGNS = 5;

/** Of two of these Tibetan names are made, and of two of the others Mongolian ones. */
const TIBETAN =
  "卓玛|央金|扎西|次仁|多吉|旺堆|达瓦|尼玛|白玛|格桑|洛桑|巴桑|拉姆|曲珍|仁青|仁增|顿珠|丹增|旦增|索朗|德吉|才让|平措|边巴|普布|米玛|拉巴|益西|江措|加措|罗布|旺姆|旺杰|旺久|次旦|次旺|群培|桑珠|桑杰|央宗|玉珍|德庆|强巴|坚赞|班觉|嘉措|卓嘎|琼达|巴珠|土登|贡布|措姆|才旦|才仁|才郎|阿旺|昂旺|巴登|尕藏|万玛|拉毛|南杰|南卡|多杰|彭措|久美|晋美|丹巴|丹珠|措毛|更登|贡嘎|旺青|次央|卓尕";
const MONGOLIAN =
  "乌云|其其格|其木格|格日勒|娜仁|那仁|托娅|图雅|巴特尔|苏日娜|乌日娜|斯琴|高娃|萨仁|呼和|宝音|额尔敦|孟和|朝鲁|布和|敖登|阿拉坦|巴图|毕力格|苏都|娜布其|花尔|阿古拉|特木尔|青格勒";
const TWO_WORDS = `(?:${TIBETAN}){2}|(?:${MONGOLIAN}){2}`;
const OF_TWO_WORDS = new RegExp(TWO_WORDS, "g");
const IS_TWO_WORDS = new RegExp(`^(?:${TWO_WORDS})$`);

/** 彝 say the clan first, with one to three signs of a given name behind it: 沙马拉坡. */
const YI =
  "吉克|沙马|曲木|曲比|阿苦|阿牛|阿库|马海|马黑|勒伍|吉木|吉伍|吉狄|罗洪|苏呷|尔古|海来|莫色|俄木|金古|瓦扎|依火|阿尔|阿力|阿说|额其|勒格|麦吉|什扎|布约|贾巴";
const YI_GIVEN = "[\\u4e00-\\u9fff]{1,3}?";
/** One such word alone is a name only where somebody is spoken of: 巴特尔, 卓玛, 巴图 are of places, too. */
const OF_ONE_WORD = new RegExp(`(?:${TIBETAN}|${MONGOLIAN}|(?:${YI})${YI_GIVEN})`, "g");
/** What somebody has: 巴特尔的烧烤摊. */
const OWNS = /^的[\u4e00-\u9fff]{0,5}?(?:摊|店|车|铺|家|房|棚|院)(?!位?费)/;

/** And in one of these the peoples of 新疆 know a name, with or without a dot. */
const OF_ISLAM =
  /阿布都|阿卜杜|阿不都|买买提|麦麦提|穆罕默德|热合曼|古丽|吐尔[逊洪]|图尔荪|托合提|艾合买|玉素甫|[依伊]布拉|木合塔|[斯萨]迪克|肉孜|如孜|司马义|克[里力]木|热西提|尼亚孜|艾尔肯|阿里木|迪力|努尔|再努|阿依/;
const FEWEST_UNDOTTED = 4;

/** Such names in a text, and where they begin. */
export function otherNamesIn(text: string): { name: string; at: number }[] {
  const dotted = [...text.matchAll(DOTTED)].flatMap(({ 0: all, index }) => {
    const name = soundsIn(all) ?? toldIn(all, text.slice(Math.max(0, index - 14), index));
    return name === null ? [] : [{ name, at: index + all.indexOf(name) }];
  });
  const plain = [
    ...[...text.matchAll(OF_TWO_WORDS)].map(({ 0: name, index }) => ({ name, at: index })),
    ...undottedIn(text),
  ];
  if (dotted.length + plain.length === 0) return aloneIn(text);
  return [...dotted, ...plain.filter(({ at }) => !dotted.some((one) => covers(one, at)))];
}

/** One word alone, which something parts from the words before, with what somebody does or has behind it. */
function aloneIn(text: string): { name: string; at: number }[] {
  return [...text.matchAll(OF_ONE_WORD)].flatMap(({ 0: word, index: at }) => {
    const before = text.slice(Math.max(0, at - 14), at);
    const told = MET_BEFORE.test(before);
    if (!told && !OFFICE_BEFORE.test(before) && /[\u4e00-\u9fff]$/.test(before)) return [];
    const name = longerName(word, text.slice(at + word.length), told);
    return name === null ? [] : [{ name, at }];
  });
}

/** With as many signs more as it takes until something parts it from the words behind, if anything does. */
function longerName(word: string, rest: string, told: boolean): string | null {
  const most = new RegExp(`^(?:${YI})`).test(word) ? 2 : 0;
  for (let more = 0; more <= most; more++) {
    const behind = rest.slice(more);
    const ends = told && (!/^[\u4e00-\u9fff]/.test(behind) || ACTS.test(behind));
    if (ends || MET_BEHIND.test(behind) || OWNS.test(behind)) return word + rest.slice(0, more);
  }
  return null;
}

/** Runs of signs that write sounds, with such a name among them. */
function undottedIn(text: string): { name: string; at: number }[] {
  if (!OF_ISLAM.test(text)) return [];
  return [...text.matchAll(RUNS)]
    .filter(({ 0: run }) => run.length >= FEWEST_UNDOTTED && OF_ISLAM.test(run))
    .map(({ 0: run, index }) => {
      const end = endOf([...text.slice(index)]);
      return { name: end < 0 ? run : run.slice(0, end), at: index };
    })
    .filter(({ name }) => name.length >= FEWEST_UNDOTTED);
}
const RUNS = new RegExp(`[${[...SOUNDS].join("")}]+`, "g");

const covers = ({ name, at }: { name: string; at: number }, place: number) =>
  at <= place && place < at + name.length;

/** The signs beside the dots that write sounds, up to the first that does not on either side. */
function soundsIn(text: string): string | null {
  const parts = text.split(DOT).map((part) => [...part]);
  const first = parts[0]!;
  const last = parts.at(-1)!;
  const from = first.findLastIndex((one) => !SOUNDS.has(one)) + 1;
  const end = endOf(last);
  const kept = [first.length - from, end < 0 ? last.length : end];
  const middle = parts.slice(1, -1).flat();
  const signs = kept[0]! + kept[1]! + middle.length;
  if (kept.some((count) => count < 2) || !middle.every((one) => SOUNDS.has(one))) return null;
  const name = text.slice(from, text.length - last.length + kept[1]!);
  return signs >= FEWEST_SIGNS || IS_TWO_WORDS.test(name.replace(DOT, "")) ? name : null;
}

/** Where the sounds end: 不 and 来 are some, and the beginning of 不服 and 来电. */
function endOf(signs: readonly string[]): number {
  return signs.findIndex((one, at) => !SOUNDS.has(one) || SAYS.test(one + (signs[at + 1] ?? "")));
}
const SAYS = /^(?:不[服满愿予接认同配听在]|来[电访信])/;

/** The whole first part behind a word for whoever is met, and of the last what writes sounds. */
function toldIn(all: string, before: string): string | null {
  const dot = all.search(DOT);
  const from = [...Array(dot).keys()].find((at) => MET_BEFORE.test(before + all.slice(0, at)));
  if (from === undefined || dot - from < 2) return null;
  const last = all.split(DOT).at(-1)!;
  const end = endOf([...last]);
  const name =
    end < 0 ? all.slice(from) : all.slice(from, all.length - last.length + Math.max(end, 2));
  const signs = [...name.replace(/[·•・‧∙⋅]/g, "")];
  return signs.filter((one) => SOUNDS.has(one)).length >= signs.length * TOLD_SHARE ? name : null;
}
