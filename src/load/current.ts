/** The site the pages are made of: what the data folder named by SITE_DATA holds on the day SITE_TODAY. */
import { resolve } from "node:path";
import { diskFolder } from "../ingest/disk.ts";
import type { Problem } from "../ingest/problems/problems.ts";
import { problemCounts } from "../ingest/problems/words.ts";
import type { Site } from "../site/year.ts";
import { loadSite } from "./load-site.ts";

interface Loaded {
  site: Site | null;
  problems: Problem[];
}

// Module state on purpose: a build evaluates this module once, for its check and for its pages
// (scripts/lib/own-modules.ts), so it reads the data once; the development server evaluates it
// again whenever the data changed (scripts/lib/live-data.ts).
let folder: string | undefined;
let loading: Promise<Loaded> | undefined;

/** The site, or null where the data has errors, and every problem. Read once however often it is called. */
export function currentData(onProgress?: (doing: string) => void): Promise<Loaded> {
  const wanted = resolve(process.env.SITE_DATA ?? "data");
  if (!loading || folder !== wanted) {
    folder = wanted;
    loading = loadSite(diskFolder(wanted), {
      today: process.env.SITE_TODAY ?? null,
      editionDay: process.env.SITE_RELEASE ?? null,
      ...(onProgress ? { onProgress } : {}),
    });
  }
  return loading;
}

/** The site; throws where the data has errors, because build and dev have shown them before any page asks. */
export async function currentSite(): Promise<Site> {
  const { site, problems } = await currentData();
  if (site) return site;
  throw new Error(`数据有${problemCounts(problems)}，网站不能生成。运行 npm run check 看详细。`);
}
