/** Astro, called from our own commands: what the environment must say before it is loaded. */
import { today } from "./clock.ts";
import { ROOT } from "./places.ts";

/** Names the data folder and the day of the pages (src/load/current.ts reads them), for this whole process. */
export function chooseData(data: string): void {
  // Bytes must not depend on where the builder sits.
  Object.assign(process.env, { SITE_DATA: data, SITE_TODAY: today(), TZ: "UTC" });
}

/** Loads Astro for a build into a folder or for the development server. */
export async function loadAstro(
  mode: "production" | "development",
  out?: string,
): Promise<typeof import("astro")> {
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: "1",
    ASTRO_DISABLE_UPDATE_CHECK: "true",
    NODE_ENV: mode,
  });
  if (out) process.env.SITE_OUT = out;
  // Astro's server does not answer where it believes to run inside Vitest.
  delete process.env.VITEST;
  // Astro keeps its half-done files in the output folder only where that is below the current one.
  process.chdir(ROOT);
  return import("astro");
}
