/**
 * exceptions.csv: cells in which something that looks personal may stand, as the telephone of an
 * office on duty does, and why. A line answers for one thing in one cell, by what the check prints
 * of it; what else the cell holds is asked as before.
 */
import { parseDate } from "./cells/dates.ts";
import type { ProblemInput, Problems } from "./problems/problems.ts";
import type { HeaderNames } from "./rows/column-names.ts";
import { cellsOf, type RawRow } from "./rows/piece.ts";
import { readTable, type TableSource } from "./rows/table.ts";
import { personalIn } from "./text/privacy.ts";
import { isBlank, tidy } from "./text/tidy.ts";

export const EXCEPTIONS_FILE = "exceptions.csv";

/** The columns, in the order in which they are written. */
export const EXCEPTION_COLUMNS = ["文件", "单元格", "内容", "理由", "谁", "日期"] as const;
type ColumnName = (typeof EXCEPTION_COLUMNS)[number];
const NAMES: HeaderNames = new Map(EXCEPTION_COLUMNS.map((name) => [name, name]));

/** What may stand where. */
export interface Exception {
  /** As messages name it: 2024/publicity.csv. */
  file: string;
  /** D5, or 第7行 of a text. */
  cell: string;
  /** As messages print it, its middle hidden. */
  content: string;
}

interface Line extends Exception {
  reason: string;
  row: number;
}

/** A reason says more than 无 or 同意. */
const SHORTEST_REASON = 4;

export class Exceptions {
  readonly #lines: readonly Line[];
  readonly #used = new Map<Line, ProblemInput>();
  /** Of what no line answers for, the first place of each; and all cells that hold such. */
  readonly #elsewhere = new Map<string, string>();
  readonly #open = new Set<string>();

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
  }

  get list(): readonly Exception[] {
    return this.#lines.map(({ file, cell, content }) => ({ file, cell, content }));
  }

  /** Whether a line answers for it. */
  answers(report: ProblemInput): boolean {
    const { file, cell, value = "" } = report;
    if (cell === undefined) return false;
    const line = this.#lines.find(
      (one) => one.file === file && one.cell === cell && one.content === contentKey(value),
    );
    if (line) this.#used.set(line, report);
    else {
      this.#open.add(`${file} ${cell}`);
      const key = `${file} ${contentKey(value)}`;
      if (!this.#elsewhere.has(key)) this.#elsewhere.set(key, cell);
    }
    return line !== undefined;
  }

  /** Whether lines answer for all that is personal in a cell. */
  answersAll(text: string, file: string, cell: string): boolean {
    const found = [...personalIn(text)];
    const what = { code: "personal", file, cell, why: "", fix: "" } as const;
    return found.every(({ masked }) => this.answers({ ...what, value: masked }));
  }

  /** What was let through is listed, and a line that lets nothing through. */
  sayAll(problems: Problems, isHeld: (file: string) => boolean): void {
    for (const line of this.#lines) {
      const { file, cell, content, reason, row } = line;
      const used = this.#used.get(line);
      if (used) {
        const { column, value = "" } = used;
        problems.add({
          ...{ code: "exception-used", file, cell, value, ...(column ? { column } : {}) },
          why: `${EXCEPTIONS_FILE} 第${row}行写了理由：${reason}`,
          fix: `不用改；不该公开的，删掉 ${EXCEPTIONS_FILE} 的那一行`,
        });
        continue;
      }
      // Of a cell that stops the check anyhow, not all was asked.
      if (this.#open.has(`${file} ${cell}`)) continue;
      // Others are of exports, which only the import sees.
      if (!/^(?:19|20)\d{2}\/|\.yaml$/.test(file)) continue;
      const place = { file: EXCEPTIONS_FILE, cell: `第${row}行`, value: content };
      const moved = this.#elsewhere.get(`${file} ${content}`);
      problems.add({
        ...{ code: "exception-unused", ...place },
        why: isHeld(file)
          ? `${file} 的 ${cell} 里没有它，这一行什么也没有放行`
          : `没有“${file}”这个文件，这一行什么也没有放行`,
        fix: moved
          ? `它现在在 ${moved}：核对后把单元格改成“${moved}”`
          : "核对文件、单元格和内容，照检查的消息写；数据里已经删掉的，删掉这一行",
      });
    }
  }
}

