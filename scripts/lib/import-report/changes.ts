/** What an import changes in the files of the data folder. */
import type { BackAnswer } from "../../../src/exports/going-back.ts";
import type { Change } from "../../../src/exports/year-rows.ts";
import { dateText } from "../../../src/text/format.ts";
import { printable } from "../places.ts";

/** What to do where an export is older than what is there. */
export const ASK_BACK =
  "拿错了旧的导出，换成新的再导入；这份里新的事也要的，加 --back 保留（回头的行留着原来的）；确实退回重办、重新统计了，加 --back 照写";

/** Matters that an export has less far than they stand in the data folder. */
export function backText(file: string, change: Change | null, answer?: BackAnswer): string[] {
  if (!change?.back) return [];
  const { rows, first, until, older } = change.back;
  const steps = first.map(({ origin, label, before, now }) => {
    const at = origin ? `${printable(origin.table)} 第${origin.row}行的` : "";
    return `${at}${label}原来是${before}，这份里是${now || "空的"}`;
  });
  const more = rows > first.length && first[0]?.origin ? `，等${rows}行` : "";
  const days =
    until.before && until.now
      ? `（原来的写到${dateText(until.before)}，这份到${dateText(until.now)}）`
      : "";
  const says = older
    ? `像是旧的导出${days}`
    : `这份导出更新${days}，有的事却回到前一步（例如重新办理的），请核对`;
  const done = answer === "保留" ? "；原来的留着" : answer || !older ? "；照这份写了" : "";
  return [`${file}：要看：${says}：${steps.join("；")}${more}${done}`];
}

export function changeText(file: string, rows: number, change: Change | null): string {
  if (!change) return `${file}：新写，${rows}行`;
  const parts = [
    ["新增", change.added],
    ["更改", change.changed],
    ["没有变", change.same],
    ["这次导出里没有、原样保留", change.kept],
    ["换掉或去掉原来的", change.replaced],
  ].flatMap(([says, n]) => (n ? [`${says}${n}行`] : []));
  return `${file}：现有${rows}行，${parts.join("，")}`;
}

/** Columns that --counts leaves out, a line for each reason. */
export function notCountedText(left: readonly { label: string; why: string }[]): string[] {
  return [...Map.groupBy(left, ({ why }) => why)].map(
    ([why, own]) => `  没有写的列：${own.map(({ label }) => label).join("，")}（${why}）`,
  );
}
