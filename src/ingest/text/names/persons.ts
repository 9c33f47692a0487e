/**
 * Names of persons in a free text. No dictionary has them all: a surname, characters that parents
 * choose, words that part before and behind, what a segmenter makes of it, and words beside it that
 * say whose it is, are weighed together.
 */
import { tidy } from "../tidy.ts";
import {
  ACTED_ON,
  ACTS,
  AFTER_SINGLE,
  ENDS_BEHIND,
  HONORIFIC,
  LABEL_BEFORE,
  MET_BEFORE,
  MET_BEHIND,
  MET_EARLIER,
  OFFICE_BEFORE,
  OFFICE_BEHIND,
  PLACE_BEHIND,
  PREPOSITION,
  SINGLE_BEFORE,
  UNIT_BEFORE,
} from "./cues.ts";
import { Everyday, isEveryday } from "./everyday.ts";
import { type Fit, Segmented, TILED } from "./fit.ts";
import { otherNamesIn } from "./other-peoples.ts";
import { isPlace } from "./places.ts";
import { givenness, isCommonWord, isSurname, isTitle, isWord } from "./surnames.ts";
import type { Tagger } from "./tagger.ts";

export interface Person {
  name: string;
  surname: string;
  /** A citizen's for certain; otherwise it may be a word, or somebody in office. */
  certain: boolean;
}

/** 老三, as third children are called. */
const FOLK = /^[老阿小][大二三四五六七八九幺满]$/;
/** Of places, days and things. */
const ENDS_OTHERWISE =
  /[寺庙庵县镇乡村寨区市省州路街巷桥日节展亭店馆站厂园楼坝坳车鸡鸭鱼权品责学系局税感史纪量河汤面粉费款证票表单牌板机器具式型性度率化人员会团队组所校班课赛案件类族语股]$/;

/** Villages are called for the family that lived there first; halls are for learning and food. */
const PLACE_OR_HALL =
  /^.家[庄屯疃窑洼圈湾坪坝沟坡岭岩冲塘坳河垭井田山溪洞槽箐嘴梁院屋巷墩圩埠浜港洲滩堡营铺集渡口]$|[学讲课礼食祠教]堂$/;
const TREE = /^.树$/;
/** A mountain more often than somebody, where it stands alone. */
const LAND = /..[山江河湖岭沟坡洞井湾溪]$/;

/** Known to everybody, and part of the names of doctrines, campaigns and prizes. */
const PUBLIC_FIGURES = ["习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "雷锋", "焦裕禄", "孔子"];
/** 这段时间, 一项任务: what is counted, in words that are surnames as well. */
const MEASURES = new Set("段班项季章路盘席车包单双祖党程成");
const COUNTED = /[一二两三四五六七八九十几这那某每各\d]$/;
/** On the signs of shops all over the country. */
const BRANDS =
  "李宁 王老吉 周大福 周大生 周生生 周六福 谢瑞麟 李锦记 王守义 陈克明 张小泉 王致和 杨国福 张亮 杨铭宇 马应龙 吴裕泰 张一元 毛戈平 郑明明 林清轩".split(
    " ",
  );
/** A shop or its goods, not somebody who does something. */
const OF_BRAND =
  /^(?:专[卖营]|旗舰|直营|加盟|连锁|体验|品牌|牌(?!照|子)|集团|运动|服[装饰]|珠宝|黄金|首饰|凉茶|蚝油|剪刀|麻辣烫|黄焖鸡|膏药|药业|药房|食品|餐饮|酒业|出行|[\u4e00-\u9fff]{0,6}公司|茶[叶庄]|化妆|彩妆|门?店|广告|招牌|店招)/;

/** Names that may stand in the text. */
export function personsIn(text: string, tagger: Tagger): Person[] {
  const [plain, ...others] = readings(text);
  const persons = personsOf(plain!, tagger);
  for (const one of others) {
    const known = new Set(persons.map(({ name }) => name));
    persons.push(...personsOf(one, tagger).filter(({ name }) => !known.has(name)));
  }
  return [
    ...persons,
    ...spelledOut(plain!),
    ...otherNamesIn(plain!).map((one) => otherPerson(plain!, one)),
  ];
}

/** 姓罗名开富: surname and given name, each called what it is. */
function spelledOut(text: string): Person[] {
  return [...text.matchAll(SPELLED_OUT)].flatMap(({ groups }) => {
    const { surname = "", given = "" } = groups!;
    return isSurname(surname) ? [{ name: surname + given, surname, certain: true }] : [];
  });
}
const SPELLED_OUT =
  /姓(?<surname>[\u4e00-\u9fff]{1,2})[,，、 ]?(?:单?名|名字)[叫为是]?(?<given>[\u4e00-\u9fff]{1,2})/g;

function personsOf(plain: string, tagger: Tagger): Person[] {
  const words = new Segmented(plain, tagger);
  const persons: Person[] = [];
  for (let at = 0; at < plain.length; ) {
    const best = bestAt(plain, at, words);
    if (best) persons.push(best);
    at += best ? best.name.length : 1;
  }
  return persons;
}

/** A space stands within a name (王 小明), or between two (吴通海 龙丽萍): both are looked at. */
function readings(text: string): string[] {
  const plain = normalised(text);
  const apart = tidy(text.normalize("NFKC")).replace(SPACED, "、");
  return apart.length > plain.length ? [plain, apart] : [plain];
}

/** Without a surname it is the words beside it that tell whose it is. */
function otherPerson(text: string, { name, at }: { name: string; at: number }): Person {
  const [before, behind] = [text.slice(Math.max(0, at - 14), at), text.slice(at + name.length)];
  return { name, surname: name[0]!, certain: MET_BEFORE.test(before) || MET_BEHIND.test(behind) };
}
/** 王 小明, 张　伟. */
const SPACED = /(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])/g;

