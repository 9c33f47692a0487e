import type { APIRoute } from "astro";
import { staffScripts } from "../../layouts/scripts.ts";

export const GET: APIRoute = async () =>
  new Response((await staffScripts()).workbooks, {
    headers: { "Content-Type": "text/javascript; charset=utf-8" },
  });
