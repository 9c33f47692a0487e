import type { APIRoute } from "astro";
import { SCRIPTS, type ScriptName, script } from "../../explore/scripts.ts";

export function getStaticPaths() {
  return SCRIPTS.map((name) => ({ params: { script: name } }));
}

export const GET: APIRoute = async ({ params }) =>
  new Response(await script(params.script as ScriptName), {
    headers: { "Content-Type": "text/javascript; charset=utf-8" },
  });
