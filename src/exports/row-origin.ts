/** What an export says of a row beside what is written: when it was changed, and whom it is about. */
import { meant } from "../ingest/text/tidy.ts";
import { headKey } from "./heads.ts";
import type { RowOrigin } from "./same-numbers.ts";

/** headKey writes 日期 for 时间. */
const UPDATED = /(?:更新|修改|入库)(?:日期)戳?$|^(?:update_?time|last_?(?:update|modified).*)$/i;
const PARTY =
  /(?:相对人|当事人|申请人|原告|第三人|上诉人)(?:名称|姓名|代码.*|)$|证件号码|身份证|^(?:cf|xk)_?(?:xdr_?(?:mc|sh|zjhm).*)$/i;

export class Origins {
  readonly #updated: number;
  readonly #party: readonly number[];

  readonly #table: string;

  constructor(heads: readonly string[], table: string) {
    this.#table = table;
    const keys = heads.map(headKey);
    this.#updated = keys.findIndex((key) => UPDATED.test(key));
    this.#party = keys.flatMap((key, at) => (PARTY.test(key) ? [at] : []));
  }

  of(cells: readonly string[], row: number): RowOrigin {
    return {
      table: this.#table,
      row,
      updated: this.#updated < 0 ? undefined : momentOf(cells[this.#updated] ?? ""),
      about: this.#party.length === 0 ? undefined : hashOf(cells, this.#party),
    };
  }
}

/** A day with or without its time, as a number that grows; undefined where it is neither. */
function momentOf(cell: string): number | undefined {
  const text = meant(cell);
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return Number(text);
  const digits = /^\d{8}(?:\d{6})?$/.test(text)
    ? [text.slice(0, 4), ...(text.slice(4).match(/../g) ?? [])]
    : (text.match(/\d+/g) ?? []);
  if (digits[0]?.length !== 4 || digits.length < 3) return undefined;
  const [year = "", ...rest] = digits;
  return Number(year + [0, 1, 2, 3, 4].map((at) => (rest[at] ?? "0").padStart(2, "0")).join(""));
}

/** Enough to tell two parties apart without keeping their names. */
function hashOf(cells: readonly string[], places: readonly number[]): number {
  let hash = 2166136261;
  for (const at of places) {
    const text = `${meant(cells[at] ?? "")}\u0000`;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  }
  return hash >>> 0;
}
