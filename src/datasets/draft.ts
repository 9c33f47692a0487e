/**
 * The two columns of a row that was drawn from a report: its sentence, and what a person must decide.
 * Any table may have them, and while something is open nothing is published (src/ingest/rows/draft-rows.ts).
 */
export const DRAFT = { source: "原文", confirm: "待确认" } as const;

/** A cell of 待确认 is empty, or says 已确认; whatever else stands there is still a question. */
export function isOpen(mark: string): boolean {
  return !/^(?:\s*$|已(?:经)?(?:确认|核对|核实))/.test(mark.trim());
}
