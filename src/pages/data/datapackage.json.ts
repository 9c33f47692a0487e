import type { APIRoute } from "astro";
import { dataPackage } from "../../downloads/data-package.ts";
import { jsonResponse } from "../../downloads/files.ts";
import { currentSite } from "../../load/current.ts";

/** The title says whether the data are invented. */
export const GET: APIRoute = async () => jsonResponse(dataPackage(await currentSite()), false);