/**
 * Whether there is anything to ask a segmenter: a name that would be one if it fitted between the
 * words as well as can be. Most texts have none, and the dictionary takes 70 MB.
 */
export function mayHoldName(text: string): boolean {
  return readings(text).some((plain) => {
    const words = new Everyday(plain);
    for (let at = 0; at + 1 < plain.length; at++) if (bestAt(plain, at, words)) return true;
    return otherNamesIn(plain).length > 0 || spelledOut(plain).length > 0;
  });
}

/** A text that is nothing but a name, if it is one: a surname and one or two signs more. */
export function isNameShaped(text: string): boolean {
  const plain = normalised(text);
  const surname = [plain.slice(0, 2), plain.slice(0, 1)].find(isSurname);
  if (!surname || !/^[\u4e00-\u9fff]{2,4}$/.test(plain)) return false;
  const given = plain.slice(surname.length);
  if (given.length < 1 || given.length > 2 || isTitle(given) || given.includes("某")) return false;
  return (
    !isCommonWord(plain) && !isEveryday(plain) && !ENDS_OTHERWISE.test(plain) && !LAND.test(plain)
  );
}

function normalised(text: string): string {
  return tidy(text.normalize("NFKC")).replace(SPACED, "");
}

/** Between words that part it from the sentence on both sides, as who does or meets something. */
const FREE = 1.5;

interface Candidate extends Person {
  score: number;
}

