import type { APIRoute, GetStaticPaths } from "astro";
import type { Chart } from "../../../../charts/define.ts";
import { idsOf } from "../../../../charts/renamed.ts";
import { chartYears, render } from "../../../../charts/render.ts";
import { OEMBED_FORMATS, type OembedFormat, oembed } from "../../../../downloads/oembed.ts";
import { currentSite } from "../../../../load/current.ts";
import { chartsToEmbed } from "../../../../questions/of-site.ts";
import type { Year } from "../../../../site/year.ts";

interface Props {
  chart: Chart;
  year: Year;
}

/** None while the site's own address is not known; under its old ids as well. */
export const getStaticPaths = (async () => {
  const site = await currentSite();
  return chartYears(site, site.config.url ? chartsToEmbed(site) : []).flatMap(({ params, props }) =>
    idsOf(site, params.id).flatMap((id) =>
      OEMBED_FORMATS.map((format) => ({ params: { ...params, id, format }, props })),
    ),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<Props> = async ({ props: { chart, year }, params }) => {
  const site = await currentSite();
  return oembed(site, render(site, chart, year), params.format as OembedFormat);
};
