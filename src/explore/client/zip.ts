/** A zip of a few texts, stored as they are: two files a visitor saves with one click. */

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** 1980-01-01, the zero of zip: no clock. */
const DAY_ZERO = 0x21;
/** Names are UTF-8. */
const UTF8 = 0x800;

export function zip(files: readonly { name: string; text: string }[]): Blob {
  const encoder = new TextEncoder();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const file of files) {
    const [name, bytes] = [encoder.encode(file.name), encoder.encode(file.text)];
    const common = [20, UTF8, 0, 0, DAY_ZERO];
    const sizes = [crc32(bytes), bytes.length, bytes.length];
    const local = record(0x04034b50, common, sizes, [name.length, 0]);
    directory.push(
      record(0x02014b50, [20, ...common], sizes, [name.length, 0, 0, 0, 0], [0, offset]),
      name,
    );
    parts.push(local, name, bytes);
    offset += local.length + name.length + bytes.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record(0x06054b50, [0, 0, files.length, files.length], [size, offset], [0]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

/** A signature, then runs of 16-bit and 32-bit numbers in turn. */
function record(signature: number, ...runs: number[][]): Uint8Array<ArrayBuffer> {
  const wide = (run: number) => (run % 2 === 0 ? 2 : 4);
  const length = 4 + runs.reduce((sum, run, i) => sum + run.length * wide(i), 0);
  const view = new DataView(new ArrayBuffer(length));
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [i, run] of runs.entries()) {
    for (const value of run) {
      if (wide(i) === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += wide(i);
    }
  }
  return new Uint8Array(view.buffer);
}
