/** A chart's pictures as SVG for the renderer, made with what its font has. */
import type { Site, Year } from "../../site/year.ts";
import { type Colour, inColours, standaloneColours } from "../forms/palette.ts";
import type { Rendered } from "../render.ts";
import { frameOf, type PictureFrame } from "./frames.ts";
import type { PictureName } from "./kinds.ts";
import { type Content, type Drawing, picture } from "./layout.ts";
import type { Font } from "./lines.ts";
import { ABSENT, mended } from "./mended.ts";
import { type PictureWords, saidBy, saidOfYear } from "./said.ts";

export interface Made {
  svg: string;
  /** Characters of the data that the font has not, drawn as □. */
  absent: readonly string[];
}

export function pictureSvg(site: Site, rendered: Rendered, name: PictureName, font: Font): Made {
  const frame = frameOf(name);
  const colours = standaloneColours(site.config.colour);
  const { narrow, wide } = rendered;
  // What is as high as it likes shows the wide drawing; in a frame it is whichever fits.
  const shown = frame.height === undefined ? [wide] : [narrow, wide];
  const drawings = shown.flatMap((svg) => (svg ? [drawingOf(svg, colours)] : []));
  return made(frame, { said: saidBy(site, rendered), drawings, colours, font });
}

/** A year's card: what the home page says first, and the answers to its questions. */
export function yearCardSvg(
  site: Site,
  year: Year,
  headline: string,
  answers: PictureWords["items"],
  font: Font,
): Made {
  const colours = standaloneColours(site.config.colour);
  const said = saidOfYear(site, year, headline, answers);
  return made(frameOf("card"), { said, drawings: [], colours, font });
}

/** Where the font lacks a character, its picture says what stands in its place. */
function made(frame: PictureFrame, content: Content): Made {
  const first = mended(picture(frame, content), content.font);
  if (first.absent.length === 0) return first;
  const foot = [...content.said.foot, `${ABSENT}：图片的字体里没有的字，网页上有。`];
  const svg = picture(frame, { ...content, said: { ...content.said, foot } });
  return { ...first, svg: mended(svg, content.font).svg };
}

function drawingOf(svg: string, colours: Readonly<Record<Colour, string>>): Drawing {
  const [, width = "0", height = "0"] = /viewBox="0 0 (\d+) ([\d.]+)"/.exec(svg) ?? [];
  const inner = inColours(svg, colours)
    .replace(/^<svg/, "<g")
    .replace(/ viewBox="[^"]*"/, "")
    .replace(/<\/svg>$/, "</g>");
  return { inner, width: Number(width), height: Number(height) };
}
