/**
 * All downloads as a DCAT 3 catalogue, as DCAT-AP 3 wants it: languages, licences, places and types of
 * files are things with an address or a class, never bare words.
 */
import { publishedOf } from "../charts/published.ts";
import type { SiteConfig } from "../ingest/config/site-config.ts";
import type { Site, Year } from "../site/year.ts";
import { demoNamed } from "../text/demo.ts";
import { yearText } from "../text/period.ts";
import { descriptionOf, titleOf } from "./data-package.ts";
import { tableNames, tableWords } from "./year-tables.ts";

type Node = Record<string, unknown>;

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  skos: "http://www.w3.org/2004/02/skos/core#",
  vcard: "http://www.w3.org/2006/vcard/ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
const AUTHORITY = "http://publications.europa.eu/resource/authority";
const CHINESE = { "@id": `${AUTHORITY}/language/ZHO`, "@type": "dct:LinguisticSystem" };
const FORMATS = { csv: "text/csv", json: "application/json" } as const;

/** JSON-LD; `root` stands before the addresses where the site's own is not known. */
export function catalogue(site: Site, root: string): Node {
  const { config } = site;
  const home = config.url || root;
  const base = `${home}data/`;
  const published = site.years.map(publishedOf).sort().at(-1);
  return {
    "@context": CONTEXT,
    "@id": base,
    "@type": "dcat:Catalog",
    "dct:title": titleOf(config),
    "dct:description": descriptionOf(config),
    "dct:language": CHINESE,
    "dct:publisher": publisherOf(config),
    "foaf:homepage": { "@id": home, "@type": "foaf:Document" },
    ...(published && { "dct:modified": day(published) }),
    ...licenceOf(config),
    ...placeOf(config),
    "dcat:dataset": site.years.flatMap((year) =>
      tableNames(year).map((name) => datasetIn(config, year, name, base)),
    ),
  };
}

function datasetIn(config: SiteConfig, year: Year, name: string, base: string): Node {
  const { label, description } = tableWords(year, name);
  const issued = publishedOf(year);
  const title = demoNamed(`${label}，${yearText(year.period)}`, config.demo);
  return {
    "@id": `${base}#${year.year}-${name}`,
    "@type": "dcat:Dataset",
    "dct:identifier": `${year.year}-${name}`,
    "dct:title": title,
    "dct:description": description,
    "dct:language": CHINESE,
    "dct:publisher": publisherOf(config),
    "dcat:keyword": [label, config.bureau],
    ...placeOf(config),
    ...contactOf(config),
    ...(issued && { "dct:issued": day(issued) }),
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:startDate": day(year.period.from),
      "dcat:endDate": day(year.period.until),
    },
    "dcat:distribution": Object.entries(FORMATS).map(([format, type]) => {
      const file = { "@id": `${base}${year.year}/${name}.${format}` };
      return {
        "@type": "dcat:Distribution",
        "dct:title": `${title}，${format.toUpperCase()}`,
        "dcat:accessURL": file,
        "dcat:downloadURL": file,
        "dcat:mediaType": {
          "@id": `https://www.iana.org/assignments/media-types/${type}`,
          "@type": "dct:MediaType",
        },
        "dct:format": {
          "@id": `${AUTHORITY}/file-type/${format.toUpperCase()}`,
          "@type": "dct:MediaTypeOrExtent",
        },
        ...licenceOf(config),
      };
    }),
  };
}

function day(iso: string): Node {
  return { "@type": "xsd:date", "@value": iso };
}

function publisherOf({ bureau }: SiteConfig): Node {
  return { "@type": ["foaf:Agent", "foaf:Organization"], "foaf:name": bureau };
}

/** An address is one; a short name and words are the document's title. */
function licenceOf({ licence }: SiteConfig): Node {
  if (!licence) return {};
  const document = { "@type": "dct:LicenseDocument", "dct:title": licence };
  const isAddress = /^https?:\/\/\S+$/.test(licence);
  return { "dct:license": isAddress ? { "@id": licence, ...document } : document };
}

function placeOf({ region }: SiteConfig): Node {
  return region ? { "dct:spatial": { "@type": "dct:Location", "skos:prefLabel": region } } : {};
}

/** Where somebody asks about the data; nothing where the bureau tells no way. */
function contactOf({ bureau, contact }: SiteConfig): Node {
  const { email, phone, report } = contact;
  if (!email && !phone && !report) return {};
  return {
    "dcat:contactPoint": {
      "@type": "vcard:Kind",
      "vcard:fn": bureau,
      ...(email && { "vcard:hasEmail": { "@id": `mailto:${email}` } }),
      ...(phone && { "vcard:hasTelephone": { "@id": `tel:${phone.replace(/[^\d+]/g, "")}` } }),
      ...(report && { "vcard:hasURL": { "@id": report } }),
    },
  };
}
