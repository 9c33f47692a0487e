import type { APIRoute } from "astro";
import { currentSite } from "../load/current.ts";

/** Everything may be read; where all addresses stand, once the site's own is known. */
export const GET: APIRoute = async () => {
  const { url } = (await currentSite()).config;
  const map = url ? `\nSitemap: ${url}sitemap.xml\n` : "";
  return new Response(`User-agent: *\nAllow: /\n${map}`, {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
};
