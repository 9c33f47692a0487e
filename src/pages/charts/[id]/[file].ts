import type { APIRoute, GetStaticPaths } from "astro";
import { type ChartFileOf, chartFile, chartFiles } from "../../../downloads/chart-files.ts";
import { currentSite } from "../../../load/current.ts";
import { shownCharts } from "../../../topics/shown-charts.ts";

export const getStaticPaths = (async () => {
  const site = await currentSite();
  return chartFiles(site, shownCharts(site));
}) satisfies GetStaticPaths;

export const GET: APIRoute<ChartFileOf> = async ({ props }) =>
  chartFile(await currentSite(), props);
