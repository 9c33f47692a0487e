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
  for (const {
    props: { chart, year },
  } of chartYears(site, chartsToEmbed(site))) {
    const read = (address: string) => readFileSync(join(folder, address));
    // ZIP keeps the time of the clock on the wall: written as such, the bytes are the same in every zone.
    const times: ZipOptions = { mtime: new Date(year.year + 1, 0, 1) };
    const files: Zippable = {
      "README.txt": [strToU8(readmeText(site, year, render(site, chart, year))), times],
    };
    for (const format of CHART_FORMATS)
      files[fileBeside(chart, year.year, format)] = [
        read(fileAddress(chart, year.year, format)),
        times,
      ];
    files[fileBeside(chart, year.year, "png")] = [
      read(pictureAddress(chart, year.year, "chart")),
      // Compressed already.
      { ...times, level: 0 },
    ];
    const bytes = zipSync(files);
    for (const id of idsOf(site, chart.id)) {
      const address = fileAddress({ id, folder: chart.folder }, year.year, "zip");
      writeFileSync(join(folder, address), bytes);
    }
  }
}
