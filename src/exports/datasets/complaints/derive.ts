/** What a ticket's row tells of its state and its deadline beside the columns that say it. */
import type { CleanRow, RowSays } from "../../profile.ts";

const YES = /^(?:是|y)$/i;
const GRANTED = /^(?:同意|通过|审[核批]通过|已同意)/;
const TAKEN_UP = ["受理状态", "受理情况", "受理结果"];
/** Heads (headKey): whether its time stands still; where it is; what was said when it was to be sent back. */
const PUT_OFF = /^挂[账起](?:标[志识]|状态)?$/;
const STAGE = /(?:状态|阶段|环节|节点)$/;
const SENT_BACK = /^(?:申请)?(?:退回|退单|退件)(?:申请)?(?:审[核批])?(?:结果|意见|结论|状态)$/;
const LETTER = /^(?:答复|处理)意见\S*日期$/;
const ENDED = /^(?:实际)?(?:办结|结案|完结)日期$/;

export function deriveComplaint(row: CleanRow, says: RowSays): void {
  if (row.due_on && !row.closed_on && nobodyKnowsUntil(row, says)) delete row.due_on;
  // Most exports have none of these heads.
  const isSaid = (head: string, form: RegExp) => {
    const text = says.cell(head);
    return text !== "" && form.test(text);
  };
  if (isSaid("是否退单", /^(?:是|1|y)$/i)) row.state = "退回";
  // Another body's once it is granted, whatever became of it there.
  if (says.under(SENT_BACK).some((text) => GRANTED.test(text))) row.state = "退回";
  // Sent back for another try it may have been closed since.
  const isSentBack = isSaid("是否退回", YES) || isSaid("是否退件", YES);
  if (isSentBack && row.state !== "已办结") row.state = "退回";
  if (isSaid("是否受理", /^(?:否|不受理|不予受理)$/)) row.state = "不予受理";
  if (!row.closed_on) return;
  // 受理状态 says that it was taken up, and the day that it has come to its end.
  const isTakenUp = () => TAKEN_UP.some((head) => isSaid(head, /^已?受理$/));
  if (!row.state || (row.state === "办理中" && isTakenUp())) row.state = "已办结";
}

/** Whether nobody knows until when a matter without an end must have one, and so not whether it is late. */
function nobodyKnowsUntil(row: CleanRow, { under, unread }: RowSays): boolean {
  // Void, sent back or closed.
  if (unread("state")) return true;
  // A petition may come to its end without a letter of answer: the day of none says nothing.
  if (!row.state && under(LETTER).length > 0 && under(ENDED).length === 0) return true;
  // Its time stands still.
  return (
    under(PUT_OFF).some((text) => /^(?:是|已?挂[账起]|y)/i.test(text)) ||
    under(STAGE).some((text) => /^已?挂[账起]|^暂缓|^缓办/.test(text))
  );
}
