import type { APIRoute, GetStaticPaths } from "astro";
import type { Chart } from "../../../charts/define.ts";
import { givenYears, render } from "../../../charts/render.ts";
import { standaloneSvg } from "../../../charts/standalone.ts";
import { chartJson, chartTable } from "../../../downloads/charts.ts";
import { csvResponse, jsonResponse } from "../../../downloads/files.ts";
import { currentSite } from "../../../load/current.ts";
import type { Year } from "../../../site/year.ts";
import { shownCharts } from "../../../topics/shown.ts";

const FORMATS = ["svg", "csv", "json"] as const;

/** `<id>-<year>.svg|csv|json` of every chart and year that has something to show: plain file addresses. */
export const getStaticPaths = (async () => {
  const site = await currentSite();
  return shownCharts(site).flatMap((chart) =>
    givenYears(site, chart).flatMap((year) =>
      FORMATS.map((format) => ({
        params: { id: chart.id, file: `${chart.id}-${year.year}.${format}` },
        props: { chart, year, format },
      })),
    ),
  );
}) satisfies GetStaticPaths;

interface Props {
  chart: Chart;
  year: Year;
  format: (typeof FORMATS)[number];
}

export const GET: APIRoute<Props> = async ({ props: { chart, year, format } }) => {
  const site = await currentSite();
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
};
