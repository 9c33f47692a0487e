/** What the page for staff says. */
import { ENDLESS } from "../exports/broken-book.ts";
import type { Severity } from "../ingest/problems/kinds.ts";
import type { DeskState } from "./desk-state.ts";

export const SEVERITY: Record<Severity, string> = {
  error: "错误",
  warning: "提醒",
  note: "已处理",
};

/** 投诉.csv，200行。没有发现问题。 */
export function foundText(state: DeskState): string {
  const { name, sheet, dataset, allRows, counts, errors, soFar, isExport } = state;
  const others = sheet?.others.map((one) => `“${one}”`).join("、");
  const read = others ? `里的“${sheet?.name}”（另有${others}没有查，要查的另存成一个文件）` : "";
  const file = `“${name}”${read}${allRows > 0 ? `，${allRows}行` : ""}`;
  if (isExport) return `${file}：是业务系统的导出，不在这里改，见下面的改法。`;
  if (dataset === null && errors > 0) return `${file}：${counts}，没有查成，见下面的改法。`;
  if (dataset === null) {
    return `${file}：列名看不出是哪一张表，在下面选一张。业务系统导出的，用 npm run import 导入，不在这里查。`;
  }
  if (soFar !== null)
    return `${file}，先查了${soFar}行：${counts || "没有发现问题"}。正在查其余的……`;
  if (counts === "") return `${file}：没有发现问题，可以放进数据文件夹。`;
  const rest = errors > 0 ? "有错误的表不能公布，改好再放进数据文件夹。" : "没有错误，可以公布。";
  return `${file}：${counts}。${rest}`;
}

/** Of a file that the browser could not read to its end. */
export function endlessText(name: string): string {
  return `“${name}”：${ENDLESS.why}。${ENDLESS.fix}，再放进来。`;
}

/** Of a workbook put in before what reads it had come, and with no net to get it from. */
export const NO_WORKBOOKS =
  "读工作簿的部分还没有下载到这台电脑：联网以后刷新网页，再放进来；或者在 Excel、WPS 里另存为 CSV 放进来，不用联网。";

export function adoptText(word: string): string {
  return `改成“${word}”`;
}

/** Of all cells that say the same. */
export function adoptAllText(word: string): string {
  return `都改成“${word}”`;
}

export function rowsText({ from, rows, toLookAt }: DeskState): string {
  if (toLookAt === 0) return "";
  return `要看的行：第${from + 1}到${from + rows.length}，共${toLookAt}行。改了就重新检查。`;
}

/** Only of this table: what other tables and the report say stays as it is. */
export function movedText(moved: number, unmoved: number): string {
  if (moved + unmoved === 0) return "这张表没有算出数字。";
  if (moved === 0) return `只按这张表算，和现在公布的一样：${unmoved}个数字都不变。`;
  const rest = unmoved > 0 ? `，另有${unmoved}个不变` : "";
  return `只按这张表算，有${moved}个数字和现在公布的不同${rest}。这张表分成几份放的，只看一份会少。`;
}
