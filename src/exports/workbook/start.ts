/** Whether a file begins as a workbook does: PK is an .xlsx, D0CF an .xls; a web page says so. */
export function isWorkbook(start: Uint8Array): boolean {
  if (start[0] === 0x50 && start[1] === 0x4b) return true;
  if (start[0] === 0xd0 && start[1] === 0xcf) return true;
  const text = new TextDecoder("latin1").decode(start).replace(/\0/g, "").trimStart();
  return /^(?:\ufeff|ï»¿|ÿþ)?\s*<(?:!doctype|html|table|\?xml|head|meta|style)/i.test(text);
}
