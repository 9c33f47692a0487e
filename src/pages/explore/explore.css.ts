import type { APIRoute } from "astro";
import sheet from "../../styles/explore.css?inline";

export const GET: APIRoute = () =>
  new Response(sheet, { headers: { "Content-Type": "text/css; charset=utf-8" } });
