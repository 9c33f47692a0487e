/** What moves in public, for a terminal and for a comment on a merge request. */
import { MOVES, type Move } from "../../src/moves/moves.ts";
import { PARTS } from "../../src/moves/public-words.ts";
import { FEW } from "../../src/moves/shift.ts";
import { styled } from "./terminal.ts";

/** So many of one part and year are listed, unless all are asked for. */
const LISTED = 20;
/** Comments of git hosts hold no more, with room for what stands around. */
const MARKDOWN_LIMIT = 50_000;

const NONE = "公开的数字、标题、答案和核对发现都没有变。";

export function movesText(moves: readonly Move[], than: string, all = false): string {
  if (moves.length === 0) return `与 ${than} 比：${NONE}`;
  const groups = groupsOf(moves).map(([heading, own]) => {
    const shown = all ? own : own.slice(0, LISTED);
    const more = own.length - shown.length;
    return [
      styled("bold", `${heading}（${own.length}处）`),
      ...shown.map((move) => `    ${said(move)}`),
      ...(more > 0 ? [`    ……还有${more}处：加 --all 全部列出`] : []),
    ].join("\n");
  });
  const few = fewText(moves);
  const end = few ? [countText(moves), styled("bold", few)] : [countText(moves)];
  return [`与 ${than} 比，公开的内容会这样变：`, ...groups, ...end].join("\n\n");
}

function said({ kind, name, before, after }: Move): string {
  return `【${MOVES[kind]}】${name}：${before ?? "（没有）"} → ${after ?? "（没有）"}`;
}

/** What the rows of both states come to is public in the end, and can be subtracted. */
function fewText(moves: readonly Move[]): string {
  const few = moves.filter(({ few }) => few);
  if (few.length === 0) return "";
  const named = few
    .slice(0, 3)
    .map(({ year, name, before, after }) => `${year}年${name} ${before} → ${after}`);
  return `要看：关于个人的事只差不到 ${FEW} 件（${named.join("；")}${few.length > 3 ? "等" : ""}）。两份都公布，相减就是中间那几件，街道、类别、月份、结果会连起来。攒到几十件再公布；只是改正写错的，不要紧。`;
}

export function countText(moves: readonly Move[]): string {
  const counts = Object.entries(MOVES).flatMap(([kind, name]) => {
    const count = moves.filter((move) => move.kind === kind).length;
    return count > 0 ? [`${name}${count}处`] : [];
  });
  return `共${moves.length}处：${counts.join("、")}。`;
}

/** A table a part and year, as GitHub, GitLab and Gitee show it. */
export function movesMarkdown(moves: readonly Move[], than: string): string {
  const head = `### 合并以后，公开的内容会怎样变（与 \`${than.replaceAll("`", "")}\` 比）`;
  if (moves.length === 0) return `${head}\n\n${NONE}`;
  const few = fewText(moves);
  let text = `${head}\n\n${countText(moves)}${few && `\n\n${cell(few)}`}`;
  let listed = 0;
  for (const [heading, own] of groupsOf(moves)) {
    const table = ["| | 是什么 | 现在 | 合并以后 |", "| --- | --- | --- | --- |"];
    for (const { kind, name, before, after } of own) {
      const line = `| ${MOVES[kind]} | ${cell(name)} | ${cell(before)} | ${cell(after)} |`;
      if (text.length + table.join("\n").length + line.length > MARKDOWN_LIMIT) break;
      table.push(line);
      listed++;
    }
    if (table.length === 2) break;
    text += `\n\n#### ${heading}（${own.length}处）\n\n${table.join("\n")}`;
  }
  const rest = moves.length - listed;
  return rest > 0
    ? `${text}\n\n还有${rest}处没有列出：在自己的电脑上运行 \`npm run check -- --against ${than.replaceAll("`", "")} --all\`。`
    : text;
}

/** Text of a CSV as itself: no mark of Markdown, no tag, nobody's name that a host would call. */
export function cell(text: string | null): string {
  if (text === null || text === "") return "（没有）";
  return text
    .replace(/[!-$&'*+/:-@[-`{-~]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/\s+/g, " ");
}

function groupsOf(moves: readonly Move[]): [heading: string, Move[]][] {
  return [...Map.groupBy(moves, ({ part, year }) => `${year}年　${PARTS[part]}`)];
}
