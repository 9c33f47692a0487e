/** A workbook → its sheets as rows of text, as they are meant and not as they are shown. */
import type { Sheet } from "./sheet.ts";

/**
 * The sheets of .xlsx, .xls and of a web page that is named .xls. Throws what the library says of a
 * broken file, and may never end: whoever calls it can end the thread (in-time.ts).
 */
export async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip && isCutOff(bytes)) throw new Error("the end of the file is missing");
  if (isZip && (await claimsTooMuch(bytes))) throw new Error("a part is said to be too long");
  // Whoever reads a CSV waits for neither; the two tell the same of an .xlsx, this one in half the time.
  if (isZip) {
    const { xlsxSheets } = await import("./xlsx.ts");
    const sheets = await xlsxSheets(bytes);
    if (sheets) return sheets;
  }
  const { anySheets } = await import("./any.ts");
  return anySheets(isZip ? await packedAnew(bytes) : bytes);
}

/** The library for all other kinds never ends at what cannot be unpacked: here that throws. */
async function packedAnew(bytes: Uint8Array): Promise<Uint8Array> {
  const { unzipSync, zipSync } = await import("fflate");
  return zipSync(unzipSync(bytes), { level: 0 });
}

/**
 * Whether a part is said to unpack to more than it can: a library would make room for gigabytes of
 * nothing, and count over them.
 */
async function claimsTooMuch(bytes: Uint8Array): Promise<boolean> {
  const { unzipSync } = await import("fflate");
  let tooMuch = false;
  const filter = ({ size, originalSize }: { size: number; originalSize: number }) => {
    tooMuch ||= originalSize > Math.min(size, bytes.length) * DENSEST + (1 << 10);
    return false;
  };
  try {
    unzipSync(bytes, { filter });
  } catch {
    // What else is wrong with it the library says that reads it.
  }
  return tooMuch;
}
/** No byte of the way in which a ZIP packs its parts stands for more. */
const DENSEST = 1032;

/**
 * The first rows of each sheet, for a first look: null where reading them all takes no longer, or
 * where they cannot be had alone.
 */
export async function firstSheetsOf(bytes: Uint8Array, rows: number): Promise<Sheet[] | null> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip || isCutOff(bytes)) return null;
  try {
    if (await claimsTooMuch(bytes)) return null;
    const [{ firstRows }, { xlsxSheets }] = await Promise.all([
      import("./first-rows.ts"),
      import("./xlsx.ts"),
    ]);
    const start = firstRows(bytes, rows);
    return start && xlsxSheets(start);
  } catch {
    // What is wrong with it is said when it is read whole.
    return null;
  }
}

/** Whether a ZIP file lacks the list at its end: a library would look for it for ever. */
function isCutOff(bytes: Uint8Array): boolean {
  const end = bytes.subarray(Math.max(0, bytes.length - LONGEST_END));
  return !new TextDecoder("latin1").decode(end).includes("PK\x05\x06");
}
const LONGEST_END = 22 + 0xffff;
