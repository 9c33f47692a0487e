import type { APIRoute, GetStaticPaths } from "astro";
import { currentSite } from "../../../current.ts";
import { datasets } from "../../../datasets/index.ts";
import { csvResponse, jsonResponse } from "../../../downloads/csv.ts";
import { figureJson, figuresTable } from "../../../downloads/figures.ts";
import { rowsJson, rowsTable } from "../../../downloads/rows.ts";
import type { Year } from "../../../site.ts";

/** `/data/<year>/<dataset>.csv|json` and `figures.csv|json`: plain file addresses. */
export const getStaticPaths = (async () => {
  const { years } = await currentSite();
  return years.flatMap((year) => {
    const names = datasets
      .filter((dataset) => (year.rows.get(dataset.id) ?? []).length > 0)
      .map((dataset) => dataset.id);
    return ["figures", ...names].flatMap((name) =>
      ["csv", "json"].map((format) => ({
        params: { year: String(year.year), file: `${name}.${format}` },
        props: { year, name, format },
      })),
    );
  });
}) satisfies GetStaticPaths;

interface Props {
  year: Year;
  name: string;
  format: string;
}

export const GET: APIRoute<Props> = async ({ props: { year, name, format } }) => {
  const site = await currentSite();
  const { demo, bureau } = site.config;
  const dataset = datasets.find(({ id }) => id === name);
  const rows = year.rows.get(name) ?? [];
  if (format === "csv") {
    return csvResponse(dataset ? rowsTable(dataset, rows, demo) : figuresTable(site, [year]));
  }
  const notice = demo ? { notice: "演示数据" } : {};
  return jsonResponse(
    dataset
      ? {
          ...notice,
          bureau,
          year: year.year,
          dataset: name,
          label: dataset.label,
          rows: rowsJson(dataset, rows),
        }
      : {
          ...notice,
          bureau,
          year: year.year,
          figures: [...year.figures.values()].map((figure) => figureJson(year, figure)),
        },
  );
};
