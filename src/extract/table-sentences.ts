/** A table's rows as sentences: 罚款件数14件，罚款金额36.5万元。 Numbers in them are read as any other. */
import type { ReportLine } from "./report-line.ts";

/** The lines with every table's rows under its heads said in words; a table without heads stays as it is. */
export function withTablesSaid(lines: readonly ReportLine[]): ReportLine[] {
  let heads: readonly string[] | null = null;
  return lines.flatMap((line) => {
    const { cells } = line;
    if (!cells) {
      heads = null;
      return [line];
    }
    if (heads === null || heads.length !== cells.length) {
      heads = cells.length > 1 && cells.slice(1).every((cell) => !/\d/.test(cell)) ? cells : [];
      if (heads.length > 0) return [];
    }
    const said = heads.length > 0 ? sentenceOf(heads, cells) : cells.filter(Boolean).join("，");
    return said === "" ? [] : [{ text: said }];
  });
}

const NUMBER = /^\s*(?:约|近)?\s*-?[\d,.]+(?:[万亿]|余|多)*\s*$/;

function sentenceOf(heads: readonly string[], [name = "", ...cells]: readonly string[]): string {
  const said = cells.flatMap((cell, at) => {
    const [, head = "", unit = ""] =
      /^(.*?)\s*(?:[（(]([^（()）]+)[)）])?$/.exec(heads[at + 1] ?? "") ?? [];
    if (/^\s*(?:[-—–/]*|无|—)\s*$/.test(cell)) return [];
    return [`${name}${head}${cell.trim()}${NUMBER.test(cell) ? unit : ""}`];
  });
  return said.length === 0 ? "" : `${said.join("，")}。`;
}
