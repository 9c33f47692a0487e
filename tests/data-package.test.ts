/** The list of all downloads, as programs that collect data read it. */
import { expect, test } from "vitest";
import { catalogue } from "../src/downloads/catalogue.ts";
import { dataPackage } from "../src/downloads/data-package.ts";
import { csv } from "../src/downloads/files.ts";
import { yearTable } from "../src/downloads/year-tables.ts";
import { madeSite } from "./support/made-site.ts";

const FILES = {
  "2023/cases.csv": "执法领域,件数\n燃气,12\n",
  "2024/cases.csv": "执法领域,件数\n燃气,9\n",
};

interface Resource {
  name: string;
  path: string;
  profile: string;
  dialect: { lineTerminator: string };
  schema: { fields: { name: string; type: string }[] };
}

/** What the profile tabular-data-package 1 demands. */
test("every table has a name, a path and the columns that its file has", async () => {
  const site = await madeSite(FILES);
  const { profile, name, resources } = dataPackage(site) as {
    profile: string;
    name: string;
    resources: Resource[];
  };
  expect(profile).toBe("tabular-data-package");
  expect(name).toMatch(/^[-a-z0-9._/]+$/);
  expect(resources.map(({ path }) => path)).toEqual([
    "2023/figures.utf8.csv",
    "2023/cases.utf8.csv",
    "2024/figures.utf8.csv",
    "2024/cases.utf8.csv",
  ]);
  expect(new Set(resources.map((one) => one.name)).size).toBe(resources.length);
  for (const { name, path, profile, schema, dialect } of resources) {
    expect(name).toMatch(/^[-a-z0-9._/]+$/);
    expect(profile).toBe("tabular-data-resource");
    const fields = schema.fields.map((field) => field.name);
    expect(new Set(fields).size).toBe(fields.length);
    const [, year, table] = /^(\d+)\/(.+)\.utf8\.csv$/.exec(path)!;
    const of = site.years.find((one) => String(one.year) === year)!;
    // Validators take a byte order mark for a letter of the first head: that is for Excel's file.
    const [head = ""] = csv(yearTable(site, of, table!), false);
    expect(`${fields.slice(0, -1).join(",")}${dialect.lineTerminator}`).toBe(head);
    expect([...csv(yearTable(site, of, table!))][0]).toBe(`\ufeff${head}`);
    // Of an invented bureau each line says so.
    expect(fields.at(-1)).toBe("数据性质");
  }
});

test.each([
  ["CC-BY-4.0", { name: "CC-BY-4.0" }],
  ["https://example.org/licence", { path: "https://example.org/licence" }],
  ["注明来源即可使用", { name: "see-title", title: "注明来源即可使用" }],
])("licence %s", async (licence, expected) => {
  const site = await madeSite(FILES, `数据许可: ${licence}\n`);
  expect(dataPackage(site).licenses).toEqual([expected]);
});

test("without a licence none is made up; the catalogue names the time and both files of each table", async () => {
  const site = await madeSite(FILES, "年度: { 2024: { 截至: 2024-09-30 } }\n");
  expect(dataPackage(site)).not.toHaveProperty("licenses");
  const { "dcat:dataset": listed } = catalogue(site, "/") as { "dcat:dataset": object[] };
  expect(listed).toHaveLength(4);
  expect(listed.at(-1)).toMatchObject({
    "dct:temporal": { "dcat:endDate": { "@value": "2024-09-30" } },
    "dcat:distribution": [
      { "dcat:downloadURL": { "@id": "/data/2024/cases.csv" } },
      { "dcat:downloadURL": { "@id": "/data/2024/cases.json" } },
    ],
  });
});

/** What the shapes of DCAT-AP 3.0.1 demand: of a class what it must have, of a property of which class its values are. */
const MUST: Record<string, readonly string[]> = {
  "dcat:Catalog": ["dct:title", "dct:description", "dct:publisher", "dcat:dataset"],
  "dcat:Dataset": ["dct:title", "dct:description", "dct:publisher", "dcat:distribution"],
  "dcat:Distribution": ["dcat:accessURL", "dcat:downloadURL", "dct:format"],
  "foaf:Agent": ["foaf:name"],
};
const CLASSES: Record<string, string> = {
  "dct:language": "dct:LinguisticSystem",
  "dct:license": "dct:LicenseDocument",
  "dct:publisher": "foaf:Agent",
  "dct:spatial": "dct:Location",
  "dct:temporal": "dct:PeriodOfTime",
  "dct:format": "dct:MediaTypeOrExtent",
  "dcat:mediaType": "dct:MediaType",
  "dcat:contactPoint": "vcard:Kind",
  "foaf:homepage": "foaf:Document",
};
const ADDRESSES = ["dcat:accessURL", "dcat:downloadURL", "vcard:hasEmail", "vcard:hasTelephone"];

test.each([
  [
    "with all that may be told",
    "数据许可: CC-BY-4.0\n所在地区: 青岚县\n联系方式:\n  办公电话: 0123-4567890\n",
  ],
  ["a licence that is an address", "数据许可: https://example.org/licence\n"],
  ["with nothing of it", ""],
])("the catalogue is as the profile of DCAT wants it, %s", async (_, config) => {
  const seen = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const one of node) walk(one);
      return;
    }
    if (node === null || typeof node !== "object") return;
    const own = node as Record<string, unknown>;
    const types = [own["@type"] ?? []].flat() as string[];
    for (const type of types)
      for (const name of MUST[type] ?? []) expect(own[name], `${type} ${name}`).toBeTruthy();
    for (const [name, value] of Object.entries(own)) {
      seen.add(name);
      const wanted = CLASSES[name];
      if (wanted)
        for (const one of [value].flat() as Record<string, unknown>[])
          expect([one["@type"]].flat(), name).toContain(wanted);
      if (ADDRESSES.includes(name)) expect(value).toEqual({ "@id": expect.any(String) });
      if (name !== "@context") walk(value);
    }
  };
  walk(catalogue(await madeSite(FILES, config), "/"));
  if (config.includes("地区"))
    expect([...Object.keys(CLASSES), ...ADDRESSES].filter((name) => !seen.has(name))).toEqual([
      "vcard:hasEmail",
    ]);
  expect(seen.has("dct:license")).toBe(config !== "");
});
