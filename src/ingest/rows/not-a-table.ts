/** Texts that are no CSV, told by how they start and by where the names of columns stand. */
import { cellName, type Remark } from "../problems/problems.ts";
import { tidy } from "../text/tidy.ts";
import { type HeaderNames, namedBy } from "./column-names.ts";
import { HEADER_WITHIN } from "./find-header.ts";
import type { Layout } from "./layout.ts";

const SAVE_AS = "再另存为“CSV UTF-8（逗号分隔）”";
const EXPORT =
  "在业务系统里导出 Excel 或 CSV；导出的是 Excel 就打开它，另存为“CSV UTF-8（逗号分隔）”";
const AS_WORKBOOK = `把后缀名改成“.xls”，用 Excel 或 WPS 打开（提示格式与后缀不符时选“是”），核对后${SAVE_AS}`;

/** What a person does with a file that git left half merged. */
export const MERGE =
  "找到 <<<<<<<、=======、>>>>>>> 三行，两段里留下对的一段，删掉这三行；不会合的，重新导出这份表";

interface Format {
  is: RegExp;
  what: string;
  fix: string;
}

/** No table starts like these. The first that fits tells. */
const FORMATS: readonly Format[] = [
  {
    is: /^(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*Excel|<(?:\w+:)?Workbook\b)/i,
    what: "“XML 表格 2003”（Excel 的一种格式），只是改了后缀名",
    fix: AS_WORKBOOK,
  },
  {
    is: /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|script|link|title|div|form|center)\b/i,
    what: "网页（“HTML”）；有些系统导出的 .xls 其实是网页",
    fix: `${AS_WORKBOOK}；打开看到的是登录或出错页面的，登录后重新导出`,
  },
  {
    is: /^MIME-Version:[\s\S]{0,2000}multipart\/related/i,
    what: "“单个文件网页”（“.mht”），只是改了后缀名",
    fix: AS_WORKBOOK.replace(".xls", ".mht"),
  },
  {
    is: /^(?:<\?xml\b|<[a-z][\w:.-]+(?:\s[^<>]*)?>\s*<[a-z])/i,
    what: "程序之间交换的数据（“XML”格式）",
    fix: EXPORT,
  },
  {
    is: /^(?:[\w$.]+\s*\(\s*|(?:var|let|const)\s+\w+\s*=\s*)?(?:\{\s*["}]|\[\s*[{["\]])/,
    what: "程序之间交换的数据（“JSON”格式）",
    fix: EXPORT,
  },
  {
    is: /^\{\\rtf/,
    what: "“RTF”文档，只是改了后缀名",
    fix: `用“Word”或 WPS 打开，把表格复制到 Excel，${SAVE_AS}`,
  },
  {
    is: /^(?:(?:--|#|\/\*).*\n\s*)*(?=(?:\/\*|SET|USE|DROP|CREATE|INSERT|REPLACE|LOCK|BEGIN|START|COPY|ALTER|DELETE)\b)[\s\S]*?(?:\bINSERT\s+INTO\b|\bREPLACE\s+INTO\b|\bCREATE\s+TABLE\b|\bFROM\s+stdin)/i,
    what: "数据库的备份（“SQL”语句）",
    fix: "请管数据库的同事把查询结果导出为 CSV",
  },
  {
    is: /^(?:<{7}|>{7}) /m,
    what: "两个人改了同一处、还没有合好的文件（“git”的冲突标记）",
    fix: MERGE,
  },
  {
    is: /^version https?:\/\/git-lfs\S*\s+oid /,
    what: "“Git LFS”的指针，真正的文件没有取下来",
    fix: "请管仓库的同事运行 git lfs pull；表不大的，不必用 Git LFS 存",
  },
  {
    is: /^ID;P/,
    what: "“SYLK”文件（“.slk”），只是改了后缀名",
    fix: AS_WORKBOOK.replace(".xls", ".slk"),
  },
];

/** A line that is drawn under a header, in Markdown, and by databases. */
const RULE =
  /^(?:\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?|\|\s*:?-{2,}:?\s*\||[+┌├╔╠][-=+─┬┼═╦╬]{2,}[+┐┤╗╣]|-{2,}(?:\+-{2,})+)$/;

/** What a text is that is no CSV with a known header; null where it may be one. */
export function notATable(text: string, layout: Layout, names: HeaderNames): Remark | null {
  const start = text.trimStart();
  const format = FORMATS.find(({ is }) => is.test(start));
  if (format) return notCsv(`内容是${format.what}`, format.fix);
  const lines = text.split("\n", HEADER_WITHIN * 2).slice(0, HEADER_WITHIN);
  const rule = lines.findIndex((line) => RULE.test(line.trim()));
  if (rule >= 0) {
    return notCsv(
      "内容是用竖线和横线画出来的表，不是 CSV",
      `从原来的地方导出 CSV；或者复制到 Excel，用“数据→分列”按竖线分开，删掉横线，${SAVE_AS}`,
      `第${rule + 1}行`,
    );
  }
  const quoted = quotedOtherwise(layout);
  if (quoted) return quoted;
  if (layout.header && layout.header.known > 1) return null;
  return (
    downwards(layout, names) ??
    form(lines, names) ??
    parted(lines, names) ??
    aligned(lines, names) ??
    escaped(lines, names)
  );
}

/** Chinese or single quotes around every cell, or around the line: no CSV reads them as quotes. */
function quotedOtherwise({ header }: Layout): Remark | null {
  const cells = header?.cells.filter((cell) => cell !== "") ?? [];
  const first = cells[0] ?? "";
  const last = cells.at(-1) ?? "";
  if (!header || !/^[“”‘’'＂]./.test(first) || !/.[“”‘’'＂]$/.test(last)) return null;
  const marks = first.startsWith("'") ? "单引号" : "中文引号或全角引号";
  return notCsv(
    `各格或整行套在${marks}里，CSV 只认半角双引号`,
    "从业务系统重新导出；不能重新导出的，用记事本打开，套在每格外面的换成半角双引号，套在整行外面的删去，文字里的引号不要动",
    `第${header.last + 1}行`,
  );
}

/** Names of columns one below the other: rows and columns have changed places. */
function downwards({ rows }: Layout, names: HeaderNames): Remark | null {
  const filled = rows
    .map((cells, at) => ({ cells, row: at + 1 }))
    .filter(({ cells }) => cells.some((cell) => tidy(cell) !== ""));
  for (const column of [0, 1]) {
    const named = filled.filter(({ cells }) => namedBy(cells[column] ?? "", names));
    if (
      !isMost(
        named.map(({ cells }) => namedBy(cells[column]!, names)!),
        filled.length,
      )
    )
      continue;
    if (!named.some(({ cells }) => cells.length > column + 1)) continue;
    const [first, second] = named;
    const places = [first!, second!].map(({ row }) => cellName(column, row)).join("、");
    return {
      code: "header-missing",
      cell: cellName(column, first!.row),
      value: first!.cells[column]!,
      why: `列名竖着写（${places}等），行和列放反了：CSV 的列名要横着写在第一行，下面一行一条`,
      fix: "在 Excel 里选中整张表复制，到空白处用“选择性粘贴→转置”，删掉原来的，再保存；一条接一条竖着写的，每条改成一行",
    };
  }
  return null;
}

/** 名称：内容, line by line. */
function form(lines: readonly string[], names: HeaderNames): Remark | null {
  const filled = lines.filter((line) => tidy(line) !== "");
  const named = filled.flatMap((line) => {
    const name = line.slice(0, Math.max(0, line.search(/[:：=]/)));
    return namedBy(name.replace(/^\s*[-*·]/, ""), names) ?? [];
  });
  if (!isMost(named, filled.length)) return null;
  return {
    code: "header-missing",
    cell: `第${lines.findIndex((line) => tidy(line) !== "") + 1}行起`,
    value: filled[0]!,
    why: "内容是一行一项的“名称：内容”，不是表格",
    fix: "改成表格：第一行写列名，每格一个；下面一行写一条",
  };
}

/** Cells set apart by a mark that no reader of tables expects, which is then named. */
function parted(lines: readonly string[], names: HeaderNames): Remark | null {
  for (const [at, line] of lines.entries()) {
    const marks = new Set(line.match(/\\[tn|]|[^\p{L}\p{N}\p{M}\s"()（）_]/gu));
    for (const mark of marks) {
      const known = line.split(mark).flatMap((name) => namedBy(name.trim(), names) ?? []);
      if (new Set(known).size < 2) continue;
      const shown = mark < " " ? "看不见的控制符" : `“${mark}”`;
      return {
        code: "header-missing",
        cell: `第${at + 1}行`,
        value: line,
        why: `各格之间用的是${shown}，不是半角逗号`,
        fix: `从业务系统导出为逗号分隔的 CSV；或者在 Excel 里用“数据→分列”，分隔符号选“其他”，填这个符号，核对后${SAVE_AS}`,
      };
    }
  }
  return null;
}

/** Characters written as codes: &#31867;, \\u7c7b, %E7%B1%BB. */
function escaped(lines: readonly string[], names: HeaderNames): Remark | null {
  for (const [at, line] of lines.entries()) {
    const plain = unescaped(line);
    if (plain === line) continue;
    const known = plain.split(/[,，;\t|"\n]+/).flatMap((name) => namedBy(name, names) ?? []);
    if (new Set(known).size < 2) continue;
    return {
      code: "garbled",
      cell: `第${at + 1}行`,
      value: line,
      why: "汉字写成了程序里的代码（如 &#31867;、\\u7c7b、%E7%B1%BB）",
      fix: "从业务系统重新导出；不能的，请管系统的同事换一种导出格式",
    };
  }
  return null;
}

function unescaped(line: string): string {
  const coded = line
    .replace(/&#x([\da-f]{2,5});/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d{2,6});/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\\u([\da-f]{4})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  try {
    return decodeURIComponent(coded);
  } catch {
    return coded;
  }
}

/** Cells set apart by spaces, so that they stand below one another. */
function aligned(lines: readonly string[], names: HeaderNames): Remark | null {
  const at = lines.findIndex((line) => {
    const known = tidy(line)
      .split(" ")
      .flatMap((word) => namedBy(word, names) ?? []);
    return new Set(known).size > 1;
  });
  if (at < 0) return null;
  return {
    code: "header-missing",
    cell: `第${at + 1}行`,
    value: lines[at]!,
    why: "各格之间用的是空格，分不清哪个空格是格与格之间的",
    fix: `在 Excel 里用“数据→分列”按空格或固定宽度分开，核对后${SAVE_AS}`,
  };
}

/** Whether at least two different names are known, and they are no less than half. */
function isMost(named: readonly string[], of: number): boolean {
  return new Set(named).size > 1 && named.length * 2 >= of;
}

function notCsv(why: string, fix: string, cell?: string): Remark {
  return { code: "not-csv", why, fix, ...(cell ? { cell } : {}) };
}
