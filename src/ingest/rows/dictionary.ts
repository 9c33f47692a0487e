/** Dictionary encoding: each value of a column is kept once, and stands under a small number. */
import type { Value } from "../../values/value.ts";

/** The code of an empty cell, and of a column that the file does not have. */
export const NULL_CODE = 0;
/** In the place of a code: the value is in no dictionary but with its row, as hardly another row holds it. */
export const UNINTERNED = -1;

/** A value as it stands in a row: under its code, or uninterned. */
export interface Encoded {
  code: number;
  value: Value;
}

/** The values of one column, each once. */
export class Dictionary {
  readonly values: Value[] = [null];
  readonly #codes = new Map<string, number>();

  codeOf(value: Value): number {
    if (value === null) return NULL_CODE;
    const key = keyOf(value);
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.values.length;
      this.values.push(value);
      this.#codes.set(key, code);
    }
    return code;
  }
}

const NO_WORDS = { before: "", digits: "", after: "", behind: "" };
/** What no other value of the same column has. */
function keyOf(value: Exclude<Value, null>): string {
  if (typeof value === "string") return value;
  if ("qualifier" in value) {
    const { before, digits, after, behind } = value.words ?? NO_WORDS;
    return [value.value, value.qualifier, value.suppressed, before, digits, after, behind].join(
      "\u0000",
    );
  }
  return value.join("\u0000");
}
