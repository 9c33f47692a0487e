/**
 * The words by which a row says that it is no record but tells something of other rows. No
 * vocabulary needs to forbid them: they are never a category.
 */
import { isNothing, wordKey } from "./tidy.ts";

export type Summary =
  /** The sum of other rows. */
  | "total"
  /** Of other rows, and no sum: an average, a share, the year before. */
  | "statistic"
  /** What a row above holds already: 其中：流动摊贩. */
  | "part";

const SPAN =
  "(?:19|20)\\d\\d年?度?|\\d{1,2}(?:-\\d{1,2})?月份?|第?[一二三四1-4]季度|[上下]半年|[上中下]旬|[本当]?[页月年表季期周次批日]|全[部年月市局县区镇乡街所省]|各[项类单位股室队所街道乡镇县区月]+|以上|上述|至此|截至.{1,12}";
const OVER = `(?:${SPAN})*`;
const SUM =
  "(?:合计|总计|小计|共计|累计|总[件起宗次条户]?数|总和|总合|总额|总量|汇总|合共|总共|一共|计数项)";
const OF = "(?:数量?|件数|金额|人数|人次|次数)?";
const UNIT =
  "(?:件次?|宗|起|次|条|个|场次?|期|项|户|家|人次?|名|份|行|笔|元|万元)?(?:案件|工单|记录|数据|活动|结果)?";
const NUMBER = `约?\\d[\\d,.]*[余多]?${UNIT}(?:[,、;/第].*)?`;

/** 合计, 2023年合计, 合计（件）, 总计：40件, Grand Total, 全部. */
const TOTAL = new RegExp(
  `^${OVER}(?:${SUM}${OF}|(?:全部|所有)(?:类别|类型|种类|渠道|来源|领域|诉求|案件|工单)?|不分(?:类别|类型|渠道|来源|街道|领域)|总体|[∑Σσ]|(?:grand|sub|overall)?-?totals?|sum|all)(?:\\([^)]*\\))?[:,]?(?:${NUMBER})?$`,
);
/** 共3件, 计3件, 共办理2件, 共2条记录/1页, 总记录数：2. */
const AMOUNT = new RegExp(
  `^${OVER}(?:(?:共|总共|合计|本表共)[\\u4e00-\\u9fff]{0,6}|计|合|总?(?:记录|案件|工单|数据|件|条)总?数)[:,]?${NUMBER}$`,
);
/** 市容环卫 汇总 is what Excel's subtotals write below 市容环卫; people write 市容环卫（小计）. */
const TOTAL_OF = new RegExp(
  `^.+?[[({【〔]?(?:${SUM}|(?<![a-z])(?:subtotal|total))[\\])}】〕]?(?:\\([^)]*\\))?[:,]?(?:${NUMBER})?$`,
);

/** 一季度 among months: a total where nothing else names its row. */
const SEVERAL_MONTHS =
  /^(?:(?:19|20)\d\d年)?(?:第?[一二三四1-4]季度|[上下]半年|全年|[1-4]季度|\d{1,2}-\d{1,2}月)$/;

const MEASURE =
  "总?(?:(?:[月日人户次周年季件]|每[月日人户次周年季件])?平均[数值]?|均[值数]|[月日人户周年季件]均(?:[值数]|件数)?|最[大小高低][值数]?|中位数|众数|标准偏?差|方差|计数|乘积)|averages?|avg|means?|max(?:imum)?|min(?:imum)?|medians?|count|std(?:ev|dev)?";
const COMPARED =
  "[较比与]?(?:[上去]年(?:同期)?|同期)(?:数|合计|相?比?增[减长加]?[率数]?)?|[同环]比(?:[±+-]?%)?|(?:同比|环比)?增[减长](?:率|幅|数量?)?|增幅|占比|比[例重]|百分比|构成比";
const STATISTIC = new RegExp(`^${OVER}(?:${MEASURE}|${COMPARED})(?:\\([^)]*\\))?$`);
/** 市容环卫 平均值, of the same subtotals. */
const STATISTIC_OF =
  /^.+?(?:平均值|最[大小]值|计数|(?<![a-z])(?:average|count|max|min))$|^.{1,6}率[:为]?\d[\d.]*%$/;

const PART = /^(?:其中|内含|含)[:,]|^其中/;

/** What a cell says a row to be, however it is dressed: 合 计, 【合计】, （共 3 件）, —小计—. */
export function summaryIn(cell: string): Summary | null {
  if (cell.length > LONGEST || !HINT.test(cell)) return null;
  const word = undressed(cell);
  if (TOTAL.test(word) || AMOUNT.test(word)) return "total";
  if (STATISTIC.test(word)) return "statistic";
  return PART.test(word) ? "part" : null;
}

/** Whether the first two filled cells of a row say it together: 合,计, as people spread a word. */
export function isSpreadTotal(cells: readonly string[]): boolean {
  const first = cells.findIndex((cell) => !isNothing(cell));
  if (!isSpread(cells[first] ?? "")) return false;
  return (
    cells
      .slice(first + 1)
      .find((cell) => !isNothing(cell))
      ?.trim() === "计"
  );
}

/** Whether a cell may begin such a word. */
export function isSpread(cell: string): boolean {
  return /^\s*[合总小共累]\s*$/.test(cell);
}

/** The same where another word may stand before it: 市容环卫 汇总. In prose a sentence may end so. */
export function summaryOf(cell: string): Summary | null {
  const alone = summaryIn(cell);
  if (alone || cell.length > LONGEST || !HINT.test(cell)) return alone;
  const word = undressed(cell);
  if (TOTAL_OF.test(word) || SEVERAL_MONTHS.test(word)) return "total";
  return STATISTIC_OF.test(word) ? "statistic" : null;
}

const LONGEST = 40;
/** What each of them has at least one of; most cells have none. */
const HINT =
  /[率计总共汇合均最数差积期年件条据录比增中含体全季半月所分∑Σσ]|total|sum|all|av|me|max|min|count|std|[\uff21-\uff5a]/i;

function undressed(cell: string): string {
  const word = wordKey(cell).replace(/^[-—=~*·#]+|[-—=~*·.。、:;]+$/g, "");
  return /^[[(【「〔<“"](.*)[\])】」〕>”"]$/.exec(word)?.[1] ?? word;
}
