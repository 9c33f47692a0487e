import { casesExported } from "../datasets/cases.ts";
import type { System } from "../profile.ts";

export const penalties2018: System = {
  id: "penalties-2018",
  label: "双公示行政处罚（2018年版）",
  of: casesExported,
  inEither: true,
  knownBy: ["行政处罚决定书文号", "处罚金额", "处罚类别", "处罚决定日期", "公示截止期"],
  never: ["行政相对人类别", "罚款金额"],
};
