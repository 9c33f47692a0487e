/**
 * Local suppression (Hundepool et al. 2012): quasi-identifiers of single records are left empty.
 * What of a record is suppressed is a number, its bit 0 the least important quasi-identifier; so a
 * smaller number gives up less.
 */
import type { Codes } from "./coded-columns.ts";

/** Distinct records: codes by column (0: empty cell) and how many matters each stands for. */
export interface Microdata {
  columns: readonly Codes[];
  weights: Float64Array;
  /** Columns by quasi-identifier, the most important first; columns of none are never shown. */
  quasiIdentifiers: readonly (readonly number[])[];
}

/** The suppression of one quasi-identifier only. */
export function suppressionOf({ quasiIdentifiers }: Microdata, at: number): number {
  return 1 << (quasiIdentifiers.length - 1 - at);
}

export function fullSuppression({ quasiIdentifiers }: Microdata): number {
  return 2 ** quasiIdentifiers.length - 1;
}

/** The columns that are still shown. */
export function columnsUnder(microdata: Microdata, suppression: number): number[] {
  return microdata.quasiIdentifiers.flatMap((columns, at) =>
    suppression & suppressionOf(microdata, at) ? [] : columns,
  );
}

/** By column, what records show: an empty cell and a suppressed one look the same. */
export function suppressedCodes(microdata: Microdata, suppressions: Uint32Array): Codes[] {
  const blank = new Uint8Array(suppressions.length);
  const shown: Codes[] = microdata.columns.map(() => blank);
  for (const [at, columns] of microdata.quasiIdentifiers.entries()) {
    const bit = suppressionOf(microdata, at);
    for (const column of columns) {
      const codes = microdata.columns[column]!.slice();
      for (let row = 0; row < suppressions.length; row++) {
        if (suppressions[row]! & bit) codes[row] = 0;
      }
      shown[column] = codes;
    }
  }
  return shown;
}
