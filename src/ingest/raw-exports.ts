/** Exports of other systems that were put into the data folder as they are: told, and not read. */
import type { Dataset } from "../datasets/define.ts";
import { Unreadable } from "./bytes/decode.ts";
import type { Source } from "./bytes/source.ts";
import type { Problems, Remark } from "./problems/problems.ts";
import type { TableSource } from "./rows/table.ts";

/** An export: which system's, and the dataset that its rows belong to. */
export interface RawExport {
  label: string;
  dataset: Dataset;
}

/**
 * Tells an export from a table of the site's own; null where it is none. Rooms that know systems hand it
 * in. `onUnseen` is told of what is personal in a workbook where nobody looks.
 */
export type ExportNamed = (
  source: Source,
  onUnseen?: (remark: Remark) => void,
) => Promise<RawExport | null>;

/** Every way in which a table may lie in the folder. */
const TABLE = /\.(?:csv|tsv|txt|xlsx?|xlsm|xlsb|et|ods|html?)$/i;

/** Says of each export what it is, in one message; gives the files that are none, and what the others hold. */
export async function withoutExports(
  files: readonly TableSource[],
  folder: string,
  exportNamed: ExportNamed,
  problems: Problems,
): Promise<{ others: TableSource[]; held: { path: string; dataset: Dataset }[] }> {
  const others: TableSource[] = [];
  const held: { path: string; dataset: Dataset }[] = [];
  for (const file of files) {
    const onUnseen = (remark: Remark) => problems.add({ ...remark, file: file.path });
    const found = TABLE.test(file.path) ? await exportIn(file, exportNamed, onUnseen) : null;
    if (!found) {
      others.push(file);
      continue;
    }
    held.push({ path: file.path, dataset: found.dataset });
    const path = `${folder}/${file.path}`;
    problems.add({
      code: "raw-export",
      file: file.path,
      why: `这是${found.label}的导出，列名、用词和网站的不同，里面多半有个人信息；没有计入`,
      fix: `运行 npm run import -- ${/[\s()&;'$]/.test(path) ? `"${path}"` : path}，不用先改它`,
    });
  }
  return { others, held };
}

/** What cannot be read is said when its table is read. */
async function exportIn(
  file: TableSource,
  exportNamed: ExportNamed,
  onUnseen: (remark: Remark) => void,
): Promise<RawExport | null> {
  try {
    return await exportNamed(file, onUnseen);
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
