import type { APIRoute } from "astro";
import { catalogue } from "../../downloads/catalogue.ts";
import { jsonResponse } from "../../downloads/files.ts";
import { currentSite } from "../../load/current.ts";

/** The title says whether the data are invented. */
export const GET: APIRoute = async () => jsonResponse(catalogue(await currentSite(), "../"), false);
