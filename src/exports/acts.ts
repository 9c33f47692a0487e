/** Platforms that keep all kinds of administrative act in one list: which rows are of the kind that is asked for. */
import type { RowSays } from "./profile.ts";

/** Heads (headKey) that say which kind of act a row is. */
export const KIND_OF_ACT =
  /^(?:行政)?(?:执法|执法行为|行为|权力|职权|事项|业务|案件|决定|公示)(?:事项|信息)?(?:类别|种类|类型|性质)$/;
const ACTS = [
  ..."处罚 许可 检查 确认 征收 征用 给付 裁决 奖励 指导 备案 合同 协议".split(" "),
  "强制(?:措施|执行)?",
];
const NO_ACT = "其[他它](?:行政)?(?:权力|职权|行政行为|执法行为)|(?:政务|公共)服务(?:事项)?";

/** Whether a row says that it is another act; what it says otherwise of its kind (规划, 依申请) is none. */
export function isOtherThan(own: "处罚" | "许可"): (said: RowSays) => boolean {
  const others = ACTS.filter((act) => act !== own).join("|");
  const other = new RegExp(`^(?:(?:行政)?(?:${others})(?:类|信息|事项|行为)?|${NO_ACT})$`);
  return ({ under }) => under(KIND_OF_ACT).some((text) => other.test(text));
}
