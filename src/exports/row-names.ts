/** Names for matters that are the same at every import and tell nobody their numbers. */
import { createHash, hash, randomBytes } from "node:crypto";
import { isPlainId } from "../ingest/text/plain-id.ts";
import { numberForm } from "../ingest/text/tidy.ts";

/** The key's file, beside the data and never in git. */
export const KEY_FILE = ".import-key";

export function newKey(): string {
  return randomBytes(32).toString("hex");
}

/** Tells one key from another and nothing of it. */
export function keyPrint(key: string): string {
  return createHash("sha256").update(`print ${key}`).digest("hex").slice(0, 8);
}

/** Gives a matter's number a name; with its key another thread gives the same. */
export interface RowNamer {
  (id: string): string;
  key?: string;
}

/** The name of a number that is seen at one look to be one; undefined where it needs a closer look. */
export function plainName(text: string, nameId: RowNamer): string | undefined {
  return isPlainId(text) ? nameId(numberForm(text)) : undefined;
}

/**
 * A number of a case or ticket → its name, all letters: one of a thousand names with digits would look
 * like somebody's telephone number, and Excel would read 1e5 as a number.
 */
export function rowNamer(key: string): RowNamer {
  const keyed = hmac(key);
  const letters = Buffer.alloc(NAME_LENGTH, "x");
  const named = (id: string) => {
    const bytes = keyed(id);
    for (let at = 0; at < NAME_BYTES; at++) {
      const byte = bytes.charCodeAt(at);
      letters[2 * at + 1] = LETTERS[byte >> 4]!;
      letters[2 * at + 2] = LETTERS[byte & 15]!;
    }
    return letters.toString("latin1");
  };
  return Object.assign(named, { key });
}
const NAME_BYTES = 8;
export const NAME_LENGTH = 1 + 2 * NAME_BYTES;
/** The digits of hexadecimal, as letters. */
const LETTERS = Buffer.from("ghijklmnopabcdef");

/**
 * HMAC-SHA256, as `createHmac` gives it, a character a byte: that one is made anew for each of a million
 * texts, and a buffer for each takes twice the time.
 */
function hmac(key: string): (text: string) => string {
  const long = Buffer.byteLength(key) > BLOCK;
  const bytes = Buffer.alloc(BLOCK);
  (long ? hash("sha256", key, "buffer") : Buffer.from(key)).copy(bytes);
  const inner = bytes.map((byte) => byte ^ 0x36);
  const outer = Buffer.concat([bytes.map((byte) => byte ^ 0x5c), Buffer.alloc(DIGEST)]);
  // Room for any number; longer texts are put together anew.
  const room = Buffer.concat([inner, Buffer.alloc(ROOM)]);
  return (text) => {
    const whole =
      text.length * 3 <= ROOM
        ? room.subarray(0, BLOCK + room.write(text, BLOCK))
        : Buffer.concat([inner, Buffer.from(text)]);
    outer.write(hash("sha256", whole, "binary"), BLOCK, "latin1");
    return hash("sha256", outer, "binary");
  };
}
const DIGEST = 32;
const ROOM = 512;
const BLOCK = 64;
