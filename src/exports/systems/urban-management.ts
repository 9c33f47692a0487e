import { isBlank } from "../../ingest/text/tidy.ts";
import { complaintsExported } from "../datasets/complaints.ts";
import type { System } from "../profile.ts";

export const urbanManagement: System = {
  id: "urban-management",
  label: "数字城管（英文列名）",
  of: complaintsExported,
  knownBy: ["REC_ID", "EVENT_SRC_NAME", "SUB_TYPE_NAME", "STREET_NAME", "CREATE_TIME"],
  otherwise: { channel: "数字城管" },
  derive(row, { cell }) {
    if (!isBlank(cell("作废时间"))) row.state = "作废";
    const isOne = (head: string) => cell(head) === "1";
    if (!row.state && (isOne("INTIME_ARCHIVE_NUM") || isOne("OVERTIME_ARCHIVE_NUM"))) {
      row.state = "已办结";
    }
  },
};
