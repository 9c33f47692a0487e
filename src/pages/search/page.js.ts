import type { APIRoute } from "astro";
import { script } from "../../layouts/scripts.ts";

export const GET: APIRoute = async () =>
  new Response(await script("search/page"), {
    headers: { "Content-Type": "text/javascript; charset=utf-8" },
  });
