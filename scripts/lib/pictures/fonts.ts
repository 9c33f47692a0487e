/** The font of the pictures: from npm, so that every machine draws the same; none of the system's own. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { glyphsOf } from "../../../src/charts/pictures/glyphs.ts";
import type { Font } from "../../../src/charts/pictures/lines.ts";

const require = createRequire(import.meta.url);
const FONT_PACKAGE = "@expo-google-fonts/noto-sans-sc";
const WEIGHTS = ["400Regular/NotoSansSC_400Regular.ttf", "700Bold/NotoSansSC_700Bold.ttf"];

/** What decides how a picture's SVG becomes pixels. */
export const RENDERER = [FONT_PACKAGE, "@resvg/resvg-js"]
  .map((name) => `${name}@${require(`${name}/package.json`).version}`)
  .join(" ");

export interface FontFiles extends Font {
  /** Both weights, whole. */
  paths: readonly string[];
  /** Both weights with these characters alone: the whole font would take most of the time. */
  subsets(characters: Iterable<string>): Promise<Buffer[]>;
}

export function pictureFont(): FontFiles {
  const folder = dirname(require.resolve(`${FONT_PACKAGE}/package.json`));
  const paths = WEIGHTS.map((file) => join(folder, file));
  const files = paths.map((path) => readFileSync(path));
  return {
    paths,
    plain: glyphsOf(files[0]!),
    bold: glyphsOf(files[1]!),
    async subsets(characters) {
      const { default: subsetFont } = await import("subset-font");
      const text = [...characters].join("");
      return Promise.all(files.map((file) => subsetFont(file, text, { targetFormat: "sfnt" })));
    },
  };
}
