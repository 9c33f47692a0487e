import type { APIRoute } from "astro";
import { currentSite } from "../load/current.ts";
import { pageSheet } from "../styles/sheets.ts";

export const GET: APIRoute = async () => {
  const { config } = await currentSite();
  return new Response(pageSheet(config), {
    headers: { "Content-Type": "text/css; charset=utf-8" },
  });
};
