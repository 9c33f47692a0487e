/** Addresses that were given out and must not end: of charts, streets and kinds that are called otherwise now, of charts that are no more. */
import type { Chart } from "../charts/define.ts";
import { pageOf } from "../charts/define.ts";
import { formerIds, idsOf } from "../charts/renamed.ts";
import { givenYears } from "../charts/render.ts";
import { pinnedPath } from "../editions/of-chart.ts";
import { chartsToEmbed } from "../questions/of-site.ts";
import type { Site, Year } from "../site/year.ts";
import { ASPECTS } from "../tickets/aspects.ts";
import { formerSubjects } from "../tickets/of-site.ts";

export type Former =
  | { kind: "page" | "embed"; chart: Chart; year: Year; lasting: boolean }
  | { kind: "moved"; text: string; link: string; href: string }
  | { kind: "gone"; text: string; pinned: string | null };

/** Each old address, from the site's root and without the last slash, with what it shows. */
export function formerAddresses(site: Site): Map<string, Former> {
  const charts = chartsToEmbed(site);
  const addresses = new Map<string, Former>();
  const add = (folder: string, id: string, year: number | null, what: Former) =>
    addresses.set(`${folder}/${id}${year === null ? "" : `/${year}`}`, what);
  /** Those that the pages of the charts have themselves. */
  const taken = new Set<string>();
  for (const chart of charts) {
    const years = givenYears(site, chart);
    for (const folder of ["embed", pageOf(chart).split("/")[0]!]) {
      taken.add(`${folder}/${chart.id}`);
      for (const { year } of years) taken.add(`${folder}/${chart.id}/${year}`);
      const kind = folder === "embed" ? "embed" : "page";
      for (const old of formerIds(site, chart.id)) {
        add(folder, old, null, { kind, chart, year: years.at(-1)!, lasting: false });
        for (const year of years) add(folder, old, year.year, { kind, chart, year, lasting: true });
      }
    }
  }
  for (const { version, states, withdrawn } of site.editions) {
    for (const state of [
      ...states,
      ...withdrawn.map((one) => ({ ...one, folder: "charts", question: "" })),
    ]) {
      const { id, year, folder, question } = state;
      const pinned = question === "" ? null : pinnedPath(version, state);
      const isLive = charts.some((chart) => idsOf(site, chart.id).includes(id));
      const text = goneText(question, isLive ? year : null);
      for (const place of ["embed", folder])
        for (const one of [null, year]) {
          const what = addresses.get(`${place}/${id}${one === null ? "" : `/${one}`}`);
          // What a chart has today is not gone; the last state is the one to go to.
          if (!what || what.kind === "gone") add(place, id, one, { kind: "gone", text, pinned });
        }
    }
  }
  for (const address of taken) addresses.delete(address);
  for (const { address, writing, word, now } of ASPECTS.flatMap((one) => formerSubjects(site, one)))
    addresses.set(address, {
      kind: "moved",
      text: writing === word ? `“${word}”的网址改了。` : `“${writing}”现在写作“${word}”。`,
      link: word,
      href: now,
    });
  return addresses;
}

/** In an article somebody reads it under a headline of then: of a chart that lives, only its year is no more. */
export function goneText(question: string, year: number | null): string {
  const named = question && `“${question}”`;
  return year === null
    ? `${named}这张图已经不再公布。`
    : `${named}这张图${year}年的数已经不再公布，别的年度还有。`;
}
