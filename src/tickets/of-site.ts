/** Which streets and kinds of a site have a page, and at which address. */
import { figureOf } from "../figures/figures.ts";
import { UNSTATED } from "../metrics/engine/counter.ts";
import type { Site, Year } from "../site/year.ts";
import { addressOf } from "../text/pinyin.ts";
import { ASPECTS, type Aspect, inPlace } from "./aspects.ts";

export interface Subject {
  id: string;
  word: string;
}

/** Whether a year's rows tell of its words; only the report's own numbers make no page. */
export function hasAspect(year: Year, aspect: Aspect): boolean {
  const { groups, groupsStated } = figureOf(year, aspect.count);
  const tells = [aspect.cross, aspect.months, aspect.lateness, aspect.rating].some((id) =>
    year.tables.has(id),
  );
  return tells && !groupsStated && (groups ?? []).some(({ word }) => word !== UNSTATED);
}

/** The sides that a site has a list of, in its latest year. */
export function aspectsOf({ latest }: Pick<Site, "latest">): readonly Aspect[] {
  return ASPECTS.filter((aspect) => hasAspect(latest, aspect)).map((aspect) =>
    inPlace(aspect, latest.place),
  );
}

/** The words of a year that have a page, in the order of the vocabulary. */
export function subjectsOf(site: Site, aspect: Aspect, year: Year): Subject[] {
  if (!hasAspect(year, aspect)) return [];
  const ids = idsOf(site, aspect);
  return (figureOf(year, aspect.count).groups ?? [])
    .filter(({ word }) => word !== UNSTATED)
    .map(({ word }) => ({ word, id: ids.get(word)! }));
}

/** From the site's root: the latest year has no year in its address. */
export function pathOf(site: Site, aspect: Aspect, year: Year, subject?: Subject): string {
  const end = year === site.latest ? "" : `${year.year}/`;
  return `${aspect.id}/${subject ? `${subject.id}/` : ""}${end}`;
}

const made = new WeakMap<Site["years"], Map<string, ReadonlyMap<string, string>>>();

/**
 * The address of every word of any year: 编号 of vocabularies.yaml, else its reading. Of two words
 * that are read alike the second one has a number behind it: older years' words, then new ones.
 */
function idsOf({ years, addresses }: Site, aspect: Aspect): ReadonlyMap<string, string> {
  const bySide = made.get(years) ?? new Map<string, ReadonlyMap<string, string>>();
  made.set(years, bySide);
  const known = bySide.get(aspect.id);
  if (known) return known;
  const words = new Set(
    years.flatMap((year) => (figureOf(year, aspect.count).groups ?? []).map(({ word }) => word)),
  );
  const named = addresses.get(aspect.vocabulary) ?? new Map<string, string>();
  const taken = new Set([...words].flatMap((word) => named.get(word) ?? []));
  const ids = new Map<string, string>();
  for (const word of words) {
    const own = named.get(word);
    if (own !== undefined) {
      ids.set(word, own);
      continue;
    }
    // A year alone is the address of a list.
    const read = addressOf(word);
    const base = /^[a-z]/.test(read) ? read : `${aspect.key}${read && `-${read}`}`;
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    ids.set(word, id);
  }
  bySide.set(aspect.id, ids);
  return ids;
}
