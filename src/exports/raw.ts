/** Whether a file in the data folder is an export as a system wrote it. */
import type { Dataset } from "../datasets/define.ts";
import { startOf } from "../ingest/bytes/start.ts";
import type { ExportNamed, RawExport } from "../ingest/raw-exports.ts";
import { columnKey } from "../ingest/rows/column-names.ts";
import { findHeader, HEADER_WITHIN } from "../ingest/rows/find-header.ts";
import { layoutOf } from "../ingest/rows/layout.ts";
import { tidy } from "../ingest/text/tidy.ts";
import { isAnnualForm } from "./annual-form.ts";
import { meantHead } from "./code-heads.ts";
import { slackNames, workbookRows } from "./file-tables.ts";
import { annualSystem } from "./index.ts";
import { recognise } from "./recognise.ts";

export const exportNamed: ExportNamed = async (source, onUnseen) => {
  const sheets = await workbookRows(source, onUnseen);
  if (!sheets) {
    const { header, rows } = layoutOf(await startOf(source), slackNames());
    const raw = rows.map((cells, at) => ({ cells, row: at + 1 }));
    return exportWith(header?.cells) ?? (isAnnualForm(raw) ? FORM : null);
  }
  for (const rows of sheets) {
    if (isAnnualForm(rows.slice(0, HEADER_WITHIN))) return FORM;
    const header = findHeader(rows.slice(0, HEADER_WITHIN), slackNames());
    const found = exportWith(header?.cells, { workbook: true });
    if (found) return found;
  }
  return null;
};

const FORM: RawExport = { label: annualSystem.label, dataset: annualSystem.of.dataset };

/** A workbook is not read, whoever wrote it; of CSVs those are the site's own whose names it knows. */
function exportWith(heads: readonly string[] = [], { workbook = false } = {}): RawExport | null {
  const found = recognise(heads.map(meantHead));
  if (!found) return null;
  const { system, certain } = found;
  const { dataset } = system.of;
  if (!workbook && (isMostlyOwn(heads, dataset) || (!certain && hasAllRequired(heads, dataset)))) {
    return null;
  }
  return { label: certain ? system.label : `业务系统（${system.label}）`, dataset };
}

function isMostlyOwn(heads: readonly string[], dataset: Dataset): boolean {
  const said = heads.filter((head) => tidy(head) !== "");
  return said.filter((head) => columnKey(dataset, head)).length * 2 >= said.length;
}

function hasAllRequired(heads: readonly string[], dataset: Dataset): boolean {
  const keys = new Set(heads.map((head) => columnKey(dataset, head)));
  return Object.entries(dataset.columns).every(([key, { required }]) => !required || keys.has(key));
}
