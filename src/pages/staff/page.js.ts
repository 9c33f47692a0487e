import type { APIRoute } from "astro";
import { staffScript } from "../../layouts/scripts.ts";

export const GET: APIRoute = async () =>
  new Response(await staffScript(), {
    headers: { "Content-Type": "text/javascript; charset=utf-8" },
  });
