/** A chart of a year as a schema.org Dataset, by which search engines for data find it. */

import { yearPageOf } from "../charts/define.ts";
import { pictureAddress } from "../charts/pictures/kinds.ts";
import { publishedOf } from "../charts/published.ts";
import { plain, type Rendered } from "../charts/render.ts";
import { periodOf, tidyValues } from "../charts/tidy.ts";
import type { SiteConfig } from "../ingest/config/site-config.ts";
import type { Site, Year } from "../site/year.ts";
import { demoBefore, demoNamed, INVENTED } from "../text/demo.ts";
import { fileAddress } from "./chart-files.ts";

const TYPES = { csv: "text/csv", json: "application/json", zip: "application/zip" } as const;

/** `root` stands before the addresses where the site's own is not known. */
export function datasetOf(
  site: Site,
  year: Year,
  rendered: Rendered,
  root: string,
): Record<string, unknown> {
  const { config } = site;
  const { chart, title, view, source } = rendered;
  const base = config.url || root;
  const body = { "@type": "GovernmentOrganization", name: config.bureau };
  const published = publishedOf(year);
  const periods = tidyValues(rendered).map((value) => periodOf(site, value));
  const [from = year.period.from] = periods.map((period) => period.from).sort();
  const until =
    periods
      .map((period) => period.until)
      .sort()
      .at(-1) ?? year.period.until;
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: demoNamed(title, config.demo),
    description: [
      demoBefore(config.demo, "，"),
      config.demo ? `${INVENTED}。` : "",
      chart.question,
      plain(view.subtitle),
      ...view.notes.map(plain),
      `来源：${source}。`,
    ].join(""),
    url: `${base}${yearPageOf(chart, year.year)}`,
    inLanguage: "zh-CN",
    isAccessibleForFree: true,
    creator: body,
    publisher: body,
    temporalCoverage: `${from}/${until}`,
    ...(config.region && { spatialCoverage: config.region }),
    ...(published && { datePublished: published }),
    ...(rendered.corrected && { dateModified: rendered.corrected }),
    ...(config.licence && { license: licenceOf(config) }),
    includedInDataCatalog: { "@type": "DataCatalog", name: config.title, url: `${base}data/` },
    variableMeasured: chart.figures.flatMap((id) => {
      const figure = year.figures.get(id);
      return figure && site.metrics.has(id)
        ? [{ "@type": "PropertyValue", name: figure.metric.label, unitText: figure.unit }]
        : [];
    }),
    image: `${base}${pictureAddress(chart, year.year, "chart")}`,
    distribution: (["csv", "json", "zip"] as const).map((format) => ({
      "@type": "DataDownload",
      encodingFormat: TYPES[format],
      contentUrl: `${base}${fileAddress(chart, year.year, format)}`,
    })),
  };
}

/** An address is one, words are a work's name. */
function licenceOf({ licence }: SiteConfig): unknown {
  return /^https?:\/\/\S+$/.test(licence) ? licence : { "@type": "CreativeWork", name: licence };
}
