/** Names for matters that are the same at every import and tell nobody their numbers. */
import { createHash, hash, randomBytes } from "node:crypto";

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
  const keyed = hmac(key);
  return (id) => {
    const bytes = keyed(id);
    let name = "x";
    for (let at = 0; at < NAME_BYTES; at++) name += PAIRS[bytes[at]!];
    return name;
  };
}
const NAME_BYTES = 8;
/** A byte in hexadecimal, its digits as letters. */
const PAIRS = Array.from({ length: 256 }, (_, byte) =>
  byte
    .toString(16)
    .padStart(2, "0")
    .replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!),
);

/** HMAC-SHA256, as `createHmac` gives it: that one is made anew for each of a million texts. */
function hmac(key: string): (text: string) => Uint8Array {
  const long = Buffer.byteLength(key) > BLOCK;
  const bytes = Buffer.alloc(BLOCK);
  (long ? hash("sha256", key, "buffer") : Buffer.from(key)).copy(bytes);
  const inner = bytes.map((byte) => byte ^ 0x36);
  const outer = bytes.map((byte) => byte ^ 0x5c);
  return (text) => {
    const first = hash("sha256", Buffer.concat([inner, Buffer.from(text)]), "buffer");
    return hash("sha256", Buffer.concat([outer, first]), "buffer");
  };
}
const BLOCK = 64;
