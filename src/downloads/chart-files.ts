/** The files that lie beside a chart's page: `<id>-<year>.svg|csv|json`, plain addresses; all of them in one `.zip`. */
import { type Chart, pageOf } from "../charts/define.ts";
import { formerIds } from "../charts/renamed.ts";
import { chartYears, render } from "../charts/render.ts";
import { standaloneSvg } from "../charts/standalone.ts";
import type { Site, Year } from "../site/year.ts";
import { chartJson, chartTable } from "./charts.ts";
import { csvResponse, jsonResponse } from "./files.ts";

export const CHART_FORMATS = ["svg", "csv", "json"] as const;

export interface ChartFileOf {
  chart: Chart;
  year: Year;
  format: (typeof CHART_FORMATS)[number];
}

/** The address of one of them, from the site's root. */
export function fileAddress(
  chart: Pick<Chart, "id" | "folder">,
  year: number,
  format: string,
): string {
  return `${pageOf(chart)}${fileBeside(chart, year, format)}`;
}

/** The same from the chart's page. */
export function fileBeside({ id }: Pick<Chart, "id">, year: number, format: string): string {
  return `${id}-${year}.${format}`;
}

/** Every one of them, of every year that has something to show, as a page's static paths. */
export function chartFiles(site: Site, charts: readonly Chart[]) {
  return chartYears(site, charts).flatMap(({ props: { chart, year } }) =>
    // Under its old ids as well: what was linked goes on.
    [chart.id, ...formerIds(site, chart.id)].flatMap((id) =>
      CHART_FORMATS.map((format) => ({
        params: { id, file: fileBeside({ id }, year.year, format) },
        props: { chart, year, format },
      })),
    ),
  );
}

export function chartFile(site: Site, { chart, year, format }: ChartFileOf): Response {
  const rendered = render(site, chart, year);
  if (format === "svg") {
    return new Response(standaloneSvg(site, rendered), {
      headers: { "Content-Type": "image/svg+xml; charset=utf-8" },
    });
  }
  const { demo } = site.config;
  return format === "csv"
    ? csvResponse(chartTable(site, rendered), demo)
    : jsonResponse(chartJson(site, rendered), demo);
}
