/**
 * A problem is a value: what is wrong, in which spreadsheet cell, what is written there, why it
 * cannot stay and how it should look. Every message is written for a clerk who works in Excel.
 */
import { withoutPersonal } from "./cells/privacy.ts";

/** error stops the build; warning is printed; note says what was normalised because it is certain. */
export type Severity = "error" | "warning" | "note";

/** Every kind of problem: its severity and its name in Chinese. */
export const KINDS = {
  "folder-missing": ["error", "找不到数据文件夹"],
  "site-missing": ["error", "缺少 site.yaml"],
  "no-year": ["error", "没有任何年度文件夹"],
  "year-name": ["error", "年度文件夹名写法不对"],
  "unknown-folder": ["warning", "不认识的文件夹"],
  "unknown-file": ["warning", "不认识的文件"],
  "year-empty": ["warning", "年度文件夹里没有数据"],
  "file-missing": ["note", "本年度没有这份表"],
  "file-name": ["error", "文件名不对"],
  workbook: ["error", "文件是工作簿，不是 CSV"],
  binary: ["error", "文件不是文字表格"],
  encoding: ["error", "认不出文字编码"],
  "file-empty": ["error", "文件是空的"],
  "quote-open": ["error", "引号没有配对"],
  "cell-too-long": ["error", "单元格太长"],
  garbled: ["error", "文字已成乱码"],
  "header-missing": ["error", "找不到表头"],
  "column-missing": ["error", "缺少必需的列"],
  "column-duplicate": ["error", "同一列出现两次"],
  "column-unknown": ["warning", "不认识的列"],
  "column-personal": ["error", "表里有个人信息列"],
  "rows-above-header": ["note", "表头上方的行已跳过"],
  "data-above-header": ["error", "表头上方有数据"],
  "header-repeated": ["note", "重复的表头已跳过"],
  "note-row": ["note", "表下方的附注已跳过"],
  "header-only": ["warning", "只有表头，没有数据"],
  "total-row": ["note", "合计行已跳过"],
  "total-row-suspected": ["warning", "最后一行像是合计"],
  "total-row-mismatch": ["error", "合计行与各行之和不一致"],
  "row-too-wide": ["error", "单元格上面没有列名"],
  "row-broken": ["error", "本行断开了"],
  "cell-empty": ["error", "必填的单元格是空的"],
  "word-empty": ["warning", "单元格没有填"],
  "count-empty": ["note", "件数没有填"],
  "excel-error": ["error", "单元格是公式错误"],
  formula: ["error", "单元格是公式，不是结果"],
  number: ["error", "数字写法不对"],
  "number-ambiguous": ["error", "数字有两种读法"],
  "number-negative": ["error", "数字不能是负数"],
  "number-fraction": ["error", "这里要写整数"],
  date: ["error", "日期写法不对"],
  "date-ambiguous": ["error", "日期有两种读法"],
  "date-impossible": ["error", "没有这一天"],
  word: ["error", "用词不在词表里"],
  id: ["error", "编号写法不对"],
  "key-duplicate": ["error", "编号重复"],
  "row-duplicate": ["warning", "两行内容完全相同"],
  personal: ["error", "含有个人信息"],
  normalised: ["note", "写法已自动统一"],
  "yaml-syntax": ["error", "YAML 写法不对"],
  "yaml-field": ["error", "配置项不对"],
  "yaml-blank": ["warning", "配置项没有填"],
  "indicator-unknown": ["error", "指向不存在的指标"],
  "indicator-loop": ["error", "指标互为上级"],
  "indicator-unit": ["error", "单位不一致"],
  "report-reference": ["error", "报告引用了不存在的数字"],
  "report-number": ["error", "报告里的数字没有用引用"],
  "report-part": ["error", "报告的法定部分不对"],
  "report-picture": ["warning", "报告里的图片不会出现"],
  "note-unknown": ["warning", "说明没有对应的核对发现"],
} as const satisfies Record<string, readonly [Severity, string]>;

export type Code = keyof typeof KINDS;

/** One place where a problem stands: a spreadsheet cell (B12) or a line of a text file. */
export interface Occurrence {
  cell: string;
  value: string;
}

export interface Problem {
  code: Code;
  severity: Severity;
  /** Path inside the data folder, e.g. `2023/cases.csv`. */
  file: string;
  /** Header of the column, where there is one. */
  column?: string;
  /** The first few places; `count` says how many there are in all. */
  places: Occurrence[];
  count: number;
  why: string;
  fix: string;
}

