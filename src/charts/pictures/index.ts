/** A chart's pictures: planned of what it says, and made as SVG for the renderer with what its font has. */
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

/** A picture before it is set: setting takes long, and whether it has changed is known without. */
export interface Planned {
  /** All that it shows, as text: what is the same makes the same picture. */
  shows: string;
  made: (font: Font) => Made;
}

export function pictureOf(site: Site, rendered: Rendered, name: PictureName): Planned {
  const frame = frameOf(name);
  return planned(site, frame, saidBy(site, rendered), drawingsFor(rendered, frame, name));
}

/** What is as high as it likes shows the wide drawing; in a frame it is whichever fits. */
function drawingsFor(
  { narrow, wide, column, phone }: Rendered,
  { height }: PictureFrame,
  name: PictureName,
): readonly (string | null)[] {
  if (height === undefined) return [wide];
  const isHigh = narrow !== null && highOf(narrow);
  return name === "phone" && isHigh ? [narrow, phone(), column(), wide] : [narrow, wide];
}

/** Whether an upright picture would have to make a drawing of a phone's width smaller. */
function highOf(svg: string): boolean {
  const { width, height } = sizeOf(svg);
  return height > width * 1.1;
}

/** A year's card: what the home page says first, and the answers to its questions. */
export function yearCardOf(
  site: Site,
  year: Year,
  headline: string,
  answers: PictureWords["items"],
): Planned {
  return planned(site, frameOf("card"), saidOfYear(site, year, headline, answers), []);
}

function planned(
  site: Site,
  frame: PictureFrame,
  said: PictureWords,
  drawings: readonly (string | null)[],
): Planned {
  const colours = standaloneColours(site.config.colour);
  const svgs = drawings.filter((svg) => svg !== null);
  return {
    shows: JSON.stringify({ frame, said, svgs, colours }),
    made(font) {
      const set = svgs.map((svg) => drawingOf(svg, colours));
      return made(frame, { said, drawings: set, colours, font });
    },
  };
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
  const inner = inColours(svg, colours)
    .replace(/^<svg/, "<g")
    .replace(/ viewBox="[^"]*"/, "")
    .replace(/<\/svg>$/, "</g>");
  return { inner, ...sizeOf(svg) };
}

function sizeOf(svg: string): { width: number; height: number } {
  const [, width = "0", height = "0"] = /viewBox="0 0 (\d+) ([\d.]+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
}
