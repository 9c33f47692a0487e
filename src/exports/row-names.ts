/** Names for matters that are the same at every import and tell nobody their numbers. */
import { createHash, createHmac, randomBytes } from "node:crypto";

/** The key's file, beside the data and never in git. */
export const KEY_FILE = ".import-key";

export function newKey(): string {
  return randomBytes(32).toString("hex");
}

/** Tells one key from another and nothing of it. */
export function keyPrint(key: string): string {
  return createHash("sha256").update(`print ${key}`).digest("hex").slice(0, 8);
}

/**
 * A number of a case or ticket → its name, all letters: one of a thousand names with digits would look
 * like somebody's telephone number, and Excel would read 1e5 as a number.
 */
export function rowNamer(key: string): (id: string) => string {
  return (id) => {
    const hash = createHmac("sha256", key).update(id).digest("hex").slice(0, 16);
    return `x${hash.replace(/\d/g, (digit) => LETTERS[Number(digit)]!)}`;
  };
}
const LETTERS = "ghijklmnop";
