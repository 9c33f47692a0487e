/** 报告所列指标: what the demo's report states, taken from the rows except where a difference is planted. */
import type { ReviewTotals } from "./cases/review-sheet.ts";
import type { CaseTotals } from "./cases/sheet.ts";
import type { ComplaintTotals } from "./complaints/sheet.ts";
import type { LitigationTotals } from "./litigation/sheet.ts";
import type { PublicityTotals } from "./publicity.ts";
import { between, seeded } from "./random.ts";

/** What the rows of a year add up to. */
export interface YearTotals {
  year: number;
  cases: CaseTotals;
  reviews: ReviewTotals;
  litigation: LitigationTotals;
  licences: number;
  /** Null in the year whose file is missing. */
  publicity: PublicityTotals | null;
  complaints: ComplaintTotals;
}

/** What the report says differently from the rows, or in two ways, and what the bureau says of it. */
export interface Planted {
  /** 核对编号. */
  finding: string;
  figure: string;
  /** The report's number minus the rows'. */
  off: number;
  note?: {
    text: string;
    state: "已说明" | "已更正";
    date: string;
    holds: string;
    asked: readonly [on: string, of: string];
  };
}

export const PLANTED: Readonly<Record<number, Planted>> = {
  2022: {
    finding: "legal-reviews-rows",
    figure: "legal-reviews",
    off: 3,
    note: {
      text: "报告统计时把三件撤回后重新报送的审核各算了两次，审核台账只记一次，以台账为准。",
      state: "已说明",
      date: "2023-02-10",
      holds: "",
      asked: ["2023-02-06", "法制科"],
    },
  },
  2023: { finding: "publicity-events-rows", figure: "publicity-events", off: 4 },
  2024: {
    finding: "reconsiderations-passages",
    figure: "reconsiderations",
    off: -2,
    note: {
      text: "第三部分漏计年末受理的两件行政复议，应以第一部分的数字为准，原文已更正。",
      state: "已更正",
      date: "2025-02-18",
      holds: "20",
      asked: ["2025-02-12", "法制科"],
    },
  },
};

interface Indicator {
  指标编号: string;
  指标名称: string;
  数值: string;
  单位: string;
  栏目: string;
  报告章节: string;
  上级指标?: string;
  关系?: "合计" | "其中";
  分子?: string;
  分母?: string;
}
const HEADER = [
  "指标编号",
  "指标名称",
  "数值",
  "单位",
  "栏目",
  "上级指标",
  "关系",
  "分子",
  "分母",
  "报告章节",
] as const satisfies readonly (keyof Indicator)[];

/** The rows of indicators.csv, header first. */
export function indicatorRows(totals: YearTotals): string[][] {
  return [
    [...HEADER],
    ...indicatorsOf(totals).map((one) => HEADER.map((column) => one[column] ?? "")),
  ];
}

