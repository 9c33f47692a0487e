/** What 改过编号的图 in site.yaml cannot do: charts are known only once there is a site. */
import { formerIds } from "../charts/renamed.ts";
import { nearest } from "../ingest/text/nearest.ts";
import { chartsToEmbed } from "../questions/of-site.ts";
import type { Site } from "../site/year.ts";

/** A reminder for each old id whose addresses lead nowhere, or that a chart of today has. */
export function lostNames(site: Site): string[] {
  const ids = chartsToEmbed(site).map(({ id }) => id);
  const reached = new Set(ids.flatMap((id) => formerIds(site, id)));
  return Object.entries(site.config.renamed).flatMap(([old, now]) => {
    if (ids.includes(old))
      return [
        `提醒：site.yaml 的“改过编号的图”里，“${old}”是现在就有的图，它的网址还是它自己的，这一行不起作用，可以删掉。`,
      ];
    if (reached.has(old)) return [];
    const near = nearest(now, ids);
    return [
      `提醒：site.yaml 的“改过编号的图”里，没有“${now}”这张图，“${old}”的旧网址打不开。${near ? `是不是“${near}”？` : "编号就是图的网址里的那一段，“全部图表”里找得到。"}`,
    ];
  });
}
