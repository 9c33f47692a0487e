import type { APIRoute, GetStaticPaths } from "astro";
import { atomFeed } from "../downloads/feed.ts";
import { currentSite } from "../load/current.ts";

/** A feed names whole addresses: while the site's own is not known there is none. */
export const getStaticPaths = (async () =>
  (await currentSite()).config.url ? [{ params: { feed: "feed" } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = async () =>
  new Response(atomFeed(await currentSite()), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8" },
  });
