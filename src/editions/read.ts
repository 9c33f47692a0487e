/** data/releases/: a folder a version, in it a file a chart and year; style sheets that they share beside. */
import { gunzipSync, strFromU8 } from "fflate";
import type { Folder } from "../ingest/folder.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import type { TableSource } from "../ingest/rows/table.ts";
import { byTime, dayOf, EDITIONS_FOLDER, type Edition, type PublishedState } from "./define.ts";

/** `releases/2024-02-01/cases-by-field-2023.json.gz`. */
const STATE = new RegExp(`^${EDITIONS_FOLDER}/([^/]+)/([\\w-]+)-(\\d{4})\\.json\\.gz$`);
const SHEET = new RegExp(`^${EDITIONS_FOLDER}/([0-9a-f]+)\\.css$`);

/** In the order of their publication. */
export async function readEditions(folder: Folder, problems: Problems): Promise<Edition[]> {
  const editions = new Map<string, { states: PublishedState[]; withdrawn: Edition["withdrawn"] }>();
  const files = (await folder.files()) ?? [];
  const sheets = new Map<string, string>();
  for (const file of files) {
    const hash = SHEET.exec(file.path)?.[1];
    if (hash) sheets.set(hash, strFromU8(await bytesOf(file)));
  }
  for (const file of files) {
    const [, version = "", id = "", year = ""] = STATE.exec(file.path) ?? [];
    if (!dayOf(version)) continue;
    const edition = editions.get(version) ?? { states: [], withdrawn: [] };
    editions.set(version, edition);
    // What was taken back is an empty file: its address stays.
    if (file.size === 0) {
      edition.withdrawn = [...edition.withdrawn, { id, year: Number(year) }];
      continue;
    }
    const state = stateIn(await bytesOf(file), sheets);
    if (state) edition.states.push(state);
    else
      problems.add({
        code: "release-unreadable",
        file: file.path,
        why: "这是已经发布过的图的存档，内容坏了，它的网址会打不开",
        fix: "恢复成发布时的样子，发布过的存档不要改；确实要撤下的，运行“npm run release -- --withdraw”",
      });
  }
  return [...editions]
    .map(([version, edition]) => ({ version, day: dayOf(version) ?? "", ...edition }))
    .sort(byTime);
}

function stateIn(bytes: Uint8Array, sheets: ReadonlyMap<string, string>): PublishedState | null {
  try {
    const state: PublishedState = JSON.parse(strFromU8(gunzipSync(bytes)));
    const sheet = sheets.get(state.sheet);
    return sheet === undefined ? null : { ...state, sheet };
  } catch {
    return null;
  }
}

async function bytesOf(file: TableSource): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk.slice());
  return Buffer.concat(chunks);
}
