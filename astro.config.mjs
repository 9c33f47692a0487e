import { defineConfig } from "astro/config";
import { liveData } from "./scripts/lib/live-data.ts";
import { ownModules } from "./scripts/lib/own-modules.ts";

process.env.ASTRO_TELEMETRY_DISABLED = "1";

export default defineConfig({
  // The build writes to a staging folder first; see scripts/lib/output.ts.
  outDir: process.env.SITE_OUT ?? "dist",
  cacheDir: "node_modules/.astro",
  output: "static",
  // The development server would not find downloads, whose addresses end as files do.
  trailingSlash: process.env.NODE_ENV === "development" ? "ignore" : "always",
  // While one page is written another is made.
  build: { format: "directory", concurrency: 2 },
  compressHTML: true,
  devToolbar: { enabled: false },
  // Two routes with one address would silently lose a page.
  prerenderConflictBehavior: "error",
  integrations: [liveData(), ownModules()],
});
