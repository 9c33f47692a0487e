/** The file of rows (file.ts) read back. */
import type { FileHead, Rows } from "./head.ts";

export function unpacked(bytes: Uint8Array): { head: FileHead; rows: Rows } {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const head: FileHead = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + size)));
  let at = 4 + size;
  const columns = head.columns.map((column) => {
    const codes = codesOf(bytes, at, head.lines, column.bytes);
    at += head.lines * column.bytes;
    return { ...column, codes };
  });
  return { head, rows: { ...head, columns } };
}

function codesOf(bytes: Uint8Array, at: number, lines: number, width: number): ArrayLike<number> {
  if (width === 1) return bytes.subarray(at, at + lines);
  const codes = width === 2 ? new Uint16Array(lines) : new Uint32Array(lines);
  for (let plane = 0; plane < width; plane++) {
    const own = bytes.subarray(at + plane * lines);
    for (let i = 0; i < lines; i++) codes[i]! |= own[i]! << (8 * plane);
  }
  return codes;
}