function bestAt(text: string, at: number, words: Fit): Candidate | null {
  const candidates: Candidate[] = [];
  for (const surname of [text.slice(at, at + 2), text.slice(at, at + 1)]) {
    if (!isSurname(surname)) continue;
    for (const given of [2, 1]) {
      const name = text.slice(at, at + surname.length + given);
      if (name.length < surname.length + given || !/^[\u4e00-\u9fff]+$/.test(name)) continue;
      const candidate = weighed(text, at, name, surname, words);
      if (candidate) candidates.push(candidate);
    }
    if (candidates.length > 0 && surname.length === 2) break;
  }
  return candidates.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** What speaks for a name and against it. */
function weighed(
  text: string,
  at: number,
  name: string,
  surname: string,
  words: Fit,
): Candidate | null {
  const end = at + name.length;
  const before = text.slice(Math.max(0, at - 14), at);
  const behind = text.slice(end, end + 24);
  if (PUBLIC_FIGURES.some((figure) => figure.startsWith(name) && text.startsWith(figure, at))) {
    return null;
  }
  // 鄂建文[2022]18号: a document's number.
  if (/^ ?[[(〔【]?(?:19|20)\d\d[\])〕】]/.test(behind)) return null;
  const given = name.slice(surname.length);
  const isHonoured = HONORIFIC.test(behind);
  if (MEASURES.has(surname) && COUNTED.test(before) && !isHonoured) return null;
  if (BRANDS.includes(name) && OF_BRAND.test(behind)) return null;
  const isSpokenOf =
    isHonoured || MET_BEFORE.test(before) || OFFICE_BEFORE.test(before) || MET_BEHIND.test(behind);
  if (isPlace(name) && !isSpokenOf) return null;
  const likely =
    FOLK.test(given) || given[0] === given[1]
      ? given.length
      : [...given].reduce((sum, one) => sum + givenness(one), 0);
  if (isTitle(given) || given.includes("某")) return null;
  if (isCommonWord(name)) {
    // A word and a name alike: of somebody only where that is what the form asks, or 女士 follows.
    const isMeant = isHonoured || (SINGLE_BEFORE.test(before) && AFTER_SINGLE.test(behind));
    return isMeant ? { name, surname, certain: false, score: ENOUGH } : null;
  }
  const labelled = LABEL_BEFORE.test(before) && !/^[\u4e00-\u9fff]/.test(behind);
  if (labelled && !isWord(surname) && name.length > 2) {
    return { name, surname, certain: true, score: CERTAIN };
  }
  if (likely < given.length && isCommonWord(name.slice(0, 2))) return null;
  if (isWord(surname) && isCommonWord(given)) return null;
  if (TREE.test(name) || PLACE_OR_HALL.test(name)) return null;
  if (ENDS_OTHERWISE.test(name) && (givenness(name.at(-1)!) < 1 || isWord(surname))) return null;

  const cued = { before: MET_BEFORE.test(before), behind: MET_BEHIND.test(behind) };
  const inOffice = { before: OFFICE_BEFORE.test(before), behind: OFFICE_BEHIND.test(behind) };
  const met = cued.before || cued.behind || MET_EARLIER.test(before);
  const isOfUnit = !isWord(surname) && UNIT_BEFORE.test(before) && ENDS_BEHIND.test(behind);
  const office = inOffice.before || inOffice.behind || isOfUnit;
  const parted = words.parted(at, end);
  const isOpen = {
    before: parted.before || cued.before || inOffice.before || ACTED_ON.test(before),
    behind: parted.behind || cued.behind || inOffice.behind || ACTS.test(behind),
  };
  const fit = words.fit(at, end, surname.length, {
    before: isOpen.before || PREPOSITION.test(before),
    behind: isOpen.behind,
    told: met || office,
  });
  // Parents choose any character: then the words beside it must leave hardly another reading.
  const isTold = cued.before && (cued.behind || (name.length > 2 && fit >= TILED));
  const free = (FREE * (Number(isOpen.before) + Number(isOpen.behind))) / 2;
  if (likely === 0 && !isTold && !isHonoured) return null;
  let score = likeliness(likely / given.length);
  if (surname.length === 2) score += 2;
  if (given.length === 1) score -= 0.5;
  if (isWord(surname)) score -= words.isName(at, surname.length) ? 0.75 : 1.5;
  if (name.endsWith("家")) score -= 1;
  if (name === text && LAND.test(name)) score -= 3;
  if (name.length > 2 && isCommonWord(name.slice(0, 2))) score -= 2;
  score += fit;
  if (PLACE_BEHIND.test(behind) && !inOffice.behind) score -= 4;
  if (met) score += 3;
  if (isHonoured || (cued.before && cued.behind && fit >= TILED)) score += 1;
  if (office) score += 2;
  const enough = name.length > 2 ? ENOUGH : ENOUGH_OF_TWO;
  const certain = met && score >= CERTAIN;
  return score + free >= enough ? { name, surname, certain, score: score + free } : null;
}

/** What the given name's characters say, by the share of them that parents choose. */
function likeliness(share: number): number {
  return share > 0.5 ? 4 * share - 2 : share - 0.25;
}
const ENOUGH = 2.5;
const ENOUGH_OF_TWO = 3.5;
const CERTAIN = 4.5;
