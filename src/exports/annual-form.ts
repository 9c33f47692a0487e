/** The yearly statistics form (国办发〔2018〕118号), wide as it is printed → the rows of statistics.csv. */
import { unitOf } from "../ingest/rows/column-names.ts";
import type { RawRow } from "../ingest/rows/piece.ts";
import { meant, wordKey } from "../ingest/text/tidy.ts";
import type { CleanRow } from "./convert.ts";

export interface AnnualForm {
  kind: string;
  /** Of the title, where it says one. */
  year: number | undefined;
  rows: CleanRow[];
}

/** Words of its heads, by what the form is about: so many of them make it known. */
const FORMS: Readonly<Record<string, readonly RegExp[]>> = {
  行政处罚: [/^警告/, /^罚款$/, /^没收/, /^暂扣/, /^吊销/, /停产停业/, /^行政拘留$/, /^合计/],
  行政许可: [/^申请数/, /^受理数/, /^许可数/, /^不予许可数/, /^撤销许可数/],
  行政强制: [/^查封/, /^扣押/, /^冻结/, /^加处罚款/, /^拍卖/, /^划拨/, /^代履行/],
};
const ENOUGH = 4;

/** Null where the first rows of a table are no such form. */
export function annualForm(rows: readonly RawRow[]): AnnualForm | null {
  for (const [at, { cells }] of rows.entries()) {
    const heads = cells.map(meant);
    const kind = Object.entries(FORMS).find(
      ([, words]) =>
        words.filter((word) => heads.some((head) => word.test(bare(head)))).length >= ENOUGH,
    )?.[0];
    const values = rows[at + 1];
    if (!kind || !values) continue;
    const above = rows.slice(0, at).flatMap((row) => row.cells.map(meant));
    const title = above.find((cell) => /(?:19|20)\d\d年/.test(cell));
    const said = /(?:19|20)\d\d(?=年)/.exec(title ?? "")?.[0];
    const usual = above.map((cell) => unitOf(cell)).find(Boolean) ?? "件";
    return {
      kind,
      year: said ? Number(said) : undefined,
      rows: heads.flatMap((head, column): CleanRow[] => {
        if (head === "") return [];
        const item = head.replace(/[(（][^()（）]*[)）]$/, "");
        const value = meant(values.cells[column] ?? "");
        const unit = unitOf(head) ?? (/金额/.test(head) ? "元" : usual);
        return [{ kind, item, unit: scaled(head, unit), ...(value ? { value } : {}) }];
      }),
    };
  }
  return null;
}

/** 万元 stays 万元: the table is published as it is. */
function scaled(head: string, unit: string): string {
  return /万元/.test(head) ? "万元" : unit;
}

function bare(head: string): string {
  return wordKey(head).replace(/[(（].*$/, "");
}
