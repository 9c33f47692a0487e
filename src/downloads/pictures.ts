/** All pictures of a site: of every chart and question in every year, and of each year. */

import type { Chart } from "../charts/define.ts";
import { type Planned, pictureOf, yearCardOf } from "../charts/pictures/index.ts";
import {
  PICTURE_NAMES,
  PICTURES,
  type PictureName,
  pictureAddress,
  pictureKind,
  yearCardAddress,
} from "../charts/pictures/kinds.ts";
import { idsOf } from "../charts/renamed.ts";
import { chartYears, render } from "../charts/render.ts";
import { homeHeadline } from "../questions/headline.ts";
import { chartsToEmbed, questionsOf } from "../questions/of-site.ts";
import type { Site } from "../site/year.ts";
import { UNKNOWN } from "../text/format.ts";

export interface Picture extends Planned {
  /** From the site's root. */
  address: string;
  /** In pixels. */
  width: number;
}

/** Of all of them, in the same order. */
export function addressesOf(site: Site): string[] {
  return [
    ...site.years.map(({ year }) => yearCardAddress(year)),
    ...chartYears(site, chartsToEmbed(site)).flatMap(({ props: { chart, year } }) =>
      PICTURE_NAMES.flatMap((name) => addressesAt(site, chart, year.year, name)),
    ),
  ];
}

/** Under its old ids as well: articles show what they once linked. */
function addressesAt(site: Site, chart: Chart, year: number, name: PictureName): string[] {
  const { folder } = chart;
  return idsOf(site, chart.id).map((id) => pictureAddress({ id, folder }, year, name));
}

export function* picturesOf(site: Site): Iterable<Picture> {
  for (const { address, width, plan } of places(site)) yield { address, width, ...plan() };
}

/** The one at an address; null where there is none. */
export function pictureAt(site: Site, wanted: string): Picture | null {
  for (const { address, width, plan } of places(site))
    if (address === wanted) return { address, width, ...plan() };
  return null;
}

interface Place extends Pick<Picture, "address" | "width"> {
  plan: () => Planned;
}

function* places(site: Site): Iterable<Place> {
  const questions = questionsOf(site);
  for (const year of site.years) {
    const plan = () => {
      const answers = questions.map(({ name, answer }) => {
        const { said, unsaid = UNKNOWN } = answer(year);
        return { name, value: said ?? unsaid };
      });
      return yearCardOf(site, year, homeHeadline(year, questions), answers);
    };
    yield { address: yearCardAddress(year.year), width: PICTURES.card.width, plan };
  }
  for (const {
    props: { chart, year },
  } of chartYears(site, chartsToEmbed(site))) {
    for (const name of PICTURE_NAMES) {
      let planned: Planned | undefined;
      const plan = () => (planned ??= pictureOf(site, render(site, chart, year), name));
      const { width } = pictureKind(name);
      for (const address of addressesAt(site, chart, year.year, name))
        yield { address, width, plan };
    }
  }
}
