/** A ZIP of each chart and year: its data, its drawing, and what is to be known of them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, type ZipOptions, type Zippable, zipSync } from "fflate";
import { pictureAddress } from "../../../src/charts/pictures/kinds.ts";
import { idsOf } from "../../../src/charts/renamed.ts";
import { chartYears, render } from "../../../src/charts/render.ts";
import { CHART_FORMATS, fileAddress, fileBeside } from "../../../src/downloads/chart-files.ts";
import { readmeText } from "../../../src/downloads/readme.ts";
import { chartsToEmbed } from "../../../src/questions/of-site.ts";
import type { Site } from "../../../src/site/year.ts";

/** Of the files as they lie in the finished site. */
export function writePackages(site: Site, folder: string): void {
  for (const one of chartYears(site, chartsToEmbed(site))) {
    const files = new Map(
      packed(one.props).map(({ from }) => [from, readFileSync(join(folder, from))]),
    );
    const bytes = packageOf(site, one.props, files);
    for (const address of packageAddresses(site, one.props))
      writeFileSync(join(folder, address), bytes);
  }
}

type Of = Pick<ReturnType<typeof chartYears>[number]["props"], "chart" | "year">;

/** From the site's root; under its old ids as well. */
export function packageAddresses(site: Site, { chart, year }: Of): string[] {
  return idsOf(site, chart.id).map((id) =>
    fileAddress({ id, folder: chart.folder }, year.year, "zip"),
  );
}

/** What goes in: the address of each file in the site, and its name in the package. */
export function packed({ chart, year }: Of): { from: string; name: string }[] {
  return [
    ...CHART_FORMATS.map((format) => ({
      from: fileAddress(chart, year.year, format),
      name: fileBeside(chart, year.year, format),
    })),
    { from: pictureAddress(chart, year.year, "chart"), name: fileBeside(chart, year.year, "png") },
  ];
}

/** `files` are the bytes of what goes in, by address. */
export function packageOf(site: Site, of: Of, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { chart, year } = of;
  // ZIP keeps the time of the clock on the wall: written as such, the bytes are the same in every zone.
  const times: ZipOptions = { mtime: new Date(year.year + 1, 0, 1) };
  const all: Zippable = {
    "README.txt": [strToU8(readmeText(site, year, render(site, chart, year))), times],
  };
  // A picture is compressed already.
  for (const { from, name } of packed(of))
    all[name] = [files.get(from)!, name.endsWith(".png") ? { ...times, level: 0 } : times];
  return zipSync(all);
}