/** What is said when a problem is found; equal ones are counted together. */
export interface ProblemInput {
  code: Code;
  file: string;
  cell?: string;
  column?: string;
  value?: string;
  why: string;
  fix: string;
}

/** Reports a problem of the file at hand. */
/** What is wrong with something, why it cannot stay, and how it should look; wherever it stands. */
export type Message = Pick<ProblemInput, "code" | "why" | "fix">;

export type Add = (code: Code, what: Omit<ProblemInput, "code" | "file">) => void;

const PLACES_KEPT = 5;
const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Collects every problem of every file; a hundred equal ones in a column become one. */
export class Problems {
  #groups = new Map<string, Problem>();

  add(report: ProblemInput): void {
    const { cell, value = "" } = report;
    const problem = this.of(report);
    if (cell === undefined) problem.count++;
    else again(problem, () => ({ cell, value }));
  }

  /** The problem that reports of one kind, file, column and wording are counted under. */
  of({ code, file, column, why, fix }: Omit<ProblemInput, "cell" | "value">): Problem {
    const key = [code, file, column, why, fix].join("\u0000");
    let problem = this.#groups.get(key);
    if (!problem) {
      problem = {
        code,
        severity: KINDS[code][0],
        file,
        ...(column === undefined ? {} : { column }),
        places: [],
        count: 0,
        // A reason may quote a word or a reference: it prints no personal data whole either.
        why: withoutPersonal(why),
        fix,
      };
      this.#groups.set(key, problem);
    }
    return problem;
  }

  /** All problems, errors first, then in the order they were met. */
  get list(): Problem[] {
    return [...this.#groups.values()].sort(
      (a, b) => SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity],
    );
  }

  get hasErrors(): boolean {
    return this.list.some((problem) => problem.severity === "error");
  }
}

/** Counts one more place; only the first few are asked for. */
export function again(problem: Problem, place: () => Occurrence): void {
  problem.count++;
  if (problem.places.length >= PLACES_KEPT) return;
  const { cell, value } = place();
  problem.places.push({ cell, value: excerpt(value) });
}

/** What is written in a cell, fit for a message: short, nothing personal, nothing invisible. */
export function excerpt(text: string): string {
  const characters = [...withoutPersonal(text.slice(0, 400)).replace(UNSEEN, "·")];
  return characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : characters.join("");
}
/** Control and format characters, lone surrogates, line breaks. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** Spreadsheet coordinate of a zero-based column and a one-based row: (1, 12) → B12. */
export function cellName(column: number, row: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}

const SEVERITY_LABEL: Record<Severity, string> = { error: "错误", warning: "提醒", note: "已处理" };

/** The places of a problem as words: `B2“1/2/2023”、B7“3/4/2023”等共12处`. */
export function placesText(problem: Problem): string {
  if (problem.places.length === 0) return "";
  const same = problem.places.every((place) => place.value === problem.places[0]?.value);
  const value = problem.places[0]?.value;
  const listed =
    same && problem.places.length > 1
      ? `${problem.places.map((place) => place.cell).join("、")}${value ? `“${value}”` : ""}`
      : problem.places
          .map((place) => `${place.cell}${place.value ? `“${place.value}”` : ""}`)
          .join("、");
  return problem.count > problem.places.length ? `${listed}等共${problem.count}处` : listed;
}

/** One problem as a paragraph for the terminal. */
export function problemText(problem: Problem): string {
  const where = [problem.file, placesText(problem)].filter(Boolean).join(" ");
  const column = problem.column ? `（${problem.column}）` : "";
  return [
    `【${SEVERITY_LABEL[problem.severity]}】${KINDS[problem.code][1]}：${where}${column}`,
    `    原因：${problem.why}`,
    `    改法：${problem.fix}`,
  ].join("\n");
}

/** How many of each severity: “3处错误、1处提醒”; empty when there is nothing to say. */
export function problemCounts(problems: Problem[]): string {
  return (["error", "warning", "note"] as const)
    .map((severity) => {
      const n = problems
        .filter((problem) => problem.severity === severity)
        .reduce((sum, problem) => sum + problem.count, 0);
      return n > 0 ? `${n}处${SEVERITY_LABEL[severity]}` : "";
    })
    .filter(Boolean)
    .join("、");
}
