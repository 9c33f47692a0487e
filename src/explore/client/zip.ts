import { strToU8, zipSync } from "fflate";

/** 1980-01-01, the zero of zip, in the local time that zip writes: no clock, the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/** A zip of a few texts: two files a visitor saves with one click. */
export function zip(files: readonly { name: string; text: string }[]): Blob {
  const entries = files.map(({ name, text }) => [name, strToU8(text)] as const);
  return new Blob([zipSync(Object.fromEntries(entries), { mtime: NO_TIME, level: 6 })], {
    type: "application/zip",
  });
}
