/** In a build the pages use our modules as Node itself loads them, and so those that the command has loaded. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AstroIntegration } from "astro";
import { ROOT } from "./places.ts";

const SOURCES = join(ROOT, "src", "/");
/** What only Vite can load: pages, and modules that import style sheets or sources as text. */
const FOR_VITE = /^(?:pages|styles)\/|^layouts\/scripts\.ts$/;

/**
 * Without this Astro would bundle a second copy of every module, and that copy would read the data
 * once more. So they are read once, and the pages show what was checked.
 */
export function ownModules(): AstroIntegration {
  return {
    name: "own-modules",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        if (command !== "build") return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: "own-modules",
                enforce: "pre",
                async resolveId(source, importer, options) {
                  if (!source.startsWith(".") || !source.endsWith(".ts")) return;
                  const found = await this.resolve(source, importer, options);
                  if (!found?.id.startsWith(SOURCES)) return;
                  if (FOR_VITE.test(found.id.slice(SOURCES.length).replaceAll("\\", "/"))) return;
                  return { id: pathToFileURL(found.id).href, external: "absolute" };
                },
              },
            ],
          },
        });
      },
    },
  };
}
