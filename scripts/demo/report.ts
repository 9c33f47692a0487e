/** The demo's report.md, plan.csv and notes.csv: plainly invented, every number a live reference. */
import { DATES, dayOf, workdayFrom } from "./calendar.ts";
import { TICKETS } from "./complaints/sheet.ts";
import { PLANTED, type YearTotals } from "./statements.ts";

/** A sentence or two that only this year's report has. */
const OWN: Record<number, { work: string; shortcoming: string; why: string; leader: string }> = {
  2022: {
    work: "这一年改用新的文书格式，“一般程序”统一改称“普通程序”，旧案卷里两种写法都有。",
    shortcoming: "普法活动没有逐次登记",
    why: "普法活动只在报告里写了总数，没有逐次登记，因此没有活动明细可以公开。",
    leader: "主要负责人主持讨论了法制审核的退回标准。",
  },
  2023: {
    work: "这一年开始逐次登记普法活动，并把法制审核的退回原因分成六类。",
    shortcoming: "普法活动登记不够及时",
    why: "普法活动的登记刚刚开始，有的大队没有按时登记。",
    leader: "主要负责人旁听了本局案件的庭审，并召集各大队讨论败诉原因。",
  },
  2024: {
    work: "这一年停放秩序的诉求明显增多，本局调整了夜间巡查的路线。",
    shortcoming: "个别乡镇办理偏慢",
    why: "个别乡镇的工单办理偏慢，露天焚烧和违法建设的查处要依靠乡镇先行核实。",
    leader: "主要负责人逐件听取了超期工单的原因。",
  },
};
const OTHERS = {
  work: "这一年的做法与上年相同。",
  shortcoming: "部分案件办理偏慢",
  why: "人手不足，部分案件办理时间偏长。",
  leader: "主要负责人听取了法制工作汇报。",
};

export function reportText({ year, cases, complaints, publicity }: YearTotals): string {
  const own = OWN[year] ?? OTHERS;
  const fields = mostFirst(cases.byField).map((field) => `${field}{{cases-by-field/${field}}}`);
  const channels = mostFirst(complaints.byChannel)
    .filter((channel) => TICKETS.includes(channel))
    .map((channel) => `${channel}{{complaints-by-channel/${channel}}}`);
  const byForm = publicity
    ? `登记在册的活动按形式分：${mostFirst(publicity.byForm)
        .map((form) => `${form}{{publicity-by-form/${form}}}`)
        .join("、")}。`
    : "各形式各有多少，报告没有写。";
  const learning = publicity
    ? `全年${mostFirst(publicity.learning)
        .map((form) => `${form}{{staff-learning/${form}}}`)
        .join("、")}，只面向本单位人员，不计入对社会的普法。`
    : "学习和培训的次数，报告没有写。";
  return `---
标题: （演示）示例市综合行政执法局${year}年度法治政府建设报告
成文日期: ${DATES.iso(workdayFrom(dayOf(year + 1, 1, 22)))}
发布日期: ${DATES.iso(workdayFrom(dayOf(year + 1, 1, 29)))}
原文网址:
---

# 一、主要举措和成效

演示：本报告的单位、地名和数字都是虚构的，只用来说明网站的用法。

## （一）学习培训

${learning}${own.work}

## （二）执法办案

全年办理各类案件{{cases}}，其中本年新立{{cases-new}}、上年结转{{cases-carried}}。按涉嫌违反的领域分：${fields.join("、")}。

## （三）法制审核与公示

重大执法决定作出之前，由法制机构审核，全年审核{{legal-reviews}}，通过{{legal-reviews-passed}}；没有通过的退回补正，补正后再审。作出的处罚决定在公示平台公开{{penalty-disclosures}}。

## （四）应诉与法律顾问

全年办理行政诉讼{{litigation}}、行政复议{{reconsiderations@一(四)}}。一审开庭{{hearings}}，负责人出庭{{head-appearances}}，出庭率{{head-appearance-rate}}。上年没有审结、转到本年的也计算在内。

法律顾问代理行政诉讼{{counsel-cases}}，其中一审{{counsel-cases-first}}、二审{{counsel-cases-second}}；提供法律咨询{{counsel-advice}}。

## （五）普法宣传

全年开展面向社会的普法宣传{{publicity-events}}，其中按普法责任制开展的有{{duty-publicity}}。${byForm}

## （六）群众诉求

受理诉求工单{{complaints}}，退回、作废和不予受理的不在内；到年底办结{{complaints-resolved}}，办结率{{complaint-resolution-rate}}，其余在年底还在办理。按渠道分：${channels.join("、")}。公众号、小程序和信箱等收到群众反映{{messages}}。

处置网络舆情{{online-opinions}}，发布新闻稿{{news-releases}}，公布整改情况{{rectification-updates}}。

## （七）许可与抽查

办理行政许可{{licences}}，行政征收征用{{levies}}。检查对象名录{{inspection-register}}，执法人员名录{{inspectors}}；随机抽查{{inspections}}，抽取对象{{inspected}}，平均每次{{inspected-average}}，发现问题{{inspection-problems}}。

# 二、存在的不足和原因

## （一）办案力量不均

规划建设和燃气案件专业性强，懂专业的人集中在少数大队。

## （二）${own.shortcoming}

${own.why}

# 三、党政主要负责人履行第一责任人职责情况

## （一）推动法治建设

${own.leader}

## （二）支持复议和应诉

全年被申请行政复议{{reconsiderations@三(二)}}，劳动仲裁{{arbitrations}}；生效的决定和裁判都已履行。

# 四、下一年度主要安排

安排逐项列在下面，进展由本局更新。

# 五、其他需要报告的情况

无。
`;
}

