/** What a build makes when all pages are there, for the development server: a picture or package when it is asked for. */
import { chartYears } from "../../../src/charts/render.ts";
import { pictureAt } from "../../../src/downloads/pictures.ts";
import { currentSite } from "../../../src/load/current.ts";
import { chartsToEmbed } from "../../../src/questions/of-site.ts";
import { drawnPng } from "./draw.ts";
import { pictureFont } from "./fonts.ts";
import { packageAddresses, packageOf, packed } from "./packages.ts";

export interface LiveFile {
  type: string;
  bytes: Uint8Array;
}

/** Null where the site has no such file. `served` gives what the server itself has at an address. */
export async function liveFile(
  address: string,
  served: (address: string) => Promise<Uint8Array>,
): Promise<LiveFile | null> {
  const site = await currentSite();
  const picture = pictureAt(site, address);
  if (picture) {
    const font = pictureFont();
    const { svg } = picture.made(font);
    return { type: "image/png", bytes: drawnPng(svg, picture.width, font.paths) };
  }
  for (const { props } of chartYears(site, chartsToEmbed(site))) {
    if (!packageAddresses(site, props).includes(address)) continue;
    const files = new Map<string, Uint8Array>();
    for (const { from } of packed(props)) files.set(from, await served(from));
    return { type: "application/zip", bytes: packageOf(site, props, files) };
  }
  return null;
}
