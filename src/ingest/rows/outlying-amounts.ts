/**
 * An amount a thousand times off the others of its column: 元 typed where the header says 万元, or a 万
 * that is missing. Fines spread over several powers of ten by themselves, so three things must hold:
 * it is a thousand times off the middle, far beyond the column's own spread, and alone out there.
 */
import type { RowRef } from "../../values/provenance.ts";
import { cellName, type Problems } from "../problems/problems.ts";
import type { Header } from "./header.ts";
import type { Batch } from "./typed.ts";

/** So many amounts show what is usual. */
const FEWEST = 5;
const THOUSAND = Math.log(1000);
/** Between what is usual and what is not lies a stretch without amounts. */
const ALONE = Math.log(30);
/** In standard deviations, taken from the middle half, which a few slips do not move. */
const SPREADS = 5;
const OF_QUARTILES = 1.349;
/** At most so many slips, and a twentieth of the column: more are no slips. */
const MOST = 20;
const SHARE = 20;

/** Logarithms are counted in steps, so that memory does not grow with the rows. */
const STEP = 0.02;
const [LOWEST, HIGHEST] = [Math.log(0.01), Math.log(1e13)];
const STEPS = Math.ceil((HIGHEST - LOWEST) / STEP) + 1;

interface Placed {
  log: number;
  where: RowRef & { index: number };
  value: number;
}

class Amounts {
  readonly label: string;
  readonly #steps = new Int32Array(STEPS);
  #count = 0;
  /** The largest and the smallest, the farthest first. */
  readonly #high: Placed[] = [];
  readonly #low: Placed[] = [];

  constructor(label: string) {
    this.label = label;
  }

  add(each: number, value: number, where: () => Placed["where"]): void {
    const log = Math.log(each);
    this.#count++;
    const step = Math.round((log - LOWEST) / STEP);
    this.#steps[Math.min(STEPS - 1, Math.max(0, step))]!++;
    keep(this.#high, log, 1, value, where);
    keep(this.#low, log, -1, value, where);
  }

  /** Which of its amounts are out of all proportion, and the middle. */
  outlying(): { placed: Placed; isHigh: boolean }[] {
    if (this.#count < FEWEST) return [];
    const [quarter, middle, threeQuarters] = [0.25, 0.5, 0.75].map((share) => this.#at(share));
    const spread = (threeQuarters! - quarter!) / OF_QUARTILES;
    const far = Math.max(THOUSAND, SPREADS * spread);
    return [
      ...this.#side(this.#high, middle!, far, true),
      ...this.#side(this.#low, middle!, far, false),
    ];
  }

  *#side(farthest: readonly Placed[], middle: number, far: number, isHigh: boolean) {
    const most = Math.max(1, Math.min(MOST, Math.floor(this.#count / SHARE)));
    const off = ({ log }: Placed) => (isHigh ? log - middle : middle - log);
    for (let n = Math.min(most, farthest.length - 1); n > 0; n--) {
      const [last, next] = [farthest[n - 1]!, farthest[n]!];
      if (off(last) < far - STEP || off(last) - off(next) < ALONE) continue;
      for (const placed of farthest.slice(0, n)) yield { placed, isHigh };
      return;
    }
  }

  /** The logarithm below which a share of the amounts lies. */
  #at(share: number): number {
    let before = 0;
    for (const [step, count] of this.#steps.entries()) {
      before += count;
      if (before >= share * this.#count) return LOWEST + step * STEP;
    }
    return HIGHEST;
  }
}

function keep(
  list: Placed[],
  log: number,
  sign: 1 | -1,
  value: number,
  where: () => Placed["where"],
): void {
  if (list.length > MOST && sign * log <= sign * list.at(-1)!.log) return;
  const at = list.findIndex((one) => sign * log > sign * one.log);
  list.splice(at < 0 ? list.length : at, 0, { log, value, where: where() });
  if (list.length > MOST + 1) list.pop();
}

export class OutlyingAmounts {
  readonly #problems: Problems;
  readonly #columns = new Map<string, Amounts>();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  addRow(batch: Batch, at: number, { numbers, count }: Header): void {
    for (const { key, column, place, index } of numbers) {
      if (column.type !== "money") continue;
      const amount = batch.quantity(place, at);
      if (amount?.qualifier !== "exact" || amount.suppressed || amount.value <= 0) continue;
      const matters = count && batch.quantity(count.place, at);
      if (count && !matters?.value) continue;
      let seen = this.#columns.get(key);
      if (!seen) {
        seen = new Amounts(column.label);
        this.#columns.set(key, seen);
      }
      seen.add(amount.value / (matters?.value ?? 1), amount.value, () => ({
        file: batch.file,
        row: batch.rows[at]!,
        index,
      }));
    }
  }

  endOfYear(): void {
    for (const column of this.#columns.values()) {
      for (const { placed, isHigh } of column.outlying()) {
        const { file, row, index } = placed.where;
        this.#problems.add({
          code: "amount-unusual",
          file,
          cell: cellName(index, row),
          column: column.label,
          value: `合${placed.value}元`,
          ...(isHigh ? TOO_MUCH : TOO_LITTLE),
        });
      }
    }
  }
}

const TOO_MUCH = {
  why: "比这一列一般的数大一千倍以上，多半是以元写的数填进了以万元为单位的一列，或多打了几个零",
  fix: "核对单位和位数，写错的改正；确实如此就不用改",
};
const TOO_LITTLE = {
  why: "只有这一列一般的数的千分之一，多半是以万元写的数填进了以元为单位的一列，或漏写了“万”",
  fix: "核对单位和位数，写错的改正；确实如此就不用改",
};
