/** The site the pages are made of: what the data folder named by SITE_DATA holds. */
import { resolve } from "node:path";
import { diskFolder } from "./ingest/disk.ts";
import { type Problem, problemCounts } from "./ingest/problems.ts";
import { loadSite, type Site } from "./site.ts";

export interface Loaded {
  site: Site | null;
  problems: Problem[];
}

/**
 * A build has read and checked the data before its pages ask for them: it hands them over here, so
 * that a million rows are read once. The pages are another copy of the program, bundled by Astro;
 * what both share is the process. So pages know things by their id, never by being the same object.
 */
const HANDED_OVER = Symbol.for("site of the build");
type Shared = typeof globalThis & { [HANDED_OVER]?: Loaded };

export function handOver(loaded: Loaded): void {
  (globalThis as Shared)[HANDED_OVER] = loaded;
}

// Module state on purpose: the development server evaluates this module again whenever the data
// changed (scripts/lib/live-data.ts).
let loading: Promise<Loaded> | undefined;

/** The site, or null where the data has errors, and every problem. Read once however often it is called. */
export async function currentData(): Promise<Loaded> {
  const handed = (globalThis as Shared)[HANDED_OVER];
  if (handed) return handed;
  loading ??= loadSite(diskFolder(resolve(process.env.SITE_DATA ?? "data")));
  return loading;
}

/** The site; throws where the data has errors, because build and dev have shown them before any page asks. */
export async function currentSite(): Promise<Site> {
  const { site, problems } = await currentData();
  if (site) return site;
  throw new Error(`数据有${problemCounts(problems)}，网站不能生成。运行 npm run check 看详细。`);
}
