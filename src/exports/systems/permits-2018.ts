import { licencesExported } from "../datasets/licences.ts";
import type { System } from "../profile.ts";

export const permits2018: System = {
  id: "permits-2018",
  label: "双公示行政许可（2018年版）",
  of: licencesExported,
  knownBy: ["行政许可决定文书号", "许可类别", "许可编号", "许可决定日期", "有效期自", "有效期至"],
  never: ["行政相对人类别"],
};
