/** What the page for staff is told of the site, so that a table is checked there as in the data folder. */
import { parse, stringify } from "yaml";
import { findingsOf } from "../findings/find.ts";
import { IN_OFFICE, NO_NAMES } from "../ingest/config/vocabularies.ts";
import { metrics } from "../metrics/index.ts";
import type { Site } from "../site/year.ts";
import { amountText } from "../text/format.ts";
import { topicsOf } from "../topics/of-site.ts";
import { isWholeYear } from "../values/period.ts";
import type { SiteAround } from "./check.ts";
import type { Published } from "./desk.ts";

export function aroundOf(site: Site): { around: SiteAround; published: Published } {
  const { config } = site;
  const parts = site.years.filter(({ period }) => !isWholeYear(period));
  return {
    around: {
      site: stringify({
        数据性质: config.demo ? "演示" : "正式",
        单位名称: config.bureau,
        网站名称: config.title,
      }),
      days: Object.fromEntries(parts.map(({ year, period }) => [year, period.until])),
      words: wordsOf(site),
      exceptions: site.exceptions.filter(({ file }) => file.endsWith(".csv")),
      years: Object.fromEntries(
        site.years.map((one) => {
          const findings = findingsOf(one).map(({ id }) => id);
          return [
            one.year,
            {
              figures: [...one.figures.keys()].filter((id) => !DECLARED.has(id)),
              findings,
              checks: one.checks.map(({ id }) => id).filter((id) => !findings.includes(id)),
              planned: one.plan.map(({ item }) => item),
            },
          ];
        }),
      ),
      topics: topicsOf(site).flatMap(({ nav, alsoCalled = [] }) => [nav, ...alsoCalled]),
    },
    published: Object.fromEntries(
      site.years.map(({ year, figures }) => [
        year,
        Object.fromEntries(
          [...figures.values()]
            .filter(({ amount }) => amount.state !== "unknown")
            .map(({ metric, amount, unit }) => [metric.id, amountText(amount, unit)]),
        ),
      ]),
    ),
  };
}

const DECLARED = new Set(metrics.map(({ id }) => id));

/** The bureau's words, without its remarks and the lists of persons. */
function wordsOf({ words }: Site): string {
  // Remarks alone are no words: as new-bureau writes the file.
  const read = parse(words, { schema: "failsafe" });
  if (typeof read !== "object" || read === null) return "";
  const { [NO_NAMES]: _, [IN_OFFICE]: __, ...own } = read;
  return Object.keys(own).length > 0 ? stringify(own) : "";
}
