import type { APIRoute, GetStaticPaths } from "astro";
import { type ChartFileOf, chartFile, chartFiles } from "../../../downloads/chart-files.ts";
import { currentSite } from "../../../load/current.ts";
import { questionsOf } from "../../../questions/of-site.ts";

export const getStaticPaths = (async () => {
  const site = await currentSite();
  return chartFiles(
    site,
    questionsOf(site).map(({ chart }) => chart),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<ChartFileOf> = async ({ props }) =>
  chartFile(await currentSite(), props);