function indicatorsOf(totals: YearTotals): Indicator[] {
  const { year, cases, reviews, litigation, licences, publicity, complaints } = totals;
  const random = seeded(`${year} indicators`);
  const planted = PLANTED[year];
  const off = (figure: string) => (planted?.figure === figure ? planted.off : 0);
  const percent = (part: number, whole: number) => Math.round((part / whole) * 1000) / 10;
  const orMore = (low: number, high: number) => `${between(random, low, high) * 10}余`;
  const counselled = Math.max(0, litigation.first - 1);
  const events = publicity?.events ?? between(random, 50, 60);
  const inspections = between(random, 12, 18);
  const inspected = inspections * 6 + between(random, -3, 3);
  const register = inspected + between(random, 40, 160);

  const list: Indicator[] = [];
  const inTopic =
    (topic: string) =>
    (
      section: string,
      id: string,
      label: string,
      value: string | number,
      unit: string,
      more: Pick<Indicator, "上级指标" | "关系" | "分子" | "分母"> = {},
    ) =>
      list.push({
        指标编号: id,
        指标名称: label,
        数值: String(value),
        单位: unit,
        栏目: topic,
        报告章节: section,
        ...more,
      });
  const part = (parent: string) => ({ 上级指标: parent, 关系: "合计" }) as const;
  const within = (parent: string) => ({ 上级指标: parent, 关系: "其中" }) as const;

  const ofCases = inTopic("案件");
  ofCases("一(二)", "cases", "办理各类案件", cases.cases + off("cases"), "件");
  ofCases("一(二)", "cases-new", "本年新立案件", cases.cases - cases.carried, "件", part("cases"));
  ofCases("一(二)", "cases-carried", "上年结转案件", cases.carried, "件", part("cases"));
  const reviewed = reviews.reviews + off("legal-reviews");
  ofCases("一(三)", "legal-reviews", "法制审核行政处罚案件", reviewed, "件次");
  ofCases("一(三)", "legal-reviews-passed", "法制审核通过", reviews.passed, "件");
  ofCases("一(三)", "penalty-disclosures", "公示处罚信息", cases.disclosed, "条");

  const ofDisputes = inTopic("诉讼复议");
  const { hearings, appearances, reconsiderations } = litigation;
  ofDisputes("一(四)", "litigation", "行政诉讼案件", litigation.litigation, "件");
  ofDisputes("一(四)", "hearings", "一审开庭", hearings, "起");
  ofDisputes("一(四)", "head-appearances", "行政机关负责人出庭", appearances, "起");
  const appeared = percent(appearances, hearings);
  ofDisputes("一(四)", "head-appearance-rate", "负责人出庭率", appeared, "%", {
    分子: "head-appearances",
    分母: "hearings",
  });
  ofDisputes("一(四)", "reconsiderations", "行政复议案件", reconsiderations, "件");
  const again = reconsiderations + off("reconsiderations");
  ofDisputes("三(二)", "reconsiderations", "被申请行政复议", again, "件");
  ofDisputes("三(二)", "arbitrations", "劳动仲裁", litigation.arbitrations, "件");
  const counsel = part("counsel-cases");
  const all = counselled + litigation.second;
  ofDisputes("一(四)", "counsel-cases", "法律顾问代理行政诉讼", all, "件");
  ofDisputes("一(四)", "counsel-cases-first", "法律顾问代理一审", counselled, "件", counsel);
  const second = litigation.second;
  ofDisputes("一(四)", "counsel-cases-second", "法律顾问代理二审", second, "件", counsel);
  ofDisputes("一(四)", "counsel-advice", "法律顾问提供咨询", orMore(15, 26), "次");

  const ofPublicity = inTopic("普法");
  const held = events + off("publicity-events");
  ofPublicity("一(五)", "publicity-events", "普法宣传活动", held, "次");
  const duty = between(random, 10, 16);
  ofPublicity("一(五)", "duty-publicity", "按普法责任制开展宣传", duty, "次", {
    上级指标: "publicity-events",
    关系: "其中",
  });

  const ofComplaints = inTopic("投诉");
  const { tickets, resolved } = complaints;
  ofComplaints("一(六)", "complaints", "受理诉求工单", tickets, "件");
  ofComplaints("一(六)", "complaints-resolved", "年内办结的诉求工单", resolved, "件");
  if (tickets >= 10) {
    const share = percent(resolved, tickets);
    ofComplaints("一(六)", "complaint-resolution-rate", "诉求工单办结率", share, "%");
  }
  ofComplaints("一(六)", "messages", "公众号等渠道的群众反映", complaints.messages, "次");
  ofComplaints("一(六)", "online-opinions", "处置网络舆情", orMore(8, 15), "条");
  ofComplaints("一(六)", "news-releases", "发布正面宣传新闻稿", orMore(16, 30), "条");
  const updates = between(random, 60, 120);
  ofComplaints("一(六)", "rectification-updates", "公布整改情况", updates, "条");

  const ofSupervision = inTopic("监督");
  ofSupervision("一(七)", "licences", "办理行政许可", licences, "件");
  ofSupervision("一(七)", "levies", "行政征收征用", 0, "件");
  ofSupervision("一(七)", "inspection-register", "检查对象名录", register, "个");
  ofSupervision("一(七)", "inspectors", "执法人员名录", between(random, 140, 170), "名");
  ofSupervision("一(七)", "inspections", "随机抽查", inspections, "次");
  const registered = within("inspection-register");
  ofSupervision("一(七)", "inspected", "抽取检查对象", inspected, "个", registered);
  const average = `约${Math.round(inspected / inspections)}`;
  ofSupervision("一(七)", "inspected-average", "平均每次检查", average, "家", {
    分子: "inspected",
    分母: "inspections",
  });
  const problems = between(random, 8, 30);
  ofSupervision(
    "一(七)",
    "inspection-problems",
    "抽查发现问题",
    problems,
    "个",
    within("inspected"),
  );
  return list;
}
