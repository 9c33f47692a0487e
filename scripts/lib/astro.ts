/** Astro, called from our own commands: what the environment must say before it is loaded. */
import { ROOT } from "./cli.ts";

/** Loads Astro for a build or for the development server; data and output are the pages' environment. */
export async function loadAstro(
  mode: "production" | "development",
  data: string,
  out?: string,
): Promise<typeof import("astro")> {
  Object.assign(process.env, {
    ASTRO_TELEMETRY_DISABLED: "1",
    ASTRO_DISABLE_UPDATE_CHECK: "true",
    NODE_ENV: mode,
    SITE_DATA: data,
    // Bytes must not depend on where the builder sits.
    TZ: "UTC",
  });
  if (out) process.env.SITE_OUT = out;
  // Astro's server does not answer where it believes to run inside Vitest.
  delete process.env.VITEST;
  // Astro keeps its half-done files in the output folder only where that is below the current one.
  process.chdir(ROOT);
  return import("astro");
}
