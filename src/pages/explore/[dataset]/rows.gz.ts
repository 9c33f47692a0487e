import type { APIRoute } from "astro";
import { explored, fileOf } from "../../../explore/pages.ts";
import type { ExploreTable } from "../../../explore/table.ts";
import { currentSite } from "../../../load/current.ts";

export async function getStaticPaths() {
  const tables = explored(await currentSite());
  return tables.map((table) => ({ params: { dataset: table.dataset.id }, props: { table } }));
}

export const GET: APIRoute<{ table: ExploreTable }> = async ({ props: { table } }) =>
  new Response(Buffer.from(fileOf(await currentSite(), table)), {
    headers: { "Content-Type": "application/gzip" },
  });