/** The file, read; a line that is not filled lets nothing through, and is said. */
export async function readExceptions(
  source: TableSource | undefined,
  problems: Problems,
): Promise<Exceptions> {
  if (!source) return new Exceptions([]);
  const rows: RawRow[] = [];
  const file = EXCEPTIONS_FILE;
  const remarks = await readTable(source, NAMES, (piece) => {
    for (let at = 0; at < piece.length; at++) {
      rows.push({ cells: cellsOf(piece, at).slice(), row: piece.firstRow + at });
    }
  });
  for (const remark of remarks) problems.add({ ...remark, file });
  const filled = rows.filter(({ cells }) => cells.some((cell) => tidy(cell) !== ""));
  const [head, ...body] = filled;
  if (!head) return new Exceptions([]);
  const places = new Map(head.cells.map((cell, at) => [tidy(cell), at]));
  const missing = EXCEPTION_COLUMNS.filter((name) => !places.has(name));
  if (missing.length > 0) {
    problems.add({
      ...{ code: "exception-bad", file, cell: `第${head.row}行` },
      why: `表头里没有${missing.map((name) => `“${name}”`).join("、")}，整个文件没有用`,
      fix: `第一行写：${EXCEPTION_COLUMNS.join(",")}`,
    });
    return new Exceptions([]);
  }
  const lines = body.flatMap(({ cells, row }): Line[] => {
    const said = (name: ColumnName) => tidy(cells[places.get(name) ?? -1] ?? "");
    const wrong = EXCEPTION_COLUMNS.find((name) => faultOf(name, said(name)) !== null);
    if (wrong) {
      problems.add({
        ...{ code: "exception-bad", file, cell: `第${row}行`, column: wrong },
        value: wrong === "内容" ? "" : said(wrong),
        why: `“${wrong}”${faultOf(wrong, said(wrong))}，这一行没有放行`,
        fix: HOW[wrong],
      });
      return [];
    }
    return [
      {
        file: said("文件")
          .replaceAll("\\", "/")
          .replace(/^(?:\.?\/)?data\//, ""),
        cell: cellKey(said("单元格")),
        content: contentKey(said("内容")),
        reason: `${said("理由")}（${said("谁")}，${said("日期")}）`,
        row,
      },
    ];
  });
  return new Exceptions(lines);
}

/** What is wrong with a cell of the list itself; null where nothing is. */
function faultOf(name: ColumnName, text: string): string | null {
  if (isBlank(text)) return "没有填";
  if (name === "理由" && [...text].length < SHORTEST_REASON) return "太短，看不出为什么可以公开";
  if (name === "日期" && !parseDate(text).ok) return "不是一天";
  if (name === "单元格" && !/^(?:[A-Z]{1,3}\d+|第\d+行)$/.test(cellKey(text))) return "不是一个格";
  return null;
}

const HOW: Readonly<Record<ColumnName, string>> = {
  文件: "照检查的消息写，例如 2024/publicity.csv",
  单元格: "照检查的消息写，例如 D5；报告和设置写第几行，例如 第7行。一格写一行，不能一次放行整列",
  内容: "照检查的消息里引号里的写，例如 08****6",
  理由: "写明为什么可以公开，例如“局值班电话，对外公布的”",
  谁: "写谁决定的，职务也可以，例如 办公室主任",
  日期: "写决定的那一天，例如 2024-03-05",
};

function cellKey(text: string): string {
  const plain = text.normalize("NFKC").replace(/\s/g, "").toUpperCase();
  return /^\d+$/.test(plain) ? `第${plain}行` : plain;
}

/** As it is printed; written whole it is what would be printed of it. */
function contentKey(text: string): string {
  const plain = text.normalize("NFKC").replace(/^["“]|["”]$/g, "");
  if (plain.includes("*")) return plain.replace(/\*+/g, "****");
  const [found] = personalIn(plain);
  return (found?.masked ?? plain).normalize("NFKC");
}
