/** A chart of a year for those who paste its address: oEmbed, as files that lie beside the embed. */
import { frameCode } from "../charts/embed.ts";
import { embedHeight } from "../charts/embed-height.ts";
import type { Rendered } from "../charts/render.ts";
import type { Site } from "../site/year.ts";
import { demoBefore } from "../text/demo.ts";
import { cleanXml, escaped } from "../text/escape.ts";

export const OEMBED_FORMATS = ["json", "xml"] as const;
export type OembedFormat = (typeof OEMBED_FORMATS)[number];

/** From the site's root. */
export function oembedPath({ chart, year }: Rendered, format: OembedFormat): string {
  return `embed/${chart.id}/${year}/oembed.${format}`;
}

/** The column of an article that does not say how wide it is. */
const WIDTH = 640;

/** The code names a whole address, so it needs the site's own. */
export function oembed(site: Site, rendered: Rendered, format: OembedFormat): Response {
  const { config } = site;
  const said = {
    version: "1.0",
    type: "rich",
    title: `${demoBefore(config.demo, "：")}${rendered.title}`,
    author_name: config.bureau,
    author_url: config.url,
    provider_name: config.title,
    provider_url: config.url,
    width: WIDTH,
    height: embedHeight(rendered, config.demo),
    html: frameCode(site, rendered, config.url),
  };
  const xml = Object.entries(said).map(
    ([name, value]) => `<${name}>${escaped(`${value}`)}</${name}>`,
  );
  const text =
    format === "json"
      ? `${JSON.stringify(said)}\n`
      : cleanXml(
          `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>${xml.join("")}</oembed>\n`,
        );
  const type = format === "json" ? "application/json" : "text/xml";
  return new Response(text, { headers: { "Content-Type": `${type}; charset=utf-8` } });
}
