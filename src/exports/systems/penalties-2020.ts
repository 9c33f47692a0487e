import { casesExported } from "../datasets/cases.ts";
import type { System } from "../profile.ts";

export const penalties2020: System = {
  id: "penalties-2020",
  label: "双公示行政处罚（2020年版）",
  of: casesExported,
  inEither: true,
  knownBy: [
    "行政处罚决定文书号",
    "行政相对人类别",
    "处罚类别",
    "罚款金额",
    "处罚决定日期",
    "公示截止期",
  ],
};
