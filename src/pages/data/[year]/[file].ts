import type { APIRoute, GetStaticPaths } from "astro";
import { datasets } from "../../../datasets/index.ts";
import { crossCsv, crossJson, crossRows } from "../../../downloads/crosses.ts";
import { figureJson, figuresTable, listedFigures } from "../../../downloads/figures.ts";
import { csvResponse, jsonResponse } from "../../../downloads/files.ts";
import {
  linesOf,
  releaseJson,
  releaseTable,
  rowsJson,
  rowsTable,
} from "../../../downloads/rows.ts";
import { currentSite } from "../../../load/current.ts";
import type { Year } from "../../../site/year.ts";
import { alikeText } from "../../../text/alike.ts";

/** `/data/<year>/<dataset>.csv|json` and `figures.csv|json`: plain file addresses. */
export const getStaticPaths = (async () => {
  const { years } = await currentSite();
  return years.flatMap((year) => {
    const names = datasets.filter(({ id }) => linesOf(year, id) > 0).map(({ id }) => id);
    return ["figures", ...names, ...year.tables.keys()].flatMap((name) =>
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
  const table = year.tables.get(name);
  if (table) {
    if (format === "csv") return csvResponse(crossCsv(year, table), demo);
    const head = { bureau, year: year.year, period: year.period, ...crossJson(table) };
    return jsonResponse(head, demo, crossRows(table));
  }
  const dataset = datasets.find(({ id }) => id === name);
  const release = year.release(name);
  const rows = year.rows.get(name) ?? [];
  if (format === "csv") {
    if (!dataset) return csvResponse(figuresTable([year], site.metrics), demo);
    return csvResponse(release ? releaseTable(release) : rowsTable(dataset, rows), demo);
  }
  const head = { bureau, year: year.year, period: year.period };
  if (!dataset) {
    const figures = listedFigures(year, site.metrics).map((figure) => figureJson(year, figure));
    return jsonResponse({ ...head, figures }, demo);
  }
  const note = `${alikeText("（null）")}。`;
  const alike = release && release.lines > release.individualRows ? { note } : {};
  return jsonResponse(
    { ...head, dataset: name, label: dataset.label, ...alike },
    demo,
    release ? releaseJson(release) : rowsJson(dataset, rows),
  );
};