function mostFirst(counts: ReadonlyMap<string, number>): string[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([word]) => word);
}

const ARRANGEMENTS: readonly [arrangement: string, item: string, due: string][] = [
  ["提高办案质量", "修订规划建设案件的裁量说明", "6月底前"],
  ["提高办案质量", "每季度抽查案卷，结果在局内通报", "每季度末"],
  ["提高办案质量", "把法制审核的退回原因编成提示单", "3月底前"],
  ["改进诉求办理", "公布超期工单的件数和原因", "每月10日前"],
  ["改进诉求办理", "夏季增加夜间巡查，重点查油烟和噪声", "5月至9月"],
  ["改进诉求办理", "对重复投诉实行大队长包案", "全年"],
  ["做好应诉", "负责人出庭的安排提前报告", "全年"],
  ["做好应诉", "败诉案件一案一评", "判决生效后30日内"],
  ["加强普法", "每次活动当天登记", "全年"],
  ["加强普法", "组织餐饮经营者旁听庭审", "9月底前"],
];

export const PLAN_HEADER = ["安排", "事项", "完成时限", "进展", "进展说明", "报告章节"];
const SECTIONS = [...new Set(ARRANGEMENTS.map(([arrangement]) => arrangement))];
const ORDINALS = ["一", "二", "三", "四"];

/** What the report of a year promises for the next one; older promises have got further. */
export function planRows(year: number): string[][] {
  return ARRANGEMENTS.map(([arrangement, item, due], index) => {
    const [progress, note] = progressOf(year, index);
    const section = `四(${ORDINALS[SECTIONS.indexOf(arrangement)]})`;
    return [
      arrangement,
      item,
      due.startsWith("判决") ? due : `${year + 1}年${due}`,
      progress,
      note,
      section,
    ];
  });
}

function progressOf(year: number, index: number): [progress: string, note: string] {
  if (year >= 2024) return index % 4 === 0 ? ["进行中", ""] : ["未开始", ""];
  if (index === 9) return ["已调整", "改为到企业讲解案例"];
  if (year === 2023 && index % 4 === 3) return ["进行中", "已做到第三季度"];
  return ["已完成", index === 0 ? "已印发" : ""];
}

export const NOTES_HEADER = [
  "核对编号",
  "说明",
  "状态",
  "日期",
  "为准的数",
  "询问日期",
  "询问对象",
];

export function noteRows(year: number): string[][] {
  const planted = PLANTED[year];
  if (!planted?.note) return [];
  const { text, state, date, holds, asked } = planted.note;
  return [[planted.finding, text, state, date, holds, ...asked]];
}
