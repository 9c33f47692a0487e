/**
 * Names of peoples without a surname of one character, as Chinese writes them: 阿依古丽·买买提, 扎西卓玛.
 * Few characters write their sounds, and Tibetan names are made of few words.
 */

import { MET_BEFORE } from "./cues.ts";

/** Characters that write the sounds of another language. */
const SOUNDS = new Set(
  "阿艾爱买迈麦提古丽热孜则木江尔拉依伊吐图努玛马库克萨沙斯苏乌吾亚牙娅巴百拜比布卜达代德迪地迭多都厄恩尼法菲弗夫甫福戈格给哈海汗罕赫亨胡霍卡凯柯科肯坎可莱兰朗勒雷莉里力利列琳卢鲁路露伦罗洛吕曼蔓芒梅美蒙米密敏莫穆姆娜纳奈南内妮涅宁诺帕派潘佩皮普齐奇契恰钦琼日荣瑞若塞赛桑色什舍史士司丝塔泰坦唐特廷托瓦娃万旺威韦维温沃西希夏谢辛欣逊雅延耶叶英尤约扎詹珍州朱祖佐佳嘎噶丹旦登丁东顿朵额鄂尕贡衮吉坚金久让仁次才措央乃平其且曲群索土铁永云泽卓孜合玉素肉来再如仙汉孙开杜都不喀茹居排加普义农守荪森明帕如吾昆彦朝山贾曲洪阔图嘉迦",
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
  "卓玛|央金|扎西|次仁|多吉|旺堆|达瓦|尼玛|白玛|格桑|洛桑|巴桑|拉姆|曲珍|仁青|仁增|顿珠|丹增|旦增|索朗|德吉|才让|平措|边巴|普布|米玛|拉巴|益西|江措|加措|罗布|旺姆|旺杰|旺久|次旦|次旺|群培|桑珠|桑杰|央宗|玉珍|德庆|强巴|坚赞|班觉|嘉措|卓嘎|琼达|巴珠|土登|贡布|措姆";
const MONGOLIAN =
  "乌云|其其格|其木格|格日勒|娜仁|那仁|托娅|图雅|巴特尔|苏日娜|乌日娜|斯琴|高娃|萨仁|呼和|宝音|额尔敦|孟和|朝鲁|布和|敖登|阿拉坦|巴图|毕力格|苏都|娜布其|花尔|阿古拉|特木尔|青格勒";
const OF_TWO_WORDS = new RegExp(`(?:${TIBETAN}){2}|(?:${MONGOLIAN}){2}`, "g");

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
  return [...dotted, ...plain.filter(({ at }) => !dotted.some((one) => covers(one, at)))];
}

/** Runs of signs that write sounds, with such a name among them. */
function undottedIn(text: string): { name: string; at: number }[] {
  if (!OF_ISLAM.test(text)) return [];
  return [...text.matchAll(RUNS)]
    .filter(({ 0: run }) => run.length >= FEWEST_UNDOTTED && OF_ISLAM.test(run))
    .map(({ 0: name, index }) => ({ name, at: index }));
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
  const end = last.findIndex((one) => !SOUNDS.has(one));
  const kept = [first.length - from, end < 0 ? last.length : end];
  const middle = parts.slice(1, -1).flat();
  const signs = kept[0]! + kept[1]! + middle.length;
  if (kept.some((count) => count < 2) || signs < FEWEST_SIGNS) return null;
  if (!middle.every((one) => SOUNDS.has(one))) return null;
  return text.slice(from, text.length - last.length + kept[1]!);
}

/** The whole first part behind a word for whoever is met, and of the last what writes sounds. */
function toldIn(all: string, before: string): string | null {
  const dot = all.search(DOT);
  const from = [...Array(dot).keys()].find((at) => MET_BEFORE.test(before + all.slice(0, at)));
  if (from === undefined || dot - from < 2) return null;
  const last = all.split(DOT).at(-1)!;
  const end = [...last].findIndex((one) => !SOUNDS.has(one));
  const name =
    end < 0 ? all.slice(from) : all.slice(from, all.length - last.length + Math.max(end, 2));
  const signs = [...name.replace(/[·•・‧∙⋅]/g, "")];
  return signs.filter((one) => SOUNDS.has(one)).length >= signs.length * TOLD_SHARE ? name : null;
}
