/** All downloads for programs that collect data: a Data Package (version 1), and a DCAT catalogue. */
import { publishedOf } from "../charts/published.ts";
import type { SiteConfig } from "../ingest/config/site-config.ts";
import type { Site, Year } from "../site/year.ts";
import { DEMO, DEMO_COLUMN, demoBefore, demoBehind, INVENTED } from "../text/demo.ts";
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

/** DCAT 3 as JSON-LD; `root` stands before the addresses where the site's own is not known. */
export function catalogue(site: Site, root: string): Record<string, unknown> {
  const { config } = site;
  const base = `${config.url || root}data/`;
  const publisher = { "@type": "foaf:Organization", "foaf:name": config.bureau };
  const licence = config.licence ? { "dct:license": config.licence } : {};
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@id": base,
    "@type": "dcat:Catalog",
    "dct:title": titleOf(config),
    "dct:description": descriptionOf(config),
    "dct:language": "zh-CN",
    "dct:publisher": publisher,
    ...licence,
    "dcat:dataset": site.years.flatMap((year) =>
      tableNames(year).map((name) => {
        const { label, description } = tableWords(year, name);
        const issued = publishedOf(year);
        return {
          "@id": `${base}#${year.year}-${name}`,
          "@type": "dcat:Dataset",
          "dct:identifier": `${year.year}-${name}`,
          "dct:title": `${label}，${yearText(year.period)}${demoBehind(config.demo)}`,
          "dct:description": description,
          "dct:publisher": publisher,
          ...licence,
          ...(config.region && { "dct:spatial": config.region }),
          ...(issued && { "dct:issued": { "@type": "xsd:date", "@value": issued } }),
          "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": { "@type": "xsd:date", "@value": year.period.from },
            "dcat:endDate": { "@type": "xsd:date", "@value": year.period.until },
          },
          "dcat:distribution": ["csv", "json"].map((format) => ({
            "@type": "dcat:Distribution",
            "dcat:downloadURL": { "@id": `${base}${year.year}/${name}.${format}` },
            "dcat:mediaType": format === "csv" ? "text/csv" : "application/json",
          })),
        };
      }),
    ),
  };
}

function titleOf({ bureau, title, demo }: SiteConfig): string {
  return `${bureau}：${title}${demoBehind(demo)}`;
}

function descriptionOf({ demo, description, title }: SiteConfig): string {
  return `${demoBefore(demo, "，")}${demo ? `${INVENTED}。` : ""}${description || title}`;
}

/** An address, a short name such as CC-BY-4.0, or words. */
function licenceOf(licence: string): Record<string, string> {
  if (/^https?:\/\/\S+$/.test(licence)) return { path: licence };
  return /^[-a-zA-Z0-9._]+$/.test(licence)
    ? { name: licence }
    : { name: "see-title", title: licence };
}
