import type { APIRoute, GetStaticPaths } from "astro";
import { datasets } from "../../../datasets/index.ts";
import { crossJson, crossRows } from "../../../downloads/crosses.ts";
import { figureJson, listedFigures } from "../../../downloads/figures.ts";
import { csvResponse, jsonResponse, PLAIN } from "../../../downloads/files.ts";
import { releaseJson, rowsJson } from "../../../downloads/rows.ts";
import { tableNames, yearTable } from "../../../downloads/year-tables.ts";
import { currentSite } from "../../../load/current.ts";
import type { Year } from "../../../site/year.ts";
import { alikeText } from "../../../text/alike.ts";

/** `/data/<year>/<dataset>.csv|utf8.csv|json` and those of figures: plain file addresses. */
export const getStaticPaths = (async () => {
  const { years } = await currentSite();
  return years.flatMap((year) => {
    return tableNames(year).flatMap((name) =>
      ["csv", PLAIN, "json"].map((format) => ({
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
  if (format !== "json")
    return csvResponse(yearTable(site, year, name), demo, { isMarked: format !== PLAIN });
  const table = year.tables.get(name);
  if (table) {
    const head = { bureau, year: year.year, period: year.period, ...crossJson(year, table) };
    return jsonResponse(head, demo, crossRows(table));
  }
  const dataset = datasets.find(({ id }) => id === name);
  const release = year.release(name);
  const rows = year.rows.get(name) ?? [];
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
