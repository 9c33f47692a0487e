import type { APIRoute } from "astro";
import { script } from "../../explore/scripts.ts";

export const GET: APIRoute = async () =>
  new Response(await script("worker"), {
    headers: { "Content-Type": "text/javascript; charset=utf-8" },
  });
