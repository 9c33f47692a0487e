/** A site made of a few lines of data, for what its words must say of them. */
import { memoryFolder } from "../../src/ingest/folder.ts";
import { loadSite } from "../../src/load/load-site.ts";
import type { Site } from "../../src/site/year.ts";

const SITE = "数据性质: 演示\n单位名称: 青岚县综合行政执法局\n网站名称: 数据公开\n";

/** Files by their path; `settings` stands below the names in site.yaml. */
export async function madeSite(files: Record<string, string>, settings = ""): Promise<Site> {
  const { site, problems } = await loadSite(
    memoryFolder({
      "site.yaml": `${SITE}${settings}`,
      "vocabularies.yaml": "执法领域:\n  燃气:\n",
      ...files,
    }),
  );
  if (site) return site;
  throw new Error(JSON.stringify(problems.filter(({ severity }) => severity === "error")));
}
