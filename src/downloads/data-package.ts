/** All downloads for programs that collect data: a Data Package (version 1). */
import type { SiteConfig } from "../ingest/config/site-config.ts";
import type { Site, Year } from "../site/year.ts";
import { DEMO, DEMO_COLUMN, demoBefore, demoNamed, INVENTED } from "../text/demo.ts";
import { yearText } from "../text/period.ts";
import { PLAIN } from "./files.ts";
import { tableNames, tableWords, yearTable } from "./year-tables.ts";

const NAME = "open-data";

/** Beside the data: paths are from its own folder. */
export function dataPackage(site: Site): Record<string, unknown> {
  const { config } = site;
  return {
    profile: "tabular-data-package",
    name: NAME,
    title: titleOf(config),
    description: descriptionOf(config),
    ...(config.url && { homepage: config.url }),
    ...(config.licence && { licenses: [licenceOf(config.licence)] }),
    ...(config.demo && { notice: DEMO }),
    contributors: [{ title: config.bureau, role: "publisher" }],
    resources: site.years.flatMap((year) =>
      tableNames(year).map((name) => {
        const { label, description } = tableWords(year, name);
        return {
          profile: "tabular-data-resource",
          name: `${year.year}-${name.replaceAll("_", "-")}`,
          path: `${year.year}/${name}.${PLAIN}`,
          title: `${label}，${yearText(year.period)}`,
          description,
          format: "csv",
          mediatype: "text/csv",
          encoding: "utf-8",
          dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true },
          // Cells may say 73余, <5 or nothing: they are texts until somebody decides what to make of them.
          schema: {
            fields: fieldsOf(site, year, name).map((field) => ({ name: field, type: "string" })),
            missingValues: [""],
          },
        };
      }),
    ),
  };
}

function fieldsOf(site: Site, year: Year, name: string): readonly string[] {
  const { fields } = yearTable(site, year, name);
  return site.config.demo ? [...fields, DEMO_COLUMN] : fields;
}

export function titleOf({ bureau, title, demo }: SiteConfig): string {
  return demoNamed(`${bureau}：${title}`, demo);
}

export function descriptionOf({ demo, description, title }: SiteConfig): string {
  return `${demoBefore(demo, "，")}${demo ? `${INVENTED}。` : ""}${description || title}`;
}

/** An address, a short name such as CC-BY-4.0, or words. */
function licenceOf(licence: string): Record<string, string> {
  if (/^https?:\/\/\S+$/.test(licence)) return { path: licence };
  return /^[-a-zA-Z0-9._]+$/.test(licence)
    ? { name: licence }
    : { name: "see-title", title: licence };
}
