import type { APIRoute, GetStaticPaths } from "astro";
import { figureJson } from "../../../downloads/figures.ts";
import { jsonResponse } from "../../../downloads/files.ts";
import { currentSite } from "../../../load/current.ts";

/** `/figures/<id>/<id>.json`: the figure in every year. */
export const getStaticPaths = (async () => {
  const { metrics } = await currentSite();
  return [...metrics.keys()].map((id) => ({ params: { id, file: id } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const site = await currentSite();
  const content = {
    bureau: site.config.bureau,
    years: site.years.flatMap((year) => {
      const figure = year.figures.get(params.id ?? "");
      return figure ? [figureJson(year, figure)] : [];
    }),
  };
  return jsonResponse(content, site.config.demo);
};
