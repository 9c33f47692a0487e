/** What people and systems write under a table, in a row of its own. */
import { tidy, wordKey } from "./tidy.ts";

/** Who made the table, and what they remark. */
const MAKERS =
  "注|备注|附注?|附件|说明|填[表报制写]\\S{0,4}|制[表单]\\S{0,4}|审[核批定]\\S{0,4}|复核\\S{0,4}|核[对准]\\S{0,2}|校[对核]\\S{0,2}|录入\\S{0,2}|[经承主]办\\S{0,3}|责任\\S{1,3}|负责\\S{0,3}|分管\\S{0,4}|主管\\S{0,4}|联系\\S{0,3}|统计\\S{0,4}|汇总\\S{1,3}|上报\\S{0,3}|[科股处]室长?";
const LABEL = `${MAKERS}|数据\\S{0,6}|资料\\S{0,4}|来源|单位\\S{0,4}|报[送出]\\S{0,4}|打印\\S{0,4}|导出\\S{0,4}|查询\\S{0,4}|日期|时间`;
/** 注：, 填表人：, ※, 1.本表由法制股填报, 第1页 共3页. */
const FOOTNOTE = new RegExp(
  `^(?:[*※★▲]+\\s?(?!\\d)|(?:${LABEL})\\s?[\\d一二三四五]?[:：]` +
    "|[(（]?(?:\\d{1,2}|[一二三四五六七八九十])[.、．)）]\\s?(?=\\D*[\\u4e00-\\u9fff]{4})" +
    "|[①-⑩]|[(（]?第\\s?\\d+\\s?页|[(（【]?(?:注|备注|附注)[)）】0-9]|\\d{1,2}/\\d{1,2}$)",
);
/** 以上数据由法规股提供: only what begins so and goes on as a sentence does. */
const SENTENCE =
  /^[-—=*·.\s]*(?:完|end|以下(?:空白|为空)|此?页?以?下?无正文)[-—=*·.\s]*$|^[(（]?(?:以上|上述|本[表页]|此表|上表|表中|下表|数据[由来截仅为以均更]|资料来源|统计[口时范周区截]|截[至止]|填报(?!不)|制表|打印|导出|查询条件|报表)[\u4e00-\u9fff\d\s:：,，.、。;；()（）年月日-]{2,}|^[\u4e00-\u9fff].{6,}[。；;]$|^(?:end of|page \d|printed|exported|generated|source)\b/i;
/** What a database's program writes under what it was asked for: (3 rows affected), 3 行受影响, Count: 3, \\. of a dump. */
const OF_DATABASE =
  /^[(（]?\d[\d,]*\s*(?:rows?|records?|行|条(?:记录)?)\s*(?:affected|selected|returned|retrieved|fetched|exported|in set|(?:已?被?|已经)(?:受影响|选择|选中|返回|导出))|^[(（]?\d[\d,]*\s*(?:rows?|records?|entries|items)[)）]?\.?$|^(?:n|(?:(?:number of|no\. of|total)\s)?(?:rows?|records?|entries|items|count)(?:\s?(?:count|number|total))?)\s?[:：=]\s?\d[\d,]*$|^(?:completion time|query ok|elapsed|time taken|execution time|total (?:count|rows|records))\b|^\\\.$/i;

/** Whether a text is a footnote by what it begins with, whatever stands beside it. */
export function isFootnote(text: string): boolean {
  const line = tidy(text);
  return FOOTNOTE.test(line.replace(/\s/g, "")) || /^(?:注|备注|附注|说明) ./.test(line);
}

/** Whether a text says who made the table, or announces a remark: never what a matter is. */
export function isOfMakers(text: string): boolean {
  return OF_MAKERS.test(wordKey(text));
}
const OF_MAKERS = new RegExp(`^(?:${MAKERS})[:：]`);

/** Whether a text only announces what stands in the next cell: 备注： or, where nothing else can, 备注. */
export function isNoteLabel(text: string, alone: boolean): boolean {
  return (alone ? LABEL_ALONE : LABEL_ONLY).test(tidy(text).replace(/\s/g, ""));
}
const LABEL_ONLY = new RegExp(`^(?:${LABEL})[:：]$`);
const LABEL_ALONE = new RegExp(
  `^(?:(?:${LABEL})[:：]|注|备注|附注|说明|[\\u4e00-\\u9fff]{0,4}人)$`,
);

/** Whether a text that stands alone in its row reads like a sentence about the table. */
export function isNoteSentence(text: string): boolean {
  const line = tidy(text);
  return SENTENCE.test(line) || OF_DATABASE.test(line);
}

/** Whether a text only leaves room for a name or a seal: 局长：, 分管领导：（签字）, 单位（盖章）：. */
export function isToSign(text: string): boolean {
  return TO_SIGN.test(tidy(text).replace(/\s/g, ""));
}
const SEAL = "[(（]?(?:签[字名章]|盖章|公章|章)[)）]?";
const TO_SIGN = new RegExp(
  `^[\\u4e00-\\u9fff]{1,8}(?:(?:${SEAL})?[:：]_*(?:${SEAL})?|[(（](?:签[字名章]|盖章|公章)[)）])_*$`,
);
