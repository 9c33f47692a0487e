/** A new edition in data/releases/: of each chart that says something else than before, the files of the built site. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { pageOf } from "../../src/charts/define.ts";
import { idsOf } from "../../src/charts/renamed.ts";
import { givenYears, type Rendered, render } from "../../src/charts/render.ts";
import { fileAddress } from "../../src/downloads/chart-files.ts";
import { EDITIONS_FOLDER, type PublishedState, versionOf } from "../../src/editions/define.ts";
import { publicationsOf } from "../../src/editions/of-chart.ts";
import { parted } from "../../src/editions/pinned.ts";
import { chartsToEmbed } from "../../src/questions/of-site.ts";
import type { Site } from "../../src/site/year.ts";
import { recordPages } from "./kept-pages.ts";

export interface Recorded {
  version: string;
  /** Those that say something else than when they were last published, or were never. */
  changed: { rendered: Rendered; before: PublishedState | null }[];
  unchanged: number;
  bytes: number;
  /** The addresses of pages that are new. */
  pages: number;
}

/** `built` is the finished site of these very data: nothing goes in that it does not show. */
export function recordEdition(site: Site, data: string, built: string, day: string): Recorded {
  const all = chartsToEmbed(site).flatMap((chart) =>
    givenYears(site, chart).map((year) => {
      const rendered = render(site, chart, year);
      const last = publicationsOf(site.editions, idsOf(site, chart.id), year.year).at(-1);
      return { rendered, before: last?.state ?? null };
    }),
  );
  const changed = all.filter(({ rendered, before }) => rendered.content !== before?.content);
  const version = versionOf(day, site.editions);
  const unchanged = all.length - changed.length;
  const pages = recordPages(data, built);
  if (changed.length === 0) return { version, changed, unchanged, bytes: 0, pages };
  const home = join(data, EDITIONS_FOLDER);
  mkdirSync(home, { recursive: true });
  // A name that nobody reads, until all of it is there.
  const unfinished = join(home, `.${version}`);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished);
  let bytes = 0;
  try {
    for (const { rendered } of changed) {
      const { state, sheet } = stateOf(rendered, built);
      const packed = gzipSync(JSON.stringify(state), { level: 9 });
      writeFileSync(join(unfinished, `${state.id}-${state.year}.json.gz`), packed);
      bytes += packed.length;
      const shared = join(home, `${state.sheet}.css`);
      if (!existsSync(shared)) writeFileSync(shared, sheet);
    }
    renameSync(unfinished, join(home, version));
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return { version, changed, unchanged, bytes, pages };
}

function stateOf(
  { chart, year, title, content, numbers }: Rendered,
  built: string,
): { state: PublishedState; sheet: string } {
  const read = (path: string) => readFileSync(join(built, path), "utf8");
  const { embed, sheet } = parted(read(`embed/${chart.id}/${year}/index.html`));
  const hash = createHash("sha256").update(sheet).digest("hex").slice(0, 16);
  const file = (format: string) => read(fileAddress(chart, year, format));
  return {
    sheet,
    state: {
      id: chart.id,
      folder: pageOf(chart).startsWith("questions/") ? "questions" : "charts",
      year,
      question: chart.question,
      title,
      content,
      values: numbers,
      files: { svg: file("svg"), csv: file("csv"), json: file("json") },
      embed,
      sheet: hash,
    },
  };
}
