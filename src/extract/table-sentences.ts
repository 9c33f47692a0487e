/** A table's rows as sentences: 罚款件数14件，罚款金额36.5万元。 Numbers in them are read as any other. */
import type { ReportLine } from "./report-line.ts";

/** The lines with every table's rows under its heads said in words; a table without heads stays as it is. */
export function withTablesSaid(lines: readonly ReportLine[]): ReportLine[] {
  let heads: readonly string[] | null = null;
  let unit = "";
  let rows = 0;
  return lines.flatMap((line) => {
    const { cells, text } = line;
    if (!cells) {
      heads = null;
      unit = ONE_UNIT.exec(text)?.[1] ?? "";
      return [line];
    }
    const isHead = cells.length > 1 && cells.slice(1).every((cell) => !/\d/.test(cell));
    if (heads === null || heads.length !== cells.length) {
      heads = isHead ? cells : [];
      rows = 0;
      if (heads.length > 0) return [];
    } else if (isHead && rows === 0 && cells[0] === heads[0] && cells.some((one) => one !== "")) {
      // Under a head that is merged over several columns stand those of each.
      const above = heads;
      heads = cells.map((cell, at) => (cell === above[at] ? cell : `${above[at]}${cell}`));
      return [];
    }
    rows++;
    const said =
      heads.length > 0 ? sentenceOf(heads, cells, unit) : cells.filter(Boolean).join("，");
    return said === "" ? [] : [{ text: said }];
  });
}

/** Above a table, for all of its numbers; of several nobody knows which. */
const ONE_UNIT = /单位\s*[:：]\s*([^\s、，,；;/（()）]{1,4})\s*[）)]?\s*$/;
const NUMBER = /^\s*(?:约|近)?\s*-?[\d,.]+(?:[万亿]|余|多)*\s*$/;

function sentenceOf(
  heads: readonly string[],
  [name = "", ...cells]: readonly string[],
  unitOfAll: string,
): string {
  const said = cells.flatMap((cell, at) => {
    const title = heads[at + 1] ?? "";
    const own = /[（(]([^（()）]+)[)）]/.exec(title)?.[1];
    const head = title.replace(/\s*[（(][^（()）]+[)）]\s*/g, "");
    const unit = own ?? (/[率比]$/.test(head) ? "" : unitOfAll);
    if (/^\s*(?:[-—–/]*|无|—)\s*$/.test(cell)) return [];
    return [`${name}${head}${cell.trim()}${NUMBER.test(cell) ? unit : ""}`];
  });
  return said.length === 0 ? "" : `${said.join("，")}。`;
}
