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

/** The words that have a page of an earlier year alone, with the last of these years. */
export function pastSubjects(site: Site, aspect: Aspect): { subject: Subject; year: Year }[] {
  const seen = new Set(subjectsOf(site, aspect, site.latest).map(({ id }) => id));
  return site.latest.earlier.toReversed().flatMap((year) =>
    subjectsOf(site, aspect, year).flatMap((subject) => {
      const isNew = !seen.has(subject.id);
      seen.add(subject.id);
      return isNew ? [{ subject, year }] : [];
    }),
  );
}

/** From the site's root: the latest year has no year in its address. */
export function pathOf(site: Site, aspect: Aspect, year: Year, subject?: Subject): string {
  const end = year === site.latest ? "" : `${year.year}/`;
  return `${aspect.id}/${subject ? `${subject.id}/` : ""}${end}`;
}

/** An address that a word had, or may have had, under another name; from the site's root. */
export interface FormerSubject {
  address: string;
  /** As it was written. */
  writing: string;
  word: string;
  /** Where it stands now, from the site's root. */
  now: string;
}

/**
 * A street or a kind that is called otherwise now: what vocabularies.yaml lists as its other writings,
 * and its own reading where it has been given a 编号 since.
 */
export function formerSubjects(site: Site, aspect: Aspect): FormerSubject[] {
  const ids = idsOf(site, aspect);
  const taken = new Set(ids.values());
  const named = site.addresses.get(aspect.vocabulary);
  return [...ids].flatMap(([word, id]) => {
    const { writings = [] } = named?.get(word) ?? {};
    const years = site.years.filter((year) =>
      subjectsOf(site, aspect, year).some((one) => one.word === word),
    );
    const last = years.at(-1);
    return [word, ...writings].flatMap((writing) => {
      const old = readingId(aspect, writing);
      if (!last || taken.has(old)) return [];
      taken.add(old);
      return [undefined, ...years.filter((year) => year !== site.latest)].map((year) => ({
        address: `${aspect.id}/${old}${year ? `/${year.year}` : ""}`,
        writing,
        word,
        now: pathOf(site, aspect, year ?? last, { id, word }),
      }));
    });
  });
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
  const named = addresses.get(aspect.vocabulary);
  const taken = new Set([...words].flatMap((word) => named?.get(word)?.own ?? []));
  const ids = new Map<string, string>();
  for (const word of words) {
    const own = named?.get(word)?.own;
    if (own !== undefined) {
      ids.set(word, own);
      continue;
    }
    const base = readingId(aspect, word);
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
    taken.add(id);
    ids.set(word, id);
  }
  bySide.set(aspect.id, ids);
  return ids;
}

/** A year alone is the address of a list. */
function readingId({ key }: Aspect, word: string): string {
  const read = addressOf(word);
  return /^[a-z]/.test(read) ? read : `${key}${read && `-${read}`}`;
}
