/** The texts of all pages as one file: each text once, because many pages say the same. */
import { gzipSync } from "node:zlib";
import { initialsOf } from "./initials.ts";
import { type PackedPlace, packed, type SearchIndex } from "./packed.ts";
import type { PageText } from "./page-text.ts";

/** Pages by address, in their order. */
export function searchIndex(pages: ReadonlyMap<string, PageText>): SearchIndex {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const listed = [...pages].map(
    ([address, { title, places }]) =>
      [
        address,
        title,
        ...places.map(({ id, texts }): PackedPlace => [id, ...texts.map(numberOf)]),
      ] as const,
  );
  const initials = listed.map(([, title]) => initialsOf(title));
  return { texts: [...numbers.keys()], pages: listed, initials };
}

/** Gzipped, so that any host serves it small. */
export function searchFile(index: SearchIndex): Uint8Array {
  return gzipSync(JSON.stringify(packed(index)), { level: 9 });
}
